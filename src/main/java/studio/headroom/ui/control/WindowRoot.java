package studio.headroom.ui.control;

import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.StyleSheet;

/// The root of every window: its content and, above it, a layer for what floats (bubbles, explanations, fields to type
/// into). Sets the style sheets, again when the scale or the theme changes.
public final class WindowRoot extends StackPane {
    private final Look look;
    private final Pane layer = new Pane();
    /// Held here, since the look holds it weakly.
    private final InvalidationListener restyle = _ -> restyle();
    private final DragBubble bubble;
    private final TipBox tip;

    public WindowRoot(Look look, Node content) {
        this.look = look;
        bubble = new DragBubble(look, this);
        tip = new TipBox(look, this);
        layer.setPickOnBounds(false);
        getStyleClass().add("root");
        getChildren().addAll(content, layer);
        look.watch(restyle);
        restyle();
        sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(Window::outputScaleXProperty)
                .addListener((_, _, scale) -> {
                    if (scale != null) {
                        look.setOutputScale(scale.doubleValue());
                    }
                });
    }

    private void restyle() {
        getStylesheets().setAll(StyleSheet.at(look));
    }

    /// The root of the window that a node is in.
    ///
    /// @throws IllegalStateException when it is in none of ours
    public static WindowRoot of(Node node) {
        if (node.getScene() != null && node.getScene().getRoot() instanceof WindowRoot root) {
            return root;
        }
        throw new IllegalStateException(node.getClass().getSimpleName() + " is in no window with a WindowRoot");
    }

    DragBubble bubble() {
        return bubble;
    }

    TipBox tip() {
        return tip;
    }

    /// Lets a node float, at a place given later by [#place].
    public void show(Region floating) {
        if (!layer.getChildren().contains(floating)) {
            layer.getChildren().add(floating);
            floating.applyCss();
        }
    }

    public void hide(Region floating) {
        layer.getChildren().remove(floating);
    }

    /// Whether a node floats, or lies in what does.
    public boolean isFloating(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == layer) {
                return true;
            }
        }
        return false;
    }

    /// The bounds of a node in this root's coordinates.
    public Bounds boundsOf(Node node) {
        return sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    /// Moves a floating node there, but into the window, on the device's grid.
    public void place(Region floating, double x, double y) {
        floating.autosize();
        double right = Math.max(0, getWidth() - floating.getWidth());
        double bottom = Math.max(0, getHeight() - floating.getHeight());
        double grid = look.outputScale();
        floating.relocate(
                Math.rint(Math.clamp(x, 0, right) * grid) / grid, Math.rint(Math.clamp(y, 0, bottom) * grid) / grid);
    }
}
