package studio.headroom.ui.editor.graph;

import org.jspecify.annotations.Nullable;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.ValueText;
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

    private final EditorModel model;
    private final EditorAnalysis analysis;
    private final @Nullable ControlModel threshold;
    private final double deepest;
    private boolean numbered;
    private final double[] x = new double[N];
    private final double[] y = new double[N];

    /// @param threshold id of the control whose level is drawn; empty for none
    /// @param deepest the gain reduction at the bottom, in dB; 0 to draw the level that left instead
    public HistoryGraph(Look look, EditorModel model, EditorAnalysis analysis, String threshold, double deepest) {
        this(look, model, analysis, threshold, deepest, false);
    }

    /// One for a column, with the reduction in numbers.
    ///
    /// @param deepest the gain reduction at the bottom, in dB
    public static HistoryGraph small(Look look, EditorModel model, EditorAnalysis analysis, double deepest) {
        return new HistoryGraph(look, model, analysis, "", deepest, true);
    }

    private HistoryGraph(
            Look look, EditorModel model, EditorAnalysis analysis, String threshold, double deepest, boolean small) {
        super(
                look,
                small ? 160 : 360,
                small ? 124 : 340,
                model.name()
                        + (deepest > 0
                                ? ", gain reduction and input of the last 6 seconds"
                                : ", level before and after of the last 6 seconds"),
                small);
        this.model = model;
        this.analysis = analysis;
        this.threshold = threshold.isEmpty() ? null : model.control(threshold);
        this.deepest = deepest;
        useGround();
        analysis.observe(this::repaint);
        model.observe(this::repaint);
    }

    /// Writes into the picture what the reduction is now, and the deepest that is to be seen.
    public HistoryGraph numbered() {
        numbered = true;
        return this;
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        well(p, w, h);
        double lowest = deepest > 0 ? deepest : -BOTTOM_DB;
        // Lines at whole decibels.
        int parts = lowest % 5 == 0 ? 5 : lowest == 6 ? 3 : 4;
        for (int i = 1; i < parts; i++) {
            double at = top + plotHeight(h) * i / parts;
            p.across(left, at, plotWidth(w), Token.BG_2.color());
            if (small) {
                if (i < parts - 1) {
                    p.right(w - 3, at, number(-lowest * i / parts), TypeRole.SCALE, Token.FG_3.color());
                }
                continue;
            }
            atLeft(p, at, number(-lowest * i / parts), false);
        }
        if (small) {
            return;
        }
        below(p, left, h, w, "\u22126 s");
        below(p, left + plotWidth(w), h, w, "now");
        p.center(
                left + plotWidth(w) / 2,
                h - bottom + 12,
                deepest > 0 ? "Gain reduction and input" : "Level before (area) and after (line)",
                TypeRole.SMALL,
                Token.FG_3.color());
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        clipped(p, w, h, () -> {
            double ph = plotHeight(h);
            for (int i = 0; i < N; i++) {
                x[i] = left + plotWidth(w) * i / (N - 1);
                y[i] = top + ph * Math.clamp(analysis.inputDb(i) / BOTTOM_DB, 0, 1.02);
            }
            area(p, x, y, N, top + ph, faint(Token.FG_2.color(), 0.2));
            if (deepest <= 0) {
                for (int i = 0; i < N; i++) {
                    y[i] = top + ph * Math.clamp(analysis.outputDb(i) / BOTTOM_DB, -0.02, 1.02);
                }
                curve(p, x, y, N, Token.ACCENT.color(), 1.75);
                return;
            }
            for (int i = 0; i < N; i++) {
                y[i] = top + ph * Math.min(1, analysis.reductionDb(i) / deepest);
            }
            area(p, x, y, N, top, faint(MeterZone.reduction(), 0.32));
            curve(p, x, y, N, MeterZone.reduction(), small ? 1.5 : 2);
            paintThreshold(p, w, ph);
        });
        if (small || numbered) {
            paintNumbers(p, plotWidth(w), top + plotHeight(h));
        }
    }

    /// What the reduction is now, and the deepest that is to be seen.
    private void paintNumbers(Painter p, double w, double h) {
        double deepestSeen = 0;
        for (int i = 0; i < N; i++) {
            deepestSeen = Math.max(deepestSeen, analysis.reductionDb(i));
        }
        double now = model.power().isOn() ? model.link().reductionDb(model.insertId()) : 0;
        String text = "GR now " + ValueText.level(-now) + " · max " + ValueText.level(-deepestSeen) + " dB";
        if (p.units(TextSize.width(look(), TypeRole.SMALL, text)) > w - 12) {
            text = "GR " + ValueText.level(-now) + " · max " + ValueText.level(-deepestSeen);
        }
        p.left(left + 6, h - 9, text, TypeRole.SMALL, Token.FG_1.color());
    }

    private void paintThreshold(Painter p, double w, double ph) {
        ControlModel limit = threshold;
        if (limit != null) {
            double at = top + ph * limit.value() / BOTTOM_DB;
            String text = limit.param().label() + " " + limit.text();
            p.across(left, at, plotWidth(w), faint(Token.ACCENT.color(), 0.7));
            double wide = p.units(TextSize.width(look(), TypeRole.SMALL, text)) + 8;
            double y = at - 17 < top ? at + 3 : at - 17;
            p.fill(left + 4, y, wide, 14, faint(Token.BG_0.color(), 0.75), 3);
            p.left(left + 8, y + 7, text, TypeRole.SMALL, Token.ACCENT.color());
        }
    }
}
