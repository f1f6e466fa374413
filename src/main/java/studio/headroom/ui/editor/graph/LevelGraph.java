package studio.headroom.ui.editor.graph;

import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The static curve of a dynamics effect, level out over level in, with its threshold, the knee shaded and a dot where
/// the sound is now. A drag sideways moves the threshold.
public final class LevelGraph extends Graph {
    private static final int POINTS = 181;
    private static final double STEP = 12;

    private final EditorModel model;
    private final EditorAnalysis analysis;
    private final Supplier<LevelCurve> curves;
    private final @Nullable ControlModel threshold;
    private final double lowest;
    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];
    private LevelCurve curve;
    private double dot = Double.NaN;
    private double dragX;
    private double dragValue;

    /// One for a column.
    public static LevelGraph small(
            Look look,
            EditorModel model,
            EditorAnalysis analysis,
            Supplier<LevelCurve> curves,
            String threshold,
            double lowest) {
        return new LevelGraph(look, model, analysis, curves, threshold, lowest, true);
    }

    /// @param curves makes the curve of the values shown now
    /// @param threshold id of the control that a drag moves; empty for none
    /// @param lowest the lowest level, in dB
    public LevelGraph(
            Look look,
            EditorModel model,
            EditorAnalysis analysis,
            Supplier<LevelCurve> curves,
            String threshold,
            double lowest) {
        this(look, model, analysis, curves, threshold, lowest, false);
    }

    private LevelGraph(
            Look look,
            EditorModel model,
            EditorAnalysis analysis,
            Supplier<LevelCurve> curves,
            String threshold,
            double lowest,
            boolean small) {
        super(look, small ? 124 : 352, small ? 124 : 340, model.name() + " curve", small);
        this.model = model;
        this.analysis = analysis;
        this.curves = curves;
        this.threshold = threshold.isEmpty() ? null : model.control(threshold);
        this.lowest = lowest;
        curve = curves.get();
        useGround();
        analysis.observe(this::live);
        model.observe(() -> {
            curve = curves.get();
            repaint();
        });
        ControlModel moved = this.threshold;
        if (moved != null) {
            setCursor(Cursor.H_RESIZE);
            addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
            addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
            addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> moved.end());
        }
    }

    private void pressed(MouseEvent event) {
        ControlModel moved = threshold;
        if (moved != null && event.isPrimaryButtonDown()) {
            if (event.getClickCount() == 2) {
                moved.reset();
                return;
            }
            dragX = event.getX();
            dragValue = moved.value();
            moved.begin();
        }
    }

    private void dragged(MouseEvent event) {
        ControlModel moved = threshold;
        if (moved != null && moved.inGesture()) {
            double fine = event.isShiftDown() ? 0.1 : 1;
            dragValue +=
                    fine * (event.getX() - dragX) / look().factor() / plotWidth(getWidth() / look().factor()) * -lowest;
            dragX = event.getX();
            moved.move(dragValue);
        }
    }

    private void live() {
        double now = analysis.inputDb();
        if (Math.abs(now - dot) > 0.1 || Double.isNaN(dot)) {
            dot = now;
            repaint();
        }
    }

    private double xOf(double db, double w) {
        return left + plotWidth(w) * (1 - db / lowest);
    }

    private double yOf(double db, double h) {
        return top + plotHeight(h) * db / lowest;
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        well(p, w, h);
        for (double db = 0; db >= lowest; db -= STEP) {
            if (db < 0 && db > lowest) {
                p.down(xOf(db, w), top, plotHeight(h), Token.BG_2.color());
                p.across(left, yOf(db, h), plotWidth(w), Token.BG_2.color());
            }
            if (small) {
                continue;
            }
            below(p, xOf(db, w), h, w, number(db));
            if (db > lowest) {
                atLeft(p, yOf(db, h) + (db == 0 ? 5 : 0), number(db), false);
            }
        }
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        clipped(p, w, h, () -> paintCurve(p, w, h));
        ControlModel limit = threshold;
        if (limit != null && small) {
            double cx = xOf(limit.value(), w);
            String number = number(limit.value());
            if (cx > 24) {
                p.right(cx - 4, 8, number, TypeRole.SCALE, Token.FG_2.color());
            } else {
                p.left(cx + 4, 8, number, TypeRole.SCALE, Token.FG_2.color());
            }
        } else if (limit != null) {
            double cx = xOf(limit.value(), w);
            double cy = Math.clamp(yOf(curve.outputDb(limit.value()), h), top + 8, top + plotHeight(h) - 8);
            p.disc(cx, cy, 8, Token.BG_3.color());
            p.circle(cx, cy, 7, Token.ACCENT.color(), 2.5);
            if (cx - 12 > left + 70) {
                p.right(cx - 12, cy - 10, limit.param().label(), TypeRole.LABEL, Token.FG_2.color());
            } else {
                p.left(cx + 14, cy + 14, limit.param().label(), TypeRole.LABEL, Token.FG_2.color());
            }
        }
    }

    private void paintCurve(Painter p, double w, double h) {
        p.context().setLineDashes(p.raw(3), p.raw(4));
        p.line(xOf(lowest, w), yOf(lowest, h), xOf(0, w), yOf(0, h), Token.LINE_3.color(), 1);
        p.context().setLineDashes();
        knee(p, w, h);
        trace(w, h, true);
        p.context().setLineDashes(p.raw(4), p.raw(3));
        curve(p, x, y, POINTS, faint(Token.ACCENT.color(), 0.7), 1.25);
        p.context().setLineDashes();
        trace(w, h, false);
        area(p, x, y, POINTS, top + plotHeight(h), faint(Token.ACCENT.color(), 0.07));
        Token ink = model.power().isOn() ? Token.ACCENT : Token.LINE_3;
        curve(p, x, y, POINTS, ink.color(), small ? 2 : 2.5);
        if (dot > lowest) {
            double level = Math.min(dot, 0);
            double reduction = model.link().reductionDb(model.insertId());
            double cx = xOf(level, w);
            double out = curve.outputDb(level);
            double cy = yOf(out, h);
            p.line(cx, top + plotHeight(h), cx, cy, faint(Token.FG_1.color(), 0.6), 1);
            if (reduction > 0.05 && !small) {
                double untaken = yOf(out + reduction, h);
                double y = Math.max(top + 10, untaken - 12);
                p.line(cx, cy, cx, untaken, MeterZone.reduction(), 2);
                String text = ValueText.level(-reduction);
                if (cx + 60 > left + plotWidth(w)) {
                    p.right(cx - 10, y, text, TypeRole.VALUE, MeterZone.reduction());
                } else {
                    p.left(cx + 10, y, text, TypeRole.VALUE, MeterZone.reduction());
                }
            }
            p.disc(cx, cy, small ? 4 : 5, Token.FG_1.color());
        }
    }

    private void trace(double w, double h, boolean falling) {
        for (int i = 0; i < POINTS; i++) {
            double db = lowest * (1 - (double) i / (POINTS - 1));
            double out = falling ? curve.fallingDb(db) : curve.outputDb(db);
            x[i] = xOf(db, w);
            y[i] = Math.clamp(yOf(out, h), top - 10, top + plotHeight(h) + 10);
        }
    }

    private void knee(Painter p, double w, double h) {
        ControlModel limit = threshold;
        if (limit == null) {
            return;
        }
        if (model.type().params().indexOf("knee") >= 0) {
            double half = model.control("knee").value() / 2;
            double from = xOf(limit.value() - half, w);
            p.fill(from, top, xOf(limit.value() + half, w) - from, plotHeight(h), faint(Token.ACCENT.color(), 0.08));
        }
        p.context().setLineDashes(p.raw(4), p.raw(3));
        p.line(xOf(limit.value(), w), top, xOf(limit.value(), w), top + plotHeight(h), Token.ACCENT.color(), 1);
        p.context().setLineDashes();
    }
}
