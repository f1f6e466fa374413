package studio.headroom.files.peaks;

import java.nio.ByteBuffer;

/// The peaks of one chunk of one channel at all levels. Each level is rounded from the samples' own extremes, so that
/// roundings do not add up. One thread at a time.
final class ChunkPeaks {
    private static final int FINEST = 1 << PeakLayout.shift(0);

    private final float[] min = new float[PeakLayout.CHUNK / FINEST];
    private final float[] max = new float[PeakLayout.CHUNK / FINEST];
    /// Sums of squares.
    private final double[] power = new double[PeakLayout.CHUNK / FINEST];

    private final short[][] levels = new short[PeakLayout.LEVELS][];
    private final int[] counts = new int[PeakLayout.LEVELS];

    ChunkPeaks() {
        for (int level = 0; level < PeakLayout.LEVELS; level++) {
            levels[level] = new short[(PeakLayout.CHUNK >> PeakLayout.shift(level)) * PeakLayout.VALUES];
        }
    }

    /// @param count frames, 1 to a chunk; fewer than a chunk only at the end of the sound
    void reduce(float[] samples, int count) {
        int peaks = 0;
        for (int at = 0; at < count; at += FINEST) {
            reduceOne(samples, at, Math.min(count, at + FINEST), peaks++);
        }
        encode(0, peaks, count);
        for (int level = 1; level < PeakLayout.LEVELS; level++) {
            peaks = merge(peaks);
            encode(level, peaks, count);
        }
    }

    private void reduceOne(float[] samples, int from, int to, int peak) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float x = samples[i];
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += samples[i] * samples[i];
            b += samples[i + 1] * samples[i + 1];
            c += samples[i + 2] * samples[i + 2];
            d += samples[i + 3] * samples[i + 3];
        }
        for (; i < to; i++) {
            a += samples[i] * samples[i];
        }
        min[peak] = low;
        max[peak] = high;
        power[peak] = (double) a + b + c + d;
    }

    /// Makes each four peaks one, in place.
    private int merge(int peaks) {
        int merged = 0;
        for (int from = 0; from < peaks; from += 4) {
            float low = min[from];
            float high = max[from];
            double sum = power[from];
            for (int i = from + 1; i < Math.min(peaks, from + 4); i++) {
                low = Math.min(low, min[i]);
                high = Math.max(high, max[i]);
                sum += power[i];
            }
            min[merged] = low;
            max[merged] = high;
            power[merged++] = sum;
        }
        return merged;
    }

    private void encode(int level, int peaks, int frames) {
        short[] to = levels[level];
        int size = 1 << PeakLayout.shift(level);
        for (int i = 0, at = 0; i < peaks; i++) {
            int length = Math.min(size, frames - i * size);
            to[at++] = Half.below(min[i]);
            to[at++] = Half.above(max[i]);
            to[at++] = Half.below((float) Math.sqrt(power[i] / length));
        }
        counts[level] = peaks;
    }

    /// Puts a level's peaks into a little-endian buffer, from its beginning, ready to be written.
    void copy(int level, ByteBuffer target) {
        target.clear();
        target.asShortBuffer().put(levels[level], 0, counts[level] * PeakLayout.VALUES);
        target.limit(counts[level] * PeakLayout.PEAK_BYTES);
    }
}
