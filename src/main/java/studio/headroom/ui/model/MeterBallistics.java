package studio.headroom.ui.model;

/// How a bar of a meter moves: up at once, down by 20 dB in 1.5 s (the fall of a type I meter, IEC 60268-10) or as fast
/// as one likes, with a line that stays at the highest level for 1.5 s and then falls as the bar does. Levels in dB.
/// One thread.
public final class MeterBallistics {
    public static final double FALL_DB_PER_SECOND = 20.0 / 1.5;
    public static final double HOLD_SECONDS = 1.5;
    /// What is lower is silence, -∞.
    public static final double FLOOR = -90;

    private double perSecond = FALL_DB_PER_SECOND;
    private double bar = Double.NEGATIVE_INFINITY;
    private double hold = Double.NEGATIVE_INFINITY;
    private double held;

    /// How fast it falls from now on, in dB a second, above 0.
    public void setFall(double dbPerSecond) {
        perSecond = dbPerSecond;
    }

    /// Takes in the level that holds now.
    ///
    /// @param seconds since the last call, ≥ 0
    public void advance(double db, double seconds) {
        double level = db >= FLOOR ? db : Double.NEGATIVE_INFINITY;
        bar = fall(bar, seconds, level);
        if (bar >= hold) {
            hold = bar;
            held = 0;
            return;
        }
        double over = held + seconds - HOLD_SECONDS;
        if (over > 0) {
            // Only the part of the frame after the hold is over counts.
            hold = fall(hold, Math.min(over, seconds), bar);
        }
        held += seconds;
    }

    private double fall(double from, double seconds, double lowest) {
        double fallen = from - perSecond * seconds;
        return fallen > lowest && fallen >= FLOOR ? fallen : lowest;
    }

    /// The level of the bar, -∞ for none.
    public double bar() {
        return bar;
    }

    /// The level of the line, -∞ for none.
    public double hold() {
        return hold;
    }

    /// Whether nothing is left to fall.
    public boolean atRest() {
        return hold == Double.NEGATIVE_INFINITY;
    }

    public void clear() {
        bar = Double.NEGATIVE_INFINITY;
        hold = Double.NEGATIVE_INFINITY;
        held = 0;
    }
}
