package studio.headroom.ui.editor.graph;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Steps;
import studio.headroom.ui.theme.Look;

/// What a person does with the picture of an equalizer: a drag moves a node, the wheel changes its Q, a double-click
/// adds a band or takes its gain back, keys move, choose and remove. UI thread.
final class EqHands {
    /// The most gain that a band can have, in dB.
    private static final double MOST = 24;
    private static final double WHEEL_MS = 400;

    private final Look look;
    private final Graph graph;
    private final EqModel model;
    private final EqPlaces places;
    private int dragged = -1;
    private boolean listening;
    private double lastX;
    private double lastY;
    private double freqPosition;
    private double gain;
    private int under = -1;
    private double pointer = Double.NaN;
    private FramePulse.@Nullable Delay wheelEnd;
    private @Nullable ControlModel wheeled;

    EqHands(Look look, Graph graph, EqModel model, EqPlaces places) {
        this.look = look;
        this.graph = graph;
        this.model = model;
        this.places = places;
        graph.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        graph.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draggedTo);
        graph.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
        graph.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            pointer = event.getX() / look.factor();
            point(places.nodeAt(event.getX(), event.getY()));
        });
        graph.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            pointer = Double.NaN;
            point(-1);
        });
        graph.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        graph.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// The band whose node is under the pointer, or -1.
    int under() {
        return under;
    }

    /// The band that is dragged or under the pointer, or -1.
    int told() {
        return dragged >= 0 ? dragged : under;
    }

    boolean dragging() {
        return dragged >= 0;
    }

    /// Where the pointer is across the picture, in units; NaN while it is elsewhere.
    double pointer() {
        return pointer;
    }

    private void point(int band) {
        if (under != band) {
            under = band;
            graph.setCursor(band >= 0 ? Cursor.HAND : null);
        }
        graph.repaint();
    }

    private void pressed(MouseEvent event) {
        graph.requestFocus();
        endWheel();
        int band = places.nodeAt(event.getX(), event.getY());
        if (event.getButton() == MouseButton.SECONDARY) {
            if (band >= 0) {
                model.select(band);
                EqMenu.of(model, band).show(graph, event.getScreenX(), event.getScreenY());
            }
            event.consume();
            return;
        }
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            doubleClick(band, event);
        } else if (band >= 0) {
            grab(band, event);
        }
        event.consume();
    }

    private void doubleClick(int band, MouseEvent event) {
        if (band >= 0) {
            model.control(band, "gain").reset();
            return;
        }
        double across = places.across(event.getX());
        double down = places.down(event.getY());
        if (across >= 0 && across <= 1 && down >= 0 && down <= 1) {
            model.add(FrequencyAxis.hertz(across), Math.rint(places.db(down) * 10) / 10);
        }
    }

    private void grab(int band, MouseEvent event) {
        dragged = band;
        lastX = event.getX();
        lastY = event.getY();
        ControlModel freq = model.control(band, "freq");
        freqPosition = FrequencyAxis.position(freq.value());
        gain = model.control(band, "gain").value();
        model.beginDrag(band);
        if (event.isAltDown()) {
            listening = true;
            model.control(band, "listen").set(1);
        }
    }

    private void draggedTo(MouseEvent event) {
        if (dragged < 0) {
            return;
        }
        double fine = event.isShiftDown() ? 0.1 : 1;
        freqPosition += fine * (places.across(event.getX()) - places.across(lastX));
        gain += fine * (places.db(places.down(event.getY())) - places.db(places.down(lastY))) / places.height(dragged);
        lastX = event.getX();
        lastY = event.getY();
        freqPosition = Math.clamp(freqPosition, 0, 1);
        gain = Math.clamp(gain, -MOST, MOST);
        model.drag(dragged, FrequencyAxis.hertz(freqPosition), gain);
        event.consume();
    }

    private void released() {
        if (dragged < 0) {
            return;
        }
        int band = dragged;
        dragged = -1;
        if (listening) {
            listening = false;
            model.control(band, "listen").set(0);
        }
        model.endDrag(band);
        graph.repaint();
    }

    private void scrolled(ScrollEvent event) {
        int band = dragged >= 0 ? dragged : places.nodeAt(event.getX(), event.getY());
        // A small one lies among others that are scrolled.
        int target = band >= 0 || graph.small ? band : model.selected();
        if (target < 0 || event.getDeltaY() == 0 && event.getDeltaX() == 0) {
            return;
        }
        event.consume();
        if (!model.hasQ(target)) {
            return;
        }
        ControlModel q = model.control(target, "q");
        if (wheelEnd == null || wheeled != q) {
            endWheel();
            if (dragged < 0 && !q.begin()) {
                return;
            }
            wheeled = q;
        } else {
            wheelEnd.cancel();
        }
        double by = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (dragged >= 0) {
            q.set(Steps.NORMAL.from(q.param(), q.value(), by > 0 ? 2 : -2));
            wheeled = null;
            return;
        }
        q.step(by > 0 ? 2 : -2, event.isShiftDown() ? Steps.FINE : Steps.NORMAL);
        wheelEnd = look.pulse().after(WHEEL_MS, this::endWheel);
    }

    private void endWheel() {
        if (wheelEnd != null) {
            wheelEnd.cancel();
            wheelEnd = null;
        }
        if (wheeled != null) {
            wheeled.end();
            wheeled = null;
        }
    }

    private void keyPressed(KeyEvent event) {
        List<Integer> bands = model.bands();
        int band = model.selected();
        if (event.isControlDown() || event.isMetaDown() || event.isAltDown()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP) {
            if (!bands.isEmpty()) {
                int at = bands.indexOf(band) + (code == KeyCode.PAGE_DOWN ? 1 : -1);
                model.select(bands.get(Math.floorMod(at, bands.size())));
            }
        } else if (band < 0) {
            return;
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            model.remove(band);
        } else {
            Steps size = event.isShiftDown() ? Steps.FINE : Steps.NORMAL;
            switch (code) {
                case LEFT -> step(band, "freq", -1, size);
                case RIGHT -> step(band, "freq", 1, size);
                case UP -> step(band, "gain", 1, size);
                case DOWN -> step(band, "gain", -1, size);
                default -> {
                    return;
                }
            }
        }
        event.consume();
    }

    private void step(int band, String what, int count, Steps size) {
        ControlModel control = model.control(band, what);
        control.set(size.from(control.param(), control.value(), count));
    }
}
