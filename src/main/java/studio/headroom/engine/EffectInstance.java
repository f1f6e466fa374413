package studio.headroom.engine;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.effects.Effect;

/// What an insert keeps from one graph to the next: its effect with all that rings in it, and how far it has faded in.
final class EffectInstance {
    final Effect effect;
    /// 1 while the effect is heard, 0 while it is bypassed; against the dry signal, delayed like the wet one.
    final GainRamp wet;
    /// 1 while the insert is in the chain, 0 before and after; against the signal before it, not delayed.
    final GainRamp presence;

    final LatencyDelay[] dryDelay;
    final float[][] dry;
    final float[][] direct;
    boolean started;

    /// @param effect prepared for as many channels
    /// @param joins whether it joins a chain that sounds
    EffectInstance(Effect effect, int channels, boolean joins, int sampleRate, int maxFrames) {
        this.effect = effect;
        wet = new GainRamp(sampleRate);
        presence = GainRamp.from(joins ? 0 : 1, sampleRate);
        dry = new float[2][maxFrames];
        direct = new float[channels][Timeline.SUB_BLOCK];
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
