package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;

/// Gains of the two sides for a place between left (-100) and right (100).
///
/// A mono signal is panned at equal power, -3 dB on both sides in the center. A stereo signal is balanced: both sides
/// at unity in the center, the side one moves away from falling as the pan law does, the other at unity.
@RealTime
final class PanLaw {
    private static final double CENTER = Math.sqrt(0.5);

    private PanLaw() {}

    static double left(double place, boolean mono) {
        return gain(-place, mono);
    }

    static double right(double place, boolean mono) {
        return gain(place, mono);
    }

    private static double gain(double toward, boolean mono) {
        if (toward == 0) {
            return mono ? CENTER : 1;
        }
        double side = toward <= -100 ? 0 : Math.sin((toward / 100 + 1) * Math.PI / 4);
        return mono ? side : Math.min(1, side / CENTER);
    }
}
