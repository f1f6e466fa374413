package studio.headroom.engine.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import studio.headroom.audio.Timeline;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;

/// A lane of a fader and a way of decibels that is added to it.
///
/// The lane is straight along the fader's travel between points, the decibels are straight in dB, and their sum is
/// neither, so that points are put where it bends: it stays within [#TOLERANCE] of the travel.
final class TrimmedLane {
    /// As far as a trim goes: from the top of a fader to below its last step above silence.
    static final double MAX_DB = 200;

    /// A quarter of what [Pass#TOLERANCE] allows in all; thinning takes the rest.
    static final double TOLERANCE = Pass.TOLERANCE / 4;

    private static final Param DECIBELS =
            new Param("delta", "Trim", Unit.DECIBEL, new Range.Linear(-MAX_DB, MAX_DB), 0, Smoothing.NONE, true);

    private final Lane base;
    private final Param param;
    private final Lane decibels;
    private final PointPath path = new PointPath();

    /// @param base has a point
    /// @param decibels at least one point, LINEAR in dB
    TrimmedLane(Lane base, Param param, List<Point> decibels) {
        this.base = base;
        this.param = param;
        this.decibels = new Lane(base.owner(), DECIBELS.id(), true, decibels);
    }

    /// A lane that is raised as a whole.
    static TrimmedLane by(Lane base, Param param, double decibels) {
        return new TrimmedLane(base, param, List.of(new Point(0, decibels, Shape.LINEAR)));
    }

    /// The sum from the lane's first point to its last; the points that are there stay.
    List<Point> all() {
        long from = base.points().getFirst().frame();
        path.add(from, before(from), Shape.HOLD);
        return points(from, base.points().getLast().frame());
    }

    /// The sum from one frame to another, both included.
    List<Point> points(long from, long to) {
        long[] frames = LongStream.concat(
                        LongStream.of(from, to), LongStream.concat(inside(base, from, to), inside(decibels, from, to)))
                .sorted()
                .distinct()
                .toArray();
        for (int i = 0; i + 1 < frames.length; i++) {
            long start = frames[i];
            long end = frames[i + 1];
            double value = at(start);
            if (holds(start, end)) {
                path.add(start, value, Shape.HOLD);
            } else {
                path.add(start, value, Shape.LINEAR);
                bend(start, value, end, before(end));
                path.add(end, before(end), Shape.LINEAR);
            }
        }
        int last = base.countTo(to) - 1;
        path.add(to, at(to), base.points().get(Math.max(last, 0)).shape());
        return path.points();
    }

    private static LongStream inside(Lane lane, long from, long to) {
        return lane.points().stream().mapToLong(Point::frame).filter(frame -> frame > from && frame < to);
    }

    /// Whether the sum rests between two neighboring frames because the lane holds there.
    private boolean holds(long start, long end) {
        int index = base.countTo(start) - 1;
        return index >= 0
                && base.points().get(index).shape() == Shape.HOLD
                && decibels.valueAt(DECIBELS, start) == decibels.valueBefore(DECIBELS, end);
    }

    /// Adds points between two neighboring frames until the ways between them are straight enough.
    private void bend(long start, double startValue, long end, double endValue) {
        List<Point> ends = new ArrayList<>(List.of(new Point(end, endValue, Shape.LINEAR)));
        Point from = new Point(start, startValue, Shape.LINEAR);
        while (!ends.isEmpty()) {
            Point to = ends.getLast();
            if (straight(from, to)) {
                if (to.frame() != end) {
                    path.add(to.frame(), to.value(), Shape.LINEAR);
                }
                from = ends.removeLast();
            } else {
                long middle = (from.frame() + to.frame()) >>> 1;
                ends.add(new Point(middle, at(middle), Shape.LINEAR));
            }
        }
    }

    /// Asked at three places between; ways as short as a sub-block are not read in between anyway.
    private boolean straight(Point from, Point to) {
        long length = to.frame() - from.frame();
        if (length <= Timeline.SUB_BLOCK) {
            return true;
        }
        double start = param.range().position(from.value());
        double rise = param.range().position(to.value()) - start;
        for (int quarter = 1; quarter < 4; quarter++) {
            long step = length * quarter / 4;
            double position = param.range().position(at(from.frame() + step));
            if (Math.abs(position - start - rise * step / length) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private double at(long frame) {
        return sum(base.valueAt(param, frame), decibels.valueAt(DECIBELS, frame));
    }

    private double before(long frame) {
        return sum(base.valueBefore(param, frame), decibels.valueBefore(DECIBELS, frame));
    }

    private double sum(double level, double trim) {
        double clamped = trim == 0 ? level : param.clamp(level + trim);
        return param.range().position(clamped) == 0 ? param.range().min() : clamped;
    }
}
