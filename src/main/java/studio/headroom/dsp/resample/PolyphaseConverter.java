package studio.headroom.dsp.resample;

import java.util.Arrays;

/// Conversion by a ratio L/M of moderate integers, with one exact set of weights for each of the L phases.
///
/// Input comes in cycles of M frames, which give L output frames. A block of cycles is converted at once: input
/// frames with the same place in their cycle lie in one row, so that for one phase and one tap the inner loop runs
/// along the cycles, over a row, without strides. C2 vectorizes that, as it does not a dot product. Sums are double;
/// products are, too, near the middle of the filter, where they are large.
final class PolyphaseConverter implements RateConverter {
    private static final int MIN_CYCLES = 128;
    private static final int MIN_FRAMES = 4096;
    /// So near to the middle, in taps, weights are so large that float products would change a constant's last bit.
    private static final int NEAR = 16;

    private final int channels;
    private final int up;
    private final int down;
    private final int taps;
    private final int cycles;
    /// Cycles kept before and after the block for the filter's reach.
    private final int margin;
    /// `weights[phase * taps + k]`.
    private final double[] weights;
    /// `rows[channel][place in cycle][margin + cycle]`.
    private final float[][][] rows;
    /// The rows of the frames from `1 - taps / 2` on, counted from the beginning of the block.
    private final int[] place;
    /// Their positions in those rows.
    private final int[] cycleOf;
    private final double[] sums;
    private final float[][] output;
    /// Where the next input frame goes.
    private int nextCycle;
    private int nextPlace;
    private int given;

    PolyphaseConverter(SincFilter filter, int up, int down, int channels) {
        this.channels = channels;
        this.up = up;
        this.down = down;
        taps = filter.taps();
        cycles = Math.max(MIN_CYCLES, MIN_FRAMES / Math.max(up, down));
        margin = Math.ceilDiv(taps / 2, down);
        weights = new double[up * taps];
        for (int phase = 0; phase < up; phase++) {
            filter.weights((double) ((long) phase * down % up) / up, weights, phase * taps);
        }
        rows = new float[channels][down][cycles + 2 * margin];
        place = new int[down + taps];
        cycleOf = new int[down + taps];
        for (int i = 0; i < place.length; i++) {
            place[i] = Math.floorMod(i + 1 - taps / 2, down);
            cycleOf[i] = Math.floorDiv(i + 1 - taps / 2, down) + margin;
        }
        sums = new double[cycles];
        output = new float[channels][cycles * up];
        nextCycle = margin;
        given = cycles * up;
    }

    @Override
    public int room() {
        return ready() > 0 ? 0 : (cycles + 2 * margin - nextCycle) * down - nextPlace;
    }

    @Override
    public void put(float[][] in, int offset, int count) {
        int c = nextCycle;
        int p = nextPlace;
        for (int channel = 0; channel < channels; channel++) {
            float[] x = in[channel];
            float[][] target = rows[channel];
            c = nextCycle;
            p = nextPlace;
            for (int i = offset; i < offset + count; i++) {
                target[p][c] = x[i];
                if (++p == down) {
                    p = 0;
                    c++;
                }
            }
        }
        nextCycle = c;
        nextPlace = p;
        if (nextCycle == cycles + 2 * margin) {
            for (int channel = 0; channel < channels; channel++) {
                convert(channel);
                for (float[] row : rows[channel]) {
                    System.arraycopy(row, cycles, row, 0, 2 * margin);
                }
            }
            nextCycle = 2 * margin;
            given = 0;
        }
    }

    private void convert(int channel) {
        float[][] x = rows[channel];
        float[] out = output[channel];
        for (int phase = 0; phase < up; phase++) {
            Arrays.fill(sums, 0);
            // Where in `place` the first frame is that weighs in on the phase in the block's first cycle.
            int first = (int) ((long) phase * down / up);
            for (int k = 0; k < taps; k += 4) {
                if (Math.abs(k - taps / 2) < NEAR) {
                    addNear(x, first + k, phase * taps + k);
                } else {
                    addFar(x, first + k, phase * taps + k);
                }
            }
            for (int i = 0; i < cycles; i++) {
                out[i * up + phase] = (float) sums[i];
            }
        }
    }

    /// Adds four taps in double.
    private void addNear(float[][] x, int frame, int weight) {
        float[] x0 = x[place[frame]];
        float[] x1 = x[place[frame + 1]];
        float[] x2 = x[place[frame + 2]];
        float[] x3 = x[place[frame + 3]];
        int c0 = cycleOf[frame];
        int c1 = cycleOf[frame + 1];
        int c2 = cycleOf[frame + 2];
        int c3 = cycleOf[frame + 3];
        double w0 = weights[weight];
        double w1 = weights[weight + 1];
        double w2 = weights[weight + 2];
        double w3 = weights[weight + 3];
        double[] total = sums;
        for (int i = 0; i < total.length; i++) {
            total[i] += (w0 * x0[c0 + i] + w1 * x1[c1 + i]) + (w2 * x2[c2 + i] + w3 * x3[c3 + i]);
        }
    }

    /// Adds four taps in float, their sum in double: twice as fast.
    private void addFar(float[][] x, int frame, int weight) {
        float[] x0 = x[place[frame]];
        float[] x1 = x[place[frame + 1]];
        float[] x2 = x[place[frame + 2]];
        float[] x3 = x[place[frame + 3]];
        int c0 = cycleOf[frame];
        int c1 = cycleOf[frame + 1];
        int c2 = cycleOf[frame + 2];
        int c3 = cycleOf[frame + 3];
        float w0 = (float) weights[weight];
        float w1 = (float) weights[weight + 1];
        float w2 = (float) weights[weight + 2];
        float w3 = (float) weights[weight + 3];
        double[] total = sums;
        for (int i = 0; i < total.length; i++) {
            total[i] += (w0 * x0[c0 + i] + w1 * x1[c1 + i]) + (w2 * x2[c2 + i] + w3 * x3[c3 + i]);
        }
    }

    @Override
    public int ready() {
        return cycles * up - given;
    }

    @Override
    public void take(float[][] out, int offset, int count) {
        for (int channel = 0; channel < channels; channel++) {
            System.arraycopy(output[channel], given, out[channel], offset, count);
        }
        given += count;
    }
}
