package studio.headroom.engine.automation;

import java.util.List;
import java.util.Optional;
import studio.headroom.param.Param;
import studio.headroom.project.Clip;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Project;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.Thinning;

/// What was written to one control from one frame to another.
///
/// @param points values of the control, or dB to be added to what its lane holds; at least one, the first where the
///     pass begins
/// @param end where it ends, at or behind the last point
/// @param glide frames after the end in which the control comes back to its lane
record Pass(Address address, boolean relative, List<Point> points, long end, long glide) {
    /// How far, of the travel 0..1, a lane may be from what was captured: a fifth of a pixel of a fader of 200 pixels.
    /// At a fader that is 0.03 dB at unity and less than 0.15 dB down to -38 dB, below the smallest change of level
    /// that
    /// people hear.
    static final double TOLERANCE = 0.001;

    Pass {
        points = List.copyOf(points);
    }

    long start() {
        return points.getFirst().frame();
    }

    /// Whether nothing of it is heard: it is over as soon as it begins, or adds nothing.
    boolean empty() {
        return end + glide <= start() || (relative && points.stream().allMatch(point -> point.value() == 0));
    }

    /// The song with this pass in the place of what the lane held from its start to the end of the glide. The points
    /// outside stay, and the way there and the way from there are what they were: a way that is cut gets a point on
    /// the
    /// cut. The song as it is when the control is not in it.
    Project applyTo(Project project, Controls controls) {
        Optional<Target> found =
                controls.find(project, address).filter(target -> target.param().automatable());
        return found.map(target -> LaneEdits.write(target.owner(), target.param(), written(target))
                        .apply(project))
                .orElse(project);
    }

    private List<Point> written(Target target) {
        Param param = target.param();
        Lane base = target.base();
        long back = Math.min(end + glide, Clip.MAX_FRAME);
        PointPath path = new PointPath();
        if (start() > 0 && (target.lane() == null || target.lane().points().isEmpty())) {
            path.addAll(base.points());
        }
        comeTo(path, base, target);
        path.addAll(relative ? trimmed(base, param, back) : Thinning.thin(points, param.range(), TOLERANCE));
        goOn(path, base, target, back);
        return path.points();
    }

    /// Keeps the way up to the start as it was, without a point where the lane holds anyway.
    private void comeTo(PointPath path, Lane base, Target target) {
        int before = base.countTo(start() - 1) - 1;
        boolean held = before >= 0 && base.points().get(before).shape() == Shape.HOLD;
        if (start() > 0 && !held) {
            if (before >= 0 && target.discrete()) {
                addSteps(path, base, target.param(), base.points().get(before).frame(), start());
            }
            path.add(start(), base.valueBefore(target.param(), start()), before < 0 ? Shape.HOLD : Shape.LINEAR);
        }
    }

    /// Keeps the way from the end of the glide as it was.
    private static void goOn(PointPath path, Lane base, Target target, long back) {
        int last = base.countTo(back) - 1;
        Shape shape = last < 0 ? Shape.HOLD : base.points().get(last).shape();
        double curve = base.curveBetween(target.param(), back, Clip.MAX_FRAME);
        path.add(new Point(back, base.valueAt(target.param(), back), shape, curve));
        if (target.discrete()
                && shape == Shape.LINEAR
                && last + 1 < base.points().size()) {
            addSteps(
                    path,
                    base,
                    target.param(),
                    back,
                    base.points().get(last + 1).frame());
        }
    }

    /// A straight way between two options steps from one to the next; when it is cut, its halves would step elsewhere.
    /// So its steps become points.
    private static void addSteps(PointPath path, Lane base, Param param, long from, long to) {
        long frame = from;
        double value = base.valueAt(param, from);
        while (base.valueAt(param, to - 1) != value) {
            long same = frame;
            long other = to - 1;
            while (other - same > 1) {
                long middle = (same + other) >>> 1;
                if (base.valueAt(param, middle) == value) {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            path.add(other, value, Shape.LINEAR);
            frame = other;
            value = base.valueAt(param, frame);
            path.add(frame, value, Shape.LINEAR);
        }
    }

    private List<Point> trimmed(Lane base, Param param, long back) {
        PointPath decibels = new PointPath();
        decibels.addAll(points);
        if (glide > 0) {
            decibels.add(back, 0, Shape.LINEAR);
        }
        List<Point> sum = new TrimmedLane(base, param, decibels.points()).points(start(), back);
        return Thinning.thin(sum, param.range(), TOLERANCE - TrimmedLane.TOLERANCE);
    }
}
