package studio.headroom.ui.inspector;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import studio.headroom.ui.theme.Look;

/// Nodes side by side in columns of equal width, whatever width they like themselves.
final class Columns extends Region {
    private final Look look;

    Columns(Look look, Node... nodes) {
        this.look = look;
        getChildren().addAll(Arrays.asList(nodes));
    }

    List<Node> nodes() {
        return getChildren();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().stream().mapToDouble(node -> node.prefWidth(-1)).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream()
                .mapToDouble(node -> node.prefHeight(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        double grid = look.outputScale();
        for (int i = 0; i < count; i++) {
            double from = Math.rint(getWidth() * i / count * grid) / grid;
            double to = Math.rint(getWidth() * (i + 1) / count * grid) / grid;
            Node node = getChildren().get(i);
            node.resizeRelocate(from, 0, to - from, node.prefHeight(-1));
        }
    }
}
