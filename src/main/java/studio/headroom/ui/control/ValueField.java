package studio.headroom.ui.control;

import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A number in a box: a click types a value, a drag moves it.
public final class ValueField extends DragControl {
    private static final double TRAVEL = 200;
    /// A narrower one below a fader has no room for units.
    private static final double WITH_UNIT = 70;

    private final double width;
    private final double height;
    private final TypeRole role;
    private final boolean centered;
    private boolean bare;

    /// @param width in units
    /// @param height in units: 18 in strips, 24 in panels, 28 in dialogs
    /// @param centered in the middle, as below a fader, rather than at the right
    public ValueField(Look look, ControlModel model, double width, double height, boolean centered) {
        super(look, model, Axis.UP);
        this.width = width;
        this.height = height;
        this.centered = centered;
        role = height < 22 ? TypeRole.VALUE_SMALL : TypeRole.VALUE;
        setRing(-3, 6);
    }

    /// Without its box until it is pointed at, as in a table.
    public ValueField bare() {
        bare = true;
        return this;
    }

    @Override
    protected double unitWidth() {
        return width;
    }

    @Override
    protected double unitHeight() {
        return height;
    }

    @Override
    protected double computeMaxWidth(double h) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double dragTravel() {
        return TRAVEL;
    }

    @Override
    protected double[] valueBox(double w, double h) {
        return new double[] {0, 0, w, h};
    }

    @Override
    protected double[] bubbleBox(double w, double h) {
        return new double[] {0, 0, w, h};
    }

    @Override
    protected boolean bubbleBelow() {
        return true;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean off = !model().enabled();
        if (!bare || hover() > 0 || isHeld()) {
            p.fill(0, 0, w, h, off ? Token.BG_2.color() : Token.BG_0.color(), 4);
            p.border(0, 0, w, h, off ? Token.LINE_1.color() : Token.LINE_2.towards(Token.LINE_3, hover()), 4);
        }
        var color = (off ? Token.FG_4 : Token.FG_1).color();
        double edge = bare ? 2 : 8;
        double room = p.raw(w - (centered ? 4 : 2 * edge));
        boolean unit = !centered || w >= WITH_UNIT;
        String text = unit && TextSize.width(look(), role, model().text()) <= room
                ? model().text()
                : ValueText.number(model().text());
        if (centered) {
            p.center(w / 2, h / 2, text, role, color);
        } else {
            p.right(w - edge, h / 2, text, role, color);
        }
        if (model().automated()) {
            Knob.automationDot(p, w - 3.5, 3.5, 2.5, model().overridden());
        }
    }
}
