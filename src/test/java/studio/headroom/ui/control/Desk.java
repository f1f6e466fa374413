package studio.headroom.ui.control;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// A window with controls in a row, and a person's hands on mouse and keyboard.
public final class Desk implements AutoCloseable {
    private final Look look;
    private final Stage stage;
    private final Hands hands;
    private final HBox row;

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
            window.show();
            return window;
        });
        hands = new Hands(stage);
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
        hands.point(node, look.px(x), look.px(y));
    }

    public void by(double dx, double dy) {
        hands.by(dx, dy);
    }

    public void press() {
        hands.press();
    }

    public void release() {
        hands.release();
    }

    public void click() {
        hands.click();
    }

    public void rightClick() {
        hands.rightClick();
    }

    public void wheel(int notches) {
        hands.wheel(notches);
    }

    public void down(KeyCode key) {
        hands.down(key);
    }

    public void up(KeyCode key) {
        hands.up(key);
    }

    public void key(KeyCode... keys) {
        hands.key(keys);
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
