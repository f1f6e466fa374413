package studio.headroom.effects;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Lets an effect work on a part of a stereo sound alone: the middle, (L + R) / 2, the sides, (L - R) / 2, or one
/// channel. What the effect changes of that part is added to the sound as it was, so that what it leaves alone stays so
/// to the bit.
///
/// A mono sound is all middle and has no sides; its one channel is left and right.
@RealTime
final class StereoPart {
    static final Param PARAM = new Param(
            "channels",
            "Channels",
            Unit.NONE,
            Range.Choice.of("stereo", "mid", "side", "left", "right"),
            0,
            Smoothing.NONE,
            false);

    static final int STEREO = 0;
    static final int MID = 1;
    static final int SIDE = 2;
    static final int LEFT = 3;
    static final int RIGHT = 4;

    private final int mode;
    private final boolean absent;
    private final float[][] part = new float[1][Timeline.SUB_BLOCK];

    /// @param value plain, of [#PARAM]
    /// @param channels of the sound
    StereoPart(double value, int channels) {
        int wanted = (int) value;
        absent = channels == 1 && wanted == SIDE;
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
        switch (mode) {
            case MID -> {
                for (int i = 0; i < n; i++) {
                    out[i] = 0.5f * (left[offset + i] + right[offset + i]);
                }
            }
            case SIDE -> {
                for (int i = 0; i < n; i++) {
                    out[i] = 0.5f * (left[offset + i] - right[offset + i]);
                }
            }
            default -> System.arraycopy(mode == LEFT ? left : right, offset, out, 0, n);
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

    /// Replaces the part of a run by what has been made of it.
    ///
    /// @param made from 0 on; used up
    void replace(float[][] io, int offset, int n, float[] made) {
        float[] x = take(io, offset, n)[0];
        for (int i = 0; i < n; i++) {
            made[i] -= x[i];
        }
        add(io, offset, n, made);
    }

    /// Adds a change of the part to a run.
    private void add(float[][] io, int offset, int n, float[] change) {
        if (mode != RIGHT) {
            float[] left = io[0];
            for (int i = 0; i < n; i++) {
                left[offset + i] += change[i];
            }
        }
        if (mode == SIDE) {
            float[] right = io[1];
            for (int i = 0; i < n; i++) {
                right[offset + i] -= change[i];
            }
        } else if (mode != LEFT) {
            float[] right = io[1];
            for (int i = 0; i < n; i++) {
                right[offset + i] += change[i];
            }
        }
    }

    /// Fades a run over to a sound that has this part alone.
    ///
    /// @param alone the part, from 0 on
    /// @param done frames of the present sub-block that are past
    /// @param from 0 to 1: how much of it, at the start of the present sub-block
    /// @param to at its end
    void fadeTo(float[][] io, int offset, int n, float[] alone, int done, double from, double to) {
        double step = (to - from) / Timeline.SUB_BLOCK;
        for (int c = 0; c < 2; c++) {
            float[] row = io[c];
            double share = c == 0 ? (mode == RIGHT ? 0 : 1) : mode == SIDE ? -1 : mode == LEFT ? 0 : 1;
            for (int i = 0; i < n; i++) {
                double x = row[offset + i];
                row[offset + i] = (float) (x + (from + (done + i + 1) * step) * (share * alone[i] - x));
            }
        }
    }
}
