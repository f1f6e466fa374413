package studio.headroom.engine.live;

/// How an insert is heard by who compares it with what comes to it. Belongs to the listener, not to the song: a render
/// to a file knows nothing of it.
///
/// @param dryDb gain of the dry path in dB, heard while the insert is bypassed; within ±[#LIMIT_DB]
/// @param delta whether only what the insert changes is heard: what leaves it less what comes to it, at that gain
public record Comparison(double dryDb, boolean delta) {
    public static final double LIMIT_DB = 24;

    /// As the song says.
    public static final Comparison NONE = new Comparison(0, false);

    public Comparison {
        if (!(Math.abs(dryDb) <= LIMIT_DB)) {
            throw new IllegalArgumentException("a dry path of " + dryDb + " dB");
        }
    }
}
