package studio.headroom.ui.editor.graph;

import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.editor.model.MultibandModel;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Steps;

/// What a person does with the picture of a multiband compressor beside dragging its borders: a drag of a threshold
/// moves it (Shift: ten times finer), a double-click splits a band there, a right-click has its menu. With the
/// keyboard:
/// Page Up and Page Down go from band to band, arrows move the upper border (of the highest band the lower) and the
/// threshold, Insert splits and Delete removes. UI thread.
final class MultibandHands {
    /// How near to its line a threshold is taken, in units.
    private static final double HIT = 5;

    private final BandsGraph graph;
    private final MultibandModel model;
    private int dragged = -1;
    private double lastY;
    private double threshold;

    MultibandHands(BandsGraph graph, MultibandModel model) {
        this.graph = graph;
        this.model = model;
        graph.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            if (thresholdAt(event) >= 0) {
                graph.setCursor(Cursor.V_RESIZE);
            }
        });
        graph.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        graph.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draggedTo);
        graph.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
        graph.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        graph.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.editor().observe(this::follow);
        model.observe(this::follow);
    }

    /// Says which band is looked at, and where it is.
    void follow() {
        int band = model.selected();
        StringBuilder text = new StringBuilder(model.editor().name())
                .append(" ranges, band ")
                .append(band + 1)
                .append(" of ")
                .append(model.count());
        model.upper(band).ifPresent(upper -> text.append(", up to ").append(upper.spokenValue()));
        text.append(", threshold ").append(model.control(band, "threshold").spokenValue());
        graph.setAccessibleText(text.toString());
        graph.repaint();
    }

    /// The band whose threshold is under the pointer, or -1.
    private int thresholdAt(MouseEvent event) {
        if (graph.borderAt(event.getX()) >= 0) {
            return -1;
        }
        int band = graph.rangeAt(event.getX());
        double away =
                graph.levelAt(event.getY()) - model.control(band, "threshold").value();
        return Math.abs(away) <= HIT * graph.perUnit() ? band : -1;
    }

    private void pressed(MouseEvent event) {
        graph.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY || graph.borderAt(event.getX()) >= 0) {
            return;
        }
        int band = thresholdAt(event);
        if (event.getClickCount() == 2) {
            released();
            if (band >= 0) {
                model.control(band, "threshold").reset();
            } else {
                model.split(graph.hertzAt(event.getX()));
            }
        } else if (band >= 0 && model.control(band, "threshold").begin()) {
            dragged = band;
            lastY = event.getY();
            threshold = model.control(band, "threshold").value();
        }
        event.consume();
    }

    private void draggedTo(MouseEvent event) {
        if (dragged < 0) {
            return;
        }
        ControlModel control = model.control(dragged, "threshold");
        double fine = event.isShiftDown() ? 0.1 : 1;
        threshold = control.param().clamp(threshold + fine * (graph.levelAt(event.getY()) - graph.levelAt(lastY)));
        lastY = event.getY();
        control.move(threshold);
        event.consume();
    }

    private void released() {
        if (dragged >= 0) {
            model.control(dragged, "threshold").end();
            dragged = -1;
        }
    }

    /// Of the band under the pointer, or of the one that is looked at.
    private void menu(ContextMenuEvent event) {
        boolean byKey = event.isKeyboardTrigger();
        int band = byKey ? model.selected() : graph.rangeAt(event.getX());
        double hertz = byKey ? model.middle(band) : graph.hertzAt(event.getX());
        model.select(band);
        MultibandMenu.of(model, band, hertz).show(graph, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (event.isControlDown() || event.isMetaDown() || event.isAltDown()) {
            return;
        }
        int band = model.selected();
        Steps size = event.isShiftDown() ? Steps.FINE : Steps.NORMAL;
        switch (event.getCode()) {
            case PAGE_UP, PAGE_DOWN -> {
                int by = event.getCode() == KeyCode.PAGE_UP ? 1 : -1;
                model.select(Math.clamp(band + by, 0, model.count() - 1));
            }
            case LEFT -> step(border(band), -1, size);
            case RIGHT -> step(border(band), 1, size);
            case UP -> step(model.control(band, "threshold"), 1, size);
            case DOWN -> step(model.control(band, "threshold"), -1, size);
            case INSERT -> model.split(model.middle(band));
            case DELETE, BACK_SPACE -> model.remove(band);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private ControlModel border(int band) {
        return model.crossovers().get(Math.min(band, model.count() - 2));
    }

    private static void step(ControlModel control, int count, Steps size) {
        control.set(size.from(control.param(), control.value(), count));
    }
}
