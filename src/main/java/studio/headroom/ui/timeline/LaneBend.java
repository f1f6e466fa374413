package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.headroom.param.Range;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.Thinning;

/// The straight way between two points in the hand: drawn up or down it becomes a curve, made of as many points as that
/// takes. Shift makes it ten times finer. UI thread.
final class LaneBend implements Gesture {
    /// Share of the travel by which the points' way may differ from the curve.
    private static final double TOLERANCE = 0.004;

    private static final int STEPS = 96;
    /// So far the hand goes for the strongest curve, in units.
    private static final double REACH = 120;

    /// The strongest curve leaves its beginning this many times as steeply as the straight way.
    private static final double STEEPEST = 24;

    private final LaneKey.Control control;
    private final Preview preview;
    private final int from;
    private double lastY;
    private double bend;

    private LaneBend(TimelineModel model, LaneKey.Control control, int from, double y) {
        this.control = control;
        this.from = from;
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
        List<Point> all = new ArrayList<>(control.lane().points());
        all.addAll(from + 1, curve(all.get(from), all.get(from + 1)));
        Edit edit = LaneEdits.set(control.key().owner(), control.param(), all);
        preview.show(new Edit("Bend automation", edit.change(), song -> "Bend " + control.name()));
    }

    /// The points between two on a hyperbola: of x = 0..1 it is x / (x + k (1 - x)), steeper at the beginning the
    /// smaller k is.
    private List<Point> curve(Point start, Point end) {
        Range range = control.param().range();
        double low = range.position(start.value());
        double rise = range.position(end.value()) - low;
        double k = Math.pow(STEEPEST, -bend * Math.signum(rise));
        List<Point> way = new ArrayList<>(List.of(start));
        for (int i = 1; i < STEPS; i++) {
            // Closer where the curve is steep.
            double x = (1 - Math.cos(Math.PI * i / STEPS)) / 2;
            long frame = start.frame() + Math.round(x * (end.frame() - start.frame()));
            if (frame > way.getLast().frame() && frame < end.frame()) {
                double value = range.plain(low + rise * x / (x + k * (1 - x)));
                way.add(new Point(frame, value, Shape.LINEAR));
            }
        }
        way.add(end);
        List<Point> thin = Thinning.thin(way, range, TOLERANCE);
        return bend == 0 || rise == 0 ? List.of() : thin.subList(1, thin.size() - 1);
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
