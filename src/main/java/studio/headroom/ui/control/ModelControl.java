package studio.headroom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.param.Range;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Steps;
import studio.headroom.ui.theme.Look;

/// A control that shows a [ControlModel]: its menu, its explanation, its keys, and what a screen reader hears of it.
public abstract class ModelControl extends KitControl {
    private final ControlModel model;
    private Supplier<List<MenuItem>> moreItems = List::of;
    private boolean keyHeld;
    private Runnable unwatch = () -> {};

    protected ModelControl(Look look, ControlModel model, AccessibleRole role) {
        super(look);
        this.model = model;
        setAccessibleRole(role);
        // The value is added when a reader asks, see queryAccessibleAttribute: it may change with every frame.
        setAccessibleText(model.name());
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> {
            if (!model.inGesture() && getScene() != null) {
                WindowRoot.of(this).tip().offer(this, this::tip);
            }
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hideTip());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            hideTip();
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
            }
            event.consume();
        });
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            requestFocus();
            showMenu(event.getScreenX(), event.getScreenY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                letKeyGo();
                hideTip();
            }
        });
        sceneProperty().addListener((_, _, scene) -> {
            watch(scene != null);
        });
    }

    /// Follows the model while in a window, so that a model may outlive its pictures.
    private void watch(boolean inWindow) {
        if (!inWindow) {
            unwatch.run();
            unwatch = () -> {};
            model.end();
        } else {
            unwatch.run();
            unwatch = model.observe(this::modelChanged);
            modelChanged();
        }
    }

    public final ControlModel model() {
        return model;
    }

    /// Entries that the owner adds to the menu, before the explanation.
    public final void setMoreItems(Supplier<List<MenuItem>> items) {
        moreItems = items;
    }

    final List<MenuItem> moreItems() {
        return new ArrayList<>(moreItems.get());
    }

    /// Opens a field to type a value into, where the control has one.
    ///
    /// @param typed what was typed already; empty to show the value, selected
    /// @return whether it has one
    boolean openEntry(String typed) {
        return false;
    }

    /// What Enter does, and Space where it is of use.
    void activate() {
        openEntry("");
    }

    /// Whether Space does it too.
    boolean activatedBySpace() {
        return false;
    }

    /// Not where taking the focus took this out of the window: a value that was being typed may rebuild a table.
    final void showMenu(double screenX, double screenY) {
        hideTip();
        if (getScene() == null) {
            return;
        }
        ControlMenu.of(this, look()).show(this, screenX, screenY);
    }

    final void explain() {
        WindowRoot.of(this).tip().show(this, tip());
    }

    private TipBox.Tip tip() {
        String reason = model.disabledReason();
        boolean choice = model.param().range() instanceof Range.Choice;
        String reset =
                choice ? "" : " · double-click " + model.text(model.param().initial());
        String steps = Steps.hint(model.param());
        return new TipBox.Tip(
                model.param().label(),
                model.text(),
                model.explanation(),
                reason == null ? "" : "Not available: " + reason + ".",
                reason != null || steps.isEmpty() ? "" : steps + reset);
    }

    final void hideTip() {
        if (getScene() != null && getScene().getRoot() instanceof WindowRoot root) {
            root.tip().hide();
        }
    }

    /// The model shows something else.
    protected void modelChanged() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        if (getAccessibleRole() == AccessibleRole.SLIDER) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        }
        repaint();
    }

    /// Keys that the program needs itself (Space plays, Home returns) are taken only by a control that was reached by
    /// keyboard, never by one that was clicked and left behind.
    private void keyPressed(KeyEvent event) {
        if (event.isControlDown() || event.isMetaDown()) {
            clipboard(event);
            return;
        }
        if (event.isAltDown()) {
            return;
        }
        Steps size = event.isShiftDown() ? Steps.FINE : Steps.NORMAL;
        switch (event.getCode()) {
            case UP, RIGHT, KP_UP, KP_RIGHT -> stepByKey(1, size);
            case DOWN, LEFT, KP_DOWN, KP_LEFT -> stepByKey(-1, size);
            case PAGE_UP -> stepByKey(1, Steps.PAGE);
            case PAGE_DOWN -> stepByKey(-1, Steps.PAGE);
            case HOME, END -> {
                if (!isFocusVisible()) {
                    return;
                }
                model.set(
                        event.getCode() == KeyCode.HOME
                                ? model.param().range().min()
                                : model.param().range().max());
            }
            case DELETE, BACK_SPACE -> model.reset();
            case ENTER -> activate();
            case SPACE -> {
                if (!isFocusVisible() || !activatedBySpace()) {
                    return;
                }
                activate();
            }
            case CONTEXT_MENU -> menuByKey();
            case F1 -> explain();
            case F10 -> {
                if (!event.isShiftDown()) {
                    return;
                }
                menuByKey();
            }
            case ESCAPE -> {
                if (!model.inGesture()) {
                    hideTip();
                    return;
                }
                model.cancel();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void clipboard(KeyEvent event) {
        if (event.isShiftDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.C) {
            ValueClipboard.copy(model);
            event.consume();
        } else if (event.getCode() == KeyCode.V) {
            ValueClipboard.paste(model);
            event.consume();
        }
    }

    private void menuByKey() {
        var at = localToScreen(getLayoutBounds());
        showMenu(at.getMinX(), at.getMaxY());
    }

    /// A key that is held repeats; all of it is one gesture.
    private void stepByKey(int count, Steps size) {
        if (!keyHeld) {
            keyHeld = model.begin();
        }
        model.step(count, size);
    }

    private void keyReleased(KeyEvent event) {
        if (keyHeld && !event.getCode().isModifierKey()) {
            letKeyGo();
            event.consume();
        }
    }

    private void letKeyGo() {
        if (keyHeld) {
            keyHeld = false;
            model.end();
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> model.spoken();
            case VALUE -> finite(model.value());
            case VALUE_STRING -> model.spokenValue();
            case MIN_VALUE -> finite(model.param().range().min());
            case MAX_VALUE -> finite(model.param().range().max());
            case SELECTED -> model.isOn();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /// Readers cannot say -∞.
    private static double finite(double value) {
        return Math.max(value, -100);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> oneStep(1, Steps.NORMAL);
            case DECREMENT -> oneStep(-1, Steps.NORMAL);
            case BLOCK_INCREMENT -> oneStep(1, Steps.PAGE);
            case BLOCK_DECREMENT -> oneStep(-1, Steps.PAGE);
            case FIRE -> activate();
            case SET_VALUE -> {
                if (parameters.length > 0 && parameters[0] instanceof Number number) {
                    model.set(number.doubleValue());
                }
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    private void oneStep(int count, Steps size) {
        model.set(size.from(model.param(), model.value(), count));
    }
}
