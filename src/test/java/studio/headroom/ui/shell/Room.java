package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputInfo;
import studio.headroom.engine.output.Outputs;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.ui.Fx;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.theme.Look;

/// The whole shell without a display, in a folder of its own, and a person's hands on it.
final class Room implements AutoCloseable {
    private final Path folder;
    private final Preferences preferences;
    private final Shell shell;
    private Scene scene;
    private final ExecutorService pool = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("room-", 1).daemon().factory());
    private final AtomicInteger tasks = new AtomicInteger();
    private volatile @Nullable CountDownLatch gateOfHeld;
    private volatile int heldTask = -1;
    private volatile boolean held;
    private boolean exited;
    private @Nullable Path chosen;

    Room(Path folder, int width, int height, int percent) {
        this.folder = folder;
        preferences = new Preferences(folder.resolve("songs"));
        preferences.device().set(NullDevice.ID);
        preferences.percent().set(percent);
        shell = Fx.call(
                () -> new Shell(new Look(new FramePulse()), preferences, services(), session -> List.of(place())));
        scene = Fx.call(() -> new Scene(shell.window().root(), width, height));
        Fx.settle();
    }

    private Services services() {
        return new Services(
                new OnlySilence(),
                new OpenSongs(folder.resolve("open")),
                new RecentSongs(folder.resolve("recent.json")),
                new SettingsFile(folder.resolve("settings")),
                folder,
                Optional.empty(),
                ZoneOffset.UTC,
                new Choosers() {
                    @Override
                    public Optional<Path> folder(String title, Path from) {
                        return Optional.ofNullable(chosen);
                    }

                    @Override
                    public List<Path> sounds(String title, Path from) {
                        return chosen == null ? List.of() : List.of(chosen);
                    }
                },
                this::inBackground,
                Platform::runLater,
                () -> exited = true);
    }

    private void inBackground(Runnable task) {
        CountDownLatch gate = tasks.incrementAndGet() == heldTask ? gateOfHeld : null;
        pool.execute(() -> {
            if (gate != null) {
                held = true;
                await(gate);
            }
            task.run();
        });
    }

    private static void await(CountDownLatch gate) {
        try {
            if (!gate.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("never let go");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Of the work in the background that is asked for from now on, the second waits.
    void holdSecond(CountDownLatch gate) {
        gateOfHeld = gate;
        heldTask = tasks.get() + 2;
    }

    /// Whether work waits.
    boolean held() {
        return held;
    }

    /// All that labels and messages say.
    String words() {
        return Fx.call(() -> {
            StringBuilder words = new StringBuilder();
            shell.window().root().lookupAll(".label").forEach(node -> {
                if (node instanceof Label label) {
                    words.append(label.getText()).append('\n');
                }
            });
            return words.toString();
        });
    }

    /// The person chooses this in the system's dialogs.
    void choose(Path path) {
        chosen = path;
    }

    private Place place() {
        return new MixPlace(
                shell.look(),
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

    private record OnlySilence() implements Outputs {
        @Override
        public List<OutputInfo> list() {
            return List.of(new OutputInfo(NullDevice.ID, "No sound (keeps time only)", false, List.of(), List.of(), 2));
        }

        @Override
        public OutputDevice find(String wanted) throws DeviceException {
            if (!wanted.equals(NullDevice.ID)) {
                throw new DeviceException("there is no output '" + wanted + "'. Choose another one.");
            }
            return new NullDevice();
        }

        @Override
        public OutputDevice silent() {
            return new NullDevice();
        }
    }

    Shell shell() {
        return shell;
    }

    Preferences preferences() {
        return preferences;
    }

    Path folder() {
        return folder;
    }

    boolean exited() {
        return exited;
    }

    boolean isOpen() {
        return Fx.call(() -> shell.session() != null);
    }

    boolean asks() {
        return Fx.call(() -> shell.window().overlay().isOpen());
    }

    /// Waits, a frame after the other.
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!Fx.call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within a minute: " + what + "; said: "
                        + Fx.call(() -> List.copyOf(shell.messages().shown())));
            }
            Fx.settle();
        }
        Fx.settle();
    }

    void key(KeyCode code, boolean shortcut, boolean shift) {
        Fx.run(() -> {
            Node owner = scene.getFocusOwner();
            Node target = owner == null ? shell.window().root() : owner;
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false));
        });
        Fx.settle();
    }

    void key(KeyCode code) {
        key(code, false, false);
    }

    /// Presses the button with these words, in the dialog or else in the window.
    void press(String words) {
        Fx.run(() -> buttons().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words + " among "
                        + buttons().stream().map(Button::getText).toList()))
                .fire());
        Fx.settle();
    }

    private List<Button> buttons() {
        Node within = shell.window().overlay().isOpen()
                ? shell.window().overlay()
                : shell.window().root();
        List<Button> found = new ArrayList<>();
        within.lookupAll(".button").forEach(node -> {
            if (node instanceof Button button) {
                found.add(button);
            }
        });
        return found;
    }

    void type(String text) {
        Fx.run(() -> {
            Node field = shell.window().overlay().lookup(".text-field");
            if (!(field instanceof TextField known)) {
                throw new AssertionError("no field to type into");
            }
            known.setText(text);
        });
        Fx.settle();
    }

    /// What can be reached by keyboard and tells a screen reader nothing.
    List<Node> silentNodes() {
        return Fx.call(() -> {
            List<Node> silent = new ArrayList<>();
            collect(shell.window().root(), silent);
            return silent;
        });
    }

    private static void collect(Node node, List<Node> silent) {
        Object text = node.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT);
        if (node.isFocusTraversable() && (text == null || text.toString().isBlank())) {
            silent.add(node);
        }
        if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, silent));
        }
    }

    /// Whether something of a style is in the window, as it would be drawn now.
    boolean shows(String style) {
        return Fx.call(() -> {
            scene.snapshot(null);
            return shell.window().root().lookup(style) != null;
        });
    }

    /// Photographs the window at a size.
    void picture(String name, int width, int height) {
        Fx.run(() -> {
            scene.setRoot(new Region());
            scene = new Scene(shell.window().root(), width, height);
        });
        Fx.settle();
        Fx.run(() -> {
            scene.snapshot(null);
            shell.look().pulse().advance(0.2);
            scene.snapshot(null);
            shell.look().pulse().advance(0.2);
            Fx.picture(scene, "shell-" + name);
        });
    }

    /// Leaves without saving.
    @Override
    public void close() {
        Fx.run(shell::quit);
        Fx.settle();
        if (asks()) {
            press("Don’t save");
        }
        await("the end", () -> exited);
    }
}
