package studio.headroom.ui.control;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;

/// Hands the keyboard's focus on, where what had it is made anew. UI thread.
public final class Focus {
    private Focus() {}

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
