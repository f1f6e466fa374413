package studio.headroom.ui.editor.graph;

import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.Taps;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The echoes of a delay along time: left ones upwards, right ones downwards, on a grid of beats where it follows the
/// tempo.
public final class TapsGraph extends Graph {
    private static final double FLOOR_DB = -42;

    private final EditorModel model;

    public TapsGraph(Look look, EditorModel model) {
        super(look, 760, 300, model.name() + " echoes");
        this.model = model;
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
            bar(p, LEFT + 2, middle, plotHeight(h) / 2 - 6, true, Token.FG_2, 1);
            bar(p, LEFT + 2, middle, plotHeight(h) / 2 - 6, false, Token.FG_2, 1);
            for (Taps.Tap tap : Taps.of(model, span)) {
                double x = LEFT + plotWidth(w) * tap.seconds() / span;
                double share = Math.clamp(1 - 20 * Math.log10(tap.level()) / FLOOR_DB, 0, 1);
                double tall = share * (plotHeight(h) / 2 - 10);
                var color = (tap.right() ? TrackColor.CYAN : TrackColor.BLUE).color();
                double y = tap.right() ? middle + tall : middle - tall;
                p.line(x, middle, x, y, faint(color, 0.85), 5);
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

    private String text(boolean right) {
        long ms = Math.round(Taps.seconds(model, right) * 1000);
        String side = right && !model.control("link").isOn() ? "right" : "left";
        String note = model.control("note." + side).text() + " · ";
        return (right ? "right " : "left ") + (model.control("sync").isOn() ? note : "") + ms + " ms";
    }

    private static void bar(Painter p, double x, double middle, double tall, boolean up, Token token, double opacity) {
        p.line(x, middle, x, up ? middle - tall : middle + tall, faint(token.color(), 0.45 * opacity), 4);
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
