package studio.headroom.dsp.delay;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// What a path with a memory listens to: a copy of the input that cannot harm it, and whether there is anything to
/// hear.
///
/// What is not a number becomes 0, and what is louder than 120 dB over full scale becomes that loud; all else stays as
/// it is.
@RealTime
public final class WetInput {
    private static final float LOUDEST = 1e6f;

    /// Softer than this is silence.
    private static final float SOFTEST = 1e-15f;

    private final float[][] rows;

    public WetInput(int channels) {
        rows = new float[channels][Timeline.SUB_BLOCK];
    }

    /// The present run, one row for each channel.
    public float[][] rows() {
        return rows;
    }

    public float[] left() {
        return rows[0];
    }

    /// The right channel, or the only one.
    public float[] right() {
        return rows[rows.length - 1];
    }

    /// Takes a run in.
    ///
    /// @return whether there is any sound in it
    public boolean take(float[][] io, int offset, int frames) {
        boolean heard = false;
        for (int c = 0; c < rows.length; c++) {
            float[] x = io[c];
            float[] dest = rows[c];
            for (int t = 0; t < frames; t++) {
                float v = x[offset + t];
                float size = Math.abs(v);
                if (!(size <= LOUDEST)) {
                    v = size > LOUDEST ? Math.copySign(LOUDEST, v) : 0f;
                }
                heard |= size > SOFTEST;
                dest[t] = v;
            }
        }
        return heard;
    }
}
