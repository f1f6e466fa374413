package studio.headroom.engine.live;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.Playhead;
import studio.headroom.project.Project;

/// Starts, stops, moves and loops the playhead, always by a cross-fade at the sources: what is turned to is faded in
/// *before* its first frame where there is something before it, so that the first note is whole.
///
/// What is asked for begins with the next chunk; while the playhead is still on its way to the last place that it was
/// sent to, only the newest wish waits. The audio thread.
@RealTime
final class Transport {
    private static final double SHORTEST_LOOP_SECONDS = Project.SHORTEST_LOOP_SECONDS;
    private static final double FADE_SECONDS = 0.02;
    private static final int SUB = Timeline.SUB_BLOCK;
    /// Seams that are remembered: at loops of a tenth of a second, longer than any latency. A power of two.
    private static final int SEAMS = 64;

    private static final int NOTHING = 0;
    private static final int RUN = 1;
    private static final int STOP = 2;
    private static final int STAND = 3;

    private final Playhead playhead;
    private final int fade;
    private final long shortestLoop;
    private int asked = NOTHING;
    private long askedFrame;
    /// When the playhead has got to where it was sent last, a sub-block later: no two fades shall meet in one corner.
    private long arrival = Long.MIN_VALUE;

    private double loopFrom = Double.NaN;
    private double loopTo = Double.NaN;
    private double nextLoopTo = Double.NaN;
    private final long[] seamClocks = new long[SEAMS];
    private long seams;

    Transport(Playhead playhead, int sampleRate) {
        this.playhead = playhead;
        fade = (int) Math.ceil(FADE_SECONDS * sampleRate);
        shortestLoop = (long) Math.ceil(SHORTEST_LOOP_SECONDS * sampleRate);
        playhead.standAt(0);
    }

    /// Where a loop ends that is asked for: shorter ones are made a tenth of a second long; they would be a tone.
    static long loopEnd(long from, long to, int sampleRate) {
        return Math.max(to, from + (long) Math.ceil(SHORTEST_LOOP_SECONDS * sampleRate));
    }

    /// Whether it runs, or is about to.
    boolean runs() {
        return asked == RUN || asked == NOTHING && playhead.runs();
    }

    /// Runs on from a frame of the timeline.
    void play(long frame) {
        asked = RUN;
        askedFrame = frame;
    }

    /// Fades out and stands where the fade ends; before it has begun to go somewhere, stands there.
    void stop() {
        if (asked == RUN) {
            asked = STAND;
        } else if (asked == NOTHING && playhead.runs()) {
            asked = STOP;
        }
    }

    /// Stands at a frame of the timeline.
    void standAt(long frame) {
        asked = STAND;
        askedFrame = frame;
    }

    /// The loop's first frame, or NaN for no loop. Its end is what [#loopTo] has said before.
    void loopFrom(double frame) {
        loopFrom = frame;
        loopTo = nextLoopTo;
    }

    /// The frame after the last one of the loop that [#loopFrom] is about to begin.
    void loopTo(double frame) {
        nextLoopTo = frame;
    }

    /// Sets out for what was asked for while nothing sounds: where the playhead was before is forgotten, so that no
    /// late part of the graph takes its automation from there.
    ///
    /// @param clock of the next chunk
    void obeyAtRest(long clock) {
        if (asked == RUN || asked == STAND) {
            playhead.standAt(askedFrame);
            arrival = Long.MIN_VALUE;
        }
        obey(clock);
    }

    /// Sets out for what was asked for.
    ///
    /// @param clock of the next chunk
    void obey(long clock) {
        if (asked == NOTHING || arrival > clock) {
            return;
        }
        long now = Math.max(clock, playhead.lastTurn());
        boolean running = playhead.runs();
        switch (asked) {
            case RUN -> run(now, running);
            case STOP -> playhead.stand(now + fade, playhead.timeline(now + fade), fade);
            default -> playhead.stand(running ? now + fade : now, askedFrame, running ? fade : 0);
        }
        asked = NOTHING;
        arrival = playhead.lastTurn() + (playhead.lastTurn() > now ? SUB : 0);
    }

    /// From a stand the playhead is there at once where nothing lies before it, else after the fade.
    private void run(long now, boolean running) {
        if (!running) {
            playhead.stand(now, askedFrame, 0);
        }
        int before = running || askedFrame > 0 ? fade : 0;
        long turn = now + before;
        // Sub-blocks begin at multiples of their length on the timeline, as in a bounce.
        turn += Math.floorMod(askedFrame - turn, SUB);
        playhead.run(turn, askedFrame, before);
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
            long turn = Math.max(seam, Math.max(clock, playhead.lastTurn() + SUB) + fade);
            playhead.run(turn, from + (turn - seam), fade);
            seamClocks[(int) seams++ & (SEAMS - 1)] = turn;
        }
    }

    /// How many seams of loops have been passed at a clock.
    long seams(long clock) {
        long passed = seams;
        while (passed > 0 && passed > seams - SEAMS && seamClocks[(int) (passed - 1) & (SEAMS - 1)] > clock) {
            passed--;
        }
        return passed;
    }
}
