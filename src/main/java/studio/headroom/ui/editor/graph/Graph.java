package studio.headroom.ui.editor.graph;

import javafx.scene.AccessibleRole;
import javafx.scene.paint.Color;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A picture that takes what room there is: a well with scales around it.
public abstract class Graph extends KitControl {
    /// Room for the numbers at the left and below, in units.
    protected static final double LEFT = 34;

    protected static final double BOTTOM = 22;
    protected static final double RIGHT = 8;
    protected static final double TOP = 8;

    /// Whether it is a picture in a column, whose scales lie inside it.
    protected final boolean small;

    /// The room around the plot, in units: none in a small one.
    protected final double left;

    protected final double right;
    protected final double top;
    protected final double bottom;

    private final double width;
    private final double height;

    /// @param width that it likes, in units
    /// @param height that it likes
    /// @param name what a screen reader calls it
    protected Graph(Look look, double width, double height, String name) {
        this(look, width, height, name, false);
    }

    /// @param small whether its scales lie inside it
    protected Graph(Look look, double width, double height, String name, boolean small) {
        super(look);
        this.width = width;
        this.height = height;
        this.small = small;
        left = small ? 0 : LEFT;
        right = small ? 0 : RIGHT;
        top = small ? 0 : TOP;
        bottom = small ? 0 : BOTTOM;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
    }

    @Override
    protected double unitWidth() {
        return width;
    }

    @Override
    protected double unitHeight() {
        return height;
    }

    @Override
    protected double computeMinWidth(double h) {
        return look().px(Math.min(width, 160));
    }

    @Override
    protected double computeMinHeight(double w) {
        return look().px(Math.min(height, 120));
    }

    @Override
    protected double computeMaxWidth(double h) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computeMaxHeight(double w) {
        return Double.MAX_VALUE;
    }

    protected final double plotWidth(double w) {
        return Math.max(1, w - left - right);
    }

    protected final double plotHeight(double h) {
        return Math.max(1, h - top - bottom);
    }

    /// The well of a plot.
    protected final void well(Painter p, double w, double h) {
        p.fill(left, top, plotWidth(w), plotHeight(h), Token.BG_0.color(), 4);
    }

    /// A number at the left of the plot.
    protected static void atLeft(Painter p, double y, String text, boolean strong) {
        p.right(LEFT - 6, y, text, TypeRole.SMALL, (strong ? Token.FG_1 : Token.FG_3).color());
    }

    /// A number below the plot.
    protected static void below(Painter p, double x, double h, double w, String text) {
        double half = text.length() * 3.2;
        double middle = Math.clamp(x, LEFT + half, Math.max(LEFT + half, w - RIGHT - half));
        p.center(middle, h - BOTTOM + 12, text, TypeRole.SMALL, Token.FG_3.color());
    }

    /// Runs what paints inside the plot, and nowhere else.
    protected final void clipped(Painter p, double w, double h, Runnable painting) {
        var gc = p.context();
        gc.save();
        gc.beginPath();
        gc.rect(
                p.snap(left),
                p.snap(top),
                p.snap(left + plotWidth(w)) - p.snap(left),
                p.snap(top + plotHeight(h)) - p.snap(top));
        gc.clip();
        painting.run();
        gc.restore();
    }

    /// A line through points in units.
    protected static void curve(Painter p, double[] x, double[] y, int n, Color color, double width) {
        var gc = p.context();
        gc.setStroke(color);
        gc.setLineWidth(p.raw(width));
        gc.beginPath();
        for (int i = 0; i < n; i++) {
            if (i == 0) {
                gc.moveTo(p.raw(x[i]), p.raw(y[i]));
            } else {
                gc.lineTo(p.raw(x[i]), p.raw(y[i]));
            }
        }
        gc.stroke();
    }

    /// The area between points and a level, in units.
    protected static void area(Painter p, double[] x, double[] y, int n, double base, Color color) {
        var gc = p.context();
        gc.setFill(color);
        gc.beginPath();
        gc.moveTo(p.raw(x[0]), p.raw(base));
        for (int i = 0; i < n; i++) {
            gc.lineTo(p.raw(x[i]), p.raw(y[i]));
        }
        gc.lineTo(p.raw(x[n - 1]), p.raw(base));
        gc.closePath();
        gc.fill();
    }

    /// A color with an opacity.
    protected static Color faint(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity / color.getOpacity());
    }

    /// A level as the scales write it: a true minus, no plus.
    protected static String number(double db) {
        long whole = Math.round(db);
        return whole < 0 ? "\u2212" + -whole : Long.toString(whole);
    }
}
