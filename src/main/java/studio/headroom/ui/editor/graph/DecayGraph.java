package studio.headroom.ui.editor.graph;

import java.util.Locale;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// How a reverb rings away: level over time for lows, mids and highs, behind the predelay and the first reflections;
/// and
/// what still rings at the moment of what came so long ago.
public final class DecayGraph extends Graph {
    private static final double FLOOR = -60;

    private static final int POINTS = 201;

    private final EditorModel model;
    private final EditorAnalysis analysis;
    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];

    public DecayGraph(Look look, EditorModel model, EditorAnalysis analysis) {
        super(look, 760, 300, model.name() + " decay");
        this.model = model;
        this.analysis = analysis;
        analysis.observe(this::repaint);
        model.observe(this::repaint);
    }

    private double value(String id) {
        return model.control(id).value();
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double decay = value("decay") / 1000;
        double low = decay * value("low.decay") / 100;
        double high = decay * value("high.decay") / 100;
        double before = value("predelay") / 1000;
        double longest = Math.max(0.2, before + Math.max(decay, Math.max(low, high)));
        double step = step(longest);
        double span = Math.ceil(longest * 1.06 / step) * step;
        ground(p, w, h, span, step);
        clipped(p, w, h, () -> {
            band(p, w, h, before, low, span, TrackColor.AMBER);
            band(p, w, h, before, decay, span, TrackColor.BLUE);
            band(p, w, h, before, high, span, TrackColor.CYAN);
            early(p, w, h, before, span);
            ringing(p, w, h, before, decay, span);
        });
        double right = LEFT + plotWidth(w) - 12;
        legend(p, right, TOP + 16, "lows below " + model.control("low.freq").text(), low, TrackColor.AMBER);
        legend(p, right, TOP + 34, "mids", decay, TrackColor.BLUE);
        legend(p, right, TOP + 52, "highs above " + model.control("high.freq").text(), high, TrackColor.CYAN);
        p.right(right - 20, TOP + 70, "rings now", TypeRole.LABEL, Token.FG_2.color());
        p.fill(right - 12, TOP + 66, 12, 8, faint(Token.FG_1.color(), 0.45), 1);
    }

    /// The sound of some time ago, fallen since.
    private void ringing(Painter p, double w, double h, double before, double decay, double span) {
        double base = TOP + plotHeight(h);
        for (int i = 0; i < POINTS; i++) {
            double ago = span * i / (POINTS - 1);
            double db = ago < before ? FLOOR : analysis.inputDbAgo(ago) - 60 * (ago - before) / decay;
            x[i] = LEFT + plotWidth(w) * i / (POINTS - 1);
            y[i] = TOP + plotHeight(h) * Math.clamp(db / FLOOR, 0, 1);
        }
        area(p, x, y, POINTS, base, faint(Token.FG_1.color(), 0.28));
    }

    private static void legend(Painter p, double right, double y, String words, double seconds, TrackColor color) {
        String text = words + "  " + String.format(Locale.ROOT, "%.2f s", seconds);
        p.right(right - 20, y, text, TypeRole.LABEL, Token.FG_2.color());
        p.line(right - 12, y, right, y, color.color(), 2.5);
    }

    private static double step(double seconds) {
        for (double step : new double[] {0.05, 0.1, 0.2, 0.5, 1, 2, 5}) {
            if (seconds / step <= 9) {
                return step;
            }
        }
        return 10;
    }

    private void ground(Painter p, double w, double h, double span, double step) {
        well(p, w, h);
        for (int i = 0; i * step <= span + 1e-9; i++) {
            double at = LEFT + plotWidth(w) * i * step / span;
            if (i > 0) {
                p.down(at, TOP, plotHeight(h), Token.BG_2.color());
            }
            double t = i * step;
            below(p, at, h, w, t < 1 && step < 0.5 ? Math.round(t * 1000) + " ms" : trim(t) + " s");
        }
        for (double db = 0; db > FLOOR; db -= 12) {
            double at = TOP + plotHeight(h) * db / FLOOR;
            if (db < 0) {
                p.across(LEFT, at, plotWidth(w), Token.BG_2.color());
            }
            atLeft(p, at + (db == 0 ? 5 : 0), number(db), false);
        }
    }

    private static String trim(double seconds) {
        return seconds == Math.rint(seconds)
                ? Long.toString(Math.round(seconds))
                : String.format(Locale.ROOT, "%.1f", seconds);
    }

    /// A straight line in dB: 60 dB in the decay time.
    private void band(Painter p, double w, double h, double before, double seconds, double span, TrackColor color) {
        double x0 = LEFT + plotWidth(w) * before / span;
        double x1 = x0 + plotWidth(w) * seconds / span;
        double y1 = TOP + plotHeight(h);
        area(p, new double[] {x0, x1}, new double[] {TOP, y1}, 2, y1, faint(color.color(), 0.13));
        p.line(x0, TOP, x1, y1, color.color(), 2);
    }

    /// The first reflections stand within the first 80 ms or so, the more of them the larger their share.
    private void early(Painter p, double w, double h, double before, double span) {
        double share = 1 - value("balance") / 100;
        double size = value("size") / 100;
        for (int i = 0; i < 14; i++) {
            double at = before + size * (0.004 + 0.0052 * i * (1 + 0.31 * Math.sin(i * 2.4)));
            double db = -3 - 1.1 * i - 24 * (1 - share) * 0.5;
            double x = LEFT + plotWidth(w) * at / span;
            double y = TOP + plotHeight(h) * Math.clamp(db / FLOOR, 0, 1);
            p.line(x, TOP + plotHeight(h), x, y, faint(Token.FG_2.color(), 0.25 + 0.55 * share), 1.5);
        }
    }
}
