package studio.headroom.engine;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.effects.Effect;
import studio.headroom.engine.plan.PlannedInsert;

/// An effect in its place in a strip: moves its controls, and passes it by without a click and without a change of
/// latency. While bypassed the effect rests; coming back it starts from silence.
///
/// One that joins a chain that sounds, or leaves it, fades against the signal before it.
final class InsertSlot implements Movable {
    private static final int SUB = Timeline.SUB_BLOCK;

    private final EffectInstance instance;
    private final Effect effect;
    private final int inputChannels;
    private final int outputChannels;
    private final double[] values;
    private final Control bypass;
    /// By index of the effect's controls.
    private final Control[] controls;

    private final boolean[] moved;
    private boolean anyMoved;
    private final @Nullable KeyInput key;
    private final boolean leaving;
    private final Transition transition;

    /// @param values of the effect's controls
    /// @param bypass the insert's bypass
    /// @param controls the effect's
    /// @param key what the effect listens to, or null
    InsertSlot(
            PlannedInsert planned,
            EffectInstance instance,
            double[] values,
            Control bypass,
            Control[] controls,
            @Nullable KeyInput key,
            Transition transition) {
        this.instance = instance;
        this.effect = instance.effect;
        this.inputChannels = planned.channels();
        this.outputChannels = planned.outputChannels();
        this.values = values;
        this.bypass = bypass;
        this.controls = controls;
        this.key = key;
        this.leaving = planned.leaving();
        this.transition = transition;
        moved = new boolean[controls.length];
        for (int i = 0; i < controls.length; i++) {
            moved[i] = controls[i].automated();
            anyMoved |= moved[i];
        }
    }

    /// Frames by which it makes the signal late, once all fades are over.
    @RealTime
    int latency() {
        return leaving ? 0 : effect.latency();
    }

    EffectInstance instance() {
        return instance;
    }

    @Nullable
    KeyInput key() {
        return key;
    }

    Effect effect() {
        return effect;
    }

    /// The gain reduction of the last sub-block in dB, 0 or negative, as far as it is heard.
    @RealTime
    double gainReductionDb() {
        return instance.wet.to() * instance.presence.to() == 0 ? 0 : effect.gainReductionDb();
    }

    /// Begins to be used in the place of a slot of an older graph: sets out for the values of this one.
    @RealTime
    void adopt() {
        if (leaving) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            if (!moved[i]) {
                effect.set(i, values[i]);
            }
        }
    }

    /// Whether it has wholly come, or wholly gone.
    @RealTime
    boolean settled() {
        return instance.presence.rests(leaving ? 0 : 1);
    }

    @Override
    @RealTime
    public void move(Move move, int param, double value) {
        if (param == controls.length) {
            Movable.move(bypass, move, value);
        } else if (param >= 0 && param < controls.length) {
            Movable.move(controls[param], move, value);
            if (move == Move.SET) {
                values[param] = value;
                if (!moved[param]) {
                    effect.set(param, value);
                }
            } else {
                moved[param] = true;
                anyMoved = true;
            }
        }
    }

    @RealTime
    void reset() {
        instance.reset();
        instance.presence.jump(leaving ? 0 : 1);
        if (key != null) {
            key.reset();
        }
    }

    /// Processes `subBlocks` sub-blocks in place.
    ///
    /// @param late frames by which the signal is late at the input of this insert
    @RealTime
    void process(float[][] io, Playhead playhead, long clock, int late, int subBlocks) {
        float[][] keySignal = key == null ? null : key.signal(subBlocks);
        if (instance.presence.rests(1) && !leaving) {
            processPresent(io, keySignal, playhead, clock - late, subBlocks);
            return;
        }
        for (int s = 0; s < subBlocks; s++) {
            boolean go = transition.begun(clock + (long) s * SUB);
            instance.presence.advance(leaving == go ? 0 : 1);
            if (instance.presence.rests(0) && leaving) {
                continue;
            }
            for (int c = 0; c < inputChannels; c++) {
                System.arraycopy(io[c], s * SUB, instance.direct[c], 0, SUB);
            }
            if (!instance.started) {
                start(playhead.timeline(clock - late));
            }
            subBlock(io, keySignal, playhead.timeline(clock - late + (long) s * SUB), s * SUB);
            for (int c = 0; c < outputChannels; c++) {
                crossFade(instance.direct[Math.min(c, inputChannels - 1)], 0, io[c], s * SUB, instance.presence);
            }
        }
    }

    @RealTime
    private void processPresent(
            float[][] io, float @Nullable [][] keySignal, Playhead playhead, long at, int subBlocks) {
        if (!instance.started) {
            start(playhead.timeline(at));
        }
        boolean steady = !anyMoved && !bypass.automated();
        if (steady && bypass.at(0) < 0.5 && instance.wet.rests(1)) {
            feedDry(io, 0, subBlocks * SUB);
            effect.process(io, keySignal, 0, subBlocks * SUB);
            return;
        }
        for (int s = 0; s < subBlocks; s++) {
            subBlock(io, keySignal, playhead.timeline(at + (long) s * SUB), s * SUB);
        }
    }

    /// Begins with automated controls where their lanes are, not on the way there.
    @RealTime
    private void start(long time) {
        instance.started = true;
        moveControls(time);
        effect.reset();
    }

    @RealTime
    private void moveControls(long time) {
        if (anyMoved) {
            for (int i = 0; i < controls.length; i++) {
                if (moved[i]) {
                    effect.set(i, controls[i].at(time));
                }
            }
        }
    }

    @RealTime
    private void subBlock(float[][] io, float @Nullable [][] keySignal, long time, int offset) {
        moveControls(time);
        GainRamp wet = instance.wet;
        boolean slept = wet.rests(0);
        wet.advance(bypass.at(time) >= 0.5 ? 0 : 1);
        if (wet.rests(1)) {
            feedDry(io, offset, SUB);
            effect.process(io, keySignal, offset, SUB);
            return;
        }
        for (int c = 0; c < inputChannels; c++) {
            instance.dryDelay[c].process(io[c], instance.dry[c], offset, SUB);
        }
        if (wet.rests(0)) {
            for (int c = 0; c < outputChannels; c++) {
                System.arraycopy(instance.dry[Math.min(c, inputChannels - 1)], offset, io[c], offset, SUB);
            }
            return;
        }
        if (slept) {
            effect.reset();
        }
        effect.process(io, keySignal, offset, SUB);
        for (int c = 0; c < outputChannels; c++) {
            crossFade(instance.dry[Math.min(c, inputChannels - 1)], offset, io[c], offset, wet);
        }
    }

    /// Equal gain, since dry and wet are alike.
    @RealTime
    private static void crossFade(float[] from, int fromOffset, float[] io, int offset, GainRamp share) {
        double step = (share.to() - share.from()) / SUB;
        for (int i = 0; i < SUB; i++) {
            double wet = share.from() + step * (i + 1);
            float dry = from[fromOffset + i];
            io[offset + i] = (float) (dry + (io[offset + i] - dry) * wet);
        }
    }

    @RealTime
    private void feedDry(float[][] io, int offset, int frames) {
        if (effect.latency() > 0) {
            for (int c = 0; c < inputChannels; c++) {
                instance.dryDelay[c].feed(io[c], offset, frames);
            }
        }
    }
}
