package studio.headroom.ui;

import java.util.EnumSet;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.event.EventTarget;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A person's hands on mouse and keyboard, in front of a window: the toolkit's own robot makes the events. Each move
/// waits until it has been drawn, unless the hands are used on the toolkit's thread, where nothing waits.
public final class Hands {
    private final Robot robot = Fx.call(Robot::new);
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    /// What the button was pressed on, while it is held.
    private @Nullable EventTarget grabbed;

    /// @param window shown, with its scene
    public Hands(Window window) {
        Fx.run(() -> {
            EventDispatcher usual = window.getScene().getEventDispatcher();
            window.getScene().setEventDispatcher((event, tail) -> {
                Event whole = withKeys(event);
                EventTarget held = grabbed;
                boolean astray = held != null
                        && whole.getTarget() != held
                        && (whole.getEventType() == MouseEvent.MOUSE_DRAGGED
                                || whole.getEventType() == MouseEvent.MOUSE_RELEASED);
                if (astray) {
                    Event.fireEvent(held, whole.copyFor(held, held));
                    return null;
                }
                if (whole.getEventType() == MouseEvent.MOUSE_PRESSED) {
                    grabbed = whole.getTarget();
                }
                return usual.dispatchEvent(whole, tail);
            });
        });
    }

    private static void settle() {
        if (!Platform.isFxApplicationThread()) {
            Fx.settle();
        }
    }

    /// The headless robot leaves out of the mouse's events which keys and buttons are held. Without the buttons, the
    /// toolkit takes a drag that leaves its control for one of what lies there.
    private Event withKeys(Event event) {
        boolean shift = held.contains(KeyCode.SHIFT);
        boolean alt = held.contains(KeyCode.ALT);
        boolean control = held.contains(KeyCode.CONTROL);
        boolean button = grabbed != null;
        if (!shift && !alt && !control && !button) {
            return event;
        }
        return switch (event) {
            case ScrollEvent e ->
                new ScrollEvent(
                                e.getEventType(),
                                e.getX(),
                                e.getY(),
                                e.getScreenX(),
                                e.getScreenY(),
                                shift,
                                control,
                                alt,
                                false,
                                e.isDirect(),
                                e.isInertia(),
                                e.getDeltaX(),
                                e.getDeltaY(),
                                e.getTotalDeltaX(),
                                e.getTotalDeltaY(),
                                e.getMultiplierX(),
                                e.getMultiplierY(),
                                e.getTextDeltaXUnits(),
                                e.getTextDeltaX(),
                                e.getTextDeltaYUnits(),
                                e.getTextDeltaY(),
                                e.getTouchCount(),
                                e.getPickResult())
                        .copyFor(e.getSource(), e.getTarget());
            case MouseEvent e
            when e.getClass() == MouseEvent.class ->
                // Made for the scene, whose places it names, and then for whom it was for.
                new MouseEvent(
                                null,
                                null,
                                e.getEventType(),
                                e.getSceneX(),
                                e.getSceneY(),
                                e.getScreenX(),
                                e.getScreenY(),
                                e.getButton(),
                                e.getClickCount(),
                                shift,
                                control,
                                alt,
                                false,
                                e.isPrimaryButtonDown() || button,
                                e.isMiddleButtonDown(),
                                e.isSecondaryButtonDown(),
                                e.isSynthesized(),
                                e.isPopupTrigger(),
                                e.isStillSincePress(),
                                e.getPickResult())
                        .copyFor(e.getSource(), e.getTarget());
            default -> event;
        };
    }

    /// @param x in the toolkit's pixels from the node's left
    public void point(Node node, double x, double y) {
        Fx.run(() -> {
            Point2D at = node.localToScreen(x, y);
            robot.mouseMove(Math.rint(at.getX()), Math.rint(at.getY()));
        });
        settle();
    }

    public void pointAtMiddle(Node node) {
        var bounds = Fx.call(node::getLayoutBounds);
        point(node, bounds.getCenterX(), bounds.getCenterY());
    }

    public void by(double dx, double dy) {
        Fx.run(() -> robot.mouseMove(robot.getMouseX() + dx, robot.getMouseY() + dy));
        settle();
    }

    public void press() {
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
    }

    public void release() {
        Fx.run(() -> {
            robot.mouseRelease(MouseButton.PRIMARY);
            grabbed = null;
        });
        settle();
    }

    public void click() {
        press();
        release();
    }

    /// Two clicks that follow each other at once, however slow the machine is.
    public void doubleClick() {
        Fx.run(() -> {
            click();
            click();
        });
        settle();
    }

    public void rightClick() {
        Fx.run(() -> {
            robot.mousePress(MouseButton.SECONDARY);
            robot.mouseRelease(MouseButton.SECONDARY);
            grabbed = null;
        });
        settle();
    }

    /// Presses where the pointer is, goes there in steps, and lets go.
    public void dragBy(double dx, double dy, int steps) {
        press();
        for (int i = 0; i < steps; i++) {
            by(dx / steps, dy / steps);
        }
        release();
    }

    /// @param notches downward
    public void wheel(int notches) {
        Fx.run(() -> robot.mouseWheel(notches));
        settle();
    }

    public void down(KeyCode key) {
        Fx.run(() -> {
            held.add(key);
            robot.keyPress(key);
        });
    }

    public void up(KeyCode key) {
        Fx.run(() -> {
            held.remove(key);
            robot.keyRelease(key);
        });
        settle();
    }

    /// Presses keys together, the last one last.
    public void key(KeyCode... keys) {
        for (KeyCode key : keys) {
            down(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            up(keys[i]);
        }
    }

    /// Types small letters, digits, minus, period and spaces.
    public void type(String text) {
        for (char c : text.toCharArray()) {
            key(
                    switch (c) {
                        case '-' -> KeyCode.MINUS;
                        case '.' -> KeyCode.PERIOD;
                        case ' ' -> KeyCode.SPACE;
                        default ->
                            KeyCode.valueOf(
                                    Character.isDigit(c) ? "DIGIT" + c : String.valueOf(Character.toUpperCase(c)));
                    });
        }
    }
}
