package studio.headroom.ui.editor.graph;

import java.util.Locale;
import studio.headroom.effects.Delay;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The movement of an effect that swings, over two seconds: left and right, as deep as its depth is. That of a level is
/// drawn from all of it down to nothing, others around their middle.
public final class MovementGraph extends Graph {
    private static final int POINTS = 601;
    private static final double SECONDS = 2;
    private static final double FASTEST = 999;

    /// Room for the legend, in units.
    private static final double INSET = 26;

    private final EditorModel model;
    /// Whether it is the level that moves.
    private final boolean level;
    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];

    public MovementGraph(Look look, EditorModel model) {
        super(look, 760, 200, model.name() + " movement");
        this.model = model;
        level = model.type().id().equals("tremolo");
        useGround();
        model.observe(this::repaint);
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        well(p, w, h);
        for (int i = 0; i <= 4; i++) {
            double at = LEFT + plotWidth(w) * i / 4;
            p.down(at, TOP, plotHeight(h), Token.BG_2.color());
            below(p, at, h, w, i * 500 + " ms");
        }
        p.across(LEFT, TOP + plotHeight(h) / 2, plotWidth(w), Token.LINE_2.color());
        if (level) {
            for (int percent = 0; percent <= 100; percent += 50) {
                double at = TOP + INSET + (plotHeight(h) - 2 * INSET) * (1 - percent / 100.0);
                p.across(LEFT, at, plotWidth(w), Token.BG_2.color());
                atLeft(p, at, percent + " %", false);
            }
        }
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double hertz = model.control("rate").value();
        if (model.control("sync").isOn()) {
            int note = (int) Math.round(model.control("note").value());
            // The delay halves what is longer than eight seconds, which at the fastest tempo nothing is.
            hertz = model.control("bpm").value() / FASTEST / Delay.noteSeconds(note, FASTEST);
        }
        double depth = model.control("depth").position();
        double apart = model.control("spread").value() / 100 / 2;
        double rate = hertz;
        clipped(p, w, h, () -> {
            trace(w, h, rate, depth, apart);
            curve(p, x, y, POINTS, TrackColor.CYAN.color(), 2);
            trace(w, h, rate, depth, 0);
            curve(p, x, y, POINTS, TrackColor.BLUE.color(), 2);
        });
        String turn = String.format(Locale.ROOT, "one turn %.0f ms", 1000 / rate);
        p.right(LEFT + plotWidth(w) - 10, TOP + 13, turn, TypeRole.LABEL, Token.FG_2.color());
        p.left(LEFT + 10, TOP + 13, "left", TypeRole.LABEL, TrackColor.BLUE.color());
        p.left(LEFT + 40, TOP + 13, "right", TypeRole.LABEL, TrackColor.CYAN.color());
    }

    private void trace(double w, double h, double hertz, double depth, double phase) {
        double room = plotHeight(h) / 2 - INSET;
        boolean shaped = model.type().params().indexOf("shape") >= 0;
        int shape = shaped ? (int) Math.round(model.control("shape").value()) : 0;
        for (int i = 0; i < POINTS; i++) {
            double t = SECONDS * i / (POINTS - 1);
            x[i] = LEFT + plotWidth(w) * i / (POINTS - 1);
            double at = level
                    // Begins at its loudest, as the effect does.
                    ? 1 - depth * (1 - swing(shape, hertz * t + 0.25 + phase))
                    : depth * swing(shape, hertz * t + phase);
            y[i] = TOP + plotHeight(h) / 2 - room * at;
        }
    }

    /// -1 to 1 at a turn.
    private static double swing(int shape, double turns) {
        double at = turns - Math.floor(turns);
        return switch (shape) {
            case 1 -> at < 0.25 ? 4 * at : at < 0.75 ? 2 - 4 * at : 4 * at - 4;
            case 2 -> at < 0.5 ? 1 : -1;
            case 3 -> 2 * at - 1;
            case 4 -> 1 - 2 * at;
            default -> Math.sin(2 * Math.PI * at);
        };
    }
}
