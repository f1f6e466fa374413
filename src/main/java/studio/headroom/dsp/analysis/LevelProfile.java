package studio.headroom.dsp.analysis;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleStream;

/// How loud a sound is from moment to moment: the largest sample of all channels in each step of 5 ms. From it follows
/// where it sounds and where it is silent, at once for any threshold. Immutable.
public final class LevelProfile {
    private static final int PER_SECOND = 200;
    private static final int BLOCK = 4096;

    private final int sampleRate;
    private final int step;
    private final long frames;
    private final float[] peaks;

    private LevelProfile(int sampleRate, int step, long frames, float[] peaks) {
        this.sampleRate = sampleRate;
        this.step = step;
        this.frames = frames;
        this.peaks = peaks;
    }

    /// What counts as silence.
    ///
    /// @param thresholdDb what is lower is silent, in dBFS
    /// @param leastSilence shorter silence stays, in seconds
    /// @param before what is kept before a sound, in seconds
    /// @param after what is kept behind a sound, in seconds
    public record Silence(double thresholdDb, double leastSilence, double before, double after) {
        public Silence {
            if (!(leastSilence >= 0 && before >= 0 && after >= 0) || Double.isNaN(thresholdDb)) {
                throw new IllegalArgumentException("no silence is shorter than nothing");
            }
        }
    }

    /// A part of the sound.
    ///
    /// @param from its first frame
    /// @param to the frame behind its last
    public record Part(long from, long to) {}

    /// Listens to a whole stream.
    ///
    /// @param stream stays open
    /// @param canceled is asked often; work then ends with an [InterruptedIOException]
    public static LevelProfile of(SampleStream stream, BooleanSupplier canceled) throws IOException {
        int sampleRate = stream.format().sampleRate();
        int step = Math.max(1, sampleRate / PER_SECOND);
        float[][] block = new float[stream.format().channels()][BLOCK];
        float[] peaks = new float[1 << 12];
        long frames = 0;
        for (int count = stream.read(block, 0, BLOCK); count > 0; count = stream.read(block, 0, BLOCK)) {
            if (canceled.getAsBoolean()) {
                throw new InterruptedIOException("the analysis was canceled");
            }
            int last = Math.toIntExact((frames + count - 1) / step);
            if (last >= peaks.length) {
                peaks = Arrays.copyOf(peaks, Math.max(last + 1, peaks.length + (peaks.length >> 1)));
            }
            for (float[] channel : block) {
                for (int i = 0; i < count; i++) {
                    int at = (int) ((frames + i) / step);
                    peaks[at] = Math.max(peaks[at], Math.abs(channel[i]));
                }
            }
            frames += count;
        }
        return new LevelProfile(sampleRate, step, frames, peaks);
    }

    /// Length of the sound.
    public long frames() {
        return frames;
    }

    /// The largest sample of all, in dBFS; -∞ for silence.
    public double peakDbfs() {
        float most = 0;
        for (float peak : peaks) {
            most = Math.max(most, peak);
        }
        return Decibels.fromGain(most);
    }

    /// The parts that sound, in their order, none over another or touching it; none for a silent sound.
    public List<Part> sounding(Silence silence) {
        double least = Decibels.toGain(silence.thresholdDb());
        long gap = Math.round(silence.leastSilence() * sampleRate);
        long before = Math.round(silence.before() * sampleRate);
        long after = Math.round(silence.after() * sampleRate);
        List<Part> parts = new ArrayList<>();
        int count = (int) ((frames + step - 1) / step);
        for (int i = 0; i < count; i++) {
            if (peaks[i] < least || peaks[i] == 0) {
                continue;
            }
            long from = (long) i * step;
            long to = Math.min(frames, from + step);
            Part last = parts.isEmpty() ? null : parts.getLast();
            if (last != null && from - last.to() < gap) {
                parts.set(parts.size() - 1, new Part(last.from(), to));
            } else if (last != null && last.to() == from) {
                parts.set(parts.size() - 1, new Part(last.from(), to));
            } else {
                parts.add(new Part(from, to));
            }
        }
        return widened(parts, before, after);
    }

    private List<Part> widened(List<Part> parts, long before, long after) {
        List<Part> wide = new ArrayList<>();
        for (Part part : parts) {
            long from = Math.max(0, part.from() - before);
            long to = Math.min(frames, part.to() + after);
            if (!wide.isEmpty() && from <= wide.getLast().to()) {
                wide.set(wide.size() - 1, new Part(wide.getLast().from(), to));
            } else {
                wide.add(new Part(from, to));
            }
        }
        return wide;
    }
}
