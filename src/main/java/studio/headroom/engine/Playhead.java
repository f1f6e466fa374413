package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;

/// Which frame of the timeline sounds at which frame of the render clock.
///
/// The clock only ever runs on. The playhead stands still, runs, and turns to other places; every turn is known some
/// frames before it comes, and the sources cross-fade towards it, so that the new place is heard in full from its first
/// frame on. Turns are remembered for a while: a signal that is late in the graph is asked for at an earlier clock and
/// still finds the place it came from.
///
/// Changed by the thread that renders, between chunks; read by all that share a chunk.
@RealTime
public final class Playhead {
    /// Turns that are remembered; at loops of a tenth of a second and more these are longer than any latency.
    private static final int TURNS = 64;

    private final long[] clocks = new long[TURNS];
    /// Timeline less clock while running, else the place of rest.
    private final long[] places = new long[TURNS];
    private final boolean[] running = new boolean[TURNS];
    private final int[] fades = new int[TURNS];
    private int first;
    private int last;

    /// Runs from the beginning of all time, so that clock and timeline are the same.
    public Playhead() {
        runFrom(0);
    }

    /// Forgets all turns; the clock is the timeline, shifted so that `frame` sounds at clock 0.
    public void runFrom(long frame) {
        start(frame, true);
    }

    /// Forgets all turns and stands.
    public void standAt(long frame) {
        start(frame, false);
    }

    private void start(long place, boolean runs) {
        first = 0;
        last = 0;
        clocks[0] = Long.MIN_VALUE / 2;
        places[0] = place;
        running[0] = runs;
        fades[0] = 0;
    }

    /// Turns to a place and runs on from there.
    ///
    /// @param clock when, not before the turn before
    /// @param frame of the timeline that sounds then
    /// @param fade frames before `clock` over which the sources cross-fade, 0 or more
    public void run(long clock, long frame, int fade) {
        turn(clock, frame - clock, true, fade);
    }

    /// Comes to rest.
    ///
    /// @param clock when, not before the turn before
    /// @param frame where it rests
    /// @param fade frames before `clock` over which the sources fade out
    public void stand(long clock, long frame, int fade) {
        turn(clock, frame, false, fade);
    }

    /// Takes the place of a turn at the same clock. No fade begins before the turn before it: else it would begin in
    /// its midst.
    private void turn(long clock, long place, boolean runs, int fade) {
        if (last == first || clocks[last & (TURNS - 1)] != clock) {
            last++;
        }
        if (last - first == TURNS) {
            first++;
        }
        int at = last & (TURNS - 1);
        clocks[at] = clock;
        places[at] = place;
        running[at] = runs;
        fades[at] = (int) Math.min(fade, clock - clocks[(last - 1) & (TURNS - 1)]);
    }

    /// The frame of the timeline that sounds in full at a clock.
    public long timeline(long clock) {
        int at = leg(clock) & (TURNS - 1);
        return running[at] ? places[at] + clock : places[at];
    }

    /// When the last turn that is known comes.
    public long lastTurn() {
        return clocks[last & (TURNS - 1)];
    }

    /// Whether it runs after the last turn that is known.
    public boolean runs() {
        return running[last & (TURNS - 1)];
    }

    /// Whether it runs at a clock.
    public boolean runs(long clock) {
        return running[leg(clock) & (TURNS - 1)];
    }

    /// The frames from a clock on, at most `most`, for which nothing changes: neither a turn nor the begin or end of a
    /// fade lies between them.
    int steady(long clock, int most) {
        int next = leg(clock) + 1;
        if (next > last) {
            return most;
        }
        int at = next & (TURNS - 1);
        long fade = clocks[at] - fades[at];
        return (int) Math.min(most, (clock < fade ? fade : clocks[at]) - clock);
    }

    /// Whether the sources cross-fade to the next leg at a clock.
    boolean fades(long clock) {
        int next = leg(clock) + 1;
        return next <= last && clock >= clocks[next & (TURNS - 1)] - fades[next & (TURNS - 1)];
    }

    /// Whether it will run in the next leg. Only while [#fades].
    boolean runsNext(long clock) {
        return running[(leg(clock) + 1) & (TURNS - 1)];
    }

    /// The place in the next leg that fades in. Only while [#fades] and [#runsNext].
    long nextTimeline(long clock) {
        return places[(leg(clock) + 1) & (TURNS - 1)] + clock;
    }

    /// How far the fade into the next leg is at the middle of a frame, 0 to 1. Only while [#fades].
    double fade(long clock) {
        int at = (leg(clock) + 1) & (TURNS - 1);
        return 1 - (clocks[at] - clock - 0.5) / fades[at];
    }

    /// Cut down to a value for what it adds with each frame.
    double fadeStep(long clock) {
        return 1.0 / fades[(leg(clock) + 1) & (TURNS - 1)];
    }

    private int leg(long clock) {
        int at = last;
        while (at > first && clock < clocks[at & (TURNS - 1)]) {
            at--;
        }
        return at;
    }
}
