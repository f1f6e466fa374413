package studio.headroom.ui.editor.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Bands of an effect as rows of numbers, each a control, below the names of the columns. Whatever of a row is touched
/// selects its band, whose row is lit. UI thread.
abstract class BandTable extends VBox {
    /// Below this width columns are as wide as they must be, in units.
    private static final double NARROW = 270;
    /// The least that a column gets that takes what is left.
    private static final double LEAST = 30;

    private final Look look;
    private final Size size;
    private final List<Column> columns;
    private List<String> shown = List.of();

    /// Measures in units.
    ///
    /// @param width that the table likes
    /// @param cell height of what stands in a row
    record Size(double width, double head, double row, double cell) {}

    /// @param title in the table's head
    /// @param width in units; 0 for what is left
    /// @param narrow the same in a narrow table
    /// @param right whether its words end at the right
    /// @param fills whether what stands there is as large as the column allows; else it has its size, in the middle
    /// @param cell makes what stands there, of a band; null for nothing
    record Column(
            String title, double width, double narrow, boolean right, boolean fills, IntFunction<@Nullable Node> cell) {
        /// A column of numbers.
        static Column right(String title, double width, IntFunction<@Nullable Node> cell) {
            return new Column(title, width, width, true, true, cell);
        }

        /// A column of words.
        static Column left(String title, double width, IntFunction<@Nullable Node> cell) {
            return new Column(title, width, width, false, true, cell);
        }

        /// A column of signs.
        static Column sign(double width, IntFunction<@Nullable Node> cell) {
            return new Column("", width, width, false, false, cell);
        }

        static Column gap(double width) {
            return sign(width, unused -> null);
        }

        /// Of another width in a narrow table.
        Column narrow(double other) {
            return new Column(title, width, other, right, fills, cell);
        }

        double width(double table) {
            return table < NARROW ? narrow : width;
        }
    }

    BandTable(Look look, Size size, List<Column> columns) {
        this.look = look;
        this.size = size;
        this.columns = List.copyOf(columns);
        setMinHeight(USE_PREF_SIZE);
    }

    /// The bands that are there, in order.
    abstract List<Integer> bands();

    /// What a band's row is made for: with another kind it is made anew.
    abstract String kind(int band);

    abstract int selected();

    abstract void select(int band);

    /// What a right-click beside the controls shows; null for nothing.
    abstract @Nullable Supplier<ContextMenu> menu(int band);

    /// Takes in what is there now; rows are never made anew while one of them is held.
    final void follow() {
        List<String> now = bands().stream().map(band -> band + " " + kind(band)).toList();
        if (!now.equals(shown) && rows().stream().noneMatch(Row::isHeld)) {
            shown = now;
            fill();
        }
        rows().forEach(Row::repaint);
    }

    private List<Row> rows() {
        return getChildren().stream()
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .toList();
    }

    /// The keyboard goes on where it was.
    private void fill() {
        int band = -1;
        int column = -1;
        for (Row row : rows()) {
            if (row.focusedColumn() >= 0) {
                band = row.band;
                column = row.focusedColumn();
            }
        }
        List<KitControl> made = new ArrayList<>();
        if (!bands().isEmpty()) {
            made.add(new Head());
        }
        bands().forEach(each -> made.add(new Row(each)));
        getChildren().setAll(made);
        for (Row row : rows()) {
            if (row.band == band) {
                row.focus(column);
            }
        }
    }

    /// Where the columns begin, and where the last one ends, in units.
    private double[] edges(double w) {
        double fixed = columns.stream().mapToDouble(column -> column.width(w)).sum();
        double[] edges = new double[columns.size() + 1];
        for (int i = 0; i < columns.size(); i++) {
            double wide = columns.get(i).width(w);
            edges[i + 1] = edges[i] + (wide == 0 ? Math.max(LEAST, w - fixed) : wide);
        }
        return edges;
    }

    /// What both the head and the rows are.
    private abstract class Line extends KitControl {
        private final double height;

        Line(double height) {
            super(BandTable.this.look);
            this.height = height;
        }

        @Override
        protected final double unitWidth() {
            return size.width;
        }

        @Override
        protected final double unitHeight() {
            return height;
        }

        @Override
        protected final double computeMinWidth(double h) {
            return 0;
        }
    }

    /// The names of the columns.
    private final class Head extends Line {
        Head() {
            super(size.head);
            setMouseTransparent(true);
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            double[] edges = edges(w);
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                if (column.right) {
                    p.right(edges[i + 1] - 2, h / 2, column.title, TypeRole.SMALL, Token.FG_3.color());
                } else {
                    p.left(edges[i] + 3, h / 2, column.title, TypeRole.SMALL, Token.FG_3.color());
                }
            }
        }
    }

    /// One band.
    private final class Row extends Line {
        private final int band;
        private final List<@Nullable Node> cells = new ArrayList<>();

        Row(int band) {
            super(size.row);
            this.band = band;
            for (Column column : columns) {
                Node cell = column.cell.apply(band);
                cells.add(cell);
                if (cell != null) {
                    getChildren().add(cell);
                }
            }
            addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> select(band));
            focusWithinProperty().addListener((_, _, within) -> {
                if (within) {
                    select(band);
                }
            });
            Supplier<ContextMenu> menu = menu(band);
            if (menu != null) {
                addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
                    menu.get().show(this, event.getScreenX(), event.getScreenY());
                    event.consume();
                });
            }
        }

        boolean isHeld() {
            return cells.stream()
                    .anyMatch(cell -> cell instanceof ModelControl control
                            && control.model().inGesture());
        }

        int focusedColumn() {
            for (int i = 0; i < cells.size(); i++) {
                Node cell = cells.get(i);
                if (cell != null && cell.isFocused()) {
                    return i;
                }
            }
            return -1;
        }

        void focus(int column) {
            Node cell = cells.get(column);
            if (cell != null) {
                cell.requestFocus();
            }
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            double[] edges = edges(getWidth() / look().factor());
            for (int i = 0; i < cells.size(); i++) {
                Node cell = cells.get(i);
                if (cell != null) {
                    place(cell, columns.get(i).fills, edges[i], edges[i + 1] - edges[i]);
                }
            }
        }

        /// In units.
        private void place(Node cell, boolean fills, double from, double wide) {
            double across = fills ? wide : Math.min(wide, cell.prefWidth(-1) / look().factor());
            double tall = fills ? size.cell : Math.min(size.cell, cell.prefHeight(-1) / look().factor());
            double left = snap(from + (wide - across) / 2);
            cell.resizeRelocate(
                    left, snap((size.row - 1 - tall) / 2), snap(from + (wide + across) / 2) - left, look().px(tall));
        }

        private double snap(double units) {
            double grid = look().outputScale();
            return Math.rint(units * look().factor() * grid) / grid;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            if (selected() == band) {
                p.fill(0, 0, w, h - 1, Token.BG_4.color(), 3);
            }
        }
    }
}
