package studio.headroom.ui.editor.part;

import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Token;

/// The sign of power: a circle that is open above, and a stroke.
public final class PowerSign {
    private PowerSign() {}

    /// @param x of its middle, in units
    public static void paint(Painter p, double x, double y, boolean on) {
        var color = (on ? Token.OK : Token.FG_3).color();
        p.arc(x, y + 0.5, 5, -50, 230, color, 1.5);
        p.line(x, y - 6, x, y - 1, color, 1.5);
    }
}
