package studio.headroom.dsp.generator;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// White and pink noise, the same after each [#clear], with a root mean square of 1.
///
/// White noise is of even distribution (G. Marsaglia, "Xorshift RNGs", 2003). Pink noise is white noise through
/// poles and zeros that take turns along the logarithm of frequency: its octaves differ by less than half a dB
/// up to 14 kHz.
@RealTime
public final class Noise {
    private static final double LOWEST = 5;
    /// From pole to pole; a zero lies in the middle.
    private static final double SPACING = 3;

    private static final double WHITE = Math.sqrt(3.0) / (1L << 31);
    private static final int MEASURED = 1 << 16;

    private final long seed;
    private final double[] pole;
    private final double[] zero;
    private final double[] state;
    private final double scale;
    private long bits;

    /// @param seed another one makes other noise
    public Noise(int sampleRate, long seed) {
        this.seed = seed;
        int count = (int) Math.ceil(Math.log(0.45 * sampleRate / LOWEST) / Math.log(SPACING));
        pole = new double[count];
        zero = new double[count];
        state = new double[count];
        for (int i = 0; i < count; i++) {
            double hertz = LOWEST * Math.pow(SPACING, i);
            pole[i] = Math.exp(-2.0 * Math.PI * hertz / sampleRate);
            zero[i] = Math.exp(-2.0 * Math.PI * hertz * Math.sqrt(SPACING) / sampleRate);
        }
        double power = 0;
        for (int i = 0; i < MEASURED; i++) {
            double h = filter(i == 0 ? 1 : 0);
            power += h * h;
        }
        scale = 1.0 / Math.sqrt(power);
        clear();
    }

    public void clear() {
        Arrays.fill(state, 0);
        bits = 0x9E3779B97F4A7C15L * (seed + 1);
    }

    public double white() {
        bits ^= bits << 13;
        bits ^= bits >>> 7;
        bits ^= bits << 17;
        return WHITE * (int) (bits >>> 32);
    }

    public double pink() {
        return color(white());
    }

    /// What makes white noise pink, for measuring it with an impulse; [#clear] afterwards.
    double color(double x) {
        return scale * filter(x);
    }

    private double filter(double x) {
        double v = x;
        for (int i = 0; i < state.length; i++) {
            double s = v + pole[i] * state[i];
            v = s - zero[i] * state[i];
            state[i] = s;
        }
        return v;
    }
}
