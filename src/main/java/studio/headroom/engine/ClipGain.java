package studio.headroom.engine;

import studio.headroom.audio.Decibels;
import studio.headroom.concurrent.RealTime;
import studio.headroom.project.GainEnvelope;

/// A gain envelope as arrays, ready to be multiplied with samples. It is exact at frames of the sound file that lie on
/// a grid of 2.7 ms, and straight between them: so a step of it is a short fade, and no cut into blocks changes a bit.
final class ClipGain {
    private static final int GRID_AT_48_KHZ = 128;

    private final int grid;
    private final long[] frames;
    private final double[] levels;

    /// @param envelope has a point
    ClipGain(GainEnvelope envelope, int sampleRate) {
        grid = Math.max(1, GRID_AT_48_KHZ * sampleRate / 48_000);
        int count = envelope.points().size();
        frames = new long[count];
        levels = new double[count];
        for (int i = 0; i < count; i++) {
            frames[i] = envelope.points().get(i).frame();
            levels[i] = envelope.points().get(i).db();
        }
    }

    /// Multiplies samples in the order of the sound file.
    ///
    /// @param rows `[at least channels][at least count]`
    /// @param first frame of the sound file at the first sample
    @RealTime
    void apply(float[][] rows, int channels, long first, int count) {
        long block = Math.floorDiv(first, (long) grid);
        double from = gain(block * grid);
        for (int at = 0; at < count; block++) {
            double to = gain((block + 1) * grid);
            double step = (to - from) / grid;
            int inBlock = (int) (first + at - block * grid);
            int run = Math.min(count - at, grid - inBlock);
            for (int c = 0; c < channels; c++) {
                float[] row = rows[c];
                for (int i = 0; i < run; i++) {
                    row[at + i] *= (float) (from + step * (inBlock + i));
                }
            }
            at += run;
            from = to;
        }
    }

    @RealTime
    private double gain(long frame) {
        int low = 0;
        int high = frames.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames[middle] <= frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return Decibels.toGain(levels[0]);
        }
        if (low == frames.length) {
            return Decibels.toGain(levels[low - 1]);
        }
        double way = (double) (frame - frames[low - 1]) / (frames[low] - frames[low - 1]);
        return Decibels.toGain(levels[low - 1] + (levels[low] - levels[low - 1]) * way);
    }
}
