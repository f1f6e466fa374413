package studio.headroom.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputInfo;
import studio.headroom.engine.output.Outputs;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.ui.Fx;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.mixer.MixerDoors;
import studio.headroom.ui.mixer.MixerModel;
import studio.headroom.ui.mixer.MixerView;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.shell.MixPlace;
import studio.headroom.ui.shell.Place;
import studio.headroom.ui.shell.Services;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.NewSong;
import studio.headroom.ui.start.Stems;
import studio.headroom.ui.theme.Look;

/// The window with its mixer and its exports, without a display, in a folder of its own, and a person's hands on it.
final class ExportRoom implements AutoCloseable {
    final List<Path> revealed = new ArrayList<>();
    private final Path folder;
    private final Shell shell;
    private final Exports exports;
    private final Preferences preferences;
    private Scene scene;
    private boolean exited;
    private @Nullable Path chosen;

    ExportRoom(Path folder) {
        this.folder = folder;
        preferences = new Preferences(folder.resolve("songs"));
        preferences.device().set(NullDevice.ID);
        Exports[] made = new Exports[1];
        shell = Fx.call(() -> {
            Look look = new Look(new FramePulse());
            Services services = services();
            Shell created = new Shell(look, preferences, services, session -> List.of(place(look, session, made)));
            made[0] = new Exports(
                    created,
                    preferences,
                    new Exports.Machine(
                            from -> services.choosers().folder("", from),
                            revealed::add,
                            ZoneOffset.UTC,
                            services.background(),
                            services.ui()));
            return created;
        });
        exports = made[0];
        scene = Fx.call(() -> new Scene(shell.window().root(), 1280, 720));
        Fx.settle();
    }

    private Place place(Look look, SongSession session, Exports[] made) {
        MixerModel mixer = new MixerModel(session);
        Runnable unfollow = made[0].follow(session);
        MixerView view = new MixerView(look, mixer, new MixerDoors() {
            @Override
            public void openInsert(String strip, String insert) {}

            @Override
            public void showAutomation(Address address) {}

            @Override
            public void print() {
                made[0].print();
            }

            @Override
            public ObservableValue<PrintCheck.State> printState() {
                return made[0].printState();
            }
        });
        return new MixPlace(
                look,
                preferences,
                new MixPlace.Parts(
                        new StackPane(), view, new StackPane(), new SimpleStringProperty(""), event -> false, () -> {
                            unfollow.run();
                            mixer.close();
                        }));
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
                        return List.of();
                    }
                },
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().name("room-", 1).daemon().factory()),
                Platform::runLater,
                () -> exited = true);
    }

    private record OnlySilence() implements Outputs {
        @Override
        public List<OutputInfo> list() {
            return List.of();
        }

        @Override
        public OutputDevice find(String wanted) throws DeviceException {
            return new NullDevice();
        }

        @Override
        public OutputDevice silent() {
            return new NullDevice();
        }
    }

    /// A song of tones, made from files.
    ///
    /// @param seconds of each of its tracks
    static Path song(Path folder, double seconds, String... names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(Stems.write(folder.resolve("stems").resolve(name + ".wav"), 48_000, 2, seconds));
        }
        Path place = folder.resolve("Paper Lanterns.headroom");
        NewSong.create(place, "Paper Lanterns", files, ImportProgress.NONE);
        return place;
    }

    void open(Path song) {
        Fx.run(() -> shell.request(studio.headroom.ui.song.SongRequest.of(song)));
        await("the song", () -> shell.session() != null);
    }

    Shell shell() {
        return shell;
    }

    Exports exports() {
        return exports;
    }

    Preferences preferences() {
        return preferences;
    }

    SongSession session() {
        return Fx.call(() -> java.util.Objects.requireNonNull(shell.session()));
    }

    /// The person chooses this in the system's dialogs.
    void choose(Path path) {
        chosen = path;
    }

    boolean asks() {
        return Fx.call(() -> shell.window().overlay().isOpen());
    }

    /// Waits, a frame after the other.
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!Fx.call(() -> {
            scene.snapshot(null);
            shell.look().pulse().advance(0.05);
            return condition.getAsBoolean();
        })) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within a minute: " + what + "; said: "
                        + Fx.call(() -> List.copyOf(shell.messages().shown())) + "; shown: " + words());
            }
            Fx.settle();
        }
        Fx.settle();
    }

    void key(KeyCode code, boolean shift) {
        Fx.run(() -> {
            Node owner = scene.getFocusOwner();
            Node target = owner == null ? shell.window().root() : owner;
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false));
        });
        Fx.settle();
    }

    /// Presses the button with these words in the dialog.
    void press(String words) {
        Fx.run(() -> button(words).fire());
        Fx.settle();
    }

    Button button(String words) {
        return nodes(shell.window().overlay()).stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words + " among " + words()));
    }

    /// All words in the dialog.
    String words() {
        return Fx.call(() -> nodes(shell.window().overlay()).stream()
                .filter(javafx.scene.control.Labeled.class::isInstance)
                .filter(Node::isVisible)
                .map(node -> ((javafx.scene.control.Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList()
                .toString());
    }

    /// What the dialog holds that takes keys.
    List<String> reached() {
        return Fx.call(() -> nodes(shell.window().overlay()).stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible() && node.isManaged())
                .map(node -> String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .toList());
    }

    static List<Node> nodes(Node node) {
        List<Node> all = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(nodes(child)));
        }
        return all;
    }

    /// Photographs the window at a size in pixels.
    void picture(String name, int width, int height, int percent) {
        Fx.run(() -> {
            scene.setRoot(new Region());
            scene = new Scene(shell.window().root(), width, height);
        });
        Fx.settle();
        Fx.run(() -> {
            for (int i = 0; i < 3; i++) {
                scene.snapshot(null);
                shell.look().pulse().advance(0.2);
            }
            Fx.picture(scene, "export-" + name);
        });
    }

    @Override
    public void close() {
        Fx.run(() -> {
            if (shell.window().overlay().isOpen()) {
                shell.window().overlay().hide();
            }
            shell.quit();
        });
        Fx.settle();
        if (asks()) {
            press("Don’t save");
        }
        await("the end", () -> exited);
    }
}
