package studio.headroom.dsp.saturation;

import studio.headroom.concurrent.RealTime;

/// Where the loops of [Hysteresis] end: a table that is made once, before sound runs.
final class LoopTips {
    private static final int COUNT = 128;
    private static final double HIGHEST = 8;
    /// By x / (1 + x) of the amplitude.
    private static final float[] TABLE = table();

    private LoopTips() {}

    /// The tip of the loop that a steady sine of an amplitude goes through; odd.
    @RealTime
    static float of(float x) {
        float size = Math.abs(x);
        float tip;
        if (size >= (float) HIGHEST) {
            tip = 1f - (1f - TABLE[COUNT]) * ((float) HIGHEST / size);
        } else {
            float place = size / (1f + size) * (float) (COUNT * (1 + HIGHEST) / HIGHEST);
            int i = Math.min(COUNT - 1, (int) place);
            tip = TABLE[i] + (place - i) * (TABLE[i + 1] - TABLE[i]);
        }
        return Math.copySign(tip, x);
    }

    private static float[] table() {
        float[] tips = new float[COUNT + 1];
        for (int i = 1; i <= COUNT; i++) {
            double t = i * HIGHEST / (1 + HIGHEST) / COUNT;
            double field = Hysteresis.FIELD * t / (1 - t);
            double m = Hysteresis.follow(field, field, 0);
            for (int turn = 0; turn < 2; turn++) {
                m = Hysteresis.follow(-field, -2 * field, m);
                m = Hysteresis.follow(field, 2 * field, m);
            }
            tips[i] = (float) m;
        }
        return tips;
    }
}
