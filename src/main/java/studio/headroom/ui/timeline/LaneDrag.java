package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import studio.headroom.param.Range;
import studio.headroom.project.Clip;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.PointEdits;

/// Points of an automation lane in the hand. Ctrl lets go of what is snapped to; Shift makes values ten times finer,
/// and
/// nothing jumps when it is pressed. UI thread.
final class LaneDrag implements Gesture {
    private static final double THRESHOLD = 2;

    private final TimelineModel model;
    private final Row row;
    private final LaneKey.Control control;
    private final Preview preview;
    private final Edit adding;
    private final boolean adds;
    private final Set<Integer> points;
    private final Point anchor;
    private final double startX;
    private final double startFrame;
    private double lastY;
    private double travel;
    private boolean moving;
    private boolean sideways;
    private String bubble = "";

    /// Drags the points that are selected.
    ///
    /// @param grabbed the one under the pointer
    LaneDrag(TimelineModel model, Row row, LaneKey.Control control, int grabbed, double x, double y) {
        this(
                model,
                row,
                control,
                new Edit("", song -> song),
                false,
                model.points(),
                control.lane().points().get(grabbed),
                x,
                y);
    }

    private LaneDrag(
            TimelineModel model,
            Row row,
            LaneKey.Control control,
            Edit adding,
            boolean adds,
            Set<Integer> points,
            Point anchor,
            double x,
            double y) {
        this.model = model;
        this.row = row;
        this.control = control;
        this.adding = adding;
        this.adds = adds;
        this.points = Set.copyOf(points);
        this.anchor = anchor;
        preview = new Preview(model.history(), Preview.Part.LANES);
        startX = x;
        startFrame = model.scale().frame(x);
        lastY = y;
        tell(anchor.value());
    }

    /// Adds a point and drags it.
    ///
    /// @param free whether it is set where the hand is, whatever could be snapped to
    static LaneDrag adding(
            TimelineModel model, Row row, LaneKey.Control control, double value, double x, double y, boolean free) {
        long frame = model.snapped(model.scale().frameAt(x), Set.of(), free);
        Point point = new Point(frame, control.param().clamp(value), shape(control));
        Edit adding = LaneEdits.add(control.key().owner(), control.param(), point);
        List<Point> before = control.lane().points();
        int index = (int) before.stream().filter(old -> old.frame() < frame).count();
        LaneDrag drag = new LaneDrag(model, row, control, adding, true, Set.of(index), point, x, y);
        drag.preview.show(adding);
        model.points(control.key(), Set.of(index));
        return drag;
    }

    /// Switches and choices stay until the next point; everything else goes in a straight line.
    static Shape shape(LaneKey.Control control) {
        Range range = control.param().range();
        return range instanceof Range.Toggle || range instanceof Range.Choice ? Shape.HOLD : Shape.LINEAR;
    }

    @Override
    public void drag(double x, double y, Keys keys) {
        if (!moving && Math.abs(x - startX) < THRESHOLD && Math.abs(y - lastY) < THRESHOLD) {
            return;
        }
        moving = true;
        sideways |= Math.abs(x - startX) >= 2 * THRESHOLD;
        double room = row.height() - 1 - 2 * HitTest.LANE_PAD;
        travel += (lastY - y) / room * (keys.shift() ? 0.1 : 1);
        lastY = y;
        double position = control.param().range().position(anchor.value());
        // Beyond its ends the hand comes back at once.
        travel = Math.clamp(travel, -position, 1 - position);
        // A hand that goes up does not push a point off its beat.
        long by = sideways
                ? model.snapped(
                                anchor.frame() + Math.round(model.scale().frame(x) - startFrame),
                                Set.of(),
                                keys.control())
                        - anchor.frame()
                : 0;
        Edit move = PointEdits.move(control.key().owner(), control.param(), points, by, travel);
        preview.show(
                new Edit(move.name(), song -> move.apply(adding.apply(song)), song -> move.nameIn(adding.apply(song))));
        tell(control.param().range().plain(Math.clamp(position + travel, 0, 1)));
    }

    /// Whether it has added a point and left it where it was.
    boolean addedOnly() {
        return adds && !moving;
    }

    private void tell(double value) {
        bubble = control.param().format(value);
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

    /// Selects points within a rectangle.
    static final class Frame implements Gesture {
        private final TimelineModel model;
        private final Row row;
        private final LaneKey lane;
        private final Set<Integer> before;
        private final double startX;
        private final double startY;
        private boolean moving;

        /// @param before points that stay selected
        Frame(TimelineModel model, Row row, LaneKey lane, Set<Integer> before, double x, double y) {
            this.model = model;
            this.row = row;
            this.lane = lane;
            this.before = Set.copyOf(before);
            startX = x;
            startY = y;
        }

        @Override
        public void drag(double x, double y, Keys keys) {
            moving |= Math.hypot(x - startX, y - startY) > THRESHOLD;
            LaneKey.Control control = lane.in(model.song()).orElse(null);
            if (!moving || control == null) {
                return;
            }
            Set<Integer> chosen = new TreeSet<>(before);
            double from = model.scale().frame(Math.min(x, startX));
            double to = model.scale().frame(Math.max(x, startX));
            double high = Math.min(y, startY) + model.top() - row.y();
            double low = Math.max(y, startY) + model.top() - row.y();
            List<Point> points = control.lane().points();
            for (int i = 0; i < points.size(); i++) {
                double at = HitTest.laneY(row, control, points.get(i).value());
                if (points.get(i).frame() >= from && points.get(i).frame() <= to && at >= high && at <= low) {
                    chosen.add(i);
                }
            }
            model.points(lane, chosen);
        }

        @Override
        public void end() {
            if (!moving) {
                model.points(lane, before);
            }
        }

        @Override
        public void cancel() {
            model.points(lane, before);
        }
    }

    /// The value that a lane has between two places stays beside what is drawn: the ends of the drawn part are jumps
    /// where it does not meet it.
    static List<Point> joined(LaneKey.Control control, List<Point> drawn) {
        List<Point> all = new java.util.ArrayList<>();
        Point first = drawn.getFirst();
        Point last = drawn.getLast();
        Lane lane = control.lane();
        double before = control.automated() ? lane.valueBefore(control.param(), first.frame()) : control.value();
        double behind = control.automated() ? lane.valueAt(control.param(), last.frame()) : control.value();
        int at = lane.countTo(last.frame()) - 1;
        Shape shape = at < 0 ? shape(control) : lane.points().get(at).shape();
        if (first.frame() > 0) {
            all.add(new Point(first.frame(), before, Shape.HOLD));
        }
        all.addAll(drawn);
        all.add(new Point(
                last.frame(), behind, shape, lane.curveBetween(control.param(), last.frame(), Clip.MAX_FRAME)));
        return all;
    }
}
