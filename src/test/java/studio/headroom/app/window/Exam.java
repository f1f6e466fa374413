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
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.editor.part.BandKnobs;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;

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
            Map.entry("Cell", "the arrow keys choose lines of a list"),
            Map.entry("CorrelationView", "a picture"),
            Map.entry("CorrelationBar", "a picture"),
            Map.entry("Goniometer", "a picture"),
            Map.entry("Readout", "a number"),
            Map.entry("MasterNumbers", "numbers"),
            Map.entry("LoudnessTiles", "numbers"),
            Map.entry("Figures", "numbers"),
            Map.entry("SpectrumPicture", "a picture"));
    /// Pictures of many things, which a screen reader has no word for; their text says what is chosen in them.
    private static final Set<String> WITHOUT_ROLE = Set.of("LanesView", "RulerView");
    /// Bars that the toolkit makes for panes that scroll.
    private static final Set<String> WITHOUT_NAME = Set.of("ScrollBar");

    private static final Set<String> UNITS =
            Set.of("decibels", "hertz", "seconds", "percent", "to 1", "left", "right", "center", "semitone");

    private final Scene scene;
    private final Hands hands;
    private final FramePulse pulse;
    private final Moves moves;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> examined = new TreeMap<>();
    private String screen = "";

    /// @param restore takes back what a person has changed
    Exam(Scene scene, Hands hands, FramePulse pulse, Runnable restore) {
        this.scene = scene;
        this.hands = hands;
        this.pulse = pulse;
        moves = new Moves(scene, hands, pulse, restore, this::lay, this::note);
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
        move(part, moved);
    }

    /// Examines how all controls in a part of the window are moved, not how they are reached.
    void moved(String name, Node part) {
        screen = name;
        Fx.run(this::lay);
        move(part, Fx.call(() -> keys(Nodes.seen(part).filter(Exam::isControl).toList(), Set.of())));
    }

    private void move(Node part, List<Key> moved) {
        for (Key key : moved) {
            Fx.run(() ->
                    key.in(part).ifPresentOrElse(moves::move, () -> wrong.add(screen + ": " + key + " went away")));
            // A menu that was hidden stays under the pointer until then.
            Fx.settle();
        }
    }

    /// @return those with a value
    private List<Key> heardAndReached(Node part, Set<Node> still) {
        Set<Node> left = still.stream().flatMap(Nodes::seen).collect(Collectors.toSet());
        List<Node> controls = Nodes.seen(part).filter(Exam::isControl).toList();
        for (Node node : controls) {
            examined.merge(kind(node), 1, Integer::sum);
            speech(node);
        }
        reach(part, controls);
        return keys(controls, left);
    }

    private static List<Key> keys(List<Node> controls, Set<Node> left) {
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
            return Nodes.seen(part)
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
                        .flatMap(Nodes::seen)
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
            if (text.matches(".*\\boption ?\\d.*")) {
                note(node, "says a name that nobody knows");
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

    /// Whether it is one of several in the same place: on its way Tab chooses another band, from whose knobs Alt and
    /// the
    /// arrow keys lead to these.
    private static boolean isOfOneBand(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof BandKnobs) {
                return true;
            }
        }
        return false;
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
                        * (int) Nodes.seen(scene.getRoot())
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
                .filter(node -> !met.contains(node) && !isOfOneBand(node))
                .forEach(node -> note(node, "is not met by Tab"));
        if (wanted.isEmpty() && part.isVisible()) {
            wrong.add(screen + ": there is nothing to use");
        }
    }
}
