package studio.headroom.ui.editor.graph;

import studio.headroom.effects.SaturationCurve;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The harmonics that a sine of -12 dBFS gets: even ones, which sound warm, in one color, odd ones in another; the
/// number below says which is which.
public final class HarmonicsGraph extends Graph {
    private static final int COUNT = 9;
    private static final double FLOOR = -96;
    private static final double AMPLITUDE = 0.25;

    private double[] levels;

    /// @param model of a saturation
    public HarmonicsGraph(Look look, EditorModel model) {
        super(look, 300, 340, model.name() + " harmonics");
        levels = levels(model);
        useGround();
        model.observe(() -> {
            levels = levels(model);
            repaint();
        });
    }

    private static double[] levels(EditorModel model) {
        return new SaturationCurve(model.plain()).harmonics(AMPLITUDE, COUNT);
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        well(p, w, h);
        for (double db = 0; db > FLOOR; db -= 24) {
            double at = TOP + plotHeight(h) * db / FLOOR;
            if (db < 0) {
                p.across(LEFT, at, plotWidth(w), Token.BG_2.color());
            }
            atLeft(p, at + (db == 0 ? 5 : 0), number(db), false);
        }
        double each = plotWidth(w) / COUNT;
        for (int i = 0; i < COUNT; i++) {
            below(p, LEFT + each * (i + 0.5), h, w, Integer.toString(i + 2));
        }
        // Over the higher ones, which are softer.
        p.right(LEFT + plotWidth(w) - 6, TOP + 11, words(w), TypeRole.SMALL, Token.FG_3.color());
    }

    private static String words(double w) {
        return w < 260 ? "harmonics in dB" : "harmonics of a tone at \u221212 dBFS, in dB";
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double each = plotWidth(w) / COUNT;
        double under = LEFT + plotWidth(w) - 12 - p.units(TextSize.width(look(), TypeRole.SMALL, words(w)));
        for (int i = 0; i < COUNT; i++) {
            double share = Math.clamp(1 - levels[i] / FLOOR, 0, 1);
            double tall = share * plotHeight(h);
            TrackColor color = i % 2 == 0 ? TrackColor.AMBER : TrackColor.BLUE;
            if (tall > 0.5) {
                p.fill(
                        LEFT + each * (i + 0.25),
                        TOP + plotHeight(h) - tall,
                        each * 0.5,
                        tall,
                        faint(color.color(), 0.85),
                        2);
                double highest = LEFT + each * (i + 1) < under ? TOP + 8 : TOP + 26;
                double y = Math.max(highest, TOP + plotHeight(h) - tall - 8);
                p.center(LEFT + each * (i + 0.5), y, number(levels[i]), TypeRole.VALUE_TINY, Token.FG_2.color());
            }
        }
    }
}
