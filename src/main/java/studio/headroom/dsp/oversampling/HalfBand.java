package studio.headroom.dsp.oversampling;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// One doubling of the sample rate and its way back, with one linear-phase half-band FIR filter for both.
///
/// A half-band filter has every other tap zero but the middle one, so one of its two polyphase branches is a delay,
/// and the other is symmetric: `M` products for two samples of output. The taps are a sinc in a Kaiser window
/// (Kaiser 1974).
///
/// Signals are in *planes*: a signal of `P` times the base rate is P rows of the base rate, where row p holds, for
/// frame i and channel c, its sample i·P + p at index i·channels + c. So all channels go through one loop, and every
/// inner loop runs straight along a row, without dependence: the longer, the less of it is left over by vectors.
///
/// Histories are float and sums double, which is what the compiler can vectorize: it cannot rule out that a loop that
/// loads floats at one offset and stores floats at another overlaps itself.
@RealTime
final class HalfBand {
    /// Runs after which histories move back to the front of their rows.
    private static final int RUNS = 8;

    /// Of the up-sampled side before this stage.
    private final int planes;

    private final int shift;
    private final int channels;
    private final int half;
    private final float[] taps;
    private final int pad;

    /// Measures of rows, in samples of all channels: what is kept before a run, the longest run, and all.
    private final int history;

    private final int block;
    private final int rowLength;
    /// Where the present runs begin in their rows, each behind its history.
    private int risingAt;

    private int fallingAt;
    /// One row behind the other.
    private final float[] rising;

    private final float[] fallingEven;
    private final float[] fallingOdd;
    private final double[] sums;

    /// @param planes the rate before the doubling, as a multiple of the base rate: a power of two
    /// @param channels in each row
    /// @param passband end of the pass-band as a part of the rate before the doubling, below 0.5
    /// @param attenuation of what lies above one minus the pass-band, in dB
    HalfBand(int planes, int channels, double passband, double attenuation) {
        this.planes = planes;
        this.channels = channels;
        shift = Integer.numberOfTrailingZeros(planes);
        taps = HalfBandDesign.taps(passband, attenuation);
        half = taps.length;
        // Way up: M samples, way down: M - 1; a whole number of base frames takes some more.
        pad = Math.floorMod(-(2 * half - 1), planes);
        history = ((2 * half + pad >> shift) + 1) * channels;
        block = Timeline.SUB_BLOCK * channels;
        rowLength = history + RUNS * block;
        rising = new float[planes * rowLength];
        fallingEven = new float[planes * rowLength];
        fallingOdd = new float[planes * rowLength];
        sums = new double[block];
        risingAt = fallingAt = history;
    }

    /// Frames of the base rate that the way up and down takes together.
    int latency() {
        return (2 * half - 1 + pad) >> shift;
    }

    void clear() {
        risingAt = fallingAt = history;
        Arrays.fill(rising, 0f);
        Arrays.fill(fallingEven, 0f);
        Arrays.fill(fallingOdd, 0f);
    }

    /// @param in as many planes as this stage was made for
    /// @param out twice as many
    /// @param frames at most one sub-block
    void up(float[][] in, float[][] out, int frames) {
        int count = frames * channels;
        for (int p = 0; p < planes; p++) {
            System.arraycopy(in[p], 0, rising, p * rowLength + risingAt, count);
        }
        for (int p = 0; p < planes; p++) {
            int center = p - half;
            System.arraycopy(rising, place(center, risingAt), out[2 * p], 0, count);
            Arrays.fill(sums, 0, count, 0.0);
            addBranch(rising, risingAt, center, count);
            narrow(sums, 1f, out[2 * p + 1], count);
        }
        risingAt = advance(rising, risingAt, count);
    }

    /// The inverse of [#up]; what is above the pass-band is lost.
    void down(float[][] in, float[][] out, int frames) {
        int count = frames * channels;
        for (int p = 0; p < planes; p++) {
            System.arraycopy(in[2 * p], 0, fallingEven, p * rowLength + fallingAt, count);
            System.arraycopy(in[2 * p + 1], 0, fallingOdd, p * rowLength + fallingAt, count);
        }
        for (int p = 0; p < planes; p++) {
            int center = p - half - pad;
            widen(fallingEven, place(center + 1, fallingAt), sums, count);
            addBranch(fallingOdd, fallingAt, center, count);
            narrow(sums, 0.5f, out[p], count);
        }
        advance(fallingEven, fallingAt, count);
        fallingAt = advance(fallingOdd, fallingAt, count);
    }

    /// Where in its row a run begins that is `offset` samples of the higher rate from the present run of row 0.
    private int place(int offset, int at) {
        return (offset & planes - 1) * rowLength + at + (offset >> shift) * channels;
    }

    /// Adds the sum over j of taps[j] · (x[center - j] + x[center + 1 + j]).
    private void addBranch(float[] x, int at, int center, int count) {
        for (int j = 0; j < half; j += 2) {
            addTwoPairs(
                    sums,
                    count,
                    x,
                    taps[j],
                    place(center - j, at),
                    place(center + 1 + j, at),
                    taps[j + 1],
                    place(center - j - 1, at),
                    place(center + 2 + j, at));
        }
    }

    /// Two at once: one costs more loads and stores of the sums, with three the compiler gives up vectorizing.
    private static void addTwoPairs(double[] sums, int count, float[] x, float g, int a, int b, float h, int c, int d) {
        for (int i = 0; i < count; i++) {
            sums[i] += g * (x[a + i] + x[b + i]) + h * (x[c + i] + x[d + i]);
        }
    }

    private static void widen(float[] x, int from, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = x[from + i];
        }
    }

    private static void narrow(double[] x, float gain, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = gain * (float) x[i];
        }
    }

    /// Where the next run begins, after histories have moved to the front if it might not fit.
    private int advance(float[] rows, int at, int count) {
        int next = at + count;
        if (next + block <= rowLength) {
            return next;
        }
        for (int p = 0; p < planes; p++) {
            System.arraycopy(rows, p * rowLength + next - history, rows, p * rowLength, history);
        }
        return history;
    }
}
