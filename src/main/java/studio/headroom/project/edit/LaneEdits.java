package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import studio.headroom.param.Param;
import studio.headroom.project.Clip;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Edits of automation. A lane is named by what it moves: the id of a strip, effect or send, and the control. It
/// comes into being with its first point and goes with its last.
public final class LaneEdits {
    private LaneEdits() {}

    /// Replaces all points.
    public static Edit set(String owner, Param param, List<Point> points) {
        List<Point> sorted = points.stream()
                .map(point -> point.withValue(param.clamp(point.value())))
                .sorted(Comparator.comparingLong(Point::frame))
                .toList();
        return named("Automate", owner, param, change(owner, param, old -> sorted));
    }

    /// Adds a point, in the place of one on the same frame. A curve that it cuts stays one on both sides, so that a
    /// point
    /// on it changes nothing.
    public static Edit add(String owner, Param param, Point point) {
        return named("Automate", owner, param, change(owner, param, points -> {
            Lane old = new Lane(owner, param.id(), true, points);
            List<Point> all = new ArrayList<>(
                    Parts.without(cut(old, param, point.frame()), there -> there.frame() == point.frame()));
            double curve = point.curve() == 0 ? old.curveBetween(param, point.frame(), Clip.MAX_FRAME) : point.curve();
            all.add(point.withValue(param.clamp(point.value())).withCurve(curve));
            all.sort(Comparator.comparingLong(Point::frame));
            return all;
        }));
    }

    /// Removes the points from frame `from` to before frame `to`.
    public static Edit remove(String owner, Param param, long from, long to) {
        return named(
                "Delete automation of",
                owner,
                param,
                change(
                        owner,
                        param,
                        points -> Parts.without(points, point -> point.frame() >= from && point.frame() < to)));
    }

    /// The points of a lane, the one before a frame with the curve that it has up to there.
    static List<Point> cut(Lane lane, Param param, long frame) {
        int before = lane.countTo(frame - 1) - 1;
        if (before < 0 || lane.points().get(before).curve() == 0) {
            return lane.points();
        }
        List<Point> all = new ArrayList<>(lane.points());
        Point last = all.get(before);
        all.set(before, last.withCurve(lane.curveBetween(param, last.frame(), frame)));
        return all;
    }

    /// Replaces what lies from the first to the last of `written` by them, as a pass of writing does.
    public static Edit write(String owner, Param param, List<Point> written) {
        List<Point> copy = List.copyOf(written);
        return named("Write", owner, param, change(owner, param, points -> {
            if (copy.isEmpty()) {
                return points;
            }
            long from = copy.getFirst().frame();
            long to = copy.getLast().frame();
            List<Point> there = cut(new Lane(owner, param.id(), true, points), param, from);
            List<Point> all = new ArrayList<>(Parts.without(there, p -> p.frame() >= from && p.frame() <= to));
            copy.forEach(point -> all.add(point.withValue(param.clamp(point.value()))));
            all.sort(Comparator.comparingLong(Point::frame));
            return all;
        }));
    }

    /// Removes points that change the way by no more than `tolerance` of the control's travel; see [Thinning].
    public static Edit thin(String owner, Param param, double tolerance) {
        return named(
                "Thin automation of",
                owner,
                param,
                change(owner, param, points -> Thinning.thin(points, param.range(), tolerance)));
    }

    /// Lets a lane be read or not; its points stay.
    public static Edit enable(String owner, Param param, boolean enabled) {
        return named((enabled ? "Read" : "Ignore") + " automation of", owner, param, project -> {
            Strip strip = Parts.ofOwner(project, owner);
            Lane lane = strip.lane(owner, param.id())
                    .orElseThrow(() -> new InvalidProjectException("'" + param.label() + "' is not automated"));
            return project.withStrip(strip.withAutomation(
                    Parts.changed(strip.automation(), lane::equals, old -> old.withEnabled(enabled))));
        });
    }

    /// A step named with whose control it moves: "Automate Kick volume", "Write Kick compressor threshold".
    static Edit named(String verb, String owner, Param param, UnaryOperator<Project> change) {
        return new Edit(verb + " " + Parts.lower(param.label()), change, project -> {
            Strip strip = Parts.ofOwner(project, owner);
            String within = strip.id().equals(owner)
                    ? ""
                    : strip.inserts().stream()
                            .filter(insert -> insert.id().equals(owner))
                            .map(insert -> " " + Parts.effect(insert.type()))
                            .findFirst()
                            .orElse(" send");
            return verb + " " + StripEdits.nameOf(project, strip.id()) + within + " " + Parts.lower(param.label());
        });
    }

    static UnaryOperator<Project> change(String owner, Param param, UnaryOperator<List<Point>> change) {
        return project -> {
            if (!param.automatable()) {
                throw new InvalidProjectException("'" + param.label() + "' cannot be automated");
            }
            Strip strip = Parts.ofOwner(project, owner);
            Lane old = strip.lane(owner, param.id()).orElse(new Lane(owner, param.id(), true, List.of()));
            Lane changed = old.withPoints(change.apply(old.points()));
            List<Lane> lanes = new ArrayList<>(strip.automation());
            int index = lanes.indexOf(old);
            if (index < 0 && !changed.points().isEmpty()) {
                lanes.add(changed);
            } else if (index >= 0 && changed.points().isEmpty()) {
                lanes.remove(index);
            } else if (index >= 0) {
                lanes.set(index, changed);
            }
            return project.withStrip(strip.withAutomation(lanes));
        };
    }
}
