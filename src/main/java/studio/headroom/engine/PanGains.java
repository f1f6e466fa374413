package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;
import studio.headroom.project.PanLaw;

/// Gains of the two sides for a place between left (-100) and right (100).
///
/// A mono signal is panned by the song's [PanLaw]. A stereo signal is balanced: both sides at unity in the center, the
/// side one moves away from falling as at equal power, the other at unity.
final class PanGains {
    /// Those of a stereo signal.
    static final PanGains BALANCED = new PanGains(false, PanLaw.EQUAL_POWER);

    private static final double CENTER = Math.sqrt(0.5);

    /// The power of the sine in halves; 0 for balance.
    private final int halves;

    PanGains(boolean mono, PanLaw law) {
        halves = mono ? (int) Math.rint(2 * law.exponent()) : 0;
    }

    @RealTime
    double left(double place) {
        return gain(-place);
    }

    @RealTime
    double right(double place) {
        return gain(place);
    }

    @RealTime
    private double gain(double toward) {
        double side = toward == 0 ? CENTER : toward <= -100 ? 0 : Math.sin((toward / 100 + 1) * Math.PI / 4);
        return switch (halves) {
            case 0 -> Math.min(1, side / CENTER);
            case 2 -> side;
            case 3 -> side * Math.sqrt(side);
            default -> side * side;
        };
    }
}
