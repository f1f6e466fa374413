package studio.headroom.dsp.dynamics;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;

/// The gain of a transient shaper: louder or softer attacks and sustain, whatever the level.
///
/// In dB, an envelope of the level that rises at once is compared with one that rises slowly, which tells how much an
/// attack stands out, and with one that falls slowly, which tells how far a sound has decayed. Each difference, bent so
/// that it never exceeds [#MOST_DB], times its amount is the gain, which takes half a millisecond to follow. A steady
/// sound has no difference and is left alone. One gain for all channels.
@RealTime
public final class TransientGain {
    /// The most that attack or sustain can add or take away, in dB.
    public static final double MOST_DB = 15;

    private static final double HOLD_SECONDS = 0.008;
    private static final double FALL_SECONDS = 0.015;
    private static final double FOLLOW_SECONDS = 0.0005;
    /// The slow fall of the sustain's envelope, as a multiple of the speed.
    private static final double SUSTAIN = 10;

    private static final double FALL_BACK = 2;
    private static final float LOUDEST = 1e6f;
    /// -80 dBFS, where sounds end.
    private static final float SOFTEST = 1e-4f;

    private static final float FLOOR = (float) FastMath.log2(SOFTEST);
    private static final double ARRIVED = 1e-6;

    private final float[] level = new float[Timeline.SUB_BLOCK];
    private final float[] gain = new float[Timeline.SUB_BLOCK];
    private final int[] bits = new int[Timeline.SUB_BLOCK];

    private double rise;
    private double fallBack;
    private double decay;
    private double fall;
    private double follow;
    private int hold;

    private double envelope;
    private int held;
    private double slowRise = FLOOR;
    private double slowFall = FLOOR;
    private double smooth;
    private float lowest = 1f;

    public void clear() {
        envelope = 0;
        held = 0;
        slowRise = slowFall = FLOOR;
        smooth = 0;
        lowest = 1f;
    }

    /// @param seconds how long an attack is taken to be
    public void speed(double seconds, int sampleRate) {
        rise = share(seconds, sampleRate);
        fallBack = share(FALL_BACK * seconds, sampleRate);
        decay = share(SUSTAIN * seconds, sampleRate);
        fall = share(FALL_SECONDS, sampleRate);
        follow = share(FOLLOW_SECONDS, sampleRate);
        hold = (int) (HOLD_SECONDS * sampleRate);
    }

    private static double share(double seconds, int sampleRate) {
        return 1.0 - Math.exp(-1.0 / (seconds * sampleRate));
    }

    /// Listens to `x[channel][offset .. offset + n)`, a part of a sub-block of which `done` frames are past.
    /// Amounts, -1 to 1, move in straight lines through the sub-block.
    ///
    /// @return whether any gain differs from 1; if not, [#gain] need not be applied
    public boolean process(
            float[][] x,
            int channels,
            int offset,
            int n,
            int done,
            double attack0,
            double attack1,
            double sustain0,
            double sustain1) {
        listen(x, channels, offset, n);
        FastMath.log2(level, bits, level, n);
        float step = 1f / Timeline.SUB_BLOCK;
        float a0 = (float) attack0;
        float aStep = (float) (attack1 - attack0) * step;
        float s0 = (float) sustain0;
        float sStep = (float) (sustain1 - sustain0) * step;
        float most = (float) (MOST_DB * FastMath.LOG2_PER_DB);
        double up = slowRise;
        double down = slowFall;
        double y = smooth;
        for (int i = 0; i < n; i++) {
            double l = level[i];
            up += (l > up ? rise : fallBack) * (l - up);
            down = l > down ? l : down + decay * (l - down);
            double attack = l > up ? l - up : 0;
            double sustain = down - l;
            attack = attack * most / (most + attack);
            sustain = sustain * most / (most + sustain);
            double goal = (a0 + (done + i + 1) * aStep) * attack + (s0 + (done + i + 1) * sStep) * sustain;
            y += follow * (goal - y);
            gain[i] = (float) y;
        }
        slowRise = up;
        slowFall = down;
        smooth = y;
        boolean active = finish(n);
        if (done + n == Timeline.SUB_BLOCK && Math.abs(smooth) < ARRIVED) {
            smooth = 0;
        }
        return active;
    }

    /// The gain of each frame of the last part.
    public float[] gain() {
        return gain;
    }

    /// The lowest gain since the last call.
    public double takeLowest() {
        double taken = lowest;
        lowest = 1f;
        return taken;
    }

    /// The envelope of the louder channel: rises at once, is held between two crests, falls fast.
    private void listen(float[][] x, int channels, int offset, int n) {
        float[] a = x[0];
        float[] b = x[channels - 1];
        double e = envelope;
        int left = held;
        for (int i = 0; i < n; i++) {
            float v = Math.max(Math.abs(a[offset + i]), Math.abs(b[offset + i]));
            // A NaN is no sound.
            v = v <= LOUDEST ? v : v > LOUDEST ? LOUDEST : 0f;
            if (v >= e) {
                e = v;
                left = hold;
            } else if (left > 0) {
                left--;
            } else {
                e += fall * (v - e);
            }
            level[i] = Math.max(SOFTEST, (float) e);
        }
        envelope = e > 1e-15 ? e : 0;
        held = left;
    }

    private boolean finish(int n) {
        boolean active = false;
        for (int i = 0; i < n; i++) {
            active |= gain[i] != 0f;
        }
        if (!active) {
            return false;
        }
        FastMath.exp2(gain, gain, n);
        float low = lowest;
        for (int i = 0; i < n; i++) {
            low = Math.min(low, gain[i]);
        }
        lowest = low;
        return true;
    }
}
