package studio.headroom.ui.master.sight;

/// The vertical scale of a loudness history.
///
/// @param top its highest level in LUFS
/// @param bottom its lowest
/// @param zero the level that its numbers count from, in LUFS; 0 for LUFS themselves
/// @param lines between its marks, in dB
record LoudnessScale(double top, double bottom, double zero, double lines) {
    /// Without a target, what broadcasters aim at (EBU R 128).
    static final double EBU_TARGET = -23;

    private static final double ABSOLUTE_SPAN = 18;
    private static final double ABSOLUTE_LINES = 5;
    private static final double ABSOLUTE_FIRST = 3;
    private static final double HIGHEST = -3;

    enum Kind {
        ABSOLUTE,
        /// From -18 to +9 LU.
        EBU_9,
        /// From -36 to +18 LU.
        EBU_18
    }

    /// @param highest level that is to be seen, in LUFS; not finite for none
    /// @param target loudness that is aimed at, in LUFS
    static LoudnessScale of(Kind kind, double highest, double target) {
        return switch (kind) {
            case EBU_9 -> new LoudnessScale(target + 9, target - 18, target, 9);
            case EBU_18 -> new LoudnessScale(target + 18, target - 36, target, 18);
            case ABSOLUTE -> {
                double room = Double.isFinite(highest) ? Math.ceil((highest + 0.5) / 3) * 3 : -6;
                double top = Math.clamp(room, -40, HIGHEST);
                yield new LoudnessScale(top, top - ABSOLUTE_SPAN, 0, ABSOLUTE_LINES);
            }
        };
    }

    /// Where a level lies, 0 at the top to 1 at the bottom; beyond where it is outside.
    double place(double lufs) {
        return (top - lufs) / (top - bottom);
    }

    /// The level of the first mark below the top.
    double firstLine() {
        return top - (zero == 0 ? ABSOLUTE_FIRST : lines);
    }

    /// A mark as people read it.
    String text(double lufs) {
        long value = Math.round(lufs - zero);
        String number = value < 0 ? "\u2212" + -value : Long.toString(value);
        return zero != 0 && value > 0 ? "+" + number : number;
    }
}
