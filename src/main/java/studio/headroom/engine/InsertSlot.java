package studio.headroom.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.effects.Effect;

/// An effect in its place in a strip: moves its controls, and passes it by without a click and without a change of
/// latency. While bypassed the effect rests; coming back it starts from silence.
final class InsertSlot {
    private static final int SUB = Timeline.SUB_BLOCK;

    private final Effect effect;
    private final int inputChannels;
    private final int outputChannels;
    private final Control bypass;
    private final List<Moving> automated;
    private final @Nullable KeyInput key;
    private final GainRamp wet;
    private final LatencyDelay[] dryDelay;
    private final float[][] dry;
    private boolean started;

    /// A control of the effect that automation moves.
    record Moving(int param, Control control) {}

    /// @param effect prepared
    /// @param bypass the insert's bypass
    /// @param automated the effect's controls that have a lane
    /// @param key what the effect listens to, or null
    InsertSlot(
            Effect effect,
            int inputChannels,
            int outputChannels,
            Control bypass,
            List<Moving> automated,
            @Nullable KeyInput key,
            int sampleRate,
            int maxFrames) {
        this.effect = effect;
        this.inputChannels = inputChannels;
        this.outputChannels = outputChannels;
        this.bypass = bypass;
        this.automated = List.copyOf(automated);
        this.key = key;
        wet = new GainRamp(sampleRate);
        dry = new float[2][maxFrames];
        dryDelay = new LatencyDelay[inputChannels];
        for (int c = 0; c < inputChannels; c++) {
            dryDelay[c] = new LatencyDelay(effect.latency(), maxFrames);
        }
    }

    @RealTime
    int latency() {
        return effect.latency();
    }

    Effect effect() {
        return effect;
    }

    @RealTime
    void reset() {
        started = false;
        wet.reset();
        for (LatencyDelay delay : dryDelay) {
            delay.clear();
        }
        if (key != null) {
            key.reset();
        }
    }

    /// Processes `subBlocks` sub-blocks in place.
    ///
    /// @param time the timeline frame of the signal at the input of this insert
    @RealTime
    void process(float[][] io, long time, int subBlocks) {
        float[][] keySignal = key == null ? null : key.signal(subBlocks);
        if (!started) {
            start(time);
        }
        boolean steady = automated.isEmpty() && !bypass.automated();
        if (steady && bypass.at(time) < 0.5 && wet.rests(1)) {
            feedDry(io, subBlocks * SUB);
            effect.process(io, keySignal, 0, subBlocks * SUB);
            return;
        }
        for (int s = 0; s < subBlocks; s++) {
            subBlock(io, keySignal, time + (long) s * SUB, s * SUB);
        }
    }

    /// Begins with automated controls where their lanes are, not on the way there.
    @RealTime
    private void start(long time) {
        started = true;
        moveControls(time);
        effect.reset();
    }

    @RealTime
    private void moveControls(long time) {
        for (int i = 0; i < automated.size(); i++) {
            Moving moving = automated.get(i);
            effect.set(moving.param, moving.control.at(time));
        }
    }

    @RealTime
    private void subBlock(float[][] io, float @Nullable [][] keySignal, long time, int offset) {
        moveControls(time);
        boolean slept = wet.rests(0);
        wet.advance(bypass.at(time) >= 0.5 ? 0 : 1);
        if (wet.rests(1)) {
            if (effect.latency() > 0) {
                for (int c = 0; c < inputChannels; c++) {
                    dryDelay[c].feed(io[c], offset, SUB);
                }
            }
            effect.process(io, keySignal, offset, SUB);
            return;
        }
        for (int c = 0; c < inputChannels; c++) {
            dryDelay[c].process(io[c], dry[c], offset, SUB);
        }
        if (wet.rests(0)) {
            for (int c = 0; c < outputChannels; c++) {
                System.arraycopy(dry[Math.min(c, inputChannels - 1)], offset, io[c], offset, SUB);
            }
            return;
        }
        if (slept) {
            effect.reset();
        }
        effect.process(io, keySignal, offset, SUB);
        for (int c = 0; c < outputChannels; c++) {
            crossFade(dry[Math.min(c, inputChannels - 1)], io[c], offset);
        }
    }

    /// Equal gain, since dry and wet are alike.
    @RealTime
    private void crossFade(float[] from, float[] io, int offset) {
        double step = (wet.to() - wet.from()) / SUB;
        for (int i = 0; i < SUB; i++) {
            double share = wet.from() + step * (i + 1);
            io[offset + i] = (float) (from[offset + i] + (io[offset + i] - from[offset + i]) * share);
        }
    }

    @RealTime
    private void feedDry(float[][] io, int frames) {
        if (effect.latency() > 0) {
            for (int c = 0; c < inputChannels; c++) {
                dryDelay[c].feed(io[c], 0, frames);
            }
        }
    }
}
