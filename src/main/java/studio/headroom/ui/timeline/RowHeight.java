package studio.headroom.ui.timeline;

/// How high tracks are shown, in units.
public enum RowHeight {
    S(28),
    M(48),
    L(96);

    static final double FOLDER_OPEN = 20;
    static final double FOLDER_FOLDED = 28;
    static final double LANE = 52;

    private final double units;

    RowHeight(double units) {
        this.units = units;
    }

    public double units() {
        return units;
    }

    /// The next one; behind the last comes the first.
    public RowHeight next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
