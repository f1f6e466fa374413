package studio.headroom.ui.control;

import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;

/// The field over a control's value to type a new one: all selected; Enter takes it, Esc leaves it, Tab takes it and
/// goes
/// on to the next control's. What is no value stays, marked, with what would be right below it.
final class ValueEntry {
    private static final double HEIGHT = 22;
    private static final double MIN_WIDTH = 76;

    private final ModelControl control;
    private final ControlModel model;
    private final Look look;
    private final WindowRoot root;
    private final TextField field = new TextField();
    private final Label hint = new Label();
    private boolean open;
    private boolean pointedInto;

    ValueEntry(ModelControl control, WindowRoot root, String typed) {
        this.control = control;
        this.model = control.model();
        this.look = control.look();
        this.root = root;
        field.getStyleClass().add("hr-entry");
        field.setAccessibleText(model.name() + ", enter a value");
        field.setText(typed.isEmpty() ? model.text() : typed);
        hint.getStyleClass().add("hr-hint");
        hint.setMouseTransparent(true);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        field.textProperty().addListener(_ -> clearError());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && open) {
                takeOrLeave();
            }
        });
        if (typed.isEmpty()) {
            field.selectAll();
        } else {
            field.end();
        }
    }

    boolean isOpen() {
        return open;
    }

    TextField field() {
        return field;
    }

    void open(Bounds over) {
        boolean selected = field.getSelection().getLength() > 0;
        open = true;
        field.setPrefWidth(Math.max(over.getWidth(), look.px(MIN_WIDTH)));
        field.setPrefHeight(Math.max(over.getHeight(), look.px(HEIGHT)));
        root.show(field);
        field.autosize();
        root.place(field, over.getCenterX() - field.getWidth() / 2, over.getCenterY() - field.getHeight() / 2);
        field.requestFocus();
        if (selected) {
            field.selectAll();
        } else {
            field.end();
        }
    }

    /// The second click of a double-click whose first one opened this leaves all selected, rather than a word.
    private void press(MouseEvent event) {
        if (!pointedInto && event.getClickCount() > 1) {
            field.selectAll();
            event.consume();
        } else {
            pointedInto = true;
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                if (take()) {
                    close();
                    control.requestFocus();
                }
            }
            case ESCAPE -> {
                close();
                control.requestFocus();
            }
            case TAB -> {
                if (take()) {
                    close();
                    goOn(event.isShiftDown());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void goOn(boolean back) {
        control.requestFocus();
        control.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        Node next = root.getScene().getFocusOwner();
        if (next instanceof ModelControl other && other != control) {
            other.openEntry("");
        }
    }

    /// Text that was not touched changes nothing, so that opening and closing keeps digits which are not shown.
    private boolean take() {
        if (field.getText().equals(model.text())) {
            return true;
        }
        try {
            model.type(field.getText());
            return true;
        } catch (IllegalArgumentException e) {
            showError(Objects.requireNonNullElse(e.getMessage(), "This is no value."));
            return false;
        }
    }

    private void takeOrLeave() {
        if (!field.getText().isBlank()) {
            take();
        }
        close();
    }

    private void showError(String message) {
        if (!field.getStyleClass().contains("hr-wrong")) {
            field.getStyleClass().add("hr-wrong");
        }
        hint.setText(message);
        field.setAccessibleHelp(message);
        root.show(hint);
        hint.autosize();
        double under = field.getLayoutY() + field.getHeight() + look.px(4);
        boolean fits = under + hint.getHeight() <= root.getHeight();
        root.place(hint, field.getLayoutX(), fits ? under : field.getLayoutY() - look.px(4) - hint.getHeight());
    }

    private void clearError() {
        field.getStyleClass().remove("hr-wrong");
        root.hide(hint);
    }

    void close() {
        if (open) {
            open = false;
            root.hide(hint);
            root.hide(field);
        }
    }
}
