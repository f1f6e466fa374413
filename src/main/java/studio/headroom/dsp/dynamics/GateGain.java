package studio.headroom.dsp.dynamics;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;

/// The gain of a gate, an expander or a ducker ([ExpansionCurve]), one for all channels, which it hears by the loudest.
///
/// Whether it is open is decided at each frame; it stays so for the hold, which bridges the gaps between the crests of
/// low tones and is 10 ms at least. The gain follows through two equal one-poles, so that it sets off without a
/// corner: attack and release are the times in which a step of gain has gone 63 % of its way. Expanders follow an
/// envelope of the level that is held as long and falls within a few ms.
@RealTime
public final class GateGain {
    /// Time constants in which two equal one-poles go 1 - 1/e of a step: (1 + t)·exp(-t) = 1/e.
    private static final double TWO_POLES = 2.146193;

    private static final double BRIDGE_SECONDS = 0.010;
    private static final double FALL_SECONDS = 0.005;
    private static final float LOUDEST = 1e6f;
    private static final double ARRIVED = 1e-6;

    private final float[] level = new float[Timeline.SUB_BLOCK];
    private final float[] gain = new float[Timeline.SUB_BLOCK];
    private final int[] bits = new int[Timeline.SUB_BLOCK];
    private final boolean[] above = new boolean[Timeline.SUB_BLOCK];

    private float opensAt;
    private float closesAt;
    private float thresholdDb;
    private float steepness;
    private float rangeDb;
    private double least;
    private boolean hard;
    private boolean duck;
    private int hold;
    private int bridge;
    private double fall;
    private double attack;
    private double release;

    private boolean fresh = true;
    private boolean open;
    private int left;
    private double envelope;
    private int bridged;
    private double first;
    private double second;
    private float lowest = 1f;

    /// Silence, and the gain that belongs to it.
    public void clear() {
        fresh = true;
        open = false;
        left = 0;
        envelope = 0;
        bridged = 0;
        lowest = 1f;
    }

    /// As in [ExpansionCurve].
    public void curve(double thresholdDb, double hysteresisDb, double ratio, double rangeDb, boolean duck) {
        this.thresholdDb = (float) thresholdDb;
        this.rangeDb = (float) rangeDb;
        this.duck = duck;
        opensAt = (float) FastMath.exp2(thresholdDb * FastMath.LOG2_PER_DB);
        closesAt = (float) FastMath.exp2((thresholdDb - hysteresisDb) * FastMath.LOG2_PER_DB);
        least = FastMath.exp2(-rangeDb * FastMath.LOG2_PER_DB);
        hard = ratio >= ExpansionCurve.HARD;
        steepness = (float) ExpansionCurve.steepness(ratio);
    }

    /// In seconds.
    public void times(double attack, double hold, double release, int sampleRate) {
        this.attack = 1.0 - Math.exp(-TWO_POLES / (attack * sampleRate));
        this.release = 1.0 - Math.exp(-TWO_POLES / (release * sampleRate));
        this.hold = (int) Math.rint(Math.max(BRIDGE_SECONDS, hold) * sampleRate);
        bridge = (int) Math.rint(BRIDGE_SECONDS * sampleRate);
        fall = 1.0 - Math.exp(-1.0 / (FALL_SECONDS * sampleRate));
    }

    /// Listens to `x[channel][offset .. offset + n)`, a part of a sub-block of which `done` frames are past.
    ///
    /// @return whether any gain is below 1; if not, [#gain] need not be applied
    public boolean process(float[][] x, int channels, int offset, int n, int done) {
        if (fresh) {
            fresh = false;
            first = second = duck ? 1.0 : steepness > 0 ? least : 1.0;
        }
        listen(x, channels, offset, n);
        decide(n);
        if (hard) {
            aimHard(n);
        } else {
            aimSoft(n);
        }
        boolean active = follow(n);
        if (done + n == Timeline.SUB_BLOCK) {
            settle();
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

    private void listen(float[][] x, int channels, int offset, int n) {
        float[] a = x[0];
        float[] b = x[channels - 1];
        for (int i = 0; i < n; i++) {
            level[i] = Math.max(Math.abs(a[offset + i]), Math.abs(b[offset + i]));
        }
    }

    /// Turns levels into their envelope, and notes where the threshold counts as passed.
    private void decide(int n) {
        double e = envelope;
        boolean isOpen = open;
        int waits = left;
        int bridges = bridged;
        for (int i = 0; i < n; i++) {
            float v = level[i];
            // A NaN is no sound.
            v = v <= LOUDEST ? v : v > LOUDEST ? LOUDEST : 0f;
            if (v >= e) {
                e = v;
                bridges = bridge;
            } else if (bridges > 0) {
                bridges--;
            } else {
                e += fall * (v - e);
            }
            if (v >= opensAt || isOpen && v >= closesAt) {
                isOpen = true;
                waits = hold;
            } else if (waits > 0) {
                waits--;
            } else {
                isOpen = false;
            }
            above[i] = isOpen;
            level[i] = (float) e;
        }
        envelope = e > 1e-15 ? e : 0;
        open = isOpen;
        left = waits;
        bridged = bridges;
    }

    private void aimHard(int n) {
        float closed = (float) least;
        for (int i = 0; i < n; i++) {
            gain[i] = above[i] == duck ? closed : 1f;
        }
    }

    private void aimSoft(int n) {
        FastMath.log2(level, bits, level, n);
        float sign = duck ? 1f : -1f;
        float scale = (float) -FastMath.LOG2_PER_DB;
        for (int i = 0; i < n; i++) {
            float beyond = sign * ((float) FastMath.DB_PER_LOG2 * level[i] - thresholdDb);
            float reduction = Math.min(rangeDb, steepness * Math.max(0f, beyond));
            gain[i] = scale * reduction;
        }
        FastMath.exp2(gain, gain, n);
        for (int i = 0; i < n; i++) {
            gain[i] = above[i] == duck ? gain[i] : 1f;
        }
    }

    private boolean follow(int n) {
        double up = duck ? release : attack;
        double down = duck ? attack : release;
        double s = first;
        double g = second;
        float low = 1f;
        for (int i = 0; i < n; i++) {
            double goal = gain[i];
            double c = goal > g ? up : down;
            s += c * (goal - s);
            g += c * (s - g);
            float now = (float) g;
            low = now < low ? now : low;
            gain[i] = now;
        }
        first = s;
        second = g;
        lowest = Math.min(lowest, low);
        return low < 1f;
    }

    /// What is nearly open is open; at fixed places only.
    private void settle() {
        if (1.0 - second < ARRIVED && 1.0 - first < ARRIVED) {
            first = second = 1.0;
        }
    }
}
