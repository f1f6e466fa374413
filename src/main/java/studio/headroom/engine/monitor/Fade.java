package studio.headroom.engine.monitor;

import studio.headroom.concurrent.RealTime;

/// Where a straight fade of 20 ms is. Shares are computed from the number of the frame, so they do not depend on how
/// the frames are cut.
@RealTime
final class Fade {
    private static final double SECONDS = 0.02;

    private final int length;
    private final double perFrame;
    private int done;

    /// At rest.
    Fade(int sampleRate) {
        length = Math.max(1, (int) Math.rint(SECONDS * sampleRate));
        perFrame = 1.0 / length;
        done = length;
    }

    void begin() {
        done = 0;
    }

    void end() {
        done = length;
    }

    void advance(int frames) {
        done += frames;
    }

    /// Frames until it is at rest; 0 there.
    int left() {
        return length - done;
    }

    boolean rests() {
        return done == length;
    }

    /// How far it has come: 0 just begun, 1 at rest.
    double share() {
        return rests() ? 1 : done * perFrame;
    }

    /// The share of a coming frame, 0 being the next; the last one of a fade has 1.
    double share(int frame) {
        return (done + 1 + frame) * perFrame;
    }
}
