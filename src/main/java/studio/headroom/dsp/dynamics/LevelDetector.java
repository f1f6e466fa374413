package studio.headroom.dsp.dynamics;

import studio.headroom.concurrent.RealTime;

/// The level of one signal at each frame, as amplitude: its magnitude, its root mean square, or something between. The
/// mean is a one-pole's, with the window as its time constant. Of a sine, the root mean square is 3 dB lower.
@RealTime
final class LevelDetector {
    private static final double FLUSH = 1e-30;

    private double square;

    void clear() {
        square = 0;
    }

    /// @param rms 0 for the magnitude, 1 for the root mean square
    /// @param inertia of the mean
    void process(float[] x, int offset, float[] level, int n, double rms, double inertia) {
        if (rms <= 0) {
            for (int i = 0; i < n; i++) {
                level[i] = Math.abs(x[offset + i]);
            }
            return;
        }
        double s = square;
        double rest = 1.0 - inertia;
        for (int i = 0; i < n; i++) {
            double v = x[offset + i];
            s = inertia * s + rest * (v * v);
            level[i] = (float) s;
        }
        square = s;
        float mean = (float) rms;
        float peak = (float) (1.0 - rms);
        for (int i = 0; i < n; i++) {
            level[i] = mean * (float) Math.sqrt(level[i]) + peak * Math.abs(x[offset + i]);
        }
    }

    /// Clears what is spoilt or too small to matter; at fixed places only.
    void flush() {
        // A NaN is not below infinity.
        if (!(square >= FLUSH && square < Double.POSITIVE_INFINITY)) {
            square = 0;
        }
    }
}
