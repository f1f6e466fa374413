package studio.headroom.ui.mixer;

import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import studio.headroom.ui.paint.Painter;

/// Small signs that slots paint.
final class Paints {
    private Paints() {}

    static void plus(Painter p, double x, double y, Color color) {
        p.across(x - 4, y, 9, color);
        p.down(x, y - 4, 9, color);
    }

    static void power(Painter p, double x, double y, Color color) {
        var gc = p.context();
        gc.setStroke(color);
        gc.setLineWidth(p.raw(1.2));
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.strokeArc(p.raw(x - 4), p.raw(y - 3.5), p.raw(8), p.raw(8), 125, 290, ArcType.OPEN);
        gc.strokeLine(p.raw(x), p.raw(y - 5), p.raw(x), p.raw(y - 1));
        gc.setLineCap(StrokeLineCap.BUTT);
    }
}
