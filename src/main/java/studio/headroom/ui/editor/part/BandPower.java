package studio.headroom.ui.editor.part;

import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Whether a band is heard: the sign of power, or a dot that is full or not.
final class BandPower extends ToggleControl {
    private static final double SIGN = 22;
    private static final double DOT = 18;

    private final double size;
    private final @Nullable Hue hue;

    private BandPower(Look look, ControlModel model, double size, @Nullable Hue hue) {
        super(look, model);
        this.size = size;
        this.hue = hue;
        setRing(0, hue == null ? 6 : 9);
    }

    static BandPower sign(Look look, ControlModel model) {
        return new BandPower(look, model, SIGN, null);
    }

    static BandPower dot(Look look, ControlModel model, Hue hue) {
        return new BandPower(look, model, DOT, hue);
    }

    @Override
    protected double unitWidth() {
        return size;
    }

    @Override
    protected double unitHeight() {
        return size;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        if (hue == null) {
            PowerSign.paint(p, w / 2, h / 2, model().isOn());
            return;
        }
        if (hover() > 0) {
            p.disc(w / 2, h / 2, 7, Token.BG_5.alpha(hover()));
        }
        if (model().isOn()) {
            p.disc(w / 2, h / 2, 3.5, hue.color());
        } else {
            p.circle(w / 2, h / 2, 3.5, Token.FG_3.color(), 1.2);
        }
    }
}
