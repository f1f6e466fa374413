package studio.headroom.ui.editor.graph;

import javafx.scene.paint.Color;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// What an equalizer's curve in small form looks like: its scales inside, its nodes in one color.
final class EqSmall {
    private static final double NODE = 8;

    private EqSmall() {}

    /// Grid and scales.
    static void ground(Painter p, double w, double h, double range) {
        for (double hertz : FrequencyAxis.LINES) {
            Token line = FrequencyAxis.isStrong(hertz) ? Token.LINE_1 : Token.BG_1;
            p.down(FrequencyAxis.position(hertz) * w, 0, h, line.color());
        }
        double step = range / 2;
        for (double db = -range + step; db < range; db += step) {
            p.across(0, (0.5 - db / (2 * range)) * h, w, (db == 0 ? Token.LINE_3 : Token.BG_3).color());
        }
        for (double hertz = 100; hertz <= 10_000; hertz *= 10) {
            double x = FrequencyAxis.position(hertz) * w;
            p.left(x + 3, h - 7, FrequencyAxis.text(hertz), TypeRole.SCALE, Token.FG_3.color());
        }
        for (double db = -range + step; db <= range; db += step) {
            double y = (0.5 - db / (2 * range)) * h;
            String text = db > 0 ? "+" + number(db) : number(db);
            p.right(w - 3, db == range ? 8 : y - 6, text, TypeRole.SCALE, Token.FG_3.color());
        }
    }

    private static String number(double db) {
        return db == Math.rint(db) ? Graph.number(db) : (db < 0 ? "\u2212" : "") + Math.abs(db);
    }

    /// @param chosen the band that is selected
    /// @param under the one under the pointer
    static void node(Painter p, double x, double y, int band, Color color, boolean chosen, boolean under) {
        p.disc(x, y, NODE, chosen ? Token.FG_1.color() : (under ? Token.BG_5 : Token.BG_4).color());
        p.circle(x, y, NODE - 0.5, color, 2);
        p.center(x, y, Integer.toString(band + 1), TypeRole.SCALE_STRONG, (chosen ? Token.INK : Token.FG_1).color());
    }

    /// The values of a node, beside it.
    static void bubble(Painter p, double w, double x, double y, String text) {
        double wide = p.units(TextSize.width(p.look(), TypeRole.VALUE_SMALL, text)) + 12;
        double at = Math.clamp(x - wide / 2, 2, Math.max(2, w - wide - 2));
        double above = y - NODE - 28 < 2 ? y + NODE + 6 : y - NODE - 28;
        p.fill(at, above, wide, 22, Token.BG_TIP.color(), 4);
        p.border(at, above, wide, 22, Token.LINE_3.color(), 4);
        p.left(at + 6, above + 11, text, TypeRole.VALUE_SMALL, Token.FG_1.color());
    }
}
