package studio.headroom.dsp.delay;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// The move from one set of delays to another, as a straight line over about 50 ms of sub-blocks. Delays never
/// glide, so that no move bends the pitch.
@RealTime
public final class Crossfade {
    private static final double SECONDS = 0.05;

    private final int length;
    private int done;
    private boolean active;

    public Crossfade(int sampleRate) {
        length = Math.max(1, (int) Math.rint(SECONDS * sampleRate / Timeline.SUB_BLOCK));
    }

    public boolean active() {
        return active;
    }

    public void start() {
        active = true;
        done = 0;
    }

    public void stop() {
        active = false;
    }

    /// Ends a sub-block.
    ///
    /// @return whether the move has just been completed
    public boolean advance() {
        if (active) {
            done++;
            if (done == length) {
                active = false;
                return true;
            }
        }
        return false;
    }

    /// The share of the new set at the end of the present sub-block, 0 when none is entered.
    public double share() {
        return active ? (done + 1.0) / length : 0;
    }

    /// Goes from what comes by the old delays to what comes by the new ones.
    ///
    /// @param old changed in place
    /// @param phase frames of the present sub-block that are done
    public void blend(float[] old, float[] fresh, int phase, int frames) {
        blend(old, 0, fresh, phase, frames);
    }

    /// The same where the old run begins at `at`.
    public void blend(float[] old, int at, float[] fresh, int phase, int frames) {
        float[] ramp = Ramp.FRAMES;
        float from = (float) done / length;
        float step = 1f / (length * Timeline.SUB_BLOCK);
        for (int t = 0; t < frames; t++) {
            old[at + t] += (fresh[t] - old[at + t]) * (from + step * ramp[phase + t]);
        }
    }

    /// The same in double precision.
    public void blend(double[] old, double[] fresh, int phase, int frames) {
        float[] ramp = Ramp.FRAMES;
        double from = (double) done / length;
        double step = 1.0 / (length * Timeline.SUB_BLOCK);
        for (int t = 0; t < frames; t++) {
            old[t] += (fresh[t] - old[t]) * (from + step * ramp[phase + t]);
        }
    }
}
