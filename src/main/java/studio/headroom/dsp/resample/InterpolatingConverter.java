package studio.headroom.dsp.resample;

/// Conversion by any ratio of integers: the weights of an output frame lie between those of two tabled phases and are
/// found by cubic interpolation. Positions are exact integers, so nothing drifts.
final class InterpolatingConverter implements RateConverter {
    /// Phases in a frame of the lower rate: the error of the cubic, 3/128·(pi/256)^4, is 185 dB down.
    private static final int PHASES_PER_PERIOD = 256;
    private static final int BLOCK = 4096;

    private final int channels;
    private final long up;
    private final long down;
    private final int taps;
    private final int phases;
    /// `table[(phase + 1) * taps + k]` for phase -1 to phases + 1.
    private final double[] table;
    /// Input frames from [#start] on.
    private final float[][] history;
    private long start;
    private int filled;
    /// The next output frame lies `remainder / up` of a frame after input frame `position`.
    private long position;
    private long remainder;

    InterpolatingConverter(SincFilter filter, long up, long down, int channels) {
        this.channels = channels;
        this.up = up;
        this.down = down;
        taps = filter.taps();
        phases = (int) Math.ceil(PHASES_PER_PERIOD * Math.min(1, (double) up / down));
        table = new double[(phases + 3) * taps];
        for (int phase = -1; phase <= phases + 1; phase++) {
            filter.weights((double) phase / phases, table, (phase + 1) * taps);
        }
        history = new float[channels][taps + BLOCK];
        filled = taps / 2;
        start = -filled;
    }

    @Override
    public int room() {
        return ready() > 0 ? 0 : taps + BLOCK - filled;
    }

    @Override
    public void put(float[][] in, int offset, int count) {
        for (int channel = 0; channel < channels; channel++) {
            System.arraycopy(in[channel], offset, history[channel], filled, count);
        }
        filled += count;
    }

    @Override
    public int ready() {
        // The last input frame that the output frame n needs is position(n) + taps / 2.
        long last = start + filled - 1 - taps / 2;
        if (last < position) {
            return 0;
        }
        long fine = (last - position + 1) * up - remainder;
        return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(fine, down));
    }

    @Override
    public void take(float[][] out, int offset, int count) {
        for (int i = 0; i < count; i++) {
            double at = (double) remainder / up * phases;
            int phase = Math.min((int) at, phases - 1);
            for (int channel = 0; channel < channels; channel++) {
                out[channel][offset + i] =
                        frame(history[channel], (int) (position - start) + 1 - taps / 2, phase, at - phase);
            }
            remainder += down;
            position += remainder / up;
            remainder %= up;
        }
        forget();
    }

    /// One output frame: the four neighboring phases, combined by Lagrange's cubic for `d` of the way from the second
    /// to the third.
    private float frame(float[] x, int from, int phase, double d) {
        int r0 = phase * taps;
        int r1 = r0 + taps;
        int r2 = r1 + taps;
        int r3 = r2 + taps;
        double y0 = 0;
        double y1 = 0;
        double y2 = 0;
        double y3 = 0;
        for (int k = 0; k < taps; k++) {
            double sample = x[from + k];
            y0 += table[r0 + k] * sample;
            y1 += table[r1 + k] * sample;
            y2 += table[r2 + k] * sample;
            y3 += table[r3 + k] * sample;
        }
        return (float) (-d * (d - 1) * (d - 2) / 6 * y0
                + (d + 1) * (d - 1) * (d - 2) / 2 * y1
                - (d + 1) * d * (d - 2) / 2 * y2
                + (d + 1) * d * (d - 1) / 6 * y3);
    }

    /// Drops the input that no later output frame needs.
    private void forget() {
        int drop = (int) Math.min(filled, position + 1 - taps / 2 - start);
        if (drop > BLOCK / 2) {
            for (float[] row : history) {
                System.arraycopy(row, drop, row, 0, filled - drop);
            }
            filled -= drop;
            start += drop;
        }
    }
}
