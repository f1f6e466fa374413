package studio.headroom.ui.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/// The tempo at which somebody taps: of the last eight taps, as long as none is two seconds behind the one before.
final class TapTempo {
    private static final int TAPS = 8;
    private static final double LONGEST = 2;

    private final Deque<Double> taps = new ArrayDeque<>();

    /// @param seconds when it was tapped, on any clock that runs on
    /// @return beats a minute, from the second tap on
    OptionalDouble tap(double seconds) {
        if (!taps.isEmpty() && seconds - taps.getLast() > LONGEST) {
            taps.clear();
        }
        taps.addLast(seconds);
        if (taps.size() > TAPS) {
            taps.removeFirst();
        }
        double length = taps.getLast() - taps.getFirst();
        return taps.size() < 2 || length <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(60 * (taps.size() - 1) / length);
    }
}
