package studio.headroom.ui.mixer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Focus;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;

/// The notes of a strip, to read and write: kept when something else is clicked, given up with Esc.
public final class NotesBox extends VBox {
    private final WindowRoot root;
    private final StripModel strip;
    private final TextArea text;
    private boolean open = true;

    private NotesBox(Look look, StripModel strip, Node owner) {
        root = WindowRoot.of(owner);
        this.strip = strip;
        text = new TextArea(strip.strip().notes());
        getStyleClass().add("hr-picker");
        Label title = new Label("Notes of " + strip.name());
        title.getStyleClass().add("hr-title");
        text.setWrapText(true);
        text.setPromptText("What was done, what is to be done");
        text.setAccessibleText(title.getText());
        Focus.goesOnByTab(text);
        text.setPrefSize(look.px(280), look.px(140));
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        text.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                take();
            }
        });
        getChildren().addAll(title, text);
    }

    /// Opens them above a node.
    public static void open(Look look, StripModel strip, Node owner) {
        NotesBox box = new NotesBox(look, strip, owner);
        box.root.show(box);
        var at = box.root.boundsOf(owner);
        box.root.place(box, at.getMinX(), at.getMaxY() - look.px(240));
        box.text.requestFocus();
    }

    private void take() {
        if (open) {
            String now = text.getText();
            close();
            if (!now.equals(strip.strip().notes())) {
                strip.mixer().actions().notes(strip.id(), now);
            }
        }
    }

    private void close() {
        open = false;
        root.hide(this);
    }
}
