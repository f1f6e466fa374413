package studio.headroom.ui.control;

import java.util.function.BooleanSupplier;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Range;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;

/// What is on or off. A press turns it over, as do Enter and Space.
public abstract class ToggleControl extends ModelControl {
    private @Nullable Runnable altAction;
    private BooleanSupplier pressAction = () -> false;
    private boolean pressed;

    protected ToggleControl(Look look, ControlModel model) {
        super(look, model, AccessibleRole.TOGGLE_BUTTON);
        if (!(model.param().range() instanceof Range.Toggle)) {
            throw new IllegalArgumentException(model.param().id() + " is not on or off");
        }
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> {
            pressed = false;
            repaint();
        });
    }

    /// What Alt and a click do, such as soloing this strip alone.
    public final void setAltAction(@Nullable Runnable action) {
        altAction = action;
    }

    /// What a press of the pointer does instead of turning it over, where it answers true: its owner goes on from
    /// there, such as over its neighbors.
    public final void setPressAction(BooleanSupplier action) {
        pressAction = action;
    }

    protected final boolean isPressedDown() {
        return pressed;
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !model().enabled()) {
            return;
        }
        pressed = true;
        repaint();
        if (event.isAltDown() && altAction != null) {
            altAction.run();
        } else if (!pressAction.getAsBoolean()) {
            turnOver();
        }
    }

    private void turnOver() {
        model().set(model().isOn() ? 0 : 1);
    }

    @Override
    boolean activatedBySpace() {
        return true;
    }

    @Override
    void activate() {
        turnOver();
    }
}
