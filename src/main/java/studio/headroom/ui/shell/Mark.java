package studio.headroom.ui.shell;

import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;

/// The mark of the program: two meters with room above them.
public final class Mark extends KitControl {
    public Mark(Look look) {
        super(look);
        setMouseTransparent(true);
    }

    @Override
    protected double unitWidth() {
        return 16;
    }

    @Override
    protected double unitHeight() {
        return 32;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, 2, Token.FG_1.color());
        p.fill(0, 13, 6, h - 13, MeterZone.SIGNAL.color(), 1);
        p.fill(9, 9, 6, h - 9, MeterZone.SIGNAL.color(), 1);
    }
}
