package studio.headroom.ui.inspector;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.mixer.NotesBox;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The first line of a strip's notes. A click, Enter or Space opens them.
final class NotesLine extends KitControl {
    private final StripModel strip;

    NotesLine(Look look, StripModel strip) {
        super(look);
        this.strip = strip;
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setRing(-2, 5);
        Buttons.explainBy(
                this,
                () -> strip.strip().notes().isBlank()
                        ? "What was done, what is to be done"
                        : strip.strip().notes());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && isFocusVisible()) {
                open();
                event.consume();
            }
        });
        refresh();
    }

    private void open() {
        NotesBox.open(look(), strip, this);
    }

    void refresh() {
        String notes = strip.strip().notes();
        setAccessibleText(strip.name() + " notes, " + (notes.isBlank() ? "none" : notes));
        repaint();
    }

    @Override
    protected double unitWidth() {
        return 200;
    }

    @Override
    protected double unitHeight() {
        return 20;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        String notes = strip.strip().notes().strip();
        p.left(0, h / 2, "Notes", TypeRole.LABEL, Token.FG_3.color());
        double from = p.units(TextSize.width(look(), TypeRole.LABEL, "Output")) + 8;
        if (hover() > 0) {
            p.fill(from - 4, 0, w - from + 4, h, Token.BG_4.alpha(hover()), 4);
        }
        String first =
                notes.isEmpty() ? "Add a note…" : notes.lines().findFirst().orElse("");
        p.left(
                from,
                h / 2,
                TextSize.fit(look(), TypeRole.LABEL, first, p.raw(w - from - 4)),
                TypeRole.LABEL,
                (notes.isEmpty() ? Token.FG_3 : Token.FG_1).color());
    }
}
