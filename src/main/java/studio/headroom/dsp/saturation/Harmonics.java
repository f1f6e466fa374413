package studio.headroom.dsp.saturation;

import java.util.function.DoubleUnaryOperator;

/// The harmonics that a curve makes of a sine. Pure function.
public final class Harmonics {
    /// Of a turn of a wave.
    public static final int SAMPLES = 512;

    private Harmonics() {}

    /// Levels of the harmonics of a wave against its fundamental, in dB.
    ///
    /// @param wave one turn
    /// @param count how many, from the second on
    public static double[] of(double[] wave, int count) {
        double fundamental = magnitude(wave, 1);
        double[] db = new double[count];
        for (int k = 0; k < count; k++) {
            double ratio = fundamental <= 0 ? 0 : magnitude(wave, k + 2) / fundamental;
            db[k] = ratio <= 1e-6 ? -120 : 20 * Math.log10(ratio);
        }
        return db;
    }

    /// Levels of the harmonics against the fundamental, in dB.
    ///
    /// @param amplitude of the sine
    /// @param count how many, from the second on
    public static double[] of(DoubleUnaryOperator curve, double amplitude, int count) {
        double[] out = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            out[i] = curve.applyAsDouble(amplitude * Math.sin(2 * Math.PI * i / SAMPLES));
        }
        return of(out, count);
    }

    private static double magnitude(double[] wave, int harmonic) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < wave.length; i++) {
            double angle = 2 * Math.PI * harmonic * i / wave.length;
            re += wave[i] * Math.cos(angle);
            im += wave[i] * Math.sin(angle);
        }
        return Math.hypot(re, im);
    }
}
