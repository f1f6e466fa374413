package studio.headroom.mastering.sight;

import java.util.Arrays;

/// The extremes of a sound over time, over all its channels, in memory and at any zoom: about four million bytes for a
/// song, whatever its length. Immutable, any thread.
public final class Waveform {
    private static final int FINEST_SHIFT = 5;
    private static final long MOST_STEPS = 1L << 19;
    /// Each level is four times as coarse as the one before.
    private static final int LEVEL_SHIFT = 2;

    private final int shift;
    private final long frames;
    /// For each level, minimum and maximum of each step in turn.
    private final float[][] levels;

    private Waveform(int shift, long frames, float[][] levels) {
        this.shift = shift;
        this.frames = frames;
        this.levels = levels;
    }

    /// Length of the sound.
    public long frames() {
        return frames;
    }

    /// Frames of the finest step; nearer zooms show steps of this width.
    public int stepFrames() {
        return 1 << shift;
    }

    /// The largest magnitude; 0 for silence.
    public float peak() {
        float peak = 0;
        for (float each : levels[levels.length - 1]) {
            peak = Math.max(peak, Math.abs(each));
        }
        return peak;
    }

    /// Fills columns of pixels: column `i` shows the steps that the frames from `fromFrame + i * framesPerPixel` to the
    /// next column's first touch. Columns outside of the sound are 0.
    ///
    /// @param fromFrame any: also before the beginning and between frames
    /// @param framesPerPixel above 0
    /// @param count of columns
    public void read(double fromFrame, double framesPerPixel, float[] min, float[] max, int count) {
        int level = 0;
        while (level + 1 < levels.length && framesPerPixel >= 1L << (shift + LEVEL_SHIFT * (level + 1))) {
            level++;
        }
        float[] steps = levels[level];
        double width = 1L << (shift + LEVEL_SHIFT * level);
        int last = steps.length / 2;
        for (int i = 0; i < count; i++) {
            int from = (int) Math.clamp(Math.floor((fromFrame + i * framesPerPixel) / width), 0, last);
            int to = (int) Math.clamp(Math.ceil((fromFrame + (i + 1) * framesPerPixel) / width), 0, last);
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int step = from; step < to; step++) {
                low = Math.min(low, steps[2 * step]);
                high = Math.max(high, steps[2 * step + 1]);
            }
            boolean inside = low <= high && fromFrame + i * framesPerPixel < frames;
            min[i] = inside ? low : 0;
            max[i] = inside ? high : 0;
        }
    }

    /// Makes the waveform of a sound as it comes. One thread.
    static final class Builder {
        private final int shift;
        private float[] steps;
        private int done;
        private float low = Float.POSITIVE_INFINITY;
        private float high = Float.NEGATIVE_INFINITY;
        private int filled;
        private long frames;

        /// @param expected frames; only a guess at the memory that is needed, and the finest step
        Builder(long expected) {
            int fit = FINEST_SHIFT;
            while (expected >> fit > MOST_STEPS) {
                fit++;
            }
            shift = fit;
            steps = new float[2 * (int) ((expected >> shift) + 1)];
        }

        void add(float[][] in, int offset, int count) {
            int at = offset;
            int end = offset + count;
            while (at < end) {
                int now = Math.min(end - at, (1 << shift) - filled);
                for (float[] channel : in) {
                    extend(channel, at, now);
                }
                at += now;
                filled += now;
                if (filled == 1 << shift) {
                    endStep();
                }
            }
            frames += count;
        }

        private void extend(float[] in, int from, int count) {
            float least = low;
            float most = high;
            for (int i = from; i < from + count; i++) {
                float x = in[i];
                least = Math.min(least, x);
                most = Math.max(most, x);
            }
            low = least;
            high = most;
        }

        private void endStep() {
            if (steps.length < 2 * done + 2) {
                steps = Arrays.copyOf(steps, 2 * steps.length + 2);
            }
            boolean valid = low <= high;
            steps[2 * done] = valid ? low : 0;
            steps[2 * done + 1] = valid ? high : 0;
            done++;
            filled = 0;
            low = Float.POSITIVE_INFINITY;
            high = Float.NEGATIVE_INFINITY;
        }

        Waveform finish() {
            if (filled > 0) {
                endStep();
            }
            int count = 1;
            for (int size = done; size > 1; size = (size + 3) >> LEVEL_SHIFT) {
                count++;
            }
            float[][] levels = new float[count][];
            levels[0] = Arrays.copyOf(steps, 2 * done);
            for (int level = 1; level < count; level++) {
                levels[level] = coarser(levels[level - 1]);
            }
            return new Waveform(shift, frames, levels);
        }

        private static float[] coarser(float[] fine) {
            int from = fine.length / 2;
            float[] coarse = new float[2 * ((from + 3) >> LEVEL_SHIFT)];
            for (int i = 0; i < coarse.length / 2; i++) {
                int first = i << LEVEL_SHIFT;
                float least = fine[2 * first];
                float most = fine[2 * first + 1];
                for (int j = first + 1; j < Math.min(from, first + (1 << LEVEL_SHIFT)); j++) {
                    least = Math.min(least, fine[2 * j]);
                    most = Math.max(most, fine[2 * j + 1]);
                }
                coarse[2 * i] = least;
                coarse[2 * i + 1] = most;
            }
            return coarse;
        }
    }
}
