package studio.headroom.ui.editor.part;

import javafx.scene.AccessibleRole;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A line of text in one of the design's roles. It ends in "…" where it does not fit.
public final class Words extends KitControl {
    private final TypeRole role;
    private String text;
    private Token token;
    private double wide = -1;

    public Words(Look look, String text, TypeRole role, Token token) {
        super(look);
        this.text = text;
        this.role = role;
        this.token = token;
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text);
        setMouseTransparent(true);
    }

    /// Gives it a width of its own, in units, whatever it says.
    public Words wide(double units) {
        wide = units;
        return this;
    }

    public void say(String now, Token color) {
        if (!now.equals(text) || color != token) {
            text = now;
            token = color;
            setAccessibleText(now);
            if (wide < 0) {
                requestLayout();
            }
            repaint();
        }
    }

    @Override
    protected double unitWidth() {
        return wide >= 0 ? wide : Math.ceil(TextSize.width(look(), role, text) / look().factor()) + 1;
    }

    @Override
    protected double unitHeight() {
        return Math.ceil(look().font(role).getSize() / look().factor() * 1.4);
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.min(computePrefWidth(height), look().px(24));
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.left(0, h / 2, TextSize.fit(look(), role, text, p.raw(w) + 1), role, token.color());
    }
}
