package studio.headroom.ui.editor.graph;

import org.jspecify.annotations.Nullable;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The last six seconds on one time axis: the level that came in, from below, and what was taken from it, from the top,
/// or, of an effect that does not only take away, the level that left.
public final class HistoryGraph extends Graph {
    private static final int N = EditorAnalysis.COLUMNS;
    private static final double BOTTOM_DB = -60;

    private final EditorAnalysis analysis;
    private final @Nullable ControlModel threshold;
    private final double deepest;
    private final double[] x = new double[N];
    private final double[] y = new double[N];

    /// @param threshold id of the control whose level is drawn; empty for none
    /// @param deepest the gain reduction at the bottom, in dB; 0 to draw the level that left instead
    public HistoryGraph(Look look, EditorModel model, EditorAnalysis analysis, String threshold, double deepest) {
        super(
                look,
                360,
                340,
                model.name()
                        + (deepest > 0
                                ? ", gain reduction and input of the last 6 seconds"
                                : ", level before and after of the last 6 seconds"));
        this.analysis = analysis;
        this.threshold = threshold.isEmpty() ? null : model.control(threshold);
        this.deepest = deepest;
        useGround();
        analysis.observe(this::repaint);
        model.observe(this::repaint);
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        well(p, w, h);
        double bottom = deepest > 0 ? deepest : -BOTTOM_DB;
        // Lines at whole decibels.
        int parts = bottom % 5 == 0 ? 5 : 4;
        for (int i = 1; i < parts; i++) {
            double at = TOP + plotHeight(h) * i / parts;
            p.across(LEFT, at, plotWidth(w), Token.BG_2.color());
            atLeft(p, at, number(-bottom * i / parts), false);
        }
        below(p, LEFT, h, w, "\u22126 s");
        below(p, LEFT + plotWidth(w), h, w, "now");
        p.center(
                LEFT + plotWidth(w) / 2,
                h - BOTTOM + 12,
                deepest > 0 ? "Gain reduction and input" : "Level before (area) and after (line)",
                TypeRole.SMALL,
                Token.FG_3.color());
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        clipped(p, w, h, () -> {
            double ph = plotHeight(h);
            for (int i = 0; i < N; i++) {
                x[i] = LEFT + plotWidth(w) * i / (N - 1);
                y[i] = TOP + ph * Math.clamp(analysis.inputDb(i) / BOTTOM_DB, 0, 1.02);
            }
            area(p, x, y, N, TOP + ph, faint(Token.FG_2.color(), 0.2));
            if (deepest <= 0) {
                for (int i = 0; i < N; i++) {
                    y[i] = TOP + ph * Math.clamp(analysis.outputDb(i) / BOTTOM_DB, -0.02, 1.02);
                }
                curve(p, x, y, N, Token.ACCENT.color(), 1.75);
                return;
            }
            for (int i = 0; i < N; i++) {
                y[i] = TOP + ph * Math.min(1, analysis.reductionDb(i) / deepest);
            }
            area(p, x, y, N, TOP, faint(MeterZone.reduction(), 0.32));
            curve(p, x, y, N, MeterZone.reduction(), 2);
            paintThreshold(p, w, ph);
        });
    }

    private void paintThreshold(Painter p, double w, double ph) {
        ControlModel limit = threshold;
        if (limit != null) {
            double at = TOP + ph * limit.value() / BOTTOM_DB;
            String text = limit.param().label() + " " + limit.text();
            p.across(LEFT, at, plotWidth(w), faint(Token.ACCENT.color(), 0.7));
            double wide = p.units(TextSize.width(look(), TypeRole.SMALL, text)) + 8;
            p.fill(LEFT + 4, at - 17, wide, 14, faint(Token.BG_0.color(), 0.75), 3);
            p.left(LEFT + 8, at - 10, text, TypeRole.SMALL, Token.ACCENT.color());
        }
    }
}
