package studio.headroom.dsp.delay;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// A gain that goes to each new goal in a straight line over one sub-block: at frame t of it, `from() + step() · t`.
@RealTime
public final class Ramp {
    /// `FRAMES[t] = t`, so that a loop over frames needs no conversion.
    public static final float[] FRAMES = new float[Timeline.SUB_BLOCK];

    static {
        for (int t = 0; t < FRAMES.length; t++) {
            FRAMES[t] = t;
        }
    }

    private double goal;
    private float now;
    private float next;

    /// Sets where the coming sub-block goes.
    public void to(double newGoal) {
        goal = newGoal;
    }

    /// Begins a sub-block.
    public void begin() {
        now = next;
        next = (float) goal;
    }

    /// Is at the goal at once.
    public void jump() {
        next = (float) goal;
        now = next;
    }

    public float from() {
        return now;
    }

    public float step() {
        return (next - now) / Timeline.SUB_BLOCK;
    }

    public boolean moves() {
        return now != next;
    }

    /// Whether the gain is 0 for the whole sub-block.
    public boolean silent() {
        return now == 0 && next == 0;
    }
}
