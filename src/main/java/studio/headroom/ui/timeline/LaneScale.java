package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.edit.PointEdits;

/// The moves of several points in the hand: drawn away from the middle of them all they grow, towards it they shrink. A
/// press alone deletes the point, as it does with one point. UI thread.
final class LaneScale implements Gesture {
    private static final double THRESHOLD = 2;
    /// A point so near to the middle of all does not lead; of the travel.
    private static final double NEAR = 0.02;

    private final TimelineModel model;
    private final Row row;
    private final LaneKey.Control control;
    private final int grabbed;
    private final Set<Integer> points;
    private final Preview preview;
    private final double pivot;
    private final double distance;
    private final double startY;
    private boolean moving;
    private double factor = 1;

    LaneScale(TimelineModel model, Row row, LaneKey.Control control, int grabbed, double y) {
        this.model = model;
        this.row = row;
        this.control = control;
        this.grabbed = grabbed;
        points = model.points();
        preview = new Preview(model.history(), Preview.Part.LANES);
        startY = y;
        List<Point> all = control.lane().points();
        double high = 0;
        double low = 1;
        for (int i : points) {
            double position = control.param().range().position(all.get(i).value());
            high = Math.max(high, position);
            low = Math.min(low, position);
        }
        pivot = (high + low) / 2;
        double own = control.param().range().position(all.get(grabbed).value()) - pivot;
        distance = Math.abs(own) < NEAR ? 0.25 : own;
    }

    @Override
    public void drag(double x, double y, Keys keys) {
        if (!moving && Math.abs(y - startY) < THRESHOLD) {
            return;
        }
        moving = true;
        double travel = (startY - y) / (row.height() - 1 - 2 * HitTest.LANE_PAD) * (keys.shift() ? 0.1 : 1);
        factor = 1 + travel / distance;
        preview.show(PointEdits.scale(
                control.key().owner(),
                control.param(),
                points,
                factor,
                control.param().range().plain(pivot)));
    }

    @Override
    public void end() {
        preview.end();
        if (!moving) {
            model.points(null, Set.of());
            model.apply(PointEdits.delete(control.key().owner(), control.param(), Set.of(grabbed)));
        }
    }

    @Override
    public void cancel() {
        preview.cancel();
    }

    @Override
    public String bubble() {
        return moving ? String.format(Locale.ROOT, "× %.2f", factor) : "";
    }
}
