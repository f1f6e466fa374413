package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;
import studio.headroom.effects.Effect;

/// What an insert keeps from one graph to the next: its effect with all that rings in it, and how far it is bypassed.
final class EffectInstance {
    final Effect effect;
    /// 1 while the effect is heard, 0 while it is bypassed; against the dry signal, delayed like the wet one.
    final GainRamp wet;

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
        for (LatencyDelay delay : dryDelay) {
            delay.clear();
        }
    }
}
