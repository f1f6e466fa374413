package studio.headroom.ui.master.sight;

import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A small word that is on or off.
final class WordSwitch extends ToggleControl {
    private final String words;

    WordSwitch(Look look, ControlModel model, String words) {
        super(look, model);
        this.words = words;
        setRing(-2, 5);
    }

    @Override
    protected double unitWidth() {
        return Math.ceil(TextSize.width(look(), TypeRole.LABEL, words) / look().factor()) + 12;
    }

    @Override
    protected double unitHeight() {
        return 18;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean on = model().isOn();
        p.fill(0, 0, w, h, on ? Token.ACCENT_SOFT.color() : Token.BG_4.alpha(hover()), 3);
        if (on) {
            p.border(0, 0, w, h, Token.ACCENT.color(), 3);
        }
        p.center(w / 2, h / 2, words, TypeRole.LABEL, (on ? Token.ACCENT_SOFT_FG : Token.FG_2).color());
    }
}
