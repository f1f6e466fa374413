package studio.headroom.ui.editor.graph;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import studio.headroom.audio.Decibels;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// What an effect without memory makes of a sample: out over in, both -1 to 1, with the part of the curve in bold
/// that the sound reaches now.
public final class TransferGraph extends Graph {
    private static final int POINTS = 241;

    private final EditorAnalysis analysis;
    private final Supplier<DoubleUnaryOperator> curves;
    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];
    private DoubleUnaryOperator curve;
    private double reach;

    /// @param curves makes the curve of the values shown now
    public TransferGraph(Look look, EditorModel model, EditorAnalysis analysis, Supplier<DoubleUnaryOperator> curves) {
        super(look, 352, 340, model.name() + " transfer curve");
        this.analysis = analysis;
        this.curves = curves;
        curve = curves.get();
        useGround();
        model.observe(() -> {
            curve = this.curves.get();
            repaint();
        });
        analysis.observe(this::live);
    }

    private void live() {
        double now = Math.min(1, Decibels.toGain(analysis.inputDb()));
        if (Math.abs(now - reach) > 0.002) {
            reach = now;
            repaint();
        }
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        well(p, w, h);
        double pw = plotWidth(w);
        double ph = plotHeight(h);
        for (int i = 1; i < 8; i++) {
            p.down(LEFT + pw * i / 8, TOP, ph, (i == 4 ? Token.LINE_2 : Token.BG_2).color());
            p.across(LEFT, TOP + ph * i / 8, pw, (i == 4 ? Token.LINE_2 : Token.BG_2).color());
        }
        for (double v = -1; v <= 1; v += 0.5) {
            String text = v == 0 ? "0" : (v < 0 ? "\u2212" : "") + (Math.abs(v) == 1 ? "1" : "0.5");
            below(p, LEFT + pw * (v + 1) / 2, h, w, text);
            atLeft(p, Math.clamp(TOP + ph * (1 - v) / 2, TOP + 5, TOP + ph - 5), text, false);
        }
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double pw = plotWidth(w);
        double ph = plotHeight(h);
        clipped(p, w, h, () -> {
            p.context().setLineDashes(p.raw(3), p.raw(4));
            p.line(LEFT, TOP + ph, LEFT + pw, TOP, Token.LINE_3.color(), 1);
            p.context().setLineDashes();
            trace(w, h, 1);
            curve(p, x, y, POINTS, faint(Token.ACCENT.color(), 0.75), 1.75);
            if (reach > 0.001) {
                trace(w, h, reach);
                curve(p, x, y, POINTS, Token.ACCENT.color(), 3.5);
                p.disc(x[POINTS - 1], y[POINTS - 1], 4, Token.FG_1.color());
                p.disc(x[0], y[0], 4, Token.FG_1.color());
            }
        });
        p.center(LEFT + pw * 0.78, TOP + ph - 12, "out over in", TypeRole.SMALL, Token.FG_3.color());
    }

    private void trace(double w, double h, double to) {
        for (int i = 0; i < POINTS; i++) {
            double in = to * (2.0 * i / (POINTS - 1) - 1);
            x[i] = LEFT + plotWidth(w) * (in + 1) / 2;
            y[i] = TOP + plotHeight(h) * (1 - Math.clamp(curve.applyAsDouble(in), -1.2, 1.2)) / 2;
        }
    }
}
