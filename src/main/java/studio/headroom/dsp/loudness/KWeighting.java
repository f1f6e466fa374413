package studio.headroom.dsp.loudness;

/// The K-weighting filter of ITU-R BS.1770-5 Annex 1 for any sample rate: a shelf for the head, then a high-pass.
///
/// At 48 kHz these are the standard's coefficients. At other rates the same analog prototypes go through the bilinear
/// transform, and the high-pass numerator, which the standard leaves unnormalized, is scaled so that its pass band
/// keeps the gain it has at 48 kHz: from 44.1 kHz up the response then stays within 0.01 dB of the 48 kHz one from 20
/// Hz to 20 kHz. Below, the warping of the transform shows: 0.01 dB at 32 kHz, 0.07 dB at 16 kHz, 0.29 dB at 8 kHz.
///
/// The high-pass numerator is (1, -2, 1); its gain is part of the shelf's numerator.
///
/// @param b0 shelf numerator, with the gain of the high-pass
/// @param b1 see `b0`
/// @param b2 see `b0`
/// @param a1 shelf denominator, 1 + a1 z⁻¹ + a2 z⁻²
/// @param a2 see `a1`
/// @param c1 high-pass denominator, 1 + c1 z⁻¹ + c2 z⁻²
/// @param c2 see `c1`
record KWeighting(double b0, double b1, double b2, double a1, double a2, double c1, double c2) {
    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_DB = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_MIDDLE = 0.4996667741545416;
    private static final double HIGH_PASS_HZ = 38.13547087602444;
    private static final double HIGH_PASS_Q = 0.5003270373238773;
    private static final double STANDARD_RATE = 48_000;

    static KWeighting at(double sampleRate) {
        double k = Math.tan(Math.PI * SHELF_HZ / sampleRate);
        double high = Math.pow(10, SHELF_DB / 20);
        double middle = Math.pow(high, SHELF_MIDDLE);
        double a0 = 1 + k / SHELF_Q + k * k;
        double gain = highPassScale(STANDARD_RATE) / highPassScale(sampleRate);
        double h = Math.tan(Math.PI * HIGH_PASS_HZ / sampleRate);
        double d = highPassScale(sampleRate);
        return new KWeighting(
                gain * (high + middle * k / SHELF_Q + k * k) / a0,
                gain * 2 * (k * k - high) / a0,
                gain * (high - middle * k / SHELF_Q + k * k) / a0,
                2 * (k * k - 1) / a0,
                (1 - k / SHELF_Q + k * k) / a0,
                2 * (h * h - 1) / d,
                (1 - h / HIGH_PASS_Q + h * h) / d);
    }

    private static double highPassScale(double sampleRate) {
        double h = Math.tan(Math.PI * HIGH_PASS_HZ / sampleRate);
        return 1 + h / HIGH_PASS_Q + h * h;
    }

    /// The magnitude response at `frequency` in dB, for a filter made for `sampleRate`.
    double responseDb(double frequency, double sampleRate) {
        double w = 2 * Math.PI * frequency / sampleRate;
        return 10 * Math.log10(power(b0, b1, b2, w) / power(1, a1, a2, w) * power(1, -2, 1, w) / power(1, c1, c2, w));
    }

    private static double power(double p0, double p1, double p2, double w) {
        double re = p0 + p1 * Math.cos(w) + p2 * Math.cos(2 * w);
        double im = p1 * Math.sin(w) + p2 * Math.sin(2 * w);
        return re * re + im * im;
    }
}
