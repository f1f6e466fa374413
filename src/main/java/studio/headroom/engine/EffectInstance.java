package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;
import studio.headroom.effects.Effect;

/// What an insert keeps from one graph to the next: its effect with all that rings in it, and how far it is bypassed.
final class EffectInstance {
    final Effect effect;
    /// 1 while the effect is heard, 0 while it is bypassed; against the dry signal, delayed like the wet one.
    final GainRamp wet;

    /// How loud the dry signal is heard, and how much of it is taken away from the wet one. Both are for who listens:
    /// nothing but a command to a graph that plays ever moves them from 1 and 0.
    final GainRamp dryGain;

    final GainRamp delta;
    double dryGoal = 1;
    double deltaGoal;

    final LatencyDelay[] dryDelay;
    final float[][] dry;
    boolean started;
    /// Whether the effect rests, and begins from silence when it is needed.
    boolean asleep;
    /// Frames that it still has to be fed until it gives out what came in.
    int empty;

    /// @param effect prepared for as many channels
    EffectInstance(Effect effect, int channels, int sampleRate, int maxFrames) {
        this.effect = effect;
        wet = new GainRamp(sampleRate);
        dryGain = new GainRamp(1, sampleRate);
        delta = new GainRamp(0, sampleRate);
        dry = new float[2][maxFrames];
        dryDelay = new LatencyDelay[channels];
        for (int c = 0; c < channels; c++) {
            dryDelay[c] = new LatencyDelay(effect.latency(), maxFrames);
        }
    }

    @RealTime
    void reset() {
        started = false;
        wet.reset();
        dryGain.jump(dryGoal);
        delta.jump(deltaGoal);
        for (LatencyDelay delay : dryDelay) {
            delay.clear();
        }
    }
}
