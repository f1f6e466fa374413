package studio.headroom.dsp.resample;

import studio.headroom.dsp.Kaiser;

/// The low-pass of a conversion: a Kaiser-windowed sinc over time in input frames. It passes what lies below 20/22.05
/// of the lower rate's Nyquist frequency (20 kHz where 44.1 kHz is the lower rate) and stops from that frequency on.
///
/// @param cutoff middle of the transition, as a fraction of the input's Nyquist frequency
/// @param taps input frames that weigh in on an output frame; a multiple of four
record SincFilter(double cutoff, int taps) {
    private static final double PASS = 20_000 / 22_050.0;
    private static final double STOP_BAND_DB = 150;
    /// Kaiser's rules for shape and length (Proc. IEEE ISCAS, 1974).
    private static final double BETA = 0.1102 * (STOP_BAND_DB - 8.7);

    static SincFilter between(int from, int to) {
        double lower = Math.min(1, (double) to / from);
        double transition = Math.PI * (1 - PASS) * lower;
        double taps = (STOP_BAND_DB - 8) / (2.285 * transition);
        return new SincFilter((PASS + 1) / 2 * lower, (int) Math.ceil(taps / 4) * 4);
    }

    /// Writes the weights of an output frame that lies `fraction` of a frame after input frame i: `h[to + k]` weighs
    /// input frame i + 1 - taps / 2 + k. They add up to 1.
    void weights(double fraction, double[] h, int to) {
        double sum = 0;
        for (int k = 0; k < taps; k++) {
            double t = k + 1 - taps / 2.0 - fraction;
            double angle = Math.PI * cutoff * t;
            double sinc = Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
            // At the very edge one side would have a weight and the other none.
            h[to + k] = t < taps / 2.0 ? sinc * Kaiser.window(t / (taps / 2.0), BETA) : 0;
            sum += h[to + k];
        }
        for (int k = 0; k < taps; k++) {
            h[to + k] /= sum;
        }
    }
}
