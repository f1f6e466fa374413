package studio.headroom.ui.editor.graph;

import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.Taps;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The echoes of a delay along time: left ones upwards, right ones downwards, on a grid of beats where it follows the
/// tempo. What of each is bright is what sounds of it at the moment.
public final class TapsGraph extends Graph {
    private static final double FLOOR_DB = -42;

    private final EditorModel model;
    private final EditorAnalysis analysis;

    public TapsGraph(Look look, EditorModel model, EditorAnalysis analysis) {
        super(look, 760, 300, model.name() + " echoes");
        this.model = model;
        this.analysis = analysis;
        analysis.observe(this::repaint);
        model.observe(this::repaint);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean sync = model.control("sync").isOn();
        double beat = 60 / model.control("bpm").value();
        double longest = Math.max(Taps.seconds(model, false), Taps.seconds(model, true));
        double wanted = Math.max(0.25, longest * 8.2);
        double step = sync ? beat * Math.max(1, Math.rint(wanted / beat / 10)) : step(wanted);
        double span = Math.ceil(wanted / step) * step;
        double middle = TOP + plotHeight(h) / 2;
        well(p, w, h);
        for (int i = 0; i * step <= span + 1e-9; i++) {
            double at = LEFT + plotWidth(w) * i * step / span;
            p.down(at, TOP, plotHeight(h), Token.BG_2.color());
            below(
                    p,
                    at,
                    h,
                    w,
                    sync ? Math.round(i * step / beat) + (i == 1 ? " beat" : "") : Math.round(i * step * 1000) + " ms");
        }
        p.across(LEFT, middle, plotWidth(w), Token.LINE_3.color());
        p.right(LEFT - 8, TOP + 10, "L", TypeRole.NAME, Token.FG_2.color());
        p.right(LEFT - 8, TOP + plotHeight(h) - 10, "R", TypeRole.NAME, Token.FG_2.color());
        clipped(p, w, h, () -> {
            double now = plotHeight(h) / 2 - 6;
            p.line(LEFT + 2, middle - now, LEFT + 2, middle + now, faint(Token.FG_2.color(), 0.3), 4);
            now *= share(analysis.inputDb());
            p.line(LEFT + 2, middle - now, LEFT + 2, middle + now, Token.FG_2.color(), 4);
            for (Taps.Tap tap : Taps.of(model, span)) {
                double x = LEFT + plotWidth(w) * tap.seconds() / span;
                double db = 20 * Math.log10(tap.level());
                double room = (tap.right() ? 1 : -1) * (plotHeight(h) / 2 - 10);
                var color = (tap.right() ? TrackColor.CYAN : TrackColor.BLUE).color();
                double y = middle + room * share(db);
                p.line(x, middle, x, y, faint(color, 0.4), 5);
                p.line(x, middle, x, middle + room * share(db + analysis.inputDbAgo(tap.seconds())), color, 5);
                p.disc(x, y, 5, color);
            }
        });
        p.right(LEFT + plotWidth(w) - 10, TOP + 14, text(false), TypeRole.LABEL, TrackColor.BLUE.color());
        p.right(
                LEFT + plotWidth(w) - 10,
                TOP + plotHeight(h) - 14,
                text(true),
                TypeRole.LABEL,
                TrackColor.CYAN.color());
    }

    private static double share(double db) {
        return Math.clamp(1 - db / FLOOR_DB, 0, 1);
    }

    private String text(boolean right) {
        long ms = Math.round(Taps.seconds(model, right) * 1000);
        String side = right && !model.control("link").isOn() ? "right" : "left";
        String note = model.control("note." + side).text() + " · ";
        return (right ? "right " : "left ") + (model.control("sync").isOn() ? note : "") + ms + " ms";
    }

    private static double step(double seconds) {
        for (double step : new double[] {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2}) {
            if (seconds / step <= 10) {
                return step;
            }
        }
        return 5;
    }
}
