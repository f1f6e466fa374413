package studio.headroom.ui.master.print;

import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;

/// A panel that hangs below what opened it. Esc and a press beside it close it, and it goes when that goes. UI thread.
abstract class HangingPanel extends VBox {
    private final Look look;
    private final Node anchor;
    private final Scene scene;
    private final WindowRoot root;
    private final @Nullable Node before;
    private final EventHandler<MouseEvent> beside = this::pressed;
    private final InvalidationListener gone = _ -> close(false);
    private boolean open = true;

    /// @param anchor in the window; what it hangs below
    /// @param width in units
    HangingPanel(Look look, Node anchor, double width) {
        this.look = look;
        this.anchor = anchor;
        scene = anchor.getScene();
        root = WindowRoot.of(anchor);
        before = scene.getFocusOwner();
        getStyleClass().add("hr-picker");
        setPrefWidth(look.px(width));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Shows it, and gives its first button the focus.
    final void open() {
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, beside);
        anchor.sceneProperty().addListener(gone);
        root.show(this);
        autosize();
        var at = root.boundsOf(anchor);
        root.place(this, at.getMinX(), at.getMaxY() + look.px(4));
        Node first = lookup(".button");
        if (first != null) {
            first.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close(true);
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        for (Node up = event.getTarget() instanceof Node node ? node : null; up != null; up = up.getParent()) {
            if (up == this) {
                return;
            }
        }
        close(false);
    }

    /// @param back whether what had the focus gets it again
    final void close(boolean back) {
        if (open) {
            open = false;
            scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, beside);
            anchor.sceneProperty().removeListener(gone);
            root.hide(this);
            Node node = anchor.isFocusTraversable() ? anchor : before;
            if (back && node != null) {
                node.requestFocus();
            }
        }
    }
}
