package studio.headroom.project;

import java.util.List;
import studio.headroom.param.Param;

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

    public Lane withOwner(String changed) {
        return new Lane(changed, param, enabled, points);
    }

    public Lane withPoints(List<Point> changed) {
        return new Lane(owner, param, enabled, changed);
    }

    public Lane withEnabled(boolean changed) {
        return new Lane(owner, param, changed, points);
    }

    /// The plain value that is heard at a frame: a point's own on its frame (of several the last one's), before the
    /// first and after the last point theirs. The lane has a point.
    ///
    /// @param moved the control that the lane moves
    public double valueAt(Param moved, long frame) {
        return value(moved, countTo(frame) - 1, frame);
    }

    /// The plain value at which the way up to a frame arrives. It differs from [#valueAt] where the frame has a jump
    /// or the end of a hold on it. The lane has a point.
    public double valueBefore(Param moved, long frame) {
        return value(moved, countTo(frame - 1) - 1, frame);
    }

    /// How many points lie at or before a frame.
    public int countTo(long frame) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).frame() <= frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The value at a frame on the way from a point to the next one.
    private double value(Param moved, int index, long frame) {
        Point from = points.get(Math.max(index, 0));
        double start = moved.clamp(from.value());
        if (index < 0 || index == points.size() - 1 || from.shape() == Shape.HOLD) {
            return start;
        }
        Point to = points.get(index + 1);
        double end = moved.clamp(to.value());
        double way = (double) (frame - from.frame()) / (to.frame() - from.frame());
        if (way == 0 || start == end) {
            return start;
        }
        if (way == 1) {
            return end;
        }
        double position = moved.range().position(start);
        return moved.range().plain(position + (moved.range().position(end) - position) * way);
    }
}
