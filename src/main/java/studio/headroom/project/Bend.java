package studio.headroom.project;

/// The curved way between two points of automation: a hyperbola y = x / (x + k (1 - x)) of x = 0..1, which is straight
/// for k = 1. Any part of one is one again, so that a way can be cut anywhere without a change.
public final class Bend {
    /// The strongest curve leaves one of its ends this many times as steeply as the straight way.
    public static final double STEEPEST = 24;

    /// Curves are kept in steps of this, far below what can be seen or heard.
    private static final double STEP = 1e-6;

    private Bend() {}

    /// The steepness k of a curve.
    ///
    /// @param curve -1 (lies farthest below the straight way) to 1 (farthest above), 0 straight
    /// @param rises whether the way goes up
    public static double steepness(double curve, boolean rises) {
        return curve == 0 ? 1 : Math.pow(STEEPEST, rises ? -curve : curve);
    }

    /// The curve of a steepness, as near as there is one.
    public static double curve(double steepness, boolean rises) {
        double exact = Math.log(steepness) / Math.log(STEEPEST);
        double rounded = Math.rint(Math.clamp(exact, -1, 1) / STEP) * STEP;
        return rounded == 0 ? 0 : rises ? -rounded : rounded;
    }

    /// How far along the travel a way is, 0..1.
    ///
    /// @param x how far in time, 0..1
    public static double at(double x, double steepness) {
        return steepness == 1 ? x : x / (x + steepness * (1 - x));
    }

    /// The steepness of a part of a way.
    ///
    /// @param from where the part begins, 0..1 in time
    /// @param to where it ends
    public static double part(double steepness, double from, double to) {
        return (steepness + (1 - steepness) * from) / (steepness + (1 - steepness) * to);
    }

    /// The steepness of the way that passes a place.
    ///
    /// @param x above 0 and below 1
    /// @param y above 0 and below 1
    public static double through(double x, double y) {
        return x * (1 - y) / (y * (1 - x));
    }
}
