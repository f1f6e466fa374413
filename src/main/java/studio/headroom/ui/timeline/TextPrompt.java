package studio.headroom.ui.timeline;

import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;

/// A field that opens over something to type its name or value: Enter and a click elsewhere take it, Esc leaves it.
/// What
/// cannot be taken stays with what would be right below it. UI thread.
final class TextPrompt {
    private static final double HEIGHT = 22;

    private final WindowRoot root;
    private final Look look;
    private final Node owner;
    private final String before;
    private final Consumer<String> take;
    private final TextField field;
    private final Label hint = new Label();
    private boolean open = true;

    private TextPrompt(Look look, Node owner, String name, String text, Consumer<String> take) {
        root = WindowRoot.of(owner);
        this.look = look;
        this.owner = owner;
        before = text;
        this.take = take;
        field = new TextField(text);
        field.getStyleClass().add("hr-entry");
        field.setAccessibleText(name);
        hint.getStyleClass().add("hr-hint");
        hint.setMouseTransparent(true);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().addListener(_ -> {
            field.getStyleClass().remove("hr-wrong");
            root.hide(hint);
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && open) {
                taken();
                close(false);
            }
        });
    }

    /// Opens it.
    ///
    /// @param owner gets the focus back
    /// @param x of its left edge in the owner, in units
    /// @param y of its upper edge in the owner, in units
    /// @param width in units
    /// @param name for a screen reader: "Name of the clip"
    /// @param take is given what was typed, if it is another text; throws [IllegalArgumentException] with what
    /// would
    ///     be right
    static void open(
            Look look, Node owner, double x, double y, double width, String name, String text, Consumer<String> take) {
        TextPrompt prompt = new TextPrompt(look, owner, name, text, take);
        prompt.field.setPrefWidth(look.px(width));
        prompt.field.setPrefHeight(look.px(HEIGHT));
        prompt.root.show(prompt.field);
        Point2D at = prompt.root.sceneToLocal(owner.localToScene(look.px(x), look.px(y)));
        prompt.root.place(prompt.field, at.getX(), at.getY());
        prompt.field.requestFocus();
        prompt.field.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (taken()) {
                close(true);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close(true);
            event.consume();
        }
    }

    private boolean taken() {
        if (field.getText().equals(before)) {
            return true;
        }
        try {
            take.accept(field.getText());
            return true;
        } catch (IllegalArgumentException e) {
            if (!field.getStyleClass().contains("hr-wrong")) {
                field.getStyleClass().add("hr-wrong");
            }
            hint.setText(String.valueOf(e.getMessage()));
            field.setAccessibleHelp(hint.getText());
            root.show(hint);
            hint.autosize();
            root.place(hint, field.getLayoutX(), field.getLayoutY() + field.getHeight() + look.px(4));
            return false;
        }
    }

    private void close(boolean back) {
        if (open) {
            open = false;
            root.hide(hint);
            root.hide(field);
            if (back) {
                owner.requestFocus();
            }
        }
    }
}
