package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import studio.headroom.param.Param;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Span;

/// Edits of chosen points of a lane, named by their places in it, and of ranges of it. Values move along the control's
/// travel, so that what is dragged follows the mouse.
public final class PointEdits {
    private PointEdits() {}

    /// Moves points in time and along the travel, together. In time they stop at the points that stay, so that the order
    /// is kept, and at the song's beginning; each value stops at the end of its travel.
    ///
    /// @param travel of 0..1, negative is down
    public static Edit move(String owner, Param param, Set<Integer> chosen, long frames, double travel) {
        Set<Integer> all = Set.copyOf(chosen);
        return edit("Move points of", owner, param, points -> {
            require(points, all);
            long by = possible(points, all, frames);
            return changed(points, all, point -> {
                double position = Math.clamp(param.range().position(point.value()) + travel, 0, 1);
                double value = travel == 0 ? point.value() : param.range().plain(position);
                return new Point(point.frame() + by, value, point.shape());
            });
        });
    }

    private static long possible(List<Point> points, Set<Integer> chosen, long frames) {
        long by = frames;
        for (int i : chosen) {
            long frame = points.get(i).frame();
            if (!chosen.contains(i - 1)) {
                by = Math.max(by, (i > 0 ? points.get(i - 1).frame() : 0) - frame);
            }
            if (!chosen.contains(i + 1) && i + 1 < points.size()) {
                by = Math.min(by, points.get(i + 1).frame() - frame);
            }
        }
        return by;
    }

    public static Edit delete(String owner, Param param, Set<Integer> chosen) {
        Set<Integer> all = Set.copyOf(chosen);
        return edit("Delete points of", owner, param, points -> {
            require(points, all);
            List<Point> rest = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                if (!all.contains(i)) {
                    rest.add(points.get(i));
                }
            }
            return rest;
        });
    }

    /// Sets the way from points to the next ones.
    public static Edit shape(String owner, Param param, Set<Integer> chosen, Shape shape) {
        Set<Integer> all = Set.copyOf(chosen);
        return edit("Shape of", owner, param, points -> {
            require(points, all);
            return changed(points, all, point -> new Point(point.frame(), point.value(), shape));
        });
    }

    /// Sets points to one value.
    public static Edit value(String owner, Param param, Set<Integer> chosen, double value) {
        Set<Integer> all = Set.copyOf(chosen);
        double clamped = param.clamp(value);
        return edit("Automate", owner, param, points -> {
            require(points, all);
            return changed(points, all, point -> new Point(point.frame(), clamped, point.shape()));
        });
    }

    /// Makes the moves of points larger or smaller.
    ///
    /// @param factor of the distance from `pivot` along the travel; 0 is flat, negative turns them over
    /// @param pivot the plain value that stays
    public static Edit scale(String owner, Param param, Set<Integer> chosen, double factor, double pivot) {
        Set<Integer> all = Set.copyOf(chosen);
        double center = param.range().position(pivot);
        return edit("Scale points of", owner, param, points -> {
            require(points, all);
            return changed(points, all, point -> {
                double position = center + (param.range().position(point.value()) - center) * factor;
                return new Point(point.frame(), param.range().plain(Math.clamp(position, 0, 1)), point.shape());
            });
        });
    }

    /// A range of a lane that was copied: frames count from its beginning, and the first and the last point stand at its
    /// ends with the values that are heard there.
    public record CopiedRange(long length, List<Point> points) {
        public CopiedRange {
            points = List.copyOf(points);
        }
    }

    /// Copies a range of a lane that has a point.
    public static CopiedRange copy(Lane lane, Param param, Span range) {
        List<Point> inside = new ArrayList<>();
        int before = lane.countTo(range.start()) - 1;
        Shape shape = before < 0 ? Shape.HOLD : lane.points().get(before).shape();
        inside.add(new Point(0, lane.valueAt(param, range.start()), shape));
        for (Point point : lane.points()) {
            if (point.frame() > range.start() && point.frame() < range.end()) {
                inside.add(new Point(point.frame() - range.start(), point.value(), point.shape()));
            }
        }
        inside.add(new Point(range.length(), lane.valueBefore(param, range.end()), Shape.HOLD));
        return new CopiedRange(range.length(), inside);
    }

    /// Puts a copied range in the place of what is there. Before and behind it the lane goes on as it was.
    public static Edit paste(String owner, Param param, CopiedRange copied, long start) {
        long at = Math.max(0, start);
        long end = at + copied.length();
        return edit("Paste automation of", owner, param, points -> {
            List<Point> all = new ArrayList<>();
            if (points.isEmpty()) {
                copied.points().forEach(point -> all.add(placed(point, at, param)));
                return all;
            }
            Lane old = new Lane(owner, param.id(), true, points);
            Shape last = old.countTo(end) == 0
                    ? Shape.HOLD
                    : points.get(old.countTo(end) - 1).shape();
            points.stream().filter(point -> point.frame() < at).forEach(all::add);
            if (at > 0) {
                all.add(new Point(at, old.valueBefore(param, at), Shape.HOLD));
            }
            copied.points().forEach(point -> all.add(placed(point, at, param)));
            all.add(new Point(end, old.valueAt(param, end), last));
            points.stream().filter(point -> point.frame() > end).forEach(all::add);
            return all;
        });
    }

    private static Point placed(Point point, long at, Param param) {
        return new Point(at + point.frame(), param.clamp(point.value()), point.shape());
    }

    private static void require(List<Point> points, Set<Integer> chosen) {
        for (int index : chosen) {
            if (index < 0 || index >= points.size()) {
                throw new InvalidProjectException("the automation has no point " + index);
            }
        }
    }

    private static List<Point> changed(List<Point> points, Set<Integer> chosen, UnaryOperator<Point> change) {
        List<Point> all = new ArrayList<>(points);
        chosen.forEach(index -> all.set(index, change.apply(points.get(index))));
        all.sort(Comparator.comparingLong(Point::frame));
        return all;
    }

    private static Edit edit(String verb, String owner, Param param, UnaryOperator<List<Point>> change) {
        return LaneEdits.named(verb, owner, param, LaneEdits.change(owner, param, change));
    }
}
