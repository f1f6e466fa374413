package studio.headroom.ui.timeline;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How far work is: what it does, how much of it is done, and a bar. UI thread.
final class ProgressLine extends KitControl {
    private final String words;
    private double share;

    ProgressLine(Look look, String words) {
        super(look);
        this.words = words;
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(words);
    }

    /// @param now 0 to 1
    void show(double now) {
        double next = Math.clamp(now, 0, 1);
        if (next != share) {
            share = next;
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            repaint();
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.VALUE
                ? (Object) share
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected double unitWidth() {
        return 200;
    }

    @Override
    protected double unitHeight() {
        return 32;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.left(0, 8, words, TypeRole.BODY, Token.FG_1.color());
        p.right(w, 8, Math.round(share * 100) + " %", TypeRole.VALUE_SMALL, Token.FG_2.color());
        p.fill(0, 22, w, 6, Token.BG_0.color(), 3);
        p.fill(0, 22, w * share, 6, Token.ACCENT.color(), 3);
    }
}
