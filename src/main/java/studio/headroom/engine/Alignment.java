package studio.headroom.engine;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Holds a signal back by a whole number of frames, so that it meets others in time. One that follows another goes on
/// with what that one holds and fades over from its delay to the own.
final class Alignment {
    private static final int SUB = Timeline.SUB_BLOCK;

    private final int frames;
    private final Transition transition;
    private final int late;
    /// By channel; none where nothing is held back.
    private final LatencyDelay[] lines;
    private final float[][] delayed;
    /// What this follows, until that is taken over.
    private LatencyDelay @Nullable [] before;

    /// @param frames by which the signal is held back
    /// @param late frames by which the signal is late when it has been held back
    /// @param previous the one that this follows, or null
    Alignment(
            int channels,
            int frames,
            int late,
            @Nullable Alignment previous,
            Transition transition,
            int sampleRate,
            int maxFrames) {
        this.frames = frames;
        this.late = late;
        this.transition = transition;
        int old = previous == null ? frames : previous.frames;
        if (previous != null && old == frames && previous.fits(channels)) {
            lines = previous.lines;
            delayed = previous.delayed;
            return;
        }
        lines = new LatencyDelay[frames == 0 && old == 0 ? 0 : channels];
        delayed = new float[lines.length][maxFrames];
        for (int c = 0; c < lines.length; c++) {
            lines[c] = new LatencyDelay(frames, old, Transition.frames(sampleRate), maxFrames);
        }
        before = previous == null ? null : previous.lines;
    }

    private boolean fits(int channels) {
        return lines.length == 0 ? frames == 0 : lines.length == channels;
    }

    int frames() {
        return frames;
    }

    /// Begins to be used in the place of one of an older graph.
    @RealTime
    void adopt() {
        if (before != null) {
            for (int c = 0; c < lines.length; c++) {
                lines[c].follow(before.length == 0 ? null : before[Math.min(c, before.length - 1)]);
            }
            before = null;
        }
    }

    /// Whether the delay is what it is to be.
    @RealTime
    boolean settled() {
        for (LatencyDelay line : lines) {
            if (!line.settled()) {
                return false;
            }
        }
        return true;
    }

    /// What came in this many frames ago: `signal` itself where nothing is held back.
    @RealTime
    float[][] process(float[][] signal, long clock, int subBlocks) {
        if (lines.length == 0) {
            return signal;
        }
        if (settled()) {
            for (int c = 0; c < lines.length; c++) {
                lines[c].process(signal[c], delayed[c], 0, subBlocks * SUB);
            }
            return delayed;
        }
        for (int s = 0; s < subBlocks; s++) {
            boolean go = transition.begun(clock + (long) s * SUB, late);
            for (int c = 0; c < lines.length; c++) {
                lines[c].process(signal[c], delayed[c], s * SUB, SUB, go);
            }
        }
        return delayed;
    }

    @RealTime
    void reset() {
        before = null;
        for (LatencyDelay line : lines) {
            line.clear();
        }
    }
}
