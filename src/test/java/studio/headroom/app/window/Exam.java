package studio.headroom.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.control.ChoiceControl;
import studio.headroom.ui.control.DragControl;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Steps;

/// Examines every control in sight of a scene, whichever screen it is: what a screen reader hears, whether the keyboard
/// gets there, and whether it is moved as every control is. On the toolkit's thread; notes what is wrong instead of
/// stopping at it.
final class Exam {
    /// What the keyboard does not go to, and why not.
    private static final Map<String, String> WITHOUT_KEYS = Map.ofEntries(
            Map.entry("ScrollBar", "goes with what is reached in what it scrolls"),
            Map.entry("NameBlock", "the arrow keys choose strips, F2 renames the one that is chosen"),
            Map.entry("RulerView", "commands and keys set markers, loop and playhead"),
            Map.entry("Overview", "the timeline's keys zoom and go along"),
            Map.entry("BandsGraph", "what it drags are knobs below it"),
            Map.entry("LevelGraph", "what it drags are knobs below it"),
            Map.entry("HistoryGraph", "a picture"),
            Map.entry("MovementGraph", "a picture"),
            Map.entry("TransferGraph", "a picture"),
            Map.entry("HarmonicsGraph", "a picture"),
            Map.entry("DecayGraph", "a picture"),
            Map.entry("TapsGraph", "a picture"),
            Map.entry("CorrelationView", "a picture"),
            Map.entry("Readout", "a number"),
            Map.entry("MasterNumbers", "numbers"));
    /// Pictures of many things, which a screen reader has no word for; their text says what is chosen in them.
    private static final Set<String> WITHOUT_ROLE = Set.of("LanesView", "RulerView");
    /// Bars that the toolkit makes for panes that scroll.
    private static final Set<String> WITHOUT_NAME = Set.of("ScrollBar");

    private static final Set<String> UNITS =
            Set.of("decibels", "hertz", "seconds", "percent", "to 1", "left", "right", "center", "semitone");

    private final Scene scene;
    private final Hands hands;
    private final FramePulse pulse;
    private final Runnable restore;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> examined = new TreeMap<>();
    private String screen = "";

    /// @param restore takes back what a person has changed
    Exam(Scene scene, Hands hands, FramePulse pulse, Runnable restore) {
        this.scene = scene;
        this.hands = hands;
        this.pulse = pulse;
        this.restore = restore;
    }

    /// What is wrong, on all screens examined so far.
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// How many of each kind of control were examined.
    Map<String, Integer> examined() {
        return Map.copyOf(examined);
    }

    private void note(Node node, String what) {
        wrong.add(screen + ": " + kind(node) + " \"" + Person.spoken(node) + "\" " + what);
    }

    /// Examines all controls in a part of the window.
    ///
    /// @param still what is heard and reached, but not moved: it shows another strip as soon as that is used
    void screen(String name, Node part, Set<Node> still) {
        screen = name;
        Fx.run(this::lay);
        List<Key> moved = Fx.call(() -> heardAndReached(part, still));
        for (Key key : moved) {
            Fx.run(() -> key.in(part).ifPresentOrElse(this::move, () -> wrong.add(screen + ": " + key + " went away")));
            // A menu that was hidden stays under the pointer until then.
            Fx.settle();
        }
    }

    /// @return those with a value
    private List<Key> heardAndReached(Node part, Set<Node> still) {
        Set<Node> left = still.stream().flatMap(Person::walk).collect(Collectors.toSet());
        List<Node> controls = Person.walk(part).filter(Exam::isControl).toList();
        for (Node node : controls) {
            examined.merge(kind(node), 1, Integer::sum);
            speech(node);
        }
        reach(part, controls);
        return controls.stream()
                .filter(node -> !left.contains(node))
                .filter(ModelControl.class::isInstance)
                .map(ModelControl.class::cast)
                .filter(control -> control.model().enabled())
                .map(control -> new Key(control.getClass(), control.model().name()))
                .distinct()
                .toList();
    }

    /// A control that may be made anew while others are moved.
    private record Key(Class<?> kind, String name) {
        java.util.Optional<ModelControl> in(Node part) {
            return Person.walk(part)
                    .filter(kind::isInstance)
                    .map(ModelControl.class::cast)
                    .filter(control -> control.model().name().equals(name))
                    .findFirst();
        }
    }

    private void lay() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        pulse.advance(0.5);
        scene.getRoot().layout();
    }

    /// What can be used: our own that takes the pointer, and the toolkit's.
    private static boolean isControl(Node node) {
        boolean own = node instanceof KitControl && !node.isMouseTransparent();
        boolean stock = node instanceof Control && !(node instanceof Label) && !(node instanceof ScrollPane);
        return own && !holdsControls(node) || stock || node.isFocusTraversable();
    }

    /// Whether it is the ground for controls.
    private static boolean holdsControls(Node node) {
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream()
                        .flatMap(Person::walk)
                        .anyMatch(Exam::isControl);
    }

    private static String kind(Node node) {
        return node.getClass().getSimpleName();
    }

    // ---- speech ----

    private void speech(Node node) {
        String text = Person.spoken(node);
        if (text.isBlank() && !WITHOUT_NAME.contains(kind(node))) {
            note(node, "has no spoken name; styles " + node.getStyleClass());
        }
        AccessibleRole role = node.getAccessibleRole();
        boolean none = role == AccessibleRole.NODE || role == AccessibleRole.PARENT;
        if (none && !WITHOUT_ROLE.contains(kind(node))) {
            note(node, "has no role");
        }
        if (node instanceof ModelControl control) {
            ControlModel model = control.model();
            if (!text.startsWith(model.name()) || !text.contains(model.spokenValue())) {
                note(node, "does not say its name and value");
            }
            if (!Objects.equals(node.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING), model.spokenValue())) {
                note(node, "does not give its value");
            }
            if (hasUnit(model.param()) && UNITS.stream().noneMatch(text::contains)) {
                note(node, "does not say its unit");
            }
            if (model.explanation().isBlank()) {
                note(node, "has no explanation");
            }
        }
    }

    private static boolean hasUnit(Param param) {
        return switch (param.unit()) {
            case NONE, Q -> false;
            default -> !(param.range() instanceof Range.Choice || param.range() instanceof Range.Toggle);
        };
    }

    // ---- the keyboard's ways ----

    private static boolean isAvailable(Node node) {
        return !node.isDisabled();
    }

    /// Goes round by Tab and sees whom it meets.
    private void reach(Node part, List<Node> controls) {
        List<Node> wanted = controls.stream().filter(Exam::isAvailable).toList();
        wanted.stream()
                .filter(node -> !node.isFocusTraversable() && !WITHOUT_KEYS.containsKey(kind(node)))
                .forEach(node -> note(node, "is not reached by keyboard"));
        List<Node> met = new ArrayList<>();
        wanted.stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
        int most = 2
                        * (int) Person.walk(scene.getRoot())
                                .filter(Node::isFocusTraversable)
                                .count()
                + 10;
        for (int i = 0; i < most; i++) {
            Node owner = scene.getFocusOwner();
            if (owner != null && met.contains(owner)) {
                break;
            }
            met.add(owner);
            hands.key(KeyCode.TAB);
        }
        wanted.stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> !met.contains(node))
                .forEach(node -> note(node, "is not met by Tab"));
        if (wanted.isEmpty() && part.isVisible()) {
            wrong.add(screen + ": there is nothing to use");
        }
    }

    // ---- hands ----

    private void move(ModelControl control) {
        reveal(control);
        double before = control.model().value();
        try {
            switch (control) {
                case DragControl drag -> value(drag);
                case ToggleControl toggle -> toggle(toggle);
                case ChoiceControl choice -> choice(choice);
                default -> note(control, "is of no kind that is known");
            }
            restore.run();
            lay();
            menu(control);
        } catch (GoneException e) {
            // A list may choose what stands in its own place: the scale, the lane of a track.
            if (!(control instanceof ChoiceControl)) {
                note(control, "goes away while it is used");
            }
        }
        restore.run();
        if (control.getScene() != null && control.model().value() != before) {
            control.model().set(before);
        }
        lay();
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
        lay();
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
            note(control, "jumps from " + before + " to " + model.value() + " when it is pressed");
        }
        hands.by(1, -1);
        if (model.value() != before) {
            note(control, "moves by a press that trembles");
        }
        hands.release();
        if (entry() != null) {
            hands.key(KeyCode.ESCAPE);
        }
        if (model.value() != before) {
            note(control, "is moved by a click");
        }
    }

    private void drag(DragControl control) {
        ControlModel model = control.model();
        double begin = model.value();
        double p0 = model.position();
        middle(control, 0.5);
        hands.press();
        hands.by(12, -12);
        double p1 = model.position();
        double coarse = model.value();
        if (p1 <= p0) {
            note(control, "does not go up with the pointer: " + p0 + " to " + p1);
        }
        hands.down(KeyCode.SHIFT);
        hands.by(0, 0);
        if (model.value() != coarse) {
            note(control, "jumps when Shift is pressed");
        }
        hands.by(12, -12);
        double p2 = model.position();
        double fine = model.value();
        if (!isWhole(model) && Math.abs((p2 - p1) - 0.1 * (p1 - p0)) > 0.02 * (p1 - p0) + 1e-9) {
            note(control, "is not ten times finer with Shift: " + (p1 - p0) + " and " + (p2 - p1));
        }
        hands.up(KeyCode.SHIFT);
        hands.by(0, 0);
        if (model.value() != fine) {
            note(control, "jumps when Shift is let go");
        }
        if (scene.getRoot().lookup(".hr-bubble") == null) {
            note(control, "shows no value while it is dragged");
        }
        hands.key(KeyCode.ESCAPE);
        if (model.value() != begin) {
            note(control, "keeps a drag that was given up");
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
            note(control, "goes to " + model.value() + " and not " + expected + " by the wheel");
        }
        pulse.advance(0.5);
        if (model.inGesture()) {
            note(control, "does not end a turn of the wheel");
        }
        double now = model.value();
        hands.down(KeyCode.SHIFT);
        hands.wheel(-1);
        hands.up(KeyCode.SHIFT);
        pulse.advance(0.5);
        double fine = Steps.FINE.from(model.param(), now, 1);
        if (Math.abs(model.value() - fine) > 1e-9) {
            note(control, "goes to " + model.value() + " and not " + fine + " by the wheel with Shift");
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
                note(control, "is not reset by a double-click at " + share + ": " + model.text());
            }
            if (entry() != null) {
                note(control, "is left open for typing by a double-click at " + share);
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
            note(control, "opens no field to type into");
            return;
        }
        hands.key(KeyCode.CONTROL, KeyCode.A);
        hands.key(KeyCode.CONTROL, KeyCode.V);
        hands.key(KeyCode.ENTER);
        if (model.value() != expected) {
            note(control, "takes '" + text + "' as " + model.value() + " and not " + expected);
        }
        if (entry() != null) {
            note(control, "does not close its field");
            hands.key(KeyCode.ESCAPE);
        }
        if (!control.isFocused()) {
            note(control, "loses the focus to " + scene.getFocusOwner() + " after typing");
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
            note(control, "goes to " + model.value() + " and not " + up + " by the arrow key");
        }
        double now = model.value();
        hands.key(KeyCode.SHIFT, KeyCode.DOWN);
        double fine = Steps.FINE.from(model.param(), now, -1);
        if (Math.abs(model.value() - fine) > 1e-9) {
            note(control, "goes to " + model.value() + " and not " + fine + " by the arrow key with Shift");
        }
        if (model.inGesture()) {
            note(control, "does not end a press of a key");
        }
    }

    private void toggle(ToggleControl control) {
        ControlModel model = control.model();
        boolean before = model.isOn();
        middle(control, 0.5);
        hands.click();
        if (model.isOn() == before) {
            note(control, "is not turned over by a click");
        }
        restore.run();
        if (control.getScene() == null) {
            return;
        }
        model.set(before ? 1 : 0);
        control.requestFocus();
        hands.key(KeyCode.ENTER);
        if (model.isOn() == before) {
            note(control, "is not turned over by Enter");
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
            note(control, "is not changed by the arrow keys");
        }
        restore.run();
        model.set(before);
        middle(control, 0.5);
        hands.wheel(before < last ? -1 : 1);
        if (Math.abs(model.value() - before) != 1) {
            note(control, "is not changed by the wheel");
        }
        restore.run();
        if (control.getScene() == null) {
            throw new GoneException();
        }
        model.set(before);
        control.requestFocus();
        hands.key(KeyCode.ENTER);
        if (!hideMenu() && !(control instanceof SegmentedControl)) {
            note(control, "shows no list");
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
                note(control, "has no \"" + wanted.strip() + "\" in its menu: " + words);
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
