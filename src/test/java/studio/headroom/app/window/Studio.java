package studio.headroom.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputInfo;
import studio.headroom.engine.output.Outputs;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.project.Project;
import studio.headroom.ui.Fx;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.shell.Services;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.NewSong;
import studio.headroom.ui.start.Stems;
import studio.headroom.ui.theme.Look;

/// The whole program as its window is put together, without a display, and a person's hands on it.
final class Studio implements AutoCloseable {
    private final ExecutorService background = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("studio-", 1).daemon().factory());
    private final Path folder;
    private final Preferences preferences;
    private final Shell shell;
    private Parts parts;
    private Exports exports;
    private Scene scene;
    private boolean exited;

    Studio(Path folder, int width, int height) {
        this.folder = folder;
        preferences = new Preferences(folder.resolve("songs"));
        preferences.device().set(NullDevice.ID);
        shell = Fx.call(() -> {
            Look look = new Look(new FramePulse());
            List<Consumer<String>> failures = new ArrayList<>();
            parts = new Parts(
                    look,
                    preferences,
                    folder.resolve("presets"),
                    message -> failures.forEach(hears -> hears.accept(message)),
                    () -> Objects.requireNonNull(exports),
                    new MasterScreen.Doors(
                            sound -> {
                                if (sound != null) {
                                    shell().masterFile(sound);
                                }
                            },
                            file -> {},
                            message -> failures.forEach(hears -> hears.accept(message)),
                            ZoneOffset.UTC));
            Shell made = new Shell(look, preferences, services(), parts);
            exports = new Exports(
                    made,
                    preferences,
                    new Exports.Machine(
                            from -> Optional.empty(), file -> {}, ZoneOffset.UTC, background, Platform::runLater));
            failures.add(made.messages()::warning);
            return made;
        });
        scene = Fx.call(() -> new Scene(shell.window().root(), width, height));
        Fx.settle();
    }

    /// A song of a few stems of some seconds.
    static Path song(Path folder, String title, String... stems) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : stems) {
            files.add(Stems.write(folder.resolve("in").resolve(name + ".wav"), 48_000, 1, 8));
        }
        Path place = folder.resolve(title + ".headroom");
        NewSong.create(place, title, files, ImportProgress.NONE);
        return place;
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
                        return Optional.empty();
                    }

                    @Override
                    public List<Path> sounds(String title, Path from) {
                        return List.of();
                    }
                },
                background,
                Platform::runLater,
                () -> exited = true);
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

    MixScreen mix() {
        return Fx.call(parts::mix);
    }

    MasterScreen master() {
        return Fx.call(parts::master);
    }

    Preferences preferences() {
        return preferences;
    }

    SongSession open(Path place) {
        Fx.run(() -> shell.request(SongRequest.of(place)));
        await("the song", () -> shell.session() != null);
        Fx.run(() -> scene.snapshot(null));
        Fx.settle();
        return session();
    }

    SongSession session() {
        return Fx.call(shell::session);
    }

    Project song() {
        return Fx.call(() -> session().history().current());
    }

    boolean asks() {
        return Fx.call(() -> shell.window().overlay().isOpen());
    }

    List<String> messages() {
        return Fx.call(() ->
                shell.messages().shown().stream().map(message -> message.what()).toList());
    }

    /// Waits, a frame after the other.
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!Fx.call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within a minute: " + what + "; said: " + messages());
            }
            Fx.settle();
        }
        Fx.settle();
    }

    // ---- hands ----

    void key(KeyCode code) {
        key(code, false, false, false);
    }

    void control(KeyCode code) {
        key(code, true, false, false);
    }

    void key(KeyCode code, boolean shortcut, boolean shift, boolean alt) {
        Fx.run(() -> {
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Node owner = scene.getFocusOwner();
                Node target = owner == null ? shell.window().root() : owner;
                Event.fireEvent(target, new KeyEvent(type, "", code.getName(), code, shift, shortcut, alt, false));
            }
        });
        Fx.settle();
    }

    void focus(Node node) {
        Fx.run(node::requestFocus);
        Fx.settle();
    }

    /// Presses and lets go in the middle of a node.
    void click(Node node) {
        click(node, MouseButton.PRIMARY);
    }

    void click(Node node, MouseButton button) {
        Fx.run(() -> {
            Bounds at = node.localToScene(node.getLayoutBounds());
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                MouseEvent event = new MouseEvent(
                        null,
                        node,
                        type,
                        at.getCenterX(),
                        at.getCenterY(),
                        at.getCenterX(),
                        at.getCenterY(),
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        type == MouseEvent.MOUSE_PRESSED,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null);
                Event.fireEvent(node, event.copyFor(node, node));
            }
        });
        Fx.settle();
    }

    /// The first node whose spoken name is this.
    Node named(String name) {
        return find(node -> name.equals(node.getAccessibleText()), name);
    }

    <T extends Node> T find(Class<T> type) {
        return type.cast(find(type::isInstance, type.getSimpleName()));
    }

    private Node find(Predicate<Node> wanted, String what) {
        return Fx.call(() -> {
            scene.snapshot(null);
            Node found = search(shell.window().root(), wanted);
            if (found == null) {
                throw new AssertionError("nothing is " + what);
            }
            return found;
        });
    }

    boolean shows(Predicate<Node> wanted) {
        return Fx.call(() -> {
            scene.snapshot(null);
            return search(shell.window().root(), wanted) != null;
        });
    }

    private static Node search(Node node, Predicate<Node> wanted) {
        if (!node.isVisible()) {
            return null;
        }
        if (wanted.test(node)) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = search(child, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /// Photographs the window at a size.
    void picture(String name, int width, int height) {
        Fx.run(() -> {
            scene.setRoot(new Region());
            scene = new Scene(shell.window().root(), width, height);
        });
        shot(name);
    }

    /// Photographs the window as it is.
    void shot(String name) {
        Fx.settle();
        Fx.run(() -> {
            scene.snapshot(null);
            shell.look().pulse().advance(0.2);
            scene.snapshot(null);
            shell.look().pulse().advance(0.2);
            Fx.picture(scene, "window-" + name);
        });
    }

    /// Leaves without saving.
    @Override
    public void close() {
        Fx.run(shell::quit);
        Fx.settle();
        if (asks()) {
            Fx.run(() -> shell.window().overlay().lookupAll(".button").forEach(node -> {
                if (node instanceof javafx.scene.control.Button button
                        && button.getText().equals("Don’t save")) {
                    button.fire();
                }
            }));
        }
        await("the end", () -> exited);
        // What is written in the background is written before the folder goes.
        background.close();
    }
}
