package studio.headroom.ui.timeline;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.headroom.project.Bend;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Paints automation lanes: the way of the value, its points, the ends of its range. UI thread.
final class LanePainter {
    /// Points nearer to each other than this are not drawn as dots.
    private static final double DOT_ROOM = 7;

    private final TimelineModel model;

    LanePainter(TimelineModel model) {
        this.model = model;
    }

    /// @param y of the row in the view
    void paint(Painter p, Row row, LaneKey.Control control, double y, double width, Color track) {
        TimeScale scale = model.scale();
        double bottom = y + row.height() - 1;
        p.across(0, y + HitTest.LANE_PAD, width, Token.LINE_1.color());
        List<Point> points = control.lane().points();
        boolean read = control.lane().enabled();
        Color color = read && control.automated() ? track : Token.FG_3.color();
        GraphicsContext gc = p.context();
        gc.beginPath();
        int first = Math.max(0, control.lane().countTo((long) Math.floor(scale.origin())) - 1);
        double start =
                points.isEmpty() ? 0 : Math.max(-10, scale.x(points.get(first).frame()));
        double firstValue =
                points.isEmpty() ? control.value() : points.get(first).value();
        double level = y + HitTest.laneY(row, control, firstValue);
        gc.moveTo(p.raw(-10), p.raw(points.isEmpty() || start > -10 ? level : heightAt(row, control, y, -10)));
        double last = level;
        for (int i = first; i < points.size(); i++) {
            Point point = points.get(i);
            double x = scale.x(point.frame());
            double at = y + HitTest.laneY(row, control, point.value());
            if (x >= -10) {
                boolean jumps = i > 0 && points.get(i - 1).shape() == Shape.HOLD;
                if (jumps) {
                    gc.lineTo(p.raw(Math.min(x, width + 10)), p.raw(last));
                }
                if (i > 0 && points.get(i - 1).curve() != 0) {
                    double fromX = scale.x(points.get(i - 1).frame());
                    curve(p, points.get(i - 1).curve(), fromX, last, x, at, width);
                }
                if (x > width + 4000) {
                    gc.lineTo(p.raw(width + 10), p.raw(heightAt(row, control, y, width + 10)));
                } else {
                    gc.lineTo(p.raw(x), p.raw(at));
                }
            }
            last = at;
            if (x > width + 10) {
                break;
            }
        }
        if (points.isEmpty() || scale.x(points.getLast().frame()) <= width + 10) {
            gc.lineTo(p.raw(width + 10), p.raw(last));
        }
        gc.setStroke(control.automated() ? color : color.deriveColor(0, 1, 1, 0.6));
        gc.setLineWidth(p.raw(control.automated() ? 2 : 1));
        gc.stroke();
        gc.lineTo(p.raw(width + 10), p.raw(bottom));
        gc.lineTo(p.raw(-10), p.raw(bottom));
        gc.closePath();
        gc.setFill(color.deriveColor(0, 1, 1, control.automated() ? 0.12 : 0.05));
        gc.fill();
        dots(p, row, control, y, width, color);
        ends(p, row, control, y, width);
    }

    /// The curved way between two points, as far as it is seen, without its end.
    private static void curve(
            Painter p, double curve, double fromX, double fromY, double toX, double toY, double width) {
        double steepness = Bend.steepness(curve, toY < fromY);
        double step = Math.clamp((toX - fromX) / 48, 0.5, 2);
        double end = Math.min(toX, width + 10);
        for (double x = Math.max(fromX, -10) + step; x < end; x += step) {
            double y = fromY + (toY - fromY) * Bend.at((x - fromX) / (toX - fromX), steepness);
            p.context().lineTo(p.raw(x), p.raw(y));
        }
    }

    private double heightAt(Row row, LaneKey.Control control, double y, double x) {
        return y + HitTest.laneY(row, control, control.valueAt(model.scale().frameAt(x)));
    }

    private void dots(Painter p, Row row, LaneKey.Control control, double y, double width, Color color) {
        List<Point> points = control.lane().points();
        boolean chosen = control.key().equals(model.pointLane());
        double lastX = Double.NEGATIVE_INFINITY;
        int first = Math.max(
                0, control.lane().countTo((long) Math.floor(model.scale().frame(-8))) - 1);
        for (int i = first; i < points.size(); i++) {
            double x = model.scale().x(points.get(i).frame());
            if (x > width + 8) {
                break;
            }
            double at = y + HitTest.laneY(row, control, points.get(i).value());
            if (chosen && model.points().contains(i)) {
                p.disc(x, at, 5, Token.FG_1.color());
                p.circle(x, at, 5, color, 2);
            } else if (x - lastX >= DOT_ROOM) {
                p.disc(x, at, 3.5, Token.BG_1.color());
                p.circle(x, at, 3.5, color, 2);
            }
            lastX = x;
        }
    }

    private static void ends(Painter p, Row row, LaneKey.Control control, double y, double width) {
        String high = control.param().format(control.param().range().plain(1));
        String low = control.param().format(control.param().range().plain(0));
        end(p, high, y + HitTest.LANE_PAD + 7, width);
        end(p, low, y + row.height() - 8, width);
    }

    private static void end(Painter p, String text, double middle, double width) {
        double wide = p.units(TextSize.width(p.look(), TypeRole.SCALE, text)) + 6;
        p.fill(width - 3 - wide, middle - 6, wide, 12, Token.BG_1.alpha(0.75), 2);
        p.right(width - 6, middle, text, TypeRole.SCALE, Token.FG_3.color());
    }
}
