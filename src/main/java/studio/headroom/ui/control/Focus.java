package studio.headroom.ui.control;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Hands the keyboard's focus on. UI thread.
public final class Focus {
    private Focus() {}

    /// Lets Tab go on from a text of several lines, instead of becoming a part of it.
    public static void goesOnByTab(Node text) {
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
                text.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    /// Gives a node the focus.
    ///
    /// @param ring whether it shows its ring, as what had the focus before did: the keyboard had brought it there
    public static void give(Node node, boolean ring) {
        node.requestFocus();
        if (ring && node.isFocused()) {
            // Only a step of the keyboard shows the ring: one on, and one back.
            node.requestFocusTraversal(TraversalDirection.NEXT);
            Node next = node.getScene().getFocusOwner();
            if (next != null && next != node) {
                next.requestFocusTraversal(TraversalDirection.PREVIOUS);
            }
            if (!node.isFocused()) {
                node.requestFocus();
            }
        }
    }
}
