package studio.headroom.ui.mixer;

import java.util.function.Predicate;
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

/// The hands of the mixer's arrow keys: they choose a strip and move its fader, and what is held is one gesture. UI
/// thread.
final class MixerKeys {
    private final MixerModel model;
    private final MixerView view;
    private Predicate<KeyEvent> commands = event -> false;
    private @Nullable ControlModel held;

    MixerKeys(MixerModel model, MixerView view) {
        this.model = model;
        this.view = view;
    }

    /// @param runs does what belongs to a key, and says whether anything does
    void runsBy(Predicate<KeyEvent> runs) {
        commands = runs;
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
        boolean deletes = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE;
        if ((sideways && (focused instanceof Fader || clicked && focused instanceof KitControl)
                        || upright && clicked && button
                        || deletes && clicked && focused instanceof ToggleControl)
                && commands.test(event)) {
            event.consume();
        }
    }

    /// Chooses the strip beside the one that was chosen last.
    ///
    /// @param more beside what is selected
    void choose(int step, boolean more) {
        letGo();
        boolean onFader = view.getScene().getFocusOwner() instanceof Fader;
        if (more) {
            model.extendSelection(step);
        } else {
            model.selectNeighbor(step);
        }
        focus(onFader);
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

    /// Moves the fader of the strip that was chosen last. A key that is held repeats; all of it is one gesture.
    void step(int count, Steps size, boolean holding) {
        model.focus().ifPresent(strip -> {
            ControlModel volume = strip.volume();
            if (held != volume) {
                letGo();
                held = volume.begin() ? volume : null;
            }
            volume.step(count, size);
        });
        if (!holding) {
            letGo();
        }
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
