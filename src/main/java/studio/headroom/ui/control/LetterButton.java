package studio.headroom.ui.control;

import org.jspecify.annotations.Nullable;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A letter that is on or off: M, S, Ø. The letter stays, so that nothing is told by color alone.
public final class LetterButton extends ToggleControl {
    private final String letter;
    private final Token token;
    private final double width;
    private final double height;
    private boolean implied;
    private boolean locked;

    /// @param width in units: 18 × 20 in strips, 24 × 24 in editors
    public LetterButton(Look look, ControlModel model, String letter, Token token, double width, double height) {
        super(look, model);
        this.letter = letter;
        this.token = token;
        this.width = width;
        this.height = height;
        setRing(-3, 5);
    }

    public static LetterButton mute(Look look, ControlModel model) {
        return new LetterButton(look, model, "M", Token.MUTE, 18, 20);
    }

    public static LetterButton solo(Look look, ControlModel model) {
        return new LetterButton(look, model, "S", Token.SOLO, 18, 20);
    }

    public static LetterButton polarity(Look look, ControlModel model) {
        return new LetterButton(look, model, "Ø", Token.ACCENT, 24, 24);
    }

    /// Outlined, since something else has the same effect: a strip is silent because another is soloed.
    public void setImplied(boolean now) {
        implied = now;
        repaint();
    }

    /// With a lock, since solo does not silence it.
    public void setLocked(boolean now) {
        locked = now;
        repaint();
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
    protected void paint(Painter p, double w, double h) {
        boolean off = !model().enabled();
        paintLetter(p, w, h, letter, model().isOn() ? token : null, implied ? token : null, off, this);
        if (locked) {
            lock(p, w - 5, 0);
        }
    }

    /// @param on the fill, when it is on
    /// @param outline the outline, when something else has the same effect
    static void paintLetter(
            Painter p,
            double w,
            double h,
            String letter,
            @Nullable Token on,
            @Nullable Token outline,
            boolean off,
            KitControl control) {
        if (on != null && !off) {
            p.fill(0, 0, w, h, on.towards(Token.VEIL, 0.15 * control.hover()), 3);
            p.center(w / 2, h / 2, letter, TypeRole.LETTER, Token.INK.color());
            return;
        }
        p.fill(0, 0, w, h, off ? Token.BG_3.color() : Token.BG_4.towards(Token.BG_5, control.hover()), 3);
        if (outline != null) {
            p.dashedBorder(0, 0, w, h, outline.color(), 3);
        } else {
            p.border(0, 0, w, h, (off ? Token.LINE_1 : Token.LINE_2).color(), 3);
        }
        var color = off ? Token.FG_4 : outline != null ? outline : Token.FG_2;
        p.center(w / 2, h / 2, letter, TypeRole.LETTER, color.color());
    }

    /// A small lock on the corner, in a patch of the panel's color.
    private static void lock(Painter p, double x, double y) {
        p.fill(x - 2, y, 7, 8, Token.BG_2.color(), 2);
        p.circle(x + 1.5, y + 3, 1.8, Token.SOLO.color(), 1);
        p.fill(x - 1, y + 3, 5, 4, Token.SOLO.color(), 1);
    }
}
