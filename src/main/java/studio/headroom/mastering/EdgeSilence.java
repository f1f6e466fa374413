package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleSource;

/// Silence before and after a sound. The level is half of what lies between the highest and the lowest sample of 5 ms,
/// so that a DC offset is no sound.
public final class EdgeSilence {
    /// Below this a beginning is silence, in dBFS.
    public static final double HEAD = -60;
    /// Below this an end is silence, in dBFS: lower, for tails ring out where beginnings start.
    public static final double TAIL = -80;

    private static final double STEP_SECONDS = 0.005;
    private static final int STEPS = 64;

    private final SampleSource sound;
    private final int step;
    private final float[][] block;
    /// The samples that lie before those that are looked at, on the way.
    private final float[] before;

    private EdgeSilence(SampleSource sound) {
        this.sound = sound;
        step = Math.max(2, (int) (sound.format().sampleRate() * STEP_SECONDS));
        block = new float[sound.format().channels()][step * STEPS];
        before = new float[block.length];
    }

    /// Frames before the first sound; 0 where there is no sound at all.
    public static long head(SampleSource sound) throws IOException {
        return new EdgeSilence(sound).head();
    }

    /// Frames after the last sound; 0 where there is no sound at all.
    public static long tail(SampleSource sound) throws IOException {
        return new EdgeSilence(sound).tail();
    }

    private long head() throws IOException {
        double limit = 2 * Decibels.toGain(HEAD);
        long frames = sound.frames();
        for (long start = 0; start < frames; start += block[0].length) {
            int count = (int) Math.min(block[0].length, frames - start);
            sound.read(start, block, 0, count);
            if (start == 0) {
                pass(0);
            }
            for (int at = 0; at < count; at += step) {
                int found = sound(at, Math.min(step, count - at), 1, limit);
                if (found >= 0) {
                    return start + at + found;
                }
                pass(Math.min(at + step, count) - 1);
            }
        }
        return 0;
    }

    private long tail() throws IOException {
        double limit = 2 * Decibels.toGain(TAIL);
        for (long end = sound.frames(); end > 0; end -= block[0].length) {
            int count = (int) Math.min(block[0].length, end);
            sound.read(end - count, block, 0, count);
            if (end == sound.frames()) {
                pass(count - 1);
            }
            for (int last = count; last > 0; last -= step) {
                int found = sound(last - 1, Math.min(step, last), -1, limit);
                if (found >= 0) {
                    return sound.frames() - end + count - last + found;
                }
                pass(Math.max(last - step, 0));
            }
        }
        return 0;
    }

    private void pass(int at) {
        for (int c = 0; c < before.length; c++) {
            before[c] = block[c][at];
        }
    }

    /// How many frames pass before the samples of a channel lie further apart than the limit; below 0 where none do.
    ///
    /// @param way 1 forward, -1 backward
    private int sound(int at, int count, int way, double limit) {
        int first = -1;
        for (int c = 0; c < block.length; c++) {
            float low = before[c];
            float high = low;
            int end = first < 0 ? count : first;
            for (int i = 0; i < end; i++) {
                float sample = block[c][at + way * i];
                low = Math.min(low, sample);
                high = Math.max(high, sample);
                if (high - low > limit) {
                    first = i;
                    break;
                }
            }
        }
        return first;
    }
}
