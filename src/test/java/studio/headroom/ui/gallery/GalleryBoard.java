package studio.headroom.ui.gallery;

import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import studio.headroom.ui.Mouse;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;

/// A board that things are put on for a picture, and a hand that touches them.
abstract class GalleryBoard {
    final Look look;
    private final Pane pane = new Pane();
    private final WindowRoot root;

    /// @param width in units
    /// @param height in units
    GalleryBoard(Look look, double width, double height) {
        this.look = look;
        root = new WindowRoot(look, pane);
        pane.setPrefSize(look.px(width), look.px(height));
    }

    public final WindowRoot root() {
        return root;
    }

    final void panel(double x, double y, double w, double h, String title, String sub) {
        Region panel = new Region();
        panel.getStyleClass().add("hr-panel");
        put(panel, x, y, look.px(w), look.px(h));
        Label label = new Label(title);
        label.getStyleClass().add("hr-title");
        Label more = new Label(sub);
        more.getStyleClass().add("hr-sub");
        HBox box = new HBox(look.px(10), label, more);
        box.setAlignment(Pos.BASELINE_LEFT);
        put(box, x + 12, y + 8);
    }

    final void label(double x, double middle, String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        put(label, x, middle - 8);
    }

    final void caption(double cx, double middle, String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-sub");
        label.setAlignment(Pos.CENTER);
        put(label, cx - 46, middle - 8, look.px(92), look.px(16));
    }

    final void put(Region node, double x, double y) {
        put(node, x, y, Region.USE_COMPUTED_SIZE, Region.USE_COMPUTED_SIZE);
    }

    final void put(Region node, double x, double y, double w, double h) {
        node.setPrefSize(w, h);
        node.setLayoutX(look.px(x));
        node.setLayoutY(look.px(y));
        pane.getChildren().add(node);
    }

    static void focus(Node node) {
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
    }

    final void hover(Node node) {
        mouse(MouseEvent.MOUSE_ENTERED, node, 0, 0);
    }

    final void drag(Node node, double x0, double y0, double x1, double y1) {
        mouse(MouseEvent.MOUSE_PRESSED, node, x0, y0);
        mouse(MouseEvent.MOUSE_DRAGGED, node, x1, y1);
    }

    final void key(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    final void mouse(EventType<MouseEvent> type, Node node, double x, double y) {
        Mouse.LEFT.fire(node, type, node.localToScene(look.px(x), look.px(y)));
    }
}
