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
    /// @param curve of that way where it is LINEAR, -1 (lies far below the straight one) to 1 (far above), 0
    /// straight;
    ///     see [Bend]
    public record Point(long frame, double value, Shape shape, double curve) {
        public Point {
            curve = shape == Shape.HOLD || curve == 0 ? 0 : curve;
        }

        /// With a straight way to the next one.
        public Point(long frame, double value, Shape shape) {
            this(frame, value, shape, 0);
        }

        public Point withFrame(long changed) {
            return new Point(changed, value, shape, curve);
        }

        public Point withValue(double changed) {
            return new Point(frame, changed, shape, curve);
        }

        public Point withShape(Shape changed) {
            return new Point(frame, value, changed, curve);
        }

        public Point withCurve(double changed) {
            return new Point(frame, value, shape, changed);
        }
    }

    public enum Shape {
        /// The value stays until the next point.
        HOLD,
        /// A straight line along the control's travel (so that a fade to silence is drawn straight on the fader), or a
        /// curve, as the point says.
        LINEAR
    }

    public Lane {
        points = List.copyOf(points);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (Double.isNaN(point.value())
                    || point.value() == Double.POSITIVE_INFINITY
                    || !(Math.abs(point.curve()) <= 1)
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
        double rise = moved.range().position(end) - position;
        double bent = Bend.at(way, Bend.steepness(from.curve(), rise > 0));
        return moved.range().plain(position + rise * bent);
    }

    /// The curve that the way from one frame to another has, of a way between two neighboring points: what a point at
    /// `from` has to have for another at `to` to change nothing. 0 where the lane holds.
    ///
    /// @param to at or before the next point; cut there
    public double curveBetween(Param moved, long from, long to) {
        int index = countTo(from) - 1;
        if (index < 0 || index == points.size() - 1) {
            return 0;
        }
        Point start = points.get(index);
        Point end = points.get(index + 1);
        long last = Math.min(to, end.frame());
        if (start.curve() == 0 || from >= last || from == start.frame() && last == end.frame()) {
            return start.curve();
        }
        double rise =
                moved.range().position(moved.clamp(end.value())) - moved.range().position(moved.clamp(start.value()));
        double length = end.frame() - start.frame();
        double whole = Bend.steepness(start.curve(), rise > 0);
        double part = Bend.part(whole, (from - start.frame()) / length, (last - start.frame()) / length);
        return Bend.curve(part, rise > 0);
    }
}
