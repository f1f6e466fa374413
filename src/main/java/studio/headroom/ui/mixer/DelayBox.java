package studio.headroom.ui.mixer;

import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;

/// The delay of a track, to turn and to type; Esc or a click elsewhere closes it.
final class DelayBox extends VBox {
    private final WindowRoot root;
    private final EventHandler<MouseEvent> leaving = this::pressed;

    private DelayBox(Look look, StripModel strip, Node owner) {
        root = WindowRoot.of(owner);
        getStyleClass().add("hr-picker");
        Label title = new Label("Delay of " + strip.name());
        title.getStyleClass().add("hr-title");
        ValueField field = new ValueField(look, strip.delay(), 96, 24, false);
        Label words = new Label("Later; below 0, earlier. 1 ms is 34 cm of air.");
        words.getStyleClass().add("hr-sub");
        HBox row = new HBox(look.px(8), field, words);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, row);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        root.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, leaving);
    }

    private void pressed(MouseEvent event) {
        if (!localToScene(getLayoutBounds()).contains(event.getSceneX(), event.getSceneY())) {
            close();
        }
    }

    static void open(Look look, StripModel strip, Node owner) {
        DelayBox box = new DelayBox(look, strip, owner);
        box.root.show(box);
        var at = box.root.boundsOf(owner);
        box.root.place(box, at.getMinX(), at.getMaxY() - look.px(140));
        box.lookupAll("*").stream()
                .filter(ValueField.class::isInstance)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void close() {
        root.getScene().removeEventFilter(MouseEvent.MOUSE_PRESSED, leaving);
        root.hide(this);
    }
}
