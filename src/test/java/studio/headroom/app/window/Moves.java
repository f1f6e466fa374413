package studio.headroom.app.window;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.Hands;
import studio.headroom.ui.control.ChoiceControl;
import studio.headroom.ui.control.DragControl;
import studio.headroom.ui.control.Fader;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.control.PanBar;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Steps;

/// Moves a control in every way that a person has, and notes where it is not moved as all are. On the toolkit's thread.
final class Moves {
    private final Scene scene;
    private final Hands hands;
    private final FramePulse pulse;
    private final Runnable restore;
    private final Runnable lay;
    private final BiConsumer<Node, String> note;

    /// @param restore takes back what a person has changed
    /// @param lay lays the window out and lets half a second pass
    /// @param note hears what is wrong with a control
    Moves(Scene scene, Hands hands, FramePulse pulse, Runnable restore, Runnable lay, BiConsumer<Node, String> note) {
        this.scene = scene;
        this.hands = hands;
        this.pulse = pulse;
        this.restore = restore;
        this.lay = lay;
        this.note = note;
    }

    void move(ModelControl control) {
        reveal(control);
        double before = control.model().value();
        try {
            switch (control) {
                case DragControl drag -> value(drag);
                case ToggleControl toggle -> toggle(toggle);
                case ChoiceControl choice -> choice(choice);
                default -> note.accept(control, "is of no kind that is known");
            }
            restore.run();
            lay.run();
            menu(control);
        } catch (GoneException e) {
            // A list may choose what stands in its own place: the scale, the lane of a track.
            if (!(control instanceof ChoiceControl)) {
                note.accept(control, "goes away while it is used");
            }
        }
        restore.run();
        if (control.getScene() != null && control.model().value() != before) {
            control.model().set(before);
        }
        lay.run();
    }

    private void reveal(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane pane) {
                double content = pane.getContent().getLayoutBounds().getHeight();
                double view = pane.getViewportBounds().getHeight();
                double y = pane.getContent()
                        .sceneToLocal(node.localToScene(node.getLayoutBounds()))
                        .getCenterY();
                pane.setVvalue(content > view ? Math.clamp((y - view / 2) / (content - view), 0, 1) : 0);
            }
        }
        lay.run();
    }

    private void away() {
        hands.by(300, 300);
        hands.by(-300, -300);
    }

    private @Nullable TextField entry() {
        return scene.getRoot().lookup(".hr-entry") instanceof TextField field ? field : null;
    }

    private void value(DragControl control) {
        ControlModel model = control.model();
        double[] places = {0.5, 0.25, 0.75};
        // A control at the end of its range is taken into it first, so that it can be moved both ways.
        model.set(model.param().range().plain(0.45));
        for (double place : places) {
            press(control, place);
        }
        drag(control);
        wheel(control);
        doubleClick(control);
        typed(control);
        arrows(control);
    }

    /// The control is no longer in the window.
    private static final class GoneException extends RuntimeException {}

    private void middle(Node node, double share) {
        if (node.getScene() == null || node.localToScreen(0, 0) == null) {
            throw new GoneException();
        }
        away();
        hands.point(
                node,
                node.getLayoutBounds().getWidth() * share,
                node.getLayoutBounds().getHeight() * share);
    }

    private void press(DragControl control, double share) {
        ControlModel model = control.model();
        double before = model.value();
        middle(control, share);
        hands.press();
        if (model.value() != before) {
            note.accept(control, "jumps from " + before + " to " + model.value() + " when it is pressed");
        }
        hands.by(1, -1);
        if (model.value() != before) {
            note.accept(control, "moves by a press that trembles");
        }
        hands.release();
        if (entry() != null) {
            hands.key(KeyCode.ESCAPE);
        }
        if (model.value() != before) {
            note.accept(control, "is moved by a click");
        }
    }

    private void drag(DragControl control) {
        ControlModel model = control.model();
        String begin = model.text();
        middle(control, 0.5);
        hands.press();
        if (control instanceof Fader || control instanceof PanBar) {
            hands.by(20, -20); // Past the detent, where it stays for a little way.
        }
        double p0 = model.position();
        hands.by(12, -12);
        double p1 = model.position();
        double coarse = model.value();
        if (p1 <= p0) {
            note.accept(control, "does not go up with the pointer: " + p0 + " to " + p1);
        }
        hands.down(KeyCode.SHIFT);
        hands.by(0, 0);
        if (model.value() != coarse) {
            note.accept(control, "jumps when Shift is pressed");
        }
        hands.by(12, -12);
        double p2 = model.position();
        double fine = model.value();
        if (!isWhole(model) && Math.abs((p2 - p1) - 0.1 * (p1 - p0)) > 0.02 * (p1 - p0) + 1e-9) {
            note.accept(control, "is not ten times finer with Shift: " + (p1 - p0) + " and " + (p2 - p1));
        }
        hands.up(KeyCode.SHIFT);
        hands.by(0, 0);
        if (model.value() != fine) {
            note.accept(control, "jumps when Shift is let go");
        }
        if (scene.getRoot().lookup(".hr-bubble") == null) {
            note.accept(control, "shows no value while it is dragged");
        }
        hands.key(KeyCode.ESCAPE);
        if (!model.text().equals(begin)) {
            note.accept(control, "keeps a drag that was given up");
        }
        hands.release();
        pulse.advance(0.5);
    }

    /// Whether it takes whole numbers only: then a tenth of a step is none.
    private static boolean isWhole(ControlModel model) {
        double odd = model.param().range().plain(0.4321);
        return model.param().clamp(odd) != odd;
    }

    private void wheel(DragControl control) {
        ControlModel model = control.model();
        middle(control, 0.5);
        double before = model.value();
        double expected = Steps.NORMAL.from(model.param(), before, 1);
        hands.wheel(-1);
        if (Math.abs(model.value() - expected) > 1e-9) {
            note.accept(control, "goes to " + model.value() + " and not " + expected + " by the wheel");
        }
        pulse.advance(0.5);
        if (model.inGesture()) {
            note.accept(control, "does not end a turn of the wheel");
        }
        double now = model.value();
        hands.down(KeyCode.SHIFT);
        hands.wheel(-1);
        hands.up(KeyCode.SHIFT);
        pulse.advance(0.5);
        double fine = Steps.FINE.from(model.param(), now, 1);
        if (Math.abs(model.value() - fine) > 1e-9) {
            note.accept(control, "goes to " + model.value() + " and not " + fine + " by the wheel with Shift");
        }
    }

    private void doubleClick(DragControl control) {
        ControlModel model = control.model();
        for (double share : new double[] {0.5, 0.8}) {
            model.set(model.param().range().plain(0.37));
            middle(control, share);
            hands.click();
            scene.getRoot().layout();
            hands.click();
            if (model.value() != model.param().initial()) {
                note.accept(control, "is not reset by a double-click at " + share + ": " + model.text());
            }
            if (entry() != null) {
                note.accept(control, "is left open for typing by a double-click at " + share);
                hands.key(KeyCode.ESCAPE);
            }
        }
    }

    private void typed(DragControl control) {
        ControlModel model = control.model();
        String text = model.param().format(model.param().range().plain(0.61));
        double expected = model.param().parse(text);
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        control.requestFocus();
        hands.key(KeyCode.ENTER);
        if (entry() == null) {
            note.accept(control, "opens no field to type into");
            return;
        }
        hands.key(KeyCode.CONTROL, KeyCode.A);
        hands.key(KeyCode.CONTROL, KeyCode.V);
        hands.key(KeyCode.ENTER);
        if (model.value() != expected) {
            note.accept(control, "takes '" + text + "' as " + model.value() + " and not " + expected);
        }
        if (entry() != null) {
            note.accept(control, "does not close its field");
            hands.key(KeyCode.ESCAPE);
        }
        if (!control.isFocused()) {
            note.accept(control, "loses the focus to " + scene.getFocusOwner() + " after typing");
        }
    }

    private void arrows(DragControl control) {
        ControlModel model = control.model();
        model.set(model.param().range().plain(0.45));
        control.requestFocus();
        double before = model.value();
        hands.key(KeyCode.UP);
        double up = Steps.NORMAL.from(model.param(), before, 1);
        if (Math.abs(model.value() - up) > 1e-9) {
            note.accept(control, "goes to " + model.value() + " and not " + up + " by the arrow key");
        }
        double now = model.value();
        hands.key(KeyCode.SHIFT, KeyCode.DOWN);
        double fine = Steps.FINE.from(model.param(), now, -1);
        if (Math.abs(model.value() - fine) > 1e-9) {
            note.accept(control, "goes to " + model.value() + " and not " + fine + " by the arrow key with Shift");
        }
        if (model.inGesture()) {
            note.accept(control, "does not end a press of a key");
        }
    }

    private void toggle(ToggleControl control) {
        ControlModel model = control.model();
        boolean before = model.isOn();
        middle(control, 0.5);
        hands.click();
        if (model.isOn() == before) {
            note.accept(control, "is not turned over by a click");
        }
        restore.run();
        if (control.getScene() == null) {
            return;
        }
        model.set(before ? 1 : 0);
        control.requestFocus();
        hands.key(KeyCode.ENTER);
        if (model.isOn() == before) {
            note.accept(control, "is not turned over by Enter");
        }
    }

    private void choice(ChoiceControl control) {
        ControlModel model = control.model();
        double last = model.param().range().max();
        if (last < 1) {
            return;
        }
        control.requestFocus();
        double before = model.value();
        hands.key(before < last ? KeyCode.UP : KeyCode.DOWN);
        if (model.value() == before) {
            note.accept(control, "is not changed by the arrow keys");
        }
        restore.run();
        model.set(before);
        middle(control, 0.5);
        hands.wheel(before < last ? -1 : 1);
        if (Math.abs(model.value() - before) != 1) {
            note.accept(control, "is not changed by the wheel");
        }
        restore.run();
        if (control.getScene() == null) {
            throw new GoneException();
        }
        model.set(before);
        control.requestFocus();
        hands.key(KeyCode.ENTER);
        if (!hideMenu() && !(control instanceof SegmentedControl)) {
            note.accept(control, "shows no list");
        }
    }

    private void menu(ModelControl control) {
        middle(control, 0.5);
        hands.rightClick();
        List<String> words = menus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .map(item -> item.getText() == null ? "" : item.getText())
                .toList();
        for (String wanted : List.of("Reset to ", "Copy value", "Paste", "Explain ")) {
            if (words.stream().noneMatch(text -> text.startsWith(wanted))) {
                note.accept(control, "has no \"" + wanted.strip() + "\" in its menu: " + words);
            }
        }
        hideMenu();
    }

    private static List<ContextMenu> menus() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .toList();
    }

    /// @return whether one was open
    private static boolean hideMenu() {
        List<ContextMenu> open = menus();
        open.forEach(ContextMenu::hide);
        return !open.isEmpty();
    }
}
