package studio.headroom.ui.inspector;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;

/// Leads the eye to a control: scrolls it into sight, gives it the focus and a frame for a moment.
final class Spotlight {
    private static final double MILLISECONDS = 2400;
    private static final double AROUND = 4;

    private Spotlight() {}

    static void on(Look look, ScrollPane scroll, Node control) {
        reveal(scroll, control);
        control.requestFocus();
        WindowRoot root = WindowRoot.of(control);
        root.applyCss();
        root.layout();
        Bounds at = root.boundsOf(control);
        double gap = look.px(AROUND);
        Region frame = new Region();
        frame.getStyleClass().add("hr-spotlight");
        frame.setMouseTransparent(true);
        frame.setPrefSize(at.getWidth() + 2 * gap, at.getHeight() + 2 * gap);
        root.show(frame);
        root.place(frame, at.getMinX() - gap, at.getMinY() - gap);
        look.pulse().after(MILLISECONDS, () -> root.hide(frame));
    }

    private static void reveal(ScrollPane scroll, Node control) {
        Node content = scroll.getContent();
        boolean inside = false;
        for (Node node = control; node != null; node = node.getParent()) {
            inside |= node == content;
        }
        if (!inside) {
            return;
        }
        double view = scroll.getViewportBounds().getHeight();
        double spare = content.getLayoutBounds().getHeight() - view;
        if (spare <= 0) {
            return;
        }
        Bounds at = content.sceneToLocal(control.localToScene(control.getLayoutBounds()));
        double top = scroll.getVvalue() * spare;
        if (at.getMinY() < top || at.getMaxY() > top + view) {
            double wanted = at.getCenterY() - view / 2;
            scroll.setVvalue(Math.clamp(wanted / spare, 0, 1));
        }
    }
}
