package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;

/// When the parts of a graph that follow those of another begin to fade from the old sound to the new one: all
/// together,
/// once those that delay have filled.
final class Transition {
    /// Every fade from one structure to another takes this long.
    static final double SECONDS = 0.02;

    private int wait;
    private long begin = Long.MIN_VALUE;

    /// Lets the fades wait for at least as many frames after the graph has come into use. Control thread, before it
    /// has.
    void waitFor(int frames) {
        wait = Math.max(wait, frames);
    }

    static int frames(int sampleRate) {
        return (int) Math.ceil(SECONDS * sampleRate);
    }

    /// The graph comes into use.
    @RealTime
    void start(long clock) {
        begin = clock + wait;
    }

    @RealTime
    boolean begun(long clock) {
        return clock >= begin;
    }
}
