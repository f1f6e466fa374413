package studio.headroom.ui.master;

import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.PressControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Words that can be pressed. They end in "…" where they do not fit.
public final class TextButton extends PressControl {
    private static final double INSET = 4;

    private Token color = Token.FG_3;
    private String words;

    /// @param name what a screen reader calls it
    /// @param explanation what it does, in a sentence
    public TextButton(Look look, String words, String name, String explanation, Runnable action) {
        super(look, action);
        this.words = words;
        setAccessibleText(name);
        Buttons.explain(this, name, explanation);
    }

    /// Gives the words another color than that of hints.
    public TextButton colored(Token now) {
        color = now;
        repaint();
        return this;
    }

    public void say(String now) {
        if (!now.equals(words)) {
            words = now;
            requestLayout();
            repaint();
        }
    }

    public String words() {
        return words;
    }

    @Override
    protected double unitWidth() {
        return Math.ceil(TextSize.width(look(), TypeRole.LABEL, words) / look().factor()) + 2 * INSET;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.min(computePrefWidth(height), look().px(40));
    }

    @Override
    protected double unitHeight() {
        return 18;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_4.alpha(hover()), 3);
        String fitting = TextSize.fit(look(), TypeRole.LABEL, words, p.raw(w - 2 * INSET) + 1);
        p.left(INSET, h / 2, fitting, TypeRole.LABEL, color.towards(Token.FG_1, hover()));
    }
}
