package studio.headroom.dsp.delay;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Joins two wet signals and the dry input: width, then mix, both moving without steps.
@RealTime
public final class WetOutput {
    /// Adding and taking away this makes exact zeros of what is softer than -250 dBFS, denormals among it, and leaves
    /// everything that can be heard as it is.
    private static final float TINY = 1e-20f;

    private final Ramp dry = new Ramp();
    private final Ramp same = new Ramp();
    private final Ramp cross = new Ramp();
    private final float[] row = new float[Timeline.SUB_BLOCK];

    /// @param width 0 for mono, 1 for the wet signals as they are; their power stays where they are unlike
    /// @param dryGain of the input, `wetGain` of the wet signals
    public void to(double width, double dryGain, double wetGain) {
        double scale = wetGain * Math.sqrt(2 / (1 + width * width)) / 2;
        same.to(scale * (1 + width));
        cross.to(scale * (1 - width));
        dry.to(dryGain);
    }

    /// Begins a sub-block.
    ///
    /// @param fresh whether the gains are reached at once
    public void begin(boolean fresh) {
        if (fresh) {
            dry.jump();
            same.jump();
            cross.jump();
        }
        dry.begin();
        same.begin();
        cross.begin();
    }

    /// Fills two rows of `io` from the input and the wet signals.
    ///
    /// @param phase frames of the present sub-block that are done
    public void mix(float[][] io, int offset, WetInput input, float[] left, float[] right, int phase, int frames) {
        mix(io[0], offset, input.left(), left, right, phase, frames);
        mix(io[1], offset, input.right(), right, left, phase, frames);
    }

    /// The same while the wet signals are silent.
    public void mixDry(float[][] io, int offset, WetInput input, int phase, int frames) {
        mixDry(io[0], offset, input.left(), phase, frames);
        mixDry(io[1], offset, input.right(), phase, frames);
    }

    // The zero that is added turns a negative one positive, so that silence has one pattern of bits.

    private void mix(float[] out, int offset, float[] in, float[] wet, float[] other, int phase, int frames) {
        if (dry.moves() || same.moves() || cross.moves()) {
            mixMoving(out, offset, in, wet, other, phase, frames);
            return;
        }
        float d = dry.from();
        float s = same.from();
        float c = cross.from();
        // All at the same index, so that the compiler sees that nothing is read after it was written: that it
        // vectorizes.
        float[] sum = row;
        for (int t = 0; t < frames; t++) {
            sum[t] = d * in[t] + (s * wet[t] + c * other[t] + TINY - TINY) + 0f;
        }
        System.arraycopy(sum, 0, out, offset, frames);
    }

    private void mixMoving(float[] out, int offset, float[] in, float[] wet, float[] other, int phase, int frames) {
        float[] ramp = Ramp.FRAMES;
        float d = dry.from();
        float s = same.from();
        float c = cross.from();
        float dd = dry.step();
        float ds = same.step();
        float dc = cross.step();
        for (int t = 0; t < frames; t++) {
            float at = ramp[phase + t];
            float effect = (s + ds * at) * wet[t] + (c + dc * at) * other[t];
            out[offset + t] = (d + dd * at) * in[t] + (effect + TINY - TINY) + 0f;
        }
    }

    private void mixDry(float[] out, int offset, float[] in, int phase, int frames) {
        float[] ramp = Ramp.FRAMES;
        float d = dry.from();
        float dd = dry.step();
        for (int t = 0; t < frames; t++) {
            out[offset + t] = (d + dd * ramp[phase + t]) * in[t] + 0f;
        }
    }
}
