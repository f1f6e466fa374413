package studio.headroom.ui.master.rack;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.PressControl;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How much louder the chain makes the print; while things are compared, by how much what is heard is turned up or down
/// for that, and then a press ends the comparison.
final class AddsSign extends PressControl {
    private static final double WIDTH = 64;
    private static final double HEIGHT = 34;
    private static final double INSET = 3;

    private boolean matching;
    private String value = "–";
    private boolean known;

    /// @param key that ends a comparison too, as people read it; empty while there is none
    AddsSign(Look look, Hearing hearing, Supplier<String> key) {
        super(look, () -> {
            if (hearing.isMatching()) {
                hearing.endComparing();
            }
        });
        setMinWidth(USE_PREF_SIZE);
        Buttons.explainBy(
                this,
                () -> matching ? "Matched" : "Chain adds",
                () -> matching
                        ? "What you hear is turned up or down by so much, so that all that you compare is equally loud. A"
                                + " press ends the comparison: the master is heard as it is."
                                + (key.get().isEmpty() ? "" : " Key: " + key.get() + ".")
                        : "How much louder the chain makes the print.");
        show(false, Double.NaN);
    }

    /// @param matching whether things are compared at one loudness
    /// @param db by how much what is heard is turned up for that, else what the chain adds in LU; NaN where it is
    /// not
    ///     known
    void show(boolean matching, double db) {
        this.matching = matching;
        known = !Double.isNaN(db);
        double tenth = Math.rint(db * 10) / 10 + 0.0;
        value = known
                ? String.format(Locale.ROOT, tenth == 0 ? "%.1f" : "%+.1f", tenth)
                                .replace('-', '\u2212')
                        + (matching ? " dB" : " LU")
                : "–";
        setFocusTraversable(true);
        setCursor(matching ? Cursor.HAND : Cursor.DEFAULT);
        setAccessibleText(
                matching
                        ? "Matched, " + value + ". Hear the master as it is"
                        : "Chain adds " + (known ? value : "nothing known yet"));
        repaint();
    }

    @Override
    protected double unitWidth() {
        return WIDTH;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        if (matching) {
            p.fill(0, 0, w, h, Token.BG_4.alpha(hover()), 3);
        }
        p.left(
                INSET,
                9,
                matching ? "matched" : "chain adds",
                TypeRole.SMALL,
                (matching ? Token.ACCENT : Token.FG_3).color());
        Token color = known ? matching ? Token.ACCENT : Token.FG_1 : Token.FG_3;
        p.left(INSET, h - 10, value, TypeRole.VALUE_SMALL, color.color());
    }
}
