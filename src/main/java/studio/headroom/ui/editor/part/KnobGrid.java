package studio.headroom.ui.editor.part;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import studio.headroom.ui.theme.Look;

/// Controls of equal width in as few rows as there is room for, the rows as equally long as can be; a single row
/// spreads.
public final class KnobGrid extends Pane {
    /// How far apart a single row stands at most, in widths of a control.
    private static final double WIDEST = 1.4;

    private final double cell;
    private final double gap;
    private final double rowGap;

    /// @param cell width of a control, in units
    /// @param gap between two of them
    public KnobGrid(Look look, double cell, double gap) {
        this.cell = look.px(cell);
        this.gap = look.px(gap);
        rowGap = look.px(8);
    }

    private List<Node> shown() {
        return getChildren().stream().filter(Node::isManaged).toList();
    }

    /// How many controls a row holds at a width.
    private int columns(double width, int count) {
        int fit = Math.max(1, (int) ((width + gap + 0.5) / (cell + gap)));
        int rows = (count + fit - 1) / fit;
        return rows == 0 ? 1 : (count + rows - 1) / rows;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return cell;
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = shown().size();
        return Math.max(cell, count * (cell + gap) - gap);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Node> shown = shown();
        int columns = columns(width < 0 ? computePrefWidth(-1) : width, shown.size());
        int rows = (shown.size() + columns - 1) / columns;
        return Math.max(0, rows * (tall(shown) + rowGap) - rowGap);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private static double tall(List<Node> shown) {
        return shown.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        List<Node> shown = shown();
        int columns = columns(getWidth(), shown.size());
        double tall = tall(shown);
        double step = cell + gap;
        if (columns == shown.size() && columns > 1) {
            step = Math.clamp((getWidth() - cell) / (columns - 1), step, WIDEST * cell);
        }
        for (int i = 0; i < shown.size(); i++) {
            double x = i % columns * step;
            double y = i / columns * (tall + rowGap);
            shown.get(i).resizeRelocate(x, y, cell, tall);
        }
    }
}
