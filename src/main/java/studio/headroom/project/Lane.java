package studio.headroom.project;

import java.util.List;

/// The automation of one control.
///
/// @param owner id of the strip, insert or send whose control it moves
/// @param param id of the control
/// @param enabled whether it is read; a lane that is not keeps its points
/// @param points in order of their frames, not before frame 0; two on one frame make a jump; before the first and
///     after the last point their value holds
public record Lane(String owner, String param, boolean enabled, List<Point> points) {
    /// One point.
    ///
    /// @param value plain
    /// @param shape of the way to the next point
    public record Point(long frame, double value, Shape shape) {}

    public enum Shape {
        /// The value stays until the next point.
        HOLD,
        /// A straight line along the control's travel (so that a fade to silence is drawn straight on the fader).
        LINEAR
    }

    public Lane {
        points = List.copyOf(points);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (Double.isNaN(point.value())
                    || point.value() == Double.POSITIVE_INFINITY
                    || point.frame() > Clip.MAX_FRAME
                    || point.frame() < (i > 0 ? points.get(i - 1).frame() : 0)) {
                throw new InvalidProjectException("the automation of '" + param + "' is out of order at point " + i);
            }
        }
    }

    public Lane withPoints(List<Point> changed) {
        return new Lane(owner, param, enabled, changed);
    }

    public Lane withEnabled(boolean changed) {
        return new Lane(owner, param, changed, points);
    }
}
