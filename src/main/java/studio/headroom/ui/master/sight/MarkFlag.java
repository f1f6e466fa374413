package studio.headroom.ui.master.sight;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// A mark on the waveform, as small as can be hit. A press goes to its place.
final class MarkFlag extends KitControl {
    static final double SIZE = 14;

    private final SightMark mark;
    private final Runnable action;

    /// @param time of the place, as people read it
    MarkFlag(Look look, SightMark mark, String time, Runnable action) {
        super(look);
        this.mark = mark;
        this.action = action;
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(name() + " at " + time + ": " + mark.text());
        setFocusTraversable(true);
        setRing(-1, 3);
        Buttons.explain(this, name() + ", " + time, mark.text());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                action.run();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                action.run();
                event.consume();
            }
        });
    }

    SightMark mark() {
        return mark;
    }

    private String name() {
        return switch (mark.kind()) {
            case TO_DO -> "Note to the mix";
            case NOTE -> "Noticed";
            case WARNING -> "Warning";
            case ERROR -> "Fault";
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction asked, Object... parameters) {
        if (asked == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(asked, parameters);
        }
    }

    @Override
    protected double unitWidth() {
        return SIZE;
    }

    @Override
    protected double unitHeight() {
        return SIZE;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double x = w / 2;
        double y = h / 2;
        p.fill(0, 0, w, h, Token.BG_0.alpha(0.5 + 0.4 * hover()), 3);
        switch (mark.kind()) {
            case TO_DO -> {
                p.down(x - 3, y - 5, 10, Token.ACCENT.color());
                p.fill(x - 3, y - 5, 7, 5, Token.ACCENT.color());
            }
            case NOTE -> p.disc(x, y, 3.5, Token.FG_2.color());
            case WARNING -> {
                var gc = p.context();
                gc.setFill(Token.WARN.color());
                gc.fillPolygon(
                        new double[] {p.raw(x), p.raw(x + 5), p.raw(x - 5)},
                        new double[] {p.raw(y - 5), p.raw(y + 4), p.raw(y + 4)},
                        3);
            }
            case ERROR -> p.fill(x - 3.5, y - 3.5, 7, 7, Token.ERR.color());
        }
    }
}
