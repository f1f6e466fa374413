package studio.headroom.ui.editor.part;

import javafx.event.ActionEvent;
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
import studio.headroom.ui.theme.TypeRole;

/// The end of a chain that does not fit: an arrow, and how many effects lie beyond it. A press goes there.
final class ChainEnd extends KitControl {
    static final double WIDTH = 32;

    private final boolean left;
    private int beyond = -1;

    /// @param left whether it is the left end
    ChainEnd(Look look, boolean left, Runnable action) {
        super(look);
        this.left = left;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setRing(-2, 5);
        Buttons.explainBy(this, this::words, () -> "Also by the wheel, or with the arrow keys on an effect.");
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                action.run();
            }
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            KeyCode code = event.getCode();
            if (code == KeyCode.ENTER || code == KeyCode.SPACE && isFocusVisible()) {
                action.run();
                event.consume();
            }
        });
        addEventHandler(ActionEvent.ACTION, _ -> action.run());
        show(0);
    }

    /// @param count of the effects beyond it
    void show(int count) {
        if (count != beyond) {
            beyond = count;
            setAccessibleText(words());
            setDisable(count == 0);
            repaint();
        }
    }

    private String words() {
        return beyond + (beyond == 1 ? " more effect " : " more effects ") + (left ? "to the left" : "to the right");
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fireEvent(new ActionEvent());
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    protected double unitWidth() {
        return WIDTH;
    }

    @Override
    protected double unitHeight() {
        return 28;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean any = beyond > 0;
        if (any && hover() > 0) {
            p.fill(0, 0, w, h, Token.BG_5.alpha(hover()), 4);
        }
        Token color = any ? Token.FG_1 : Token.FG_4;
        double tip = left ? 5 : w - 5;
        double back = left ? 10 : w - 10;
        p.line(back, h / 2 - 5, tip, h / 2, color.color(), 1.75);
        p.line(tip, h / 2, back, h / 2 + 5, color.color(), 1.75);
        if (any) {
            p.center(left ? w - 10 : 10, h / 2, Integer.toString(beyond), TypeRole.LETTER, Token.FG_2.color());
        }
    }
}
