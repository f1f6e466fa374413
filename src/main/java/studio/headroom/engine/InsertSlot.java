package studio.headroom.engine;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.effects.Effect;
import studio.headroom.engine.plan.PlannedInsert;

/// An effect in its place in a strip: moves its controls, and passes it by without a click and without a change of
/// latency. While bypassed the effect rests; coming back it starts from silence, and is heard once its latency is
/// filled.
final class InsertSlot implements Movable, InsertState {
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
    private final boolean joins;
    /// Whether its controls stay as they are, whatever the plan says.
    private final boolean outgoing;
    /// The slot that this one follows, until it is taken over.
    private @Nullable InsertSlot previous;

    /// @param values of the effect's controls
    /// @param bypass the insert's bypass
    /// @param controls the effect's
    /// @param key what the effect listens to, or null
    /// @param previous the slot that this one follows, or null
    /// @param outgoing whether this or the strip around it leaves, so that no command reaches it any more
    InsertSlot(
            PreparedInsert prepared,
            Control bypass,
            Control[] controls,
            @Nullable KeyInput key,
            @Nullable InsertSlot previous,
            boolean outgoing) {
        PlannedInsert planned = prepared.planned();
        instance = prepared.instance();
        effect = instance.effect;
        values = prepared.values();
        joins = prepared.joins();
        this.previous = previous;
        this.outgoing = outgoing;
        this.inputChannels = planned.channels();
        this.outputChannels = planned.outputChannels();
        this.bypass = bypass;
        this.controls = controls;
        this.key = key;
        this.leaving = planned.leaving();
        moved = new boolean[controls.length];
        for (int i = 0; i < controls.length; i++) {
            moved[i] = controls[i].automated();
            anyMoved |= moved[i];
        }
    }

    /// Whether it is on its way out of the chain.
    @RealTime
    boolean leaving() {
        return leaving;
    }

    /// Whether it is on its way into a chain that sounds.
    boolean joins() {
        return joins;
    }

    @RealTime
    int inputChannels() {
        return inputChannels;
    }

    @RealTime
    int outputChannels() {
        return outputChannels;
    }

    @Override
    @RealTime
    public int latency() {
        return effect.latency();
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

    @Override
    @RealTime
    public double gainReductionDb() {
        return instance.wet.to() == 0 ? 0 : effect.gainReductionDb();
    }

    @Override
    @RealTime
    public double bandGainDb(int band) {
        return instance.wet.to() == 0 || band >= effect.reductionBands() ? 0 : effect.bandGainDb(band);
    }

    @Override
    @RealTime
    public double wet() {
        return instance.wet.to();
    }

    /// Begins to be used in the place of a slot of an older graph: leaves controls in the hand that holds them, and
    /// sets
    /// out for the values of this one.
    @RealTime
    void adopt() {
        if (key != null) {
            key.adopt();
        }
        if (previous != null) {
            bypass.takeOver(previous.bypass, outgoing);
            for (int i = 0; i < controls.length; i++) {
                controls[i].takeOver(previous.controls[i], outgoing);
                moved[i] |= previous.moved[i] && (outgoing || controls[i].held());
                anyMoved |= moved[i];
            }
            previous = null;
        }
        for (int i = 0; i < values.length && !outgoing; i++) {
            if (!moved[i]) {
                effect.set(i, values[i]);
            }
        }
    }

    /// Whether what it listens to is in time.
    @RealTime
    boolean settled() {
        return key == null || key.settled();
    }

    @Override
    @RealTime
    public void move(Move move, int param, double value) {
        if (move == Move.DRY_GAIN) {
            instance.dryGoal = value;
        } else if (move == Move.DELTA) {
            instance.deltaGoal = value;
        } else if (param == controls.length) {
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
        if (key != null) {
            key.reset();
        }
    }

    /// Processes `subBlocks` sub-blocks in place.
    ///
    /// @param late frames by which the signal is late at the input of this insert
    @RealTime
    void process(float[][] io, Playhead playhead, long clock, int late, int subBlocks) {
        float[][] keySignal = key == null ? null : key.signal(clock, subBlocks);
        long at = clock - late;
        if (!instance.started) {
            start(playhead.timeline(at));
        }
        boolean steady = !anyMoved && !bypass.automated() && !bypass.held();
        if (steady && bypass.at(0) < 0.5 && instance.wet.rests(1) && !comparing()) {
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
        instance.asleep = false;
        instance.empty = 0;
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
        boolean on = bypass.at(time) < 0.5;
        if (on && instance.asleep) {
            effect.reset();
            instance.asleep = false;
            instance.empty = effect.latency();
        }
        GainRamp wet = instance.wet;
        boolean hidden = wet.rests(1) && !comparing();
        wet.advance(on && instance.empty <= 0 ? 1 : 0);
        compare(hidden);
        if (wet.rests(1) && !comparing()) {
            feedDry(io, offset, SUB);
            effect.process(io, keySignal, offset, SUB);
            return;
        }
        for (int c = 0; c < inputChannels; c++) {
            instance.dryDelay[c].process(io[c], instance.dry[c], offset, SUB);
        }
        boolean dry = wet.rests(0);
        instance.asleep = dry && !on;
        if (!instance.asleep) {
            effect.process(io, keySignal, offset, SUB);
            instance.empty -= Math.min(instance.empty, SUB);
        }
        for (int c = 0; c < outputChannels; c++) {
            float[] direct = instance.dry[Math.min(c, inputChannels - 1)];
            if (!instance.dryGain.rests(1) || comparing()) {
                blend(direct, io[c], offset);
            } else if (dry) {
                System.arraycopy(direct, offset, io[c], offset, SUB);
            } else {
                crossFade(direct, io[c], offset, wet);
            }
        }
    }

    /// Whether part of the dry signal is, or is to be, taken away from the wet one.
    @RealTime
    private boolean comparing() {
        return instance.deltaGoal != 0 || !instance.delta.rests(0);
    }

    /// Moves on what serves comparing.
    ///
    /// @param hidden whether the dry signal was not heard so far, so that its gain may jump
    @RealTime
    private void compare(boolean hidden) {
        if (hidden) {
            instance.dryGain.jump(instance.dryGoal);
        } else {
            instance.dryGain.advance(instance.dryGoal);
        }
        instance.delta.advance(instance.deltaGoal);
    }

    /// Equal gain, since dry and wet are alike.
    @RealTime
    private static void crossFade(float[] from, float[] io, int offset, GainRamp share) {
        double step = (share.to() - share.from()) / SUB;
        for (int i = 0; i < SUB; i++) {
            double wet = share.from() + step * (i + 1);
            float dry = from[offset + i];
            io[offset + i] = (float) (dry + (io[offset + i] - dry) * wet);
        }
    }

    /// As [#crossFade], with the dry signal at its gain, and with so much of that as is to be taken away from the wet
    /// one.
    @RealTime
    private void blend(float[] from, float[] io, int offset) {
        double wet = instance.wet.from();
        double wetStep = (instance.wet.to() - wet) / SUB;
        double gain = instance.dryGain.from();
        double gainStep = (instance.dryGain.to() - gain) / SUB;
        double delta = instance.delta.from();
        double deltaStep = (instance.delta.to() - delta) / SUB;
        for (int i = 0; i < SUB; i++) {
            wet += wetStep;
            gain += gainStep;
            delta += deltaStep;
            double dry = gain * from[offset + i];
            double heard = io[offset + i] - delta * dry;
            io[offset + i] = (float) (dry + (heard - dry) * wet);
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
