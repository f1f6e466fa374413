package studio.headroom.mastering.assist;

/// How far the assistant goes.
public enum Manner {
    /// Gently back into a corridor.
    ASSIST(3, 3, 6),
    /// Towards what a reference is like.
    MATCH(6, 6, 8);

    /// More of a compressor or limiter than this is heard as such, in dB.
    static final double MOST_REDUCTION_DB = 3;

    private static final double EASE = 1.5;

    private final double toneDb;
    private final double widthDb;
    private final int sections;

    Manner(double toneDb, double widthDb, int sections) {
        this.toneDb = toneDb;
        this.widthDb = widthDb;
        this.sections = sections;
    }

    /// No band of the equalizer is moved further, nor all of them together at any frequency.
    public double toneDb() {
        return toneDb;
    }

    /// No band is made wider or narrower by more, as level of its sides.
    public double widthDb() {
        return widthDb;
    }

    /// Bands of the equalizer at most.
    int sections() {
        return sections;
    }

    /// How much of what a band lies outside an amount of tone takes back. Towards a corridor it is that part of at most
    /// [#toneDb]. Towards a reference half of the amount is nearly two thirds of the way, so that what few smooth
    /// bands
    /// leave over still halves the distance, and only what comes out is bounded: a reference that lies far off is
    /// gone towards as far as may be.
    ///
    /// @param excessDb of the band
    /// @param amount 0 to 1
    double step(double excessDb, double amount) {
        return this == ASSIST
                ? amount * Math.clamp(excessDb, -toneDb, toneDb)
                : Math.clamp((1 - Math.pow(1 - amount, EASE)) * excessDb, -toneDb, toneDb);
    }
}
