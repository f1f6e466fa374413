package studio.headroom.ui.mixer;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.Fader;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Steps;

/// The keys of the mixer: left and right choose a strip, up and down move its fader by half a decibel, M and S, B
/// for the meters of all strips.
final class MixerKeys {
    private final MixerModel model;
    private final MixerView view;
    private @Nullable ControlModel held;

    MixerKeys(MixerModel model, MixerView view) {
        this.model = model;
        this.view = view;
    }

    /// Keys that mean the mixer, though a control was clicked last: a fader has no left and right, and who has clicked
    /// a button is done with it. Controls that were reached by keyboard keep their keys.
    void before(KeyEvent event) {
        Node focused = view.getScene().getFocusOwner();
        if (focused instanceof TextInputControl || focused == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean sideways = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
        boolean upright = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN;
        boolean clicked = !focused.isFocusVisible();
        boolean button = focused instanceof ToggleControl || focused instanceof InsertSlot || focused == view;
        if (sideways && (focused instanceof Fader || clicked && focused instanceof KitControl)
                || upright && clicked && button) {
            pressed(event);
        }
    }

    void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            view.find();
            event.consume();
            return;
        }
        if (event.isShortcutDown() || view.getScene().getFocusOwner() instanceof TextInputControl) {
            return;
        }
        Optional<StripModel> strip = model.focus();
        switch (event.getCode()) {
            case LEFT, RIGHT -> {
                letGo();
                boolean onFader = view.getScene().getFocusOwner() instanceof Fader;
                int step = event.getCode() == KeyCode.LEFT ? -1 : 1;
                if (event.isShiftDown()) {
                    model.extendSelection(step);
                } else {
                    model.selectNeighbor(step);
                }
                focus(onFader);
            }
            case UP -> strip.ifPresent(now -> step(now.volume(), 1, event.isShiftDown()));
            case DOWN -> strip.ifPresent(now -> step(now.volume(), -1, event.isShiftDown()));
            case M -> strip.ifPresent(now -> turnOver(now.mute()));
            case S -> {
                if (event.isShiftDown()) {
                    model.solos().toggle();
                } else if (event.isAltDown()) {
                    strip.ifPresent(now -> model.solos().only(now.id()));
                } else {
                    strip.ifPresent(now -> turnOver(now.solo()));
                }
            }
            case B -> model.bridge().set(!model.bridge().get());
            case F2 -> strip.map(now -> view.shown(now.id())).ifPresent(StripView::rename);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// From fader to fader, where one had the focus and the next one is in sight.
    private void focus(boolean onFader) {
        StripView next = model.focus().map(strip -> view.shown(strip.id())).orElse(null);
        if (onFader && next != null) {
            next.faderNode().requestFocus();
        } else {
            view.requestFocus();
        }
    }

    private static void turnOver(ControlModel toggle) {
        toggle.set(toggle.isOn() ? 0 : 1);
    }

    /// A key that is held repeats; all of it is one gesture.
    private void step(ControlModel volume, int count, boolean fine) {
        if (held != volume) {
            letGo();
            held = volume.begin() ? volume : null;
        }
        volume.step(count, fine ? Steps.FINE : Steps.NORMAL);
    }

    void released(KeyEvent event) {
        if (!event.getCode().isModifierKey()) {
            letGo();
        }
    }

    private void letGo() {
        ControlModel now = held;
        held = null;
        if (now != null) {
            now.end();
        }
    }
}
