package studio.headroom.ui.editor.part;

import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A word, with a sign before it where it has one, that is on or off.
public final class WordToggle extends ToggleControl {
    private static final double SIGN = 20;

    private final String words;
    private final boolean scales;
    private boolean briefly;

    /// @param scales whether the sign of equal loudness, a pair of scales, stands before the words
    public WordToggle(Look look, ControlModel model, String words, boolean scales) {
        super(look, model);
        this.words = words;
        this.scales = scales;
        setRing(-3, 6);
    }

    /// Leaves the words out where there is little room; only with a sign.
    public void setShort(boolean now) {
        if (briefly != (now && scales)) {
            briefly = now && scales;
            requestLayout();
        }
    }

    @Override
    protected double unitWidth() {
        if (briefly) {
            return SIGN + 14;
        }
        double text = Math.ceil(TextSize.width(look(), TypeRole.BUTTON, words) / look().factor());
        return text + 20 + (scales ? SIGN : 0);
    }

    @Override
    protected double unitHeight() {
        return 24;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean on = model().isOn();
        p.fill(0, 0, w, h, on ? Token.ACCENT_SOFT.color() : Token.BG_4.towards(Token.BG_5, hover()), 4);
        p.border(0, 0, w, h, (on ? Token.ACCENT : Token.LINE_2).color(), 4);
        Token ink = !model().enabled() ? Token.FG_4 : on ? Token.ACCENT_SOFT_FG : Token.FG_1;
        double x = 10;
        if (scales) {
            balance(p, x + 7, h / 2, ink);
            x += SIGN;
        }
        if (!briefly) {
            p.left(x, h / 2, words, TypeRole.BUTTON, ink.color());
        }
    }

    private static void balance(Painter p, double x, double y, Token ink) {
        var color = ink.color();
        p.line(x, y - 6, x, y + 6, color, 1.4);
        p.line(x - 3.5, y + 6, x + 3.5, y + 6, color, 1.4);
        p.line(x - 5, y - 4, x + 5, y - 4, color, 1.4);
        for (int side = -1; side <= 1; side += 2) {
            double pan = x + 5 * side;
            p.line(pan, y - 4, pan - 2.2, y + 1, color, 1);
            p.line(pan, y - 4, pan + 2.2, y + 1, color, 1);
            p.arc(pan, y + 1, 2.4, 0, 180, color, 1.4);
        }
    }
}
