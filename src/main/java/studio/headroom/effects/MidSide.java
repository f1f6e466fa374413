package studio.headroom.effects;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Lets an effect work on the middle of a stereo sound, (L + R) / 2, or on its sides, (L - R) / 2, alone. What the
/// effect
/// changes of that part is added to the sound as it was, so that what it leaves alone stays so to the bit.
///
/// A mono sound is all middle and has no sides.
@RealTime
final class MidSide {
    static final Param PARAM = new Param(
            "channels", "Channels", Unit.NONE, Range.Choice.of("stereo", "mid", "side"), 0, Smoothing.NONE, false);

    private static final int STEREO = 0;
    private static final int MID = 1;

    private final int mode;
    private final boolean absent;
    private final float[][] part = new float[1][Timeline.SUB_BLOCK];

    /// @param value plain, of [#PARAM]
    /// @param channels of the sound
    MidSide(double value, int channels) {
        int wanted = (int) value;
        absent = channels == 1 && wanted > MID;
        mode = channels == 1 ? STEREO : wanted;
    }

    /// Whether the effect works on a part of the sound, which it gets by [#take].
    boolean isPart() {
        return mode != STEREO;
    }

    /// Whether what it works on is not there, so that nothing is changed.
    boolean isAbsent() {
        return absent;
    }

    /// How many channels the effect has to do with, of so many.
    int worked(int channels) {
        return isPart() ? 1 : channels;
    }

    /// Takes the part out of a run, which stays as it is.
    ///
    /// @return the part in one row, from 0 on
    float[][] take(float[][] io, int offset, int n) {
        float[] left = io[0];
        float[] right = io[1];
        float[] out = part[0];
        if (mode == MID) {
            for (int i = 0; i < n; i++) {
                out[i] = 0.5f * (left[offset + i] + right[offset + i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[i] = 0.5f * (left[offset + i] - right[offset + i]);
            }
        }
        return part;
    }

    /// Amplifies the part of a run.
    void amplify(float[][] io, int offset, int n, float[] gain) {
        float[] x = take(io, offset, n)[0];
        for (int i = 0; i < n; i++) {
            x[i] *= gain[i] - 1f;
        }
        add(io, offset, n, x);
    }

    /// Adds a change of the part to a run.
    void add(float[][] io, int offset, int n, float[] change) {
        float[] left = io[0];
        float[] right = io[1];
        if (mode == MID) {
            for (int i = 0; i < n; i++) {
                left[offset + i] += change[i];
                right[offset + i] += change[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                left[offset + i] += change[i];
                right[offset + i] -= change[i];
            }
        }
    }
}
