package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.headroom.param.Range;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.edit.PointEdits;

/// The way between two points in the hand: drawn up or down it becomes a curve. Shift makes it ten times finer. UI
/// thread.
final class LaneBend implements Gesture {
    /// So far the hand goes for the strongest curve, in units.
    private static final double REACH = 120;

    /// Curves that a hand can tell apart, from straight to strongest.
    private static final double STEPS = 1000;

    private final LaneKey.Control control;
    private final Preview preview;
    private final int from;
    private double lastY;
    private double bend;

    private LaneBend(TimelineModel model, LaneKey.Control control, int from, double y) {
        this.control = control;
        this.from = from;
        bend = control.lane().points().get(from).curve();
        preview = new Preview(model.history(), Preview.Part.LANES);
        lastY = y;
        model.points(null, Set.of());
    }

    /// Takes the way that passes a frame; empty where there is none that could bend.
    static Optional<LaneBend> at(TimelineModel model, LaneKey.Control control, long frame, double y) {
        List<Point> points = control.lane().points();
        int from = control.lane().countTo(frame) - 1;
        Range range = control.param().range();
        boolean bends = from >= 0
                && from + 1 < points.size()
                && points.get(from).shape() == Shape.LINEAR
                && !(range instanceof Range.Toggle || range instanceof Range.Choice);
        return bends ? Optional.of(new LaneBend(model, control, from, y)) : Optional.empty();
    }

    @Override
    public void drag(double x, double y, Keys keys) {
        bend = Math.clamp(bend + (lastY - y) / REACH * (keys.shift() ? 0.1 : 1), -1, 1);
        lastY = y;
        double shown = Math.rint(bend * STEPS) / STEPS;
        preview.show(PointEdits.bend(control.key().owner(), control.param(), Set.of(from), shown));
    }

    /// Makes the way that passes a frame straight.
    static void straighten(TimelineModel model, LaneKey.Control control, long frame) {
        int from = control.lane().countTo(frame) - 1;
        if (from >= 0 && control.lane().points().get(from).curve() != 0) {
            model.apply(PointEdits.bend(control.key().owner(), control.param(), Set.of(from), 0));
        }
    }

    @Override
    public void end() {
        preview.end();
    }

    @Override
    public void cancel() {
        preview.cancel();
    }

    @Override
    public String bubble() {
        return Math.round(bend * 100) + " %";
    }
}
