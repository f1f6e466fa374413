package studio.headroom.ui.command;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Brings the keys of a window to commands: those that no control wanted. Keys that type go to the field that has the
/// focus. UI thread.
public final class KeyDispatch {
    private final Commands commands;
    private final BooleanSupplier blocked;
    private final Consumer<@Nullable Node> focus;
    private final Predicate<KeyEvent> rest;
    private final EventHandler<KeyEvent> first = this::keyFirst;
    private final EventHandler<KeyEvent> last = this::keyLast;

    /// @param blocked whether something lies above the window and takes all keys
    /// @param focus hears before each key what has the focus, to say which area that is
    /// @param rest takes what no command wanted
    public KeyDispatch(
            Commands commands, BooleanSupplier blocked, Consumer<@Nullable Node> focus, Predicate<KeyEvent> rest) {
        this.commands = commands;
        this.blocked = blocked;
        this.focus = focus;
        this.rest = rest;
    }

    /// On the scene, since keys go there alone while nothing has the focus.
    public void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, first);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, last);
    }

    public void leave(Scene scene) {
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, first);
        scene.removeEventHandler(KeyEvent.KEY_PRESSED, last);
    }

    private static @Nullable Node owner(KeyEvent event) {
        Scene scene = event.getSource() instanceof Scene known ? known : null;
        return scene == null ? null : scene.getFocusOwner();
    }

    /// Space plays, though the button that was clicked last would take it; it is left to one that was reached by
    /// keyboard.
    private void keyFirst(KeyEvent event) {
        Node owner = owner(event);
        if (blocked.getAsBoolean()) {
            return;
        }
        focus.accept(owner);
        boolean bare = event.getCode() == KeyCode.SPACE
                && !event.isShortcutDown()
                && !event.isAltDown()
                && !event.isShiftDown();
        if (bare && owner instanceof ButtonBase && !owner.isFocusVisible()) {
            run(event);
        }
    }

    private void keyLast(KeyEvent event) {
        if (event.isConsumed() || blocked.getAsBoolean()) {
            return;
        }
        boolean types = owner(event) instanceof TextInputControl
                && !event.isShortcutDown()
                && !event.isAltDown()
                && !event.getCode().isFunctionKey();
        if (!types) {
            run(event);
            if (!event.isConsumed() && rest.test(event)) {
                event.consume();
            }
        }
    }

    private void run(KeyEvent event) {
        if (commands.run(KeyChord.of(event))) {
            event.consume();
        }
    }
}
