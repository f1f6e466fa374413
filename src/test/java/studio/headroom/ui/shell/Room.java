package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.headroom.ui.Fx;
import studio.headroom.ui.HeadlessProgram;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.theme.Look;

/// The shell with empty parts in its one place.
final class Room extends HeadlessProgram {
    Room(Path folder, int width, int height, int percent) {
        super(
                "shell",
                folder,
                width,
                height,
                percent,
                (look, preferences, services) ->
                        new Shell(look, preferences, services, session -> List.of(place(look, preferences))));
    }

    private static Place place(Look look, Preferences preferences) {
        return new MixPlace(
                look,
                preferences,
                new MixPlace.Parts(
                        panel("Timeline"),
                        panel("Mixer"),
                        panel("Inspector"),
                        new SimpleStringProperty("Lead Vox selected · Up/Down 0.5 dB · M mute · S solo"),
                        event -> false,
                        () -> {}));
    }

    private static Region panel(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("hr-title");
        return new StackPane(label);
    }

    void type(String text) {
        Fx.run(() -> {
            Node field = shell().window().overlay().lookup(".text-field");
            if (!(field instanceof TextField known)) {
                throw new AssertionError("no field to type into");
            }
            known.setText(text);
        });
        Fx.settle();
    }

    /// All that labels say.
    String words() {
        return Fx.call(() -> {
            StringBuilder words = new StringBuilder();
            shell().window().root().lookupAll(".label").forEach(node -> {
                if (node instanceof Label label) {
                    words.append(label.getText()).append('\n');
                }
            });
            return words.toString();
        });
    }

    /// The value of the control of this name in the dialog.
    double value(String name) {
        return Fx.call(() -> shell().window().overlay().lookupAll("*").stream()
                .filter(node -> node instanceof ModelControl && name.equals(node.getAccessibleText()))
                .map(node -> (Double) node.queryAccessibleAttribute(AccessibleAttribute.VALUE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + name)));
    }

    /// What can be reached by keyboard and tells a screen reader nothing.
    List<Node> silentNodes() {
        return Fx.call(() -> {
            List<Node> silent = new ArrayList<>();
            collect(shell().window().root(), silent);
            return silent;
        });
    }

    private static void collect(Node node, List<Node> silent) {
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        if (node.isFocusTraversable() && (text == null || text.toString().isBlank())) {
            silent.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, silent));
        }
    }

    /// Whether something of a style is in the window, as it would be drawn now.
    boolean shows(String style) {
        return Fx.call(() -> {
            scene().snapshot(null);
            return shell().window().root().lookup(style) != null;
        });
    }
}
