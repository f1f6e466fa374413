package studio.headroom.dsp.dynamics;

import studio.headroom.concurrent.RealTime;

/// How loud a part of a signal is against the whole of it: an amplitude that does not change when the signal is made
/// louder or softer.
///
/// The whole is the envelope of its peaks (instant rise, 10 ms to fall), and at least a tenth of what it was within
/// about the last second, so that the hiss between two words does not count as all there is.
@RealTime
public final class RelativeLevel {
    private static final double FALL_SECONDS = 0.010;
    private static final double MEMORY_SECONDS = 1.0;
    private static final double FLOOR = 0.1;
    private static final float LOUDEST = 1e6f;
    /// -240 dB: below it nothing is compared.
    private static final double SILENCE = 1e-12;

    private final double fall;
    private final double forget;
    private double envelope;
    private double memory;

    public RelativeLevel(int sampleRate) {
        fall = Math.exp(-1.0 / (FALL_SECONDS * sampleRate));
        forget = Math.exp(-1.0 / (MEMORY_SECONDS * sampleRate));
    }

    public void clear() {
        envelope = 0;
        memory = 0;
    }

    /// Sets `level[i]` to the louder channel of the part over the envelope of the louder channel of the whole.
    ///
    /// @param blend 1 for that; 0 for the part's own level; or between
    public void process(
            float[][] whole,
            int offset,
            float[][] part,
            int partOffset,
            int channels,
            float[] level,
            int n,
            double blend) {
        float[] a = whole[0];
        float[] b = whole[channels - 1];
        float[] c = part[0];
        float[] d = part[channels - 1];
        double e = envelope;
        double m = memory;
        for (int i = 0; i < n; i++) {
            float v = Math.max(Math.abs(a[offset + i]), Math.abs(b[offset + i]));
            // A NaN is no sound.
            v = v <= LOUDEST ? v : v > LOUDEST ? LOUDEST : 0f;
            e *= fall;
            e = v > e ? v : e;
            m *= forget;
            m = e > m ? e : m;
            double reference = 1.0 + blend * (Math.max(SILENCE, Math.max(e, FLOOR * m)) - 1.0);
            float p = Math.max(Math.abs(c[partOffset + i]), Math.abs(d[partOffset + i]));
            level[i] = (float) (p / reference);
        }
        envelope = e > SILENCE ? e : 0;
        memory = m > SILENCE ? m : 0;
    }
}
