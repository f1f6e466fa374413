package studio.headroom.ui.editor.part;

import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How far the sound moves a band's gain at the moment: a bar, and the number.
final class BandMove extends KitControl {
    /// A shorter bar says nothing, in units.
    private static final double LEAST_BAR = 20;

    private final DoubleSupplier moved;
    private final DoubleSupplier range;
    private final String name;
    private boolean bare;
    private double shown;

    /// @param moved asked when there is new sound, in dB: below 0 down, above 0 up
    /// @param range what fills the bar, in dB; asked with it
    /// @param name what a screen reader calls it
    BandMove(Look look, EditorAnalysis analysis, DoubleSupplier moved, DoubleSupplier range, String name) {
        super(look);
        this.moved = moved;
        this.range = range;
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(name);
        this.name = name;
        setMouseTransparent(true);
        analysis.observe(this::follow);
    }

    /// Without the word before it, as in a table; where that is narrow, the number alone.
    BandMove bare() {
        bare = true;
        return this;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? name + ", " + ValueText.spoken(text())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String text() {
        return (shown > 0 ? "+" : "") + ValueText.level(shown) + " dB";
    }

    private void follow() {
        double now = Math.rint(moved.getAsDouble() * 10) / 10;
        if (now != shown) {
            shown = now;
            repaint();
        }
    }

    @Override
    protected double unitWidth() {
        return 120;
    }

    @Override
    protected double unitHeight() {
        return 16;
    }

    @Override
    protected double computeMaxWidth(double h) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double from = bare ? 0 : 30;
        double room = Math.max(1, w - 54 - from);
        double share = Math.min(1, Math.abs(shown) / Math.max(1, range.getAsDouble()));
        if (!bare) {
            p.left(0, h / 2, "now", TypeRole.LABEL, Token.FG_3.color());
        }
        boolean bar = !bare || room >= LEAST_BAR;
        if (bar) {
            p.fill(from, h / 2 - 3, room, 6, Token.BG_0.color(), 2);
        }
        if (bar && share > 0) {
            var color = shown < 0 ? MeterZone.reduction() : Token.ACCENT.color();
            p.fill(from, h / 2 - 3, room * share, 6, color, 2);
        }
        p.right(
                w,
                h / 2,
                shown == 0 ? "–" : text(),
                TypeRole.VALUE_TINY,
                (shown == 0 ? Token.FG_3 : Token.FG_1).color());
    }
}
