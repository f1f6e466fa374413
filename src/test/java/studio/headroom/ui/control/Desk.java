package studio.headroom.ui.control;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import studio.headroom.ui.Fx;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// A window with controls in a row, and a person's hands on mouse and keyboard.
public final class Desk implements AutoCloseable {
    private final Look look;
    private final Stage stage;
    private final Robot robot;
    private final HBox row;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    public Desk() {
        this(100);
    }

    public Desk(int percent) {
        look = Fx.call(() -> {
            Look made = new Look(new FramePulse());
            made.setPercent(percent);
            return made;
        });
        row = Fx.call(() -> new HBox(24));
        stage = Fx.call(() -> {
            row.setStyle("-fx-padding: 40;");
            row.setFillHeight(false);
            Stage window = new Stage(StageStyle.UNDECORATED);
            window.setScene(new Scene(new WindowRoot(look, row), 900, 500));
            // The headless screen is 1000 x 1000.
            window.setX(0);
            window.setY(0);
            EventDispatcher usual = window.getScene().getEventDispatcher();
            window.getScene().setEventDispatcher((event, tail) -> usual.dispatchEvent(withKeys(event), tail));
            window.show();
            return window;
        });
        robot = Fx.call(Robot::new);
    }

    /// The headless robot leaves out of the mouse's events which keys are held.
    private Event withKeys(Event event) {
        boolean shift = held.contains(KeyCode.SHIFT);
        boolean alt = held.contains(KeyCode.ALT);
        boolean control = held.contains(KeyCode.CONTROL);
        if (!shift && !alt && !control) {
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
                new MouseEvent(
                        e.getSource(),
                        e.getTarget(),
                        e.getEventType(),
                        e.getX(),
                        e.getY(),
                        e.getScreenX(),
                        e.getScreenY(),
                        e.getButton(),
                        e.getClickCount(),
                        shift,
                        control,
                        alt,
                        false,
                        e.isPrimaryButtonDown(),
                        e.isMiddleButtonDown(),
                        e.isSecondaryButtonDown(),
                        e.isSynthesized(),
                        e.isPopupTrigger(),
                        e.isStillSincePress(),
                        e.getPickResult());
            default -> event;
        };
    }

    public Look look() {
        return look;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public void put(Node... nodes) {
        Fx.run(() -> row.getChildren().addAll(Arrays.asList(nodes)));
        Fx.settle();
    }

    /// @param x in units from the node's left
    public void point(Node node, double x, double y) {
        Fx.run(() -> {
            var at = node.localToScreen(look.px(x), look.px(y));
            robot.mouseMove(Math.rint(at.getX()), Math.rint(at.getY()));
        });
        Fx.settle();
    }

    public void by(double dx, double dy) {
        Fx.run(() -> robot.mouseMove(robot.getMouseX() + dx, robot.getMouseY() + dy));
        Fx.settle();
    }

    public void press() {
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
    }

    public void release() {
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.settle();
    }

    public void click() {
        press();
        release();
    }

    public void rightClick() {
        Fx.run(() -> {
            robot.mousePress(MouseButton.SECONDARY);
            robot.mouseRelease(MouseButton.SECONDARY);
        });
        Fx.settle();
    }

    public void wheel(int notches) {
        Fx.run(() -> robot.mouseWheel(notches));
        Fx.settle();
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
        Fx.settle();
    }

    public void key(KeyCode... keys) {
        for (KeyCode key : keys) {
            down(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            up(keys[i]);
        }
    }

    /// Lets time pass for everything that waits.
    public void pass(double seconds) {
        Fx.run(() -> look.pulse().advance(seconds));
        Fx.settle();
    }

    public void focus(Node node) {
        Fx.run(node::requestFocus);
        Fx.settle();
    }

    /// Goes there by the Tab key, as one does without a mouse.
    public void tabTo(Node node) {
        for (int i = 0; i < 20; i++) {
            key(KeyCode.TAB);
            if (Fx.call(() -> node.isFocused() && node.isFocusVisible())) {
                return;
            }
        }
        throw new IllegalStateException(node + " is not reached by Tab");
    }

    @Override
    public void close() {
        Fx.run(stage::close);
    }
}
