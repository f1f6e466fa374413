package studio.headroom.ui.master.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputInfo;
import studio.headroom.engine.output.Outputs;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.shell.DialogCard;
import studio.headroom.ui.shell.Place;
import studio.headroom.ui.shell.Services;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.NewSong;
import studio.headroom.ui.start.Stems;
import studio.headroom.ui.theme.Look;

/// The window with a foot of a right column to deliver from, without a display, and a person's hands on it.
final class DeliverRoom implements AutoCloseable {
    final List<Path> revealed = new ArrayList<>();
    final List<Path> opened = new ArrayList<>();
    private final Path folder;
    private final Shell shell;
    private final Preferences preferences;
    private final Deliveries[] deliveries = new Deliveries[1];
    private final Path song;
    private final Print print;
    private final Executor background = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("room-", 1).daemon().factory());
    private Scene scene;
    private boolean exited;
    private @Nullable Path chosen;
    private @Nullable VBox column;

    /// @param seconds of the song
    DeliverRoom(Path folder, double seconds) throws IOException {
        this.folder = folder;
        song = folder.resolve("Paper Lanterns.headroom");
        List<Path> stems = List.of(
                Stems.write(folder.resolve("stems/Kick.wav"), 48_000, 2, seconds),
                Stems.write(folder.resolve("stems/Bass.wav"), 48_000, 2, seconds));
        NewSong.create(song, "Paper Lanterns", stems, ImportProgress.NONE);
        Project project = ProjectFiles.load(song);
        MixPrint made = MixPrint.make(project, song, new ProjectLibrary(song, 48_000), 2, Progress.NONE);
        print = new Print(
                made.file(), 7, "Mix print 7", made.hash(), Instant.EPOCH, 48_000, 2, (long) (seconds * 48_000));
        preferences = new Preferences(folder.resolve("songs"));
        preferences.device().set(NullDevice.ID);
        shell = Fx.call(() -> {
            Look look = new Look(new FramePulse());
            Shell created = new Shell(look, preferences, services(), session -> List.of(place(look, session)));
            deliveries[0] = new Deliveries(
                    created,
                    preferences,
                    new Deliveries.Machine(
                            (title, from) -> Optional.ofNullable(chosen),
                            (title, from) -> Optional.ofNullable(chosen),
                            revealed::add,
                            opened::add,
                            ZoneOffset.UTC,
                            background,
                            Platform::runLater));
            return created;
        });
        scene = Fx.call(() -> new Scene(shell.window().root(), 1280, 720));
        Fx.settle();
        Fx.run(() -> shell.request(SongRequest.of(song)));
        await("the song", () -> shell.session() != null);
    }

    private Place place(Look look, SongSession session) {
        MasterSession master = new MasterSession(
                session, new SimpleObjectProperty<>(print), new Hearing(), background, Platform::runLater, text -> {});
        Runnable unfollow = deliveries[0].follow(master, () -> new Expected(-11.9, -1.0));
        DeliverBox box = new DeliverBox(look, deliveries[0]);
        VBox foot = new VBox(box);
        foot.setPrefWidth(look.px(440));
        foot.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        foot.setPadding(new Insets(8));
        column = foot;
        BorderPane pane = new BorderPane(new Region(), null, foot, null, null);
        return new Place() {
            @Override
            public String id() {
                return "master";
            }

            @Override
            public String name() {
                return "Master";
            }

            @Override
            public Node node() {
                return pane;
            }

            @Override
            public String output() {
                return "Master";
            }

            @Override
            public ObservableValue<String> hint() {
                return new SimpleStringProperty("");
            }

            @Override
            public void dispose() {
                box.close();
                unfollow.run();
            }
        };
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

    /// The person mutes a track and prints the mix.
    void printWithout(String track) throws IOException {
        Project project = ProjectFiles.load(song);
        Strip strip = project.strips().stream()
                .filter(each -> each.name().equals(track))
                .findFirst()
                .orElseThrow();
        Project muted = project.withStrip(strip.withControls(strip.controls().with(StripControls.MUTE, 1)));
        MixPrint.make(muted, song, new ProjectLibrary(song, 48_000), 2, Progress.NONE);
    }

    /// Presses a key on the field with this name.
    void press(KeyCode code, String field) {
        Fx.run(() -> Event.fireEvent(
                Nodes.all(shell.window().overlay())
                        .filter(node -> node.isFocusTraversable()
                                && String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                                        .startsWith(field))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no field " + field)),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        Fx.settle();
    }

    Preferences preferences() {
        return preferences;
    }

    Deliveries deliveries() {
        return deliveries[0];
    }

    Shell shell() {
        return shell;
    }

    Path song() {
        return song;
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

    /// Opens the form and waits until it could begin.
    void ask() {
        key(KeyCode.D);
        await("the form", () -> asks() && !button("Deliver").isDisabled());
    }

    private void key(KeyCode code) {
        Fx.run(() -> {
            Node owner = scene.getFocusOwner();
            Node target = owner == null ? shell.window().root() : owner;
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, true, false, false));
        });
        Fx.settle();
    }

    void press(String words) {
        Fx.run(() -> button(words).fire());
        Fx.settle();
    }

    Button button(String words) {
        return Nodes.all(shell.window().overlay())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> words.equals(button.getText()) || words.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words + " among " + words()));
    }

    /// Types into the field with this name.
    void type(String field, String text) {
        Fx.run(() -> field(field).setText(text));
        Fx.settle();
    }

    TextField field(String name) {
        return Nodes.all(shell.window().overlay())
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .filter(node -> name.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + name));
    }

    /// What the box at the foot shows where it is so wide, in pixels; the words of a line that has no room are cut.
    List<String> boxWords(double width) {
        Fx.run(() -> Objects.requireNonNull(column).setPrefWidth(width + 16));
        Fx.settle();
        return Fx.call(() -> Nodes.all(Objects.requireNonNull(column))
                .filter(node -> node instanceof Text && node.getParent().isVisible())
                .map(node -> ((Text) node).getText())
                .filter(text -> !text.isEmpty())
                .toList());
    }

    /// Of the dialog as it would like to be, in pixels.
    double width() {
        return Fx.call(() -> Nodes.all(shell.window().overlay(), DialogCard.class)
                .findFirst()
                .orElseThrow()
                .getPrefWidth());
    }

    /// All words in the dialog that can be seen.
    String words() {
        return Fx.call(() -> Nodes.all(shell.window().overlay(), Labeled.class)
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isBlank())
                .toList()
                .toString());
    }

    /// What the dialog holds that takes keys.
    List<String> reached() {
        return Fx.call(() -> Nodes.all(shell.window().overlay())
                .filter(node -> node.isFocusTraversable() && node.isVisible() && node.isManaged())
                .map(node -> String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .toList());
    }

    static List<String> files(Path place) throws IOException {
        if (!Files.exists(place)) {
            return List.of();
        }
        try (var all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> place.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    void scale(int percent) {
        Fx.run(() -> preferences.percent().set(percent));
        Fx.settle();
    }

    /// Photographs the window at a size in pixels.
    void picture(String name, int width, int height) {
        scene = Fx.call(() -> Fx.resized(scene, width, height));
        Fx.settle();
        Fx.run(() -> {
            for (int i = 0; i < 3; i++) {
                scene.snapshot(null);
                shell.look().pulse().advance(0.2);
            }
            Fx.picture(scene, "master-deliver-" + name);
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
