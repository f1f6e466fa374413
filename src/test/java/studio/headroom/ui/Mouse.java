package studio.headroom.ui;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What a mouse tells a node, where no window is shown or the headless robot cannot tell it. On the toolkit's thread.
///
/// @param button that is pressed, or that the move or the release belongs to
/// @param held a key that is held: Shift, Control or Alt, else none
/// @param still whether the mouse has stayed where the button was pressed
public record Mouse(MouseButton button, int clicks, KeyCode held, boolean still) {
    /// The left button, once.
    public static final Mouse LEFT = new Mouse(MouseButton.PRIMARY, 1, KeyCode.UNDEFINED, true);

    public Mouse clicks(int count) {
        return new Mouse(button, count, held, still);
    }

    public Mouse holding(KeyCode key) {
        return new Mouse(button, clicks, key, still);
    }

    public Mouse with(MouseButton other) {
        return new Mouse(other, clicks, held, still);
    }

    /// One that drags.
    public Mouse moving() {
        return new Mouse(button, clicks, held, false);
    }

    /// @param at in the scene
    public void fire(Node node, EventType<MouseEvent> type, Point2D at) {
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        MouseEvent event = new MouseEvent(
                null,
                node,
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                button,
                clicks,
                held == KeyCode.SHIFT,
                held == KeyCode.CONTROL,
                held == KeyCode.ALT,
                false,
                down && button == MouseButton.PRIMARY,
                false,
                down && button == MouseButton.SECONDARY,
                false,
                false,
                still,
                null);
        Event.fireEvent(node, event.copyFor(node, node));
    }
}
