package studio.headroom.dsp.saturation;

import java.util.function.DoubleUnaryOperator;

/// The harmonics that a curve makes of a sine. Pure function.
public final class Harmonics {
    private static final int SAMPLES = 512;

    private Harmonics() {}

    /// Levels of the harmonics against the fundamental, in dB.
    ///
    /// @param amplitude of the sine
    /// @param count how many, from the second on
    public static double[] of(DoubleUnaryOperator curve, double amplitude, int count) {
        double[] out = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            out[i] = curve.applyAsDouble(amplitude * Math.sin(2 * Math.PI * i / SAMPLES));
        }
        double fundamental = magnitude(out, 1);
        double[] db = new double[count];
        for (int k = 0; k < count; k++) {
            double ratio = fundamental <= 0 ? 0 : magnitude(out, k + 2) / fundamental;
            db[k] = ratio <= 1e-6 ? -120 : 20 * Math.log10(ratio);
        }
        return db;
    }

    private static double magnitude(double[] wave, int harmonic) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double angle = 2 * Math.PI * harmonic * i / SAMPLES;
            re += wave[i] * Math.cos(angle);
            im += wave[i] * Math.sin(angle);
        }
        return Math.hypot(re, im);
    }
}
