package studio.headroom.ui.shell;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A number that moves, with its unit below it, right-aligned so that it never jumps.
final class Readout extends KitControl {
    private final String unit;
    private final String name;
    private final double width;
    private String value = "";
    private boolean alarm;

    /// @param name for a screen reader
    /// @param width in units
    Readout(Look look, String unit, String name, double width) {
        super(look);
        this.unit = unit;
        this.name = name;
        this.width = width;
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(name);
    }

    /// @param now whether the number tells of something wrong
    void show(String text, boolean now) {
        if (!text.equals(value) || alarm != now) {
            value = text;
            alarm = now;
            repaint();
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? name + ", " + ValueText.spoken(value + " " + unit)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected double unitWidth() {
        return width;
    }

    @Override
    protected double unitHeight() {
        return 36;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.right(w, 11, value, TypeRole.MEASURE_SMALL, (alarm ? Token.ERR : Token.FG_1).color());
        p.right(w, 28, unit, TypeRole.SMALL, Token.FG_3.color());
    }
}
