package studio.headroom.dsp.dither;

/// How the noise of requantization is spread over frequency: away from where the ear is keen, up to where it is not.
///
/// At 44.1 kHz these are published filters; at higher rates filters made after the same curves, see
/// [#filter(int)]. Below 44.1 kHz there is no room for the noise and it stays flat.
public enum NoiseShaping {
    /// Flat, the default: right wherever more processing or a lossy encoder follows.
    NONE,
    /// Three taps: at 44.1 kHz noise in all +6.6 dB, -18.7 dB at 3.5 kHz, +11.2 dB at 20 kHz (Wannamaker, JAES 40(7),
    /// 1992).
    GENTLE(1.623, -0.982, 0.109),
    /// Five taps: +12.2 dB, -21.5 dB, +18.7 dB (Lipshitz, Vanderkooy, Wannamaker, JAES 39(11), 1991).
    MEDIUM(2.033, -2.165, 1.959, -1.590, 0.6149),
    /// Nine taps: +18.4 dB, -24.5 dB, +25.5 dB (Wannamaker 1992).
    STRONG(2.412, -3.370, 3.937, -4.174, 3.353, -2.205, 1.281, -0.569, 0.0847);

    private static final int PUBLISHED_RATE = 44_100;
    /// Frequencies at which a curve is sampled for a new filter.
    private static final int GRID = 4096;

    private final double[] published;

    NoiseShaping(double... published) {
        this.published = published;
    }

    /// The feedback taps c1, c2, ... of a rate: noise passes 1 - c1 z⁻¹ - c2 z⁻² - ..., which is minimum-phase. Empty
    /// for flat.
    ///
    /// Above 44.1 kHz the filter is the linear predictor of a signal whose spectrum is the inverse of the wanted
    /// noise (Gerzon and Craven, AES preprint 2822, 1989): the published curve by frequency up to 22.05 kHz and a
    /// constant above, with as many more taps as the rate is higher.
    public double[] filter(int sampleRate) {
        if (published.length == 0 || sampleRate < PUBLISHED_RATE) {
            return new double[0];
        }
        if (sampleRate == PUBLISHED_RATE) {
            return published.clone();
        }
        int order = (int) Math.ceil((double) published.length * sampleRate / PUBLISHED_RATE);
        double[] correlation = new double[order + 1];
        for (int i = 0; i < GRID; i++) {
            double frequency = (i + 0.5) / GRID * sampleRate / 2;
            double known = Math.min(frequency, PUBLISHED_RATE / 2.0);
            double inverse = 1 / noisePower(published, known / PUBLISHED_RATE);
            for (int lag = 0; lag <= order; lag++) {
                correlation[lag] += inverse * Math.cos(2 * Math.PI * frequency / sampleRate * lag) / GRID;
            }
        }
        return predictor(correlation);
    }

    /// By how much a filter raises the power of white noise at a frequency given as a fraction of the rate.
    static double noisePower(double[] taps, double frequency) {
        double re = 1;
        double im = 0;
        for (int k = 0; k < taps.length; k++) {
            re -= taps[k] * Math.cos(2 * Math.PI * frequency * (k + 1));
            im += taps[k] * Math.sin(2 * Math.PI * frequency * (k + 1));
        }
        return re * re + im * im;
    }

    /// The taps that best predict a signal from its past (Levinson-Durbin).
    private static double[] predictor(double[] correlation) {
        int order = correlation.length - 1;
        double[] taps = new double[order];
        double error = correlation[0];
        for (int n = 0; n < order; n++) {
            double rest = correlation[n + 1];
            for (int k = 0; k < n; k++) {
                rest -= taps[k] * correlation[n - k];
            }
            double reflection = rest / error;
            double[] longer = taps.clone();
            for (int k = 0; k < n; k++) {
                longer[k] -= reflection * taps[n - 1 - k];
            }
            longer[n] = reflection;
            taps = longer;
            error *= 1 - reflection * reflection;
        }
        return taps;
    }
}
