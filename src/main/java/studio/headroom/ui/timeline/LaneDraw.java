package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.Thinning;

/// Automation drawn with a free hand. What the hand has passed over is replaced; what lies before and behind stays as
/// it is. Points that the way does not need are left out. UI thread.
final class LaneDraw implements Gesture {
    /// Share of the travel by which the way may differ from the hand's.
    private static final double TOLERANCE = 0.008;

    private final TimelineModel model;
    private final Row row;
    private final LaneKey.Control control;
    private final Preview preview;
    /// Travel by frame.
    private final TreeMap<Long, Double> way = new TreeMap<>();

    private long last;
    private String bubble = "";

    LaneDraw(TimelineModel model, Row row, LaneKey.Control control, double x, double y) {
        this.model = model;
        this.row = row;
        this.control = control;
        preview = new Preview(model.history(), Preview.Part.LANES);
        last = model.scale().frameAt(x);
        add(x, y);
    }

    @Override
    public void drag(double x, double y, Keys keys) {
        add(x, y);
        if (way.size() > 1) {
            List<Point> drawn = new ArrayList<>();
            for (Map.Entry<Long, Double> entry : way.entrySet()) {
                double value = control.param().range().plain(entry.getValue());
                drawn.add(new Point(entry.getKey(), value, LaneDrag.shape(control)));
            }
            List<Point> thin = Thinning.thin(drawn, control.param().range(), TOLERANCE);
            preview.show(LaneEdits.write(control.key().owner(), control.param(), LaneDrag.joined(control, thin)));
        }
    }

    private void add(double x, double y) {
        long frame = model.scale().frameAt(x);
        double travel = HitTest.travel(row, y + model.top() - row.y());
        // Where the hand comes back, it draws over what it has drawn.
        way.subMap(Math.min(last, frame), true, Math.max(last, frame), true)
                .keySet()
                .removeIf(at -> at != last);
        way.put(frame, travel);
        last = frame;
        bubble = control.param().format(control.param().range().plain(travel));
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
        return bubble;
    }
}
