package studio.headroom.ui.control;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.RelativeDrag;
import studio.headroom.ui.model.Steps;
import studio.headroom.ui.theme.Look;

/// A control that is dragged, turned by the wheel and typed into. The drag is relative: a click never moves anything.
public abstract class DragControl extends ModelControl {
    /// A press that moves less is a click, in units.
    private static final double STILL = 3;
    /// A drag stays on the detent for so long, in units.
    private static final double HOLD = 5;
    /// Turns of the wheel that follow each other so soon are one gesture.
    private static final double WHEEL_MS = 400;

    private static final String NUMBER_START = "0123456789-+\u2212";

    /// Which way the pointer moves it.
    protected enum Axis {
        UP,
        RIGHT
    }

    private final Axis axis;
    private @Nullable RelativeDrag drag;
    private boolean moved;
    private boolean onValue;
    private double pressedAt;
    private double wheel;
    private FramePulse.@Nullable Delay wheelEnd;
    private @Nullable ValueEntry entry;

    protected DragControl(Look look, ControlModel model, Axis axis) {
        super(look, model, AccessibleRole.SLIDER);
        this.axis = axis;
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /// How far the pointer goes for the whole travel, in units.
    protected abstract double dragTravel();

    /// The position where a drag stays for a little way, 0 to 1; NaN for none.
    protected double detent() {
        return Double.NaN;
    }

    /// Where the value stands, for a click on it and for the field to type into, in units: x, y, width, height.
    protected abstract double[] valueBox(double w, double h);

    /// Whether a click there opens the field.
    protected boolean opensEntry(double x, double y) {
        double[] box = valueBox(getWidth() / look().factor(), getHeight() / look().factor());
        double ux = x / look().factor();
        double uy = y / look().factor();
        return ux >= box[0] && ux < box[0] + box[2] && uy >= box[1] && uy < box[1] + box[3];
    }

    /// What the bubble stands beside, in units: x, y, width, height.
    protected abstract double[] bubbleBox(double w, double h);

    protected boolean bubbleBelow() {
        return axis == Axis.RIGHT;
    }

    /// Whether it is held by the pointer.
    protected final boolean isHeld() {
        return drag != null && moved;
    }

    private double along(MouseEvent event) {
        return axis == Axis.UP ? -event.getSceneY() : event.getSceneX();
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        endWheel();
        if (event.getClickCount() == 2 || event.isAltDown()) {
            closeEntry();
            model().reset();
            return;
        }
        onValue = opensEntry(event.getX(), event.getY());
        moved = false;
        if (model().begin()) {
            pressedAt = along(event);
            drag = new RelativeDrag(model(), dragTravel() * look().factor(), pressedAt, detent(), look().px(HOLD));
        }
    }

    private void dragged(MouseEvent event) {
        RelativeDrag now = drag;
        if (now == null || !model().inGesture()) {
            return;
        }
        if (!moved) {
            if (Math.abs(along(event) - pressedAt) < look().px(STILL)) {
                return;
            }
            moved = true;
            setCursor(Cursor.NONE);
        }
        now.to(along(event), event.isShiftDown());
        showBubble();
        event.consume();
    }

    private void released(MouseEvent event) {
        if (drag == null) {
            return;
        }
        drag = null;
        boolean click = !moved;
        moved = false;
        setCursor(null);
        model().end();
        WindowRoot.of(this).bubble().leave();
        repaint();
        if (click && onValue && event.isStillSincePress()) {
            openEntry("");
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        // With Shift some systems turn the wheel's direction; without it, sideways is for what scrolls around this.
        double by = event.getDeltaY() != 0 || !event.isShiftDown() ? event.getDeltaY() : event.getDeltaX();
        double notch = event.getMultiplierY() > 0 ? event.getMultiplierY() : 40;
        if (by == 0 || !model().enabled()) {
            return;
        }
        event.consume();
        if (drag != null) {
            return;
        }
        hideTip();
        if (wheelEnd == null || !wheelEnd.isOpen()) {
            wheel = 0;
            if (!model().begin()) {
                return;
            }
        } else {
            wheelEnd.cancel();
        }
        wheelEnd = look().pulse().after(WHEEL_MS, this::endWheel);
        wheel += by / notch;
        int whole = (int) wheel;
        wheel -= whole;
        if (whole != 0) {
            model().step(whole, event.isShiftDown() ? Steps.FINE : Steps.NORMAL);
            showBubble();
        }
    }

    private void endWheel() {
        FramePulse.Delay delay = wheelEnd;
        if (delay != null) {
            wheelEnd = null;
            delay.cancel();
            model().end();
            if (getScene() != null) {
                WindowRoot.of(this).bubble().leave();
            }
        }
    }

    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        if (text.length() == 1
                && NUMBER_START.contains(text)
                && !event.isControlDown()
                && !event.isMetaDown()
                && !event.isAltDown()
                && openEntry(text)) {
            event.consume();
        }
    }

    private void showBubble() {
        WindowRoot root = WindowRoot.of(this);
        root.bubble().show(model(), inRoot(root, bubbleBox(unitsWide(), unitsHigh())), bubbleBelow());
    }

    private Bounds inRoot(WindowRoot root, double[] box) {
        double f = look().factor();
        return root.sceneToLocal(localToScene(new BoundingBox(box[0] * f, box[1] * f, box[2] * f, box[3] * f)));
    }

    private double unitsWide() {
        return getWidth() / look().factor();
    }

    private double unitsHigh() {
        return getHeight() / look().factor();
    }

    @Override
    boolean openEntry(String typed) {
        if (!model().enabled() || getScene() == null) {
            return false;
        }
        closeEntry();
        hideTip();
        WindowRoot root = WindowRoot.of(this);
        entry = new ValueEntry(this, root, typed);
        entry.open(inRoot(root, valueBox(unitsWide(), unitsHigh())));
        return true;
    }

    private void closeEntry() {
        if (entry != null) {
            entry.close();
            entry = null;
        }
    }

    /// The field that is open for typing.
    final @Nullable ValueEntry entry() {
        return entry != null && entry.isOpen() ? entry : null;
    }
}
