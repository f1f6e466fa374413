package studio.headroom.dsp.oversampling;

import studio.headroom.dsp.Kaiser;

/// Taps of half-band filters: a sinc in a Kaiser window, as long as Kaiser's formula asks for (Kaiser 1974).
final class HalfBandDesign {
    private HalfBandDesign() {}

    /// Taps of the branch between two samples, from its middle outwards, for a gain of 1: an even number.
    ///
    /// @param passband end of the pass-band as a part of the lower rate, below 0.5
    /// @param attenuation of what lies above one minus the pass-band, in dB
    static float[] taps(double passband, double attenuation) {
        double transition = Math.PI * (1.0 - 2.0 * passband);
        double length = (attenuation - 7.95) / (2.285 * transition) + 1.0;
        int half = 2 * (int) Math.ceil((length + 1.0) / 8.0);
        double beta = 0.1102 * (attenuation - 8.7);
        double[] taps = new double[half];
        double sum = 0;
        for (int j = 0; j < half; j++) {
            double distance = j + 0.5;
            taps[j] = Math.sin(Math.PI * distance) / (Math.PI * distance) * Kaiser.window(distance / half, beta);
            sum += 2.0 * taps[j];
        }
        float[] scaled = new float[half];
        for (int j = 0; j < half; j++) {
            scaled[j] = (float) (taps[j] / sum);
        }
        return scaled;
    }
}
