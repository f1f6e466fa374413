package studio.headroom.dsp.dynamics;

import studio.headroom.concurrent.RealTime;

/// How a gain reduction follows the one that the curve asks for: attack, hold and release, in dB.
///
/// Decoupled, after Giannoulis, Massberg and Reiss: a peak detector with hold and release, and the attack's one-pole
/// behind it, which lets go at once. So after a step of level, attack and release both have done 1 - 1/e of their way
/// after exactly the time that is set, whatever the other is. A tenth of the release, 10 ms at most, is spent holding:
/// it bridges the gaps between the crests of low tones, which would else be modulated, and is taken off the release's
/// time constant.
///
/// The automatic release has a second envelope that charges over five times the release and discharges over ten times:
/// short peaks are let go in the time that is set, and long ones ever more slowly.
@RealTime
public final class GainBallistics {
    private static final double HELD_PART = 0.1;
    private static final double LONGEST_BRIDGE = 0.010;
    private static final double CHARGE = 5.0;
    private static final double DISCHARGE = 10.0;

    /// In dB; a gain this near to 1 rounds to it.
    private static final double FLUSH = 1e-6;

    private double attack;
    private double release;
    private double charge;
    private double discharge;
    private double automatic;
    private int hold;

    private double peak;
    private double slow;
    private double smooth;
    private int held;

    /// @param attack seconds to 63 %
    /// @param hold seconds before the release begins
    /// @param release seconds to 63 %, after the hold
    /// @param automatic 0 for a plain release, 1 for the automatic one, or between
    public void set(double attack, double hold, double release, double automatic, int sampleRate) {
        int bridge = (int) (Math.min(HELD_PART * release, LONGEST_BRIDGE) * sampleRate);
        double rest = Math.max(1.0, release * sampleRate - bridge);
        this.hold = (int) Math.rint(hold * sampleRate) + bridge;
        this.attack = Math.exp(-1.0 / (attack * sampleRate));
        this.release = Math.exp(-1.0 / rest);
        charge = Math.exp(-1.0 / (CHARGE * release * sampleRate));
        discharge = Math.exp(-1.0 / (DISCHARGE * release * sampleRate));
        this.automatic = automatic;
    }

    public void clear() {
        peak = 0;
        slow = 0;
        smooth = 0;
        held = 0;
    }

    /// As a level leaves it that has asked for the same reduction for ever.
    public void settle(double reduction) {
        peak = reduction;
        slow = reduction;
        smooth = reduction;
        held = 0;
    }

    public void copyFrom(GainBallistics other) {
        peak = other.peak;
        slow = other.slow;
        smooth = other.smooth;
        held = other.held;
    }

    /// Whether there is no reduction and none on its way.
    public boolean isIdle() {
        return peak == 0 && slow == 0 && smooth == 0;
    }

    /// Replaces the reductions asked for, in dB and not negative, by those to apply.
    ///
    /// @return the deepest of them
    public double process(float[] reduction, int n) {
        return automatic > 0 ? processAutomatic(reduction, n) : processPlain(reduction, n);
    }

    /// What has nearly died away ends; to be called at fixed places only.
    public void flush() {
        peak = settled(peak);
        slow = automatic > 0 ? settled(slow) : 0;
        smooth = settled(smooth);
    }

    private static double settled(double v) {
        // Not true of NaN either.
        return v >= FLUSH ? v : 0;
    }

    private double processPlain(float[] reduction, int n) {
        double r = release;
        double rx = 1.0 - r;
        double a = attack;
        double ax = 1.0 - a;
        double p = peak;
        double y = smooth;
        double deepest = 0;
        int left = held;
        for (int i = 0; i < n; i++) {
            double x = reduction[i];
            if (x >= p) {
                p = x;
                left = hold;
            } else if (left > 0) {
                left--;
            } else {
                p = r * p + rx * x;
            }
            double risen = a * y + ax * p;
            y = p > y ? risen : p;
            deepest = y > deepest ? y : deepest;
            reduction[i] = (float) y;
        }
        peak = p;
        smooth = y;
        held = left;
        return deepest;
    }

    private double processAutomatic(float[] reduction, int n) {
        double deepest = 0;
        for (int i = 0; i < n; i++) {
            double x = reduction[i];
            if (x >= peak) {
                peak = x;
                held = hold;
            } else if (held > 0) {
                held--;
            } else {
                peak = release * peak + (1.0 - release) * x;
            }
            double inertia = x > slow ? charge : discharge;
            slow = inertia * slow + (1.0 - inertia) * x;
            double goal = peak + automatic * Math.max(0.0, slow - peak);
            smooth = goal > smooth ? attack * smooth + (1.0 - attack) * goal : goal;
            deepest = Math.max(deepest, smooth);
            reduction[i] = (float) smooth;
        }
        return deepest;
    }
}
