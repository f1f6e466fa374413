package studio.headroom.audio;

/// Amplitude ratios in decibels: 20·log10(gain). Pure functions, any thread.
public final class Decibels {
    /// Below this a level counts as silence on meters and in tails, in dBFS.
    public static final double SILENCE = -120.0;

    private static final double TO_LOG = Math.log(10.0) / 20.0;

    private Decibels() {}

    /// The linear gain of a level in dB; -∞ gives exactly 0, 0 dB gives exactly 1.
    public static double toGain(double db) {
        return db == 0.0 ? 1.0 : Math.exp(db * TO_LOG);
    }

    /// The level in dB of a linear gain ≥ 0; 0 gives -∞, 1 gives exactly 0.
    public static double fromGain(double gain) {
        return 20.0 * Math.log10(gain);
    }

    /// The level in dB of a mean square (power); 0 gives -∞.
    public static double fromPower(double power) {
        return 10.0 * Math.log10(power);
    }
}
