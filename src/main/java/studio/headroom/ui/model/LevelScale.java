package studio.headroom.ui.model;

import java.util.List;
import studio.headroom.param.Range;

/// How levels in dB lie along a meter. Pure functions.
public enum LevelScale {
    /// The fader's law, so that one set of marks serves fader and meter: +6 dB at the top.
    FADER {
        private final Range.Fader law = new Range.Fader(6);

        @Override
        public double position(double db) {
            return law.position(db);
        }
    },
    /// Even in dB from -60 to +3, for the top bar and the limiter.
    LINEAR {
        @Override
        public double position(double db) {
            return Math.clamp((db + 60) / 63, 0, 1);
        }
    };

    /// A mark of the fader's scale.
    ///
    /// @param number without sign; empty for a tick alone
    /// @param minTravel below this travel, in units at 100 %, the mark is left out
    public record Mark(double db, String number, double minTravel) {
        public boolean isZero() {
            return db == 0;
        }
    }

    /// Below this travel the numbers would stand on each other, and only 0 dB is left.
    private static final double CROWDED = 64;

    /// From top to bottom.
    public static final List<Mark> MARKS = List.of(
            new Mark(6, "6", CROWDED),
            new Mark(3, "", CROWDED),
            new Mark(0, "0", 0),
            new Mark(-3, "", CROWDED),
            new Mark(-6, "6", CROWDED),
            new Mark(-10, "10", CROWDED),
            new Mark(-15, "", CROWDED),
            new Mark(-20, "20", CROWDED),
            new Mark(-30, "30", 150),
            new Mark(-40, "40", CROWDED),
            new Mark(-60, "60", 150));

    /// 0 at the bottom, 1 at the top; clamps.
    public abstract double position(double db);
}
