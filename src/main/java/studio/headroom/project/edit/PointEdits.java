package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import studio.headroom.param.Param;
import studio.headroom.project.Bend;
import studio.headroom.project.Clip;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Span;

/// Edits of chosen points of a lane, named by their places in it, and of ranges of it. Values move along the control's
/// travel, so that what is dragged follows the mouse.
public final class PointEdits {
    private PointEdits() {}

    /// Moves points in time and along the travel, together. In time they stop at the points that stay, so that the
    /// order
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
                return point.withFrame(point.frame() + by).withValue(value);
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

    /// Where a point goes that stands alone between two curves, the way becomes the one curve that passes it.
    public static Edit delete(String owner, Param param, Set<Integer> chosen) {
        Set<Integer> all = Set.copyOf(chosen);
        return edit("Delete points of", owner, param, points -> {
            require(points, all);
            List<Point> rest = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                if (!all.contains(i)) {
                    boolean aloneGoes = all.contains(i + 1) && i + 2 < points.size() && !all.contains(i + 2);
                    rest.add(aloneGoes ? joined(param, points.subList(i, i + 3)) : points.get(i));
                }
            }
            return rest;
        });
    }

    /// The first of three points, as it stands when the second is gone.
    private static Point joined(Param param, List<Point> three) {
        Point first = three.getFirst();
        Point gone = three.get(1);
        Point next = three.getLast();
        double start = param.range().position(first.value());
        double rise = param.range().position(next.value()) - start;
        double x = (double) (gone.frame() - first.frame()) / Math.max(1, next.frame() - first.frame());
        double y = rise == 0 ? 0 : (param.range().position(gone.value()) - start) / rise;
        boolean between = x > 0 && x < 1 && y > 0 && y < 1;
        return between && first.curve() != 0 && gone.curve() != 0
                ? first.withCurve(Bend.curve(Bend.through(x, y), rise > 0))
                : first;
    }

    /// Sets the way from points to the next ones, without a curve.
    public static Edit shape(String owner, Param param, Set<Integer> chosen, Shape shape) {
        Set<Integer> all = Set.copyOf(chosen);
        return edit("Shape of", owner, param, points -> {
            require(points, all);
            return changed(points, all, point -> point.withShape(shape).withCurve(0));
        });
    }

    /// Bends the way from points to the next ones.
    ///
    /// @param curve -1 (far below the straight way) to 1 (far above), 0 straight; clamped
    public static Edit bend(String owner, Param param, Set<Integer> chosen, double curve) {
        Set<Integer> all = Set.copyOf(chosen);
        double clamped = Math.clamp(curve, -1, 1);
        return edit(clamped == 0 ? "Straighten" : "Bend", owner, param, points -> {
            require(points, all);
            return changed(points, all, point -> point.withShape(Shape.LINEAR).withCurve(clamped));
        });
    }

    /// Sets points to one value.
    public static Edit value(String owner, Param param, Set<Integer> chosen, double value) {
        Set<Integer> all = Set.copyOf(chosen);
        double clamped = param.clamp(value);
        return edit("Automate", owner, param, points -> {
            require(points, all);
            return changed(points, all, point -> point.withValue(clamped));
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
            List<Point> scaled = changed(points, all, point -> {
                double position = center + (param.range().position(point.value()) - center) * factor;
                return point.withValue(param.range().plain(Math.clamp(position, 0, 1)));
            });
            if (factor < 0) {
                all.stream()
                        .filter(i -> all.contains(i + 1))
                        .forEach(i -> scaled.set(
                                i, scaled.get(i).withCurve(-scaled.get(i).curve())));
            }
            return scaled;
        });
    }

    /// A range of a lane that was copied: frames count from its beginning, and the first and the last point stand at
    /// its
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
        double curve = lane.curveBetween(param, range.start(), range.end());
        inside.add(new Point(0, lane.valueAt(param, range.start()), shape, curve));
        for (Point point : lane.points()) {
            if (point.frame() > range.start() && point.frame() < range.end()) {
                inside.add(point.withFrame(point.frame() - range.start())
                        .withCurve(lane.curveBetween(param, point.frame(), range.end())));
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
            LaneEdits.cut(old, param, at).stream()
                    .filter(point -> point.frame() < at)
                    .forEach(all::add);
            if (at > 0) {
                all.add(new Point(at, old.valueBefore(param, at), Shape.HOLD));
            }
            copied.points().forEach(point -> all.add(placed(point, at, param)));
            all.add(new Point(end, old.valueAt(param, end), last, old.curveBetween(param, end, Clip.MAX_FRAME)));
            points.stream().filter(point -> point.frame() > end).forEach(all::add);
            return all;
        });
    }

    private static Point placed(Point point, long at, Param param) {
        return point.withFrame(at + point.frame()).withValue(param.clamp(point.value()));
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
