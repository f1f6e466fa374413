package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Smoothing;

/// An effect whose controls move once per sub-block of [Timeline#SUB_BLOCK] frames: keeps targets, motions and
/// the place within the sub-block, and leaves the sound to its heir.
///
/// The sub-block grid counts from the last reset, so the cut of calls does not matter. Within a sub-block, an heir may
/// interpolate from [#from] to [#to] for controls where steps of 1.3 ms would be heard, such as gains.
abstract class ControlRateEffect implements Effect {
    private final ParamSet params;
    private final double[] target;
    private final double[] from;
    private final double[] to;
    /// Where the motion is and goes, as position along the taper, as gain or as plain value, and what it adds per
    /// sub-block.
    private final double[] at;

    private final double[] goal;
    private final double[] step;
    private final boolean[] moving;
    private boolean anyMoving;
    private boolean settled;
    private int phase;
    private int sampleRate;
    private int channels;

    ControlRateEffect(ParamSet params) {
        this.params = params;
        int n = params.size();
        target = new double[n];
        from = new double[n];
        to = new double[n];
        at = new double[n];
        goal = new double[n];
        step = new double[n];
        moving = new boolean[n];
    }

    @Override
    public final void prepare(Setup setup) {
        if (setup.values().length != params.size()) {
            throw new IllegalArgumentException(setup.values().length + " values for " + params.size() + " parameters");
        }
        sampleRate = setup.sampleRate();
        channels = setup.channels();
        System.arraycopy(setup.values(), 0, target, 0, target.length);
        arrive();
        allocate();
        reset();
    }

    @Override
    @RealTime
    public final void reset() {
        arrive();
        phase = 0;
        settled = false;
        clear();
    }

    @Override
    @RealTime
    public final void set(int param, double plain) {
        Param definition = params.get(param);
        if (!definition.automatable() || target[param] == plain) {
            return;
        }
        target[param] = plain;
        double milliseconds = milliseconds(definition.smoothing());
        at[param] = place(definition, to[param]);
        goal[param] = place(definition, plain);
        double distance = goal[param] - at[param];
        double subBlocks = Math.max(1.0, Math.rint(milliseconds * 0.001 * sampleRate / Timeline.SUB_BLOCK));
        step[param] = Double.isFinite(distance) ? distance / subBlocks : distance;
        moving[param] = true;
        anyMoving = true;
    }

    @Override
    @RealTime
    public final void process(float[][] io, float @Nullable [][] key, int offset, int frames) {
        int done = 0;
        beginProcess();
        while (done < frames) {
            if (phase == 0) {
                advance();
            }
            int run = Math.min(frames - done, Timeline.SUB_BLOCK - phase);
            render(io, key, offset + done, run);
            done += run;
            phase = (phase + run) % Timeline.SUB_BLOCK;
        }
    }

    /// Allocates for [#sampleRate] and [#channels]; values are in [#to].
    abstract void allocate();

    /// Empties all memories; called after [#allocate] and by [#reset].
    @RealTime
    abstract void clear();

    /// Recomputes what depends on the values [#to], at the start of a sub-block. Called after a reset and whenever a
    /// value moves.
    @RealTime
    abstract void update();

    /// Renders at most the rest of the present sub-block; [#phase] frames of it are done.
    @RealTime
    abstract void render(float[][] io, float @Nullable [][] key, int offset, int frames);

    /// Called once at the start of each [#process], for meters.
    @RealTime
    void beginProcess() {}

    @RealTime
    final int sampleRate() {
        return sampleRate;
    }

    /// Input channels.
    @RealTime
    final int channels() {
        return channels;
    }

    /// A control's value at the start of the present sub-block.
    @RealTime
    final double from(int param) {
        return from[param];
    }

    /// A control's value at the end of the present sub-block.
    @RealTime
    final double to(int param) {
        return to[param];
    }

    @RealTime
    final boolean isOn(int toggle) {
        return to[toggle] >= 0.5;
    }

    /// The frame within the present sub-block at which [#render] begins.
    @RealTime
    final int phase() {
        return phase;
    }

    @RealTime
    private void advance() {
        if (!settled) {
            settled = true;
            update();
        }
        if (!anyMoving) {
            return;
        }
        boolean still = false;
        for (int i = 0; i < to.length; i++) {
            from[i] = to[i];
            if (!moving[i]) {
                continue;
            }
            at[i] += step[i];
            boolean arrived = step[i] >= 0 ? !(at[i] < goal[i]) : !(at[i] > goal[i]);
            Param definition = params.get(i);
            if (arrived) {
                // One more sub-block with from == to follows, so that interpolation ends too.
                to[i] = target[i];
                moving[i] = from[i] != to[i];
                at[i] = goal[i];
                step[i] = 0;
            } else {
                to[i] = plain(definition, at[i]);
            }
            still |= moving[i];
        }
        anyMoving = still;
        update();
    }

    /// Where on its straight way a control is at a value.
    @RealTime
    private static double place(Param param, double plain) {
        if (param.smoothing() instanceof Smoothing.Taper) {
            return param.range().position(plain);
        }
        return param.smoothing() instanceof Smoothing.Gain ? Decibels.toGain(plain) : plain;
    }

    @RealTime
    private static double plain(Param param, double place) {
        if (param.smoothing() instanceof Smoothing.Taper) {
            return param.range().plain(place);
        }
        return param.smoothing() instanceof Smoothing.Gain ? Decibels.fromGain(place) : place;
    }

    @RealTime
    private void arrive() {
        for (int i = 0; i < target.length; i++) {
            from[i] = target[i];
            to[i] = target[i];
            moving[i] = false;
        }
        anyMoving = false;
    }

    @RealTime
    private static double milliseconds(Smoothing smoothing) {
        if (smoothing instanceof Smoothing.Linear linear) {
            return linear.milliseconds();
        }
        if (smoothing instanceof Smoothing.Gain gain) {
            return gain.milliseconds();
        }
        return smoothing instanceof Smoothing.Taper taper ? taper.milliseconds() : 0;
    }
}
