package studio.headroom.ui.mixer;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;

/// A field that floats over something, to type a name into: Enter takes it, as does a click elsewhere; Tab takes it
/// and goes on to the next, where there is one; Esc leaves.
public final class TextEntry {
    private static final double WIDTH = 140;

    private final WindowRoot root;
    private final TextField field;
    private final String before;
    private final Consumer<String> taken;
    private final @Nullable IntConsumer next;
    private boolean open = true;

    private TextEntry(WindowRoot root, String before, Consumer<String> taken, @Nullable IntConsumer next) {
        this.root = root;
        this.before = before;
        this.taken = taken;
        this.next = next;
        field = new TextField(before);
    }

    /// @param spoken what a screen reader calls it
    /// @param taken hears a name that is not blank and is another one
    public static void open(Look look, Node owner, String before, String spoken, Consumer<String> taken) {
        open(look, owner, before, spoken, taken, null);
    }

    /// @param next goes on to the name behind (1) or before (-1) after Tab, or null where there is none
    static void open(
            Look look, Node owner, String before, String spoken, Consumer<String> taken, @Nullable IntConsumer next) {
        TextEntry entry = new TextEntry(WindowRoot.of(owner), before, taken, next);
        TextField field = entry.field;
        field.setAccessibleText(spoken);
        var at = entry.root.boundsOf(owner);
        field.setPrefWidth(Math.max(Math.min(at.getWidth(), look.px(2 * WIDTH)), look.px(WIDTH)));
        entry.root.show(field);
        entry.root.place(field, at.getCenterX() - field.getPrefWidth() / 2, at.getMinY() + look.px(8));
        field.selectAll();
        field.requestFocus();
        field.addEventFilter(KeyEvent.KEY_PRESSED, entry::key);
        field.focusedProperty().addListener((observable, was, focused) -> {
            if (!focused) {
                entry.take();
            }
        });
    }

    private void key(KeyEvent event) {
        IntConsumer on = next;
        if (event.getCode() == KeyCode.TAB && on != null) {
            take();
            on.accept(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        }
    }

    private void take() {
        if (open) {
            String now = field.getText().strip();
            leave();
            if (!now.isEmpty() && !now.equals(before)) {
                taken.accept(now);
            }
        }
    }

    private void leave() {
        open = false;
        root.hide(field);
    }
}
