package studio.headroom.dsp.dither;

import java.util.Arrays;

/// Makes integers of a word length from floating-point samples: once, as the last thing before a file is written.
///
/// With dither, the noise added before rounding is triangular over ±1 LSB (the sum of two independent uniform values
/// of ±0.5 LSB) and independent for each channel and sample: the total error then has a mean of 0 and a variance of
/// LSB²/4 whatever the signal (Lipshitz, Wannamaker and Vanderkooy, JAES 40(5), 1992). Noise shaping feeds the total
/// error back. Equal seeds give equal results, however the stream is cut.
///
/// A channel that has been exactly 0 for [#BLANK_SECONDS], and from the beginning of the stream until its first
/// sound, gives exact zeros: digital silence stays. Without dither, samples that fit the word length pass unchanged.
///
/// Values outside the range become its nearest end and are counted; NaN becomes 0. One thread at a time.
public final class Requantizer {
    public static final int MIN_BITS = 8;
    public static final int MAX_BITS = 24;
    /// How long a channel has to be silent until dither stops.
    public static final double BLANK_SECONDS = 0.1;

    /// Dither and rounding stay within this many LSB; only clipping goes beyond, and must not be made up for.
    private static final double MAX_ERROR = 1.5;
    private static final double TWO_TO_MINUS_32 = 0x1p-32;

    private final int channels;
    private final double scale;
    private final int lowest;
    private final int highest;
    private final boolean dither;
    private final long seed;
    private final double[] taps;
    private final int blankFrames;
    private final long[] random;
    private final int[] silentFrames;
    /// What the errors so far take from the next samples of each channel: `[0]` from the next, `[1]` from the one
    /// after.
    private final double[][] feedback;
    private long clippedSamples;

    private Requantizer(int sampleRate, int channels, int bits, boolean dither, double[] taps, long seed) {
        if (bits < MIN_BITS || bits > MAX_BITS) {
            throw new IllegalArgumentException(bits + " bits are outside " + MIN_BITS + " to " + MAX_BITS);
        }
        this.channels = channels;
        this.dither = dither;
        this.seed = seed;
        this.taps = taps;
        scale = 1 << (bits - 1);
        lowest = -(1 << (bits - 1));
        highest = (1 << (bits - 1)) - 1;
        blankFrames = Math.max(1, (int) (BLANK_SECONDS * sampleRate));
        random = new long[channels];
        silentFrames = new int[channels];
        feedback = new double[channels][taps.length + 1];
        reset();
    }

    /// Rounds to the nearest integer and adds nothing.
    public static Requantizer rounding(int sampleRate, int channels, int bits) {
        return new Requantizer(sampleRate, channels, bits, false, new double[0], 0);
    }

    /// Adds triangular dither, its noise shaped.
    public static Requantizer dithering(int sampleRate, int channels, int bits, NoiseShaping shaping, long seed) {
        return new Requantizer(sampleRate, channels, bits, true, shaping.filter(sampleRate), seed);
    }

    /// Back to the beginning of a stream.
    public void reset() {
        for (int channel = 0; channel < channels; channel++) {
            // Each channel's sequence begins at a place of its own, far from all others.
            random[channel] = mixed(seed + channel * 0xD1342543DE82EF95L);
            silentFrames[channel] = blankFrames;
            Arrays.fill(feedback[channel], 0);
        }
        clippedSamples = 0;
    }

    /// Converts `count` frames of `in[channel][inOffset ..)`, full scale ±1, to `out[channel][outOffset ..)`, full
    /// scale -2^(bits - 1) to 2^(bits - 1) - 1.
    public void process(float[][] in, int inOffset, int[][] out, int outOffset, int count) {
        for (int channel = 0; channel < channels; channel++) {
            float[] x = in[channel];
            int[] y = out[channel];
            if (!dither) {
                round(x, inOffset, y, outOffset, count);
            } else if (taps.length == 0) {
                dither(channel, x, inOffset, y, outOffset, count);
            } else {
                shape(channel, x, inOffset, y, outOffset, count);
            }
        }
    }

    /// Samples that were outside the range so far.
    public long clippedSamples() {
        return clippedSamples;
    }

    private void round(float[] x, int from, int[] y, int to, int count) {
        for (int i = 0; i < count; i++) {
            y[to + i] = limit(Math.rint(x[from + i] * scale));
        }
    }

    private void dither(int channel, float[] x, int from, int[] y, int to, int count) {
        long state = random[channel];
        int silent = silentFrames[channel];
        for (int i = 0; i < count; i++) {
            state += 0x9E3779B97F4A7C15L;
            float sample = x[from + i];
            silent = sample == 0 ? silent + 1 : 0;
            if (silent > blankFrames) {
                silent = blankFrames;
                y[to + i] = 0;
            } else {
                y[to + i] = limit(Math.rint(sample * scale + triangular(state)));
            }
        }
        random[channel] = state;
        silentFrames[channel] = silent;
    }

    private void shape(int channel, float[] x, int from, int[] y, int to, int count) {
        long state = random[channel];
        int silent = silentFrames[channel];
        double[] pending = feedback[channel];
        int order = taps.length;
        for (int i = 0; i < count; i++) {
            state += 0x9E3779B97F4A7C15L;
            float sample = x[from + i];
            silent = sample == 0 ? silent + 1 : 0;
            double error = 0;
            if (silent > blankFrames) {
                silent = blankFrames;
                y[to + i] = 0;
            } else {
                double wanted = (Float.isNaN(sample) ? 0 : sample * scale) - pending[0];
                double rounded = Math.rint(wanted + triangular(state));
                error = rounded - wanted;
                if (rounded > highest || rounded < lowest) {
                    rounded = limit(rounded);
                    error = Math.clamp(rounded - wanted, -MAX_ERROR, MAX_ERROR);
                }
                y[to + i] = (int) rounded;
            }
            for (int k = 0; k < order; k++) {
                pending[k] = pending[k + 1] + taps[k] * error;
            }
        }
        random[channel] = state;
        silentFrames[channel] = silent;
    }

    private int limit(double value) {
        if (value > highest) {
            clippedSamples++;
            return highest;
        }
        if (value < lowest) {
            clippedSamples++;
            return lowest;
        }
        return (int) value;
    }

    /// The sum of two uniform values of ±0.5 from one step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
    private static double triangular(long state) {
        long bits = mixed(state);
        return ((bits >> 32) + (int) bits) * TWO_TO_MINUS_32;
    }

    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
