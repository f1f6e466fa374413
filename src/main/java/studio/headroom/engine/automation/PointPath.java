package studio.headroom.engine.automation;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;

/// Points of a lane in the making, in order, with no more of them on a frame than count: the value up to it and the
/// value from it.
final class PointPath {
    private final List<Point> points = new ArrayList<>();

    void add(long frame, double value, Shape shape) {
        add(new Point(frame, value, shape));
    }

    void add(Point point) {
        while (!points.isEmpty()
                && points.getLast().frame() == point.frame()
                && (points.getLast().value() == point.value()
                        || (points.size() > 1 && points.get(points.size() - 2).frame() == point.frame()))) {
            points.removeLast();
        }
        points.add(point);
    }

    void addAll(List<Point> more) {
        more.forEach(this::add);
    }

    List<Point> points() {
        return List.copyOf(points);
    }
}
