package studio.headroom.ui.control;

import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// A lying bar with a thumb, for sends and shares. Its value stands beside it, in a [ValueField] or a label.
public final class SliderBar extends DragControl {
    private static final double THUMB = 6;

    private Hue hue = Token.ACCENT;

    public SliderBar(Look look, ControlModel model) {
        super(look, model, Axis.RIGHT);
        setRing(-2, 6);
    }

    /// The color of the filled part: the accent, or the color of the return that a send leads to.
    public void setHue(Hue fill) {
        hue = fill;
        repaint();
    }

    @Override
    protected double unitWidth() {
        return 112;
    }

    @Override
    protected double unitHeight() {
        return 18;
    }

    @Override
    protected double computeMinWidth(double height) {
        return look().px(40);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double dragTravel() {
        return getWidth() / look().factor() - 2 * THUMB;
    }

    private double thumb(double w) {
        return THUMB + model().position() * (w - 2 * THUMB);
    }

    @Override
    protected boolean opensEntry(double x, double y) {
        return false;
    }

    @Override
    protected double[] valueBox(double w, double h) {
        return new double[] {w / 2 - 38, h / 2 - 11, 76, 22};
    }

    @Override
    protected double[] bubbleBox(double w, double h) {
        return new double[] {thumb(w) - THUMB, 0, 2 * THUMB, h};
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean off = !model().enabled();
        double y = p.units(p.snap(h / 2));
        double at = thumb(w);
        p.fill(0, y - 2, w, 4, Token.BG_0.color(), 2);
        if (at - THUMB > 0.5) {
            p.fill(0, y - 2, at, 4, (off ? Token.FG_4 : hue).color(), 2);
        }
        p.disc(at, y, THUMB, off ? Token.BG_4.color() : Token.FG_1.towards(Token.VEIL, hover()));
        if (off) {
            p.circle(at, y, THUMB - 0.5, Token.FG_4.color(), 1);
        }
        if (model().automated()) {
            Knob.automationDot(p, w - 3.5, 3.5, 2.5, model().overridden());
        }
    }
}
