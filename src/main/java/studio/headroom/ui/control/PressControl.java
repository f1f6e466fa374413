package studio.headroom.ui.control;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.theme.Look;

/// A painted control that does one thing when it is pressed: by the mouse, by Enter or Space, or by a screen reader. A
/// press takes no focus.
public abstract class PressControl extends KitControl {
    private final Runnable action;

    protected PressControl(Look look, Runnable action) {
        super(look);
        this.action = action;
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setRing(-1, 3);
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

    @Override
    public void executeAccessibleAction(AccessibleAction asked, Object... parameters) {
        if (asked == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(asked, parameters);
        }
    }
}
