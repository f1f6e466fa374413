package studio.headroom.ui.paint;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.TypeRole;

/// Draws on a canvas in units of the design. Edges of boxes and lines of text lie on the device's pixels at every
/// scale;
/// curves lie where they belong. UI thread.
public final class Painter {
    private final GraphicsContext gc;
    private final Look look;
    private double factor;
    private double output;

    public Painter(Canvas canvas, Look look) {
        gc = canvas.getGraphicsContext2D();
        this.look = look;
        begin();
    }

    /// Takes over the scale that holds now.
    public void begin() {
        factor = look.factor();
        output = look.outputScale();
    }

    /// For what this does not offer; in the toolkit's pixels.
    public GraphicsContext context() {
        return gc;
    }

    public Look look() {
        return look;
    }

    /// The place of an edge in the toolkit's pixels, on the device's grid.
    public double snap(double units) {
        return Math.rint(units * factor * output) / output;
    }

    /// Units to the toolkit's pixels, unrounded.
    public double raw(double units) {
        return units * factor;
    }

    /// The toolkit's pixels to units.
    public double units(double px) {
        return px / factor;
    }

    public void clear(double x, double y, double w, double h) {
        gc.clearRect(snap(x), snap(y), snap(x + w) - snap(x), snap(y + h) - snap(y));
    }

    public void fill(double x, double y, double w, double h, Color color) {
        gc.setFill(color);
        double left = snap(x);
        double top = snap(y);
        gc.fillRect(left, top, snap(x + w) - left, snap(y + h) - top);
    }

    public void fill(double x, double y, double w, double h, Color color, double radius) {
        gc.setFill(color);
        double left = snap(x);
        double top = snap(y);
        double arc = 2 * raw(radius);
        gc.fillRoundRect(left, top, snap(x + w) - left, snap(y + h) - top, arc, arc);
    }

    /// A border of one pixel of the device, inside the box.
    public void border(double x, double y, double w, double h, Color color, double radius) {
        double hair = look.hair();
        double left = snap(x) + hair / 2;
        double top = snap(y) + hair / 2;
        double arc = 2 * raw(radius);
        gc.setStroke(color);
        gc.setLineWidth(hair);
        gc.strokeRoundRect(left, top, snap(x + w) - left - hair / 2, snap(y + h) - top - hair / 2, arc, arc);
    }

    public void dashedBorder(double x, double y, double w, double h, Color color, double radius) {
        gc.setLineDashes(raw(3), raw(2));
        border(x, y, w, h, color, radius);
        gc.setLineDashes();
    }

    /// A horizontal line of one pixel of the device.
    public void across(double x, double y, double w, Color color) {
        gc.setFill(color);
        double left = snap(x);
        gc.fillRect(left, snap(y), snap(x + w) - left, look.hair());
    }

    /// A vertical line of one pixel of the device.
    public void down(double x, double y, double h, Color color) {
        gc.setFill(color);
        double top = snap(y);
        gc.fillRect(snap(x), top, look.hair(), snap(y + h) - top);
    }

    public void disc(double cx, double cy, double r, Color color) {
        gc.setFill(color);
        gc.fillOval(raw(cx - r), raw(cy - r), raw(2 * r), raw(2 * r));
    }

    public void circle(double cx, double cy, double r, Color color, double width) {
        gc.setStroke(color);
        gc.setLineWidth(raw(width));
        gc.strokeOval(raw(cx - r), raw(cy - r), raw(2 * r), raw(2 * r));
    }

    /// A part of a circle with round ends. Degrees run clockwise from three o'clock.
    public void arc(double cx, double cy, double r, double from, double to, Color color, double width) {
        gc.setStroke(color);
        gc.setLineWidth(raw(width));
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.strokeArc(raw(cx - r), raw(cy - r), raw(2 * r), raw(2 * r), -from, from - to, ArcType.OPEN);
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    public void line(double x1, double y1, double x2, double y2, Color color, double width) {
        gc.setStroke(color);
        gc.setLineWidth(raw(width));
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.strokeLine(raw(x1), raw(y1), raw(x2), raw(y2));
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    /// A text that begins at x. `middle` is where the middle of its capital letters lies.
    public void left(double x, double middle, String text, TypeRole role, Color color) {
        text(snap(x), middle, text, role, color);
    }

    public void center(double x, double middle, String text, TypeRole role, Color color) {
        text(raw(x) - TextSize.width(look, role, text) / 2, middle, text, role, color);
    }

    /// A text that ends at x.
    public void right(double x, double middle, String text, TypeRole role, Color color) {
        text(snap(x) - TextSize.width(look, role, text), middle, text, role, color);
    }

    private void text(double px, double middle, String text, TypeRole role, Color color) {
        var font = look.font(role);
        gc.setFont(font);
        gc.setFill(color);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.BASELINE);
        // Capitals and figures of both faces are 0.73 of the size high.
        double baseline = raw(middle) + font.getSize() * 0.365;
        gc.fillText(text, Math.rint(px * output) / output, Math.rint(baseline * output) / output);
    }
}
