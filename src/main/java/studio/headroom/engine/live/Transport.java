package studio.headroom.engine.live;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.Playhead;

/// Starts, stops, moves and loops the playhead, always by a cross-fade at the sources: what is turned to is faded in
/// *before* its first frame where there is something before it, so that the first note is whole. The audio thread.
@RealTime
final class Transport {
    /// Shorter loops are made as long as this; they would be a tone.
    static final double SHORTEST_LOOP_SECONDS = 0.1;

    private static final double FADE_SECONDS = 0.02;
    private static final int SUB = Timeline.SUB_BLOCK;

    private final Playhead playhead;
    private final int fade;
    private final long shortestLoop;
    private double loopFrom = Double.NaN;
    private double loopTo = Double.NaN;

    Transport(Playhead playhead, int sampleRate) {
        this.playhead = playhead;
        fade = (int) Math.ceil(FADE_SECONDS * sampleRate);
        shortestLoop = (long) Math.ceil(SHORTEST_LOOP_SECONDS * sampleRate);
        playhead.standAt(0);
    }

    /// Whether it runs, or is about to.
    boolean runs() {
        return playhead.runs();
    }

    /// Runs on from a frame of the timeline. From a stand the playhead is there at once where nothing lies before it,
    /// else after the fade.
    ///
    /// @param clock of the next chunk
    void play(long clock, long frame) {
        boolean running = playhead.runs();
        int before = running ? fade : (int) Math.min(fade, frame);
        long turn = Math.max(clock, playhead.lastTurn()) + before;
        // Sub-blocks begin at multiples of their length on the timeline, as in a bounce.
        turn += Math.floorMod(frame - turn, SUB);
        playhead.run(turn, frame, before);
    }

    /// Fades out and stands where the fade ends.
    void stop(long clock) {
        if (playhead.runs()) {
            long turn = Math.max(clock, playhead.lastTurn()) + fade;
            playhead.stand(turn, playhead.timeline(turn), fade);
        }
    }

    /// Stands at a frame of the timeline.
    void standAt(long clock, long frame) {
        boolean running = playhead.runs();
        long turn = Math.max(clock, playhead.lastTurn()) + (running ? fade : 0);
        playhead.stand(turn, frame, running ? fade : 0);
    }

    /// The loop's first frame; NaN for no loop.
    void loopFrom(double frame) {
        loopFrom = frame;
    }

    /// The frame after the loop's last one; NaN for no loop.
    void loopTo(double frame) {
        loopTo = frame;
    }

    /// Plans the turns at the loop's seam that the next chunk needs to know. A playhead that is behind the loop's end
    /// runs on.
    ///
    /// @param clock of the chunk
    /// @param frames of it
    void plan(long clock, int frames) {
        if (Double.isNaN(loopFrom) || Double.isNaN(loopTo)) {
            return;
        }
        long from = (long) loopFrom;
        long to = Math.max((long) loopTo, from + shortestLoop);
        while (playhead.runs()) {
            long start = Math.max(clock, playhead.lastTurn());
            long here = playhead.timeline(start);
            if (here > to) {
                return;
            }
            long seam = start + (to - here);
            if (seam - fade >= clock + frames) {
                return;
            }
            // Where the loop was set too late for the whole fade before the seam, the seam comes later.
            long turn = Math.max(seam, start + fade);
            playhead.run(turn, from + (turn - seam), fade);
        }
    }
}
