package studio.headroom.ui.control;

import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Where something lies between left and right: a bar that grows from the middle, its number on the side away from it.
/// A click on the number types one.
public final class PanBar extends DragControl {
    private static final double TRAVEL = 160;

    public PanBar(Look look, ControlModel model) {
        super(look, model, Axis.RIGHT);
        setRing(-3, 5);
    }

    @Override
    protected double unitWidth() {
        return 56;
    }

    @Override
    protected double unitHeight() {
        return 18;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double dragTravel() {
        return TRAVEL;
    }

    /// The middle.
    @Override
    protected double detent() {
        return model().param().range().position(0);
    }

    private boolean numberAtRight() {
        return model().value() < 0.5;
    }

    @Override
    protected double[] valueBox(double w, double h) {
        return new double[] {numberAtRight() ? w / 2 + 3 : 0, 0, w / 2 - 3, h};
    }

    @Override
    protected double[] bubbleBox(double w, double h) {
        return new double[] {0, 0, w, h};
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean off = !model().enabled();
        p.fill(0, 0, w, h, (isHeld() ? Token.BG_1.color() : Token.BG_0.towards(Token.BG_1, hover())), 3);
        double middle = w / 2;
        double range = Math.max(model().param().range().max(), 1);
        double at = model().value() / range * (middle - 2);
        var color = off ? Token.FG_4 : Token.ACCENT;
        p.fill(Math.min(middle, middle + at), 2, Math.abs(at), h - 4, color.alpha(0.38));
        boolean centered = Math.abs(at) < 0.5;
        if (!centered) {
            p.down(middle, 2, h - 4, Token.LINE_3.color());
        }
        p.fill(middle + at - 1, 2, 2, h - 4, color.color());
        var text = (off ? Token.FG_4 : Token.FG_1).color();
        String value = model().text();
        if (centered) {
            p.left(middle + 8, h / 2, value, TypeRole.VALUE_TINY, text);
        } else if (numberAtRight()) {
            p.right(w - 3, h / 2, value, TypeRole.VALUE_TINY, text);
        } else {
            p.left(3, h / 2, value, TypeRole.VALUE_TINY, text);
        }
        if (model().automated()) {
            Knob.automationDot(p, numberAtRight() ? 4 : w - 4, 4, 2.5, model().overridden());
        }
    }
}
