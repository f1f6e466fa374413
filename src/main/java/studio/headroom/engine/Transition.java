package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;

/// When the parts of a graph that follow those of another begin to fade from the old sound to the new one: with the
/// first frame of signal that has come in since the graph came into use. So they fade in time with each other, however
/// late each is, and what has to fill has filled.
final class Transition {
    /// Every fade from one structure to another takes this long.
    static final double SECONDS = 0.02;

    private long begin = Long.MIN_VALUE / 2;

    static int frames(int sampleRate) {
        return (int) Math.ceil(SECONDS * sampleRate);
    }

    /// The graph comes into use.
    @RealTime
    void start(long clock) {
        begin = clock;
    }

    /// Nothing is to be faded from.
    @RealTime
    void skip() {
        begin = Long.MIN_VALUE / 2;
    }

    /// @param late frames by which the signal is late where it is asked
    @RealTime
    boolean begun(long clock, int late) {
        return clock - late >= begin;
    }
}
