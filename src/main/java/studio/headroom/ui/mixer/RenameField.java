package studio.headroom.ui.mixer;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.headroom.ui.control.WindowRoot;

/// The field over a strip's name to type another one: Enter takes it, Esc leaves it, a click elsewhere takes it.
public final class RenameField {
    private final WindowRoot root;
    private final StripModel strip;
    private final TextField field;
    private boolean open = true;

    private RenameField(StripModel strip, Node over, double width, double down) {
        root = WindowRoot.of(over);
        this.strip = strip;
        field = new TextField(strip.name());
        field.setAccessibleText("New name of " + strip.name());
        field.setPrefWidth(width);
        root.show(field);
        var at = root.boundsOf(over);
        root.place(field, at.getCenterX() - width / 2, at.getMinY() + down);
        field.selectAll();
        field.requestFocus();
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
                close(event.getCode() == KeyCode.ENTER);
                event.consume();
            }
        });
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                close(true);
            }
        });
    }

    /// @param over where it lies, in the middle
    /// @param width in the toolkit's pixels
    /// @param down how far below the top of that, in the toolkit's pixels
    public static void open(StripModel strip, Node over, double width, double down) {
        new RenameField(strip, over, width, down);
    }

    private void close(boolean take) {
        if (open) {
            open = false;
            String name = field.getText();
            root.hide(field);
            if (take && !name.strip().equals(strip.name())) {
                strip.mixer().actions().rename(strip.id(), name);
            }
        }
    }
}
