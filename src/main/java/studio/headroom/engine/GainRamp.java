package studio.headroom.engine;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// A gain that follows its target in straight lines of one sub-block, never steeper than a fade from 0 to 1 in 20 ms.
/// Automation slower than that is followed exactly; a step (a mute, a jump of a fader) becomes a short fade.
@RealTime
final class GainRamp {
    private static final double FADE_SECONDS = 0.02;

    private final double maxStep;
    private double from;
    private double to;
    private boolean started;

    GainRamp(int sampleRate) {
        maxStep = Timeline.SUB_BLOCK / (FADE_SECONDS * sampleRate);
    }

    /// A ramp that sets out from a value instead of beginning at its first target.
    GainRamp(double value, int sampleRate) {
        this(sampleRate);
        from = value;
        to = value;
        started = true;
    }

    /// Is at a value at once.
    void jump(double value) {
        from = value;
        to = value;
        started = true;
    }

    /// Moves on by one sub-block; the first move after a reset arrives at once.
    void advance(double target) {
        if (!started) {
            started = true;
            to = target;
        }
        from = to;
        double distance = target - to;
        to = Math.abs(distance) <= maxStep ? target : to + Math.copySign(maxStep, distance);
    }

    void reset() {
        started = false;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /// Whether the gain is and stays this value throughout the present sub-block.
    boolean rests(double value) {
        return started && from == value && to == value;
    }
}
