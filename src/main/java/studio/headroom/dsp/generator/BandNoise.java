package studio.headroom.dsp.generator;

import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.MatchedBiquad;

/// Pink noise of what can be heard, with a root mean square of 1: a second-order Butterworth filter each takes away
/// what lies below 20 Hz and above 20 kHz. Where 20 kHz is above 0.45 of the sample rate, the rate ends it above.
///
/// Without the filters 1.3 dB (at 44.1 kHz) to 2.1 dB (at 192 kHz) of the power would be where loudspeakers and sound
/// level meters do little. Of what this makes, less than 0.3 dB lies outside, at every rate.
@RealTime
public final class BandNoise {
    private static final double LOWEST = 20;
    private static final double HIGHEST = 20_000;
    private static final double HIGHEST_PART = 0.45;
    private static final double BUTTERWORTH = Math.sqrt(0.5);

    private static final int MEASURED = 1 << 16;
    private static final double FLUSH = 1e-15;

    private final Noise source;
    /// `b0 b1 b2 a1 a2` of the low cut and of the high cut.
    private final double[] low = new double[5];
    private final double[] high = {1, 0, 0, 0, 0};
    /// Of both, in transposed direct form II.
    private final double[] state = new double[4];
    private final double scale;

    /// @param seed another one makes other noise
    public BandNoise(int sampleRate, long seed) {
        source = new Noise(sampleRate, seed);
        MatchedBiquad.lowCut(MatchedBiquad.angular(LOWEST, sampleRate), BUTTERWORTH, low);
        if (HIGHEST <= HIGHEST_PART * sampleRate) {
            MatchedBiquad.highCut(MatchedBiquad.angular(HIGHEST, sampleRate), BUTTERWORTH, sampleRate, high);
        }
        double power = 0;
        for (int i = 0; i < MEASURED; i++) {
            double h = filter(source.color(i == 0 ? 1 : 0));
            power += h * h;
        }
        scale = 1 / Math.sqrt(power);
        clear();
    }

    public void clear() {
        source.clear();
        for (int i = 0; i < state.length; i++) {
            state[i] = 0;
        }
    }

    /// The next sample.
    public double next() {
        return scale * filter(source.pink());
    }

    /// Clears what is too small to matter; for the end of a block.
    public void flush() {
        for (int i = 0; i < state.length; i++) {
            if (Math.abs(state[i]) < FLUSH) {
                state[i] = 0;
            }
        }
    }

    private double filter(double x) {
        return section(section(x, low, 0), high, 2);
    }

    private double section(double x, double[] c, int at) {
        double y = c[0] * x + state[at];
        state[at] = c[1] * x - c[3] * y + state[at + 1];
        state[at + 1] = c[2] * x - c[4] * y;
        return y;
    }
}
