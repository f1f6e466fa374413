package studio.headroom.app.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import studio.headroom.device.NullDevice;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.timeline.TimelineView;

/// The program as it is started, in a window without a display, and a person in front of it. Sound goes to the device
/// that only keeps time.
final class Person implements AutoCloseable {
    private final Path folder;
    private final Stage stage;
    private final Shell shell;
    private final Hands hands;
    private final CountDownLatch exited = new CountDownLatch(1);
    private List<Path> chosen = List.of();

    /// @param folder for all that the program keeps
    /// @param width of the window in pixels; the screen without a display has a million of them, and no place for
    /// more
    Person(Path folder, int width, int height, int percent, @Nullable Path project) throws IOException {
        this.folder = folder;
        UserFolders folders = new UserFolders(
                folder.resolve("settings.properties"), folder.resolve("state"), folder.resolve("songs"), folder);
        Map<String, String> settings = new TreeMap<>(new SettingsFile(folders.settings()).read());
        settings.put("sound.device", NullDevice.ID);
        settings.put("screen.percent", Integer.toString(percent));
        new SettingsFile(folders.settings()).write(settings);
        stage = Fx.call(Stage::new);
        shell = Fx.call(() -> {
            Shell made = new WindowProgram(stage, folders, choosers(), exited::countDown).show(project);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            return made;
        });
        hands = new Hands(stage);
        Fx.settle();
    }

    private Choosers choosers() {
        return new Choosers() {
            @Override
            public Optional<Path> folder(String title, Path from) {
                return chosen.stream().findFirst();
            }

            @Override
            public List<Path> sounds(String title, Path from) {
                return chosen;
            }
        };
    }

    /// What is chosen in the system's dialogs from now on.
    void choose(List<Path> paths) {
        chosen = List.copyOf(paths);
    }

    Shell shell() {
        return shell;
    }

    Hands hands() {
        return hands;
    }

    Scene scene() {
        return stage.getScene();
    }

    SongSession session() {
        return Fx.call(() -> Objects.requireNonNull(shell.session(), "no song is open"));
    }

    Project song() {
        return Fx.call(() -> session().history().current());
    }

    /// What would be written of the song as it is now.
    byte[] json(String name) throws IOException {
        Path place = Files.createDirectories(folder.resolve("written").resolve(name));
        ProjectFiles.save(place, song());
        return Files.readAllBytes(place.resolve(ProjectFiles.FILE));
    }

    // ---- looking ----

    static String spoken(Node node) {
        return node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text ? text : "";
    }

    <T extends Node> List<T> all(Class<T> kind) {
        return Fx.call(() -> Nodes.seen(scene().getRoot(), kind).toList());
    }

    <T extends Node> T find(Class<T> kind, String what, Predicate<T> which) {
        List<T> all = all(kind);
        return Fx.call(() -> all.stream().filter(which).findFirst())
                .orElseThrow(() -> new AssertionError("nothing in sight is " + what + "; there are "
                        + Fx.call(() -> all.stream()
                                .map(Person::spoken)
                                .filter(text -> !text.isEmpty())
                                .distinct()
                                .toList())));
    }

    /// What a screen reader calls so, from the beginning of its words.
    Node named(String words) {
        return find(Node.class, "called " + words, node -> spoken(node).startsWith(words));
    }

    /// A control of a song by its name.
    <T extends ModelControl> T control(Class<T> kind, String name) {
        return find(kind, name, control -> control.model().name().equals(name));
    }

    Labeled words(String text) {
        return find(Labeled.class, text, node -> text.equals(node.getText()));
    }

    TimelineView timeline() {
        return all(TimelineView.class).getFirst();
    }

    // ---- hands ----

    void click(Node node) {
        hands.pointAtMiddle(node);
        hands.click();
    }

    void click(String words) {
        click(words(words));
    }

    /// Clicks an entry of the menu that is open.
    void menu(String words) {
        Node item = Fx.call(() -> menus().flatMap(
                                window -> Nodes.seen(window.getScene().getRoot()))
                        .filter(node -> node instanceof Labeled label && words.equals(label.getText()))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("no menu that is open has " + words));
        hands.pointAtMiddle(item);
        hands.click();
        Fx.settle();
    }

    private static Stream<PopupWindow> menus() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast);
    }

    /// Waits, a frame after the other.
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Fx.call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within a minute: " + what + "; the program says "
                        + Fx.call(() -> List.copyOf(shell.messages().shown())));
            }
            Fx.settle();
        }
        Fx.settle();
    }

    void awaitSong() {
        await("the song is open", () -> shell.session() != null);
    }

    // ---- ways through the Master view ----

    void openMaster() {
        hands.key(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(
                "the place",
                () -> shell.window().place() != null
                        && shell.window().place().id().equals("master"));
    }

    /// Prints the first time, which brings the chain that a master begins with.
    void printTheMix() {
        click("Print the mix");
        await("the chain", () -> song().mastering().chain().size() == 4);
    }

    void addReference(Path file) {
        choose(List.of(file));
        Fx.run(() -> shell.commands().run("master.reference.add"));
        await("the reference", () -> !song().mastering().references().isEmpty());
    }

    // ---- pictures ----

    /// Photographs the window with its menus to `target/screens/`.
    BufferedImage picture(String name) throws IOException {
        // What was changed last is drawn with the next frame, what waits for sound or files a little later.
        for (int i = 0; i < 3; i++) {
            Fx.settle();
        }
        BufferedImage image = Fx.call(() -> {
            BufferedImage window = SwingFXUtils.fromFXImage(scene().snapshot(null), null);
            BufferedImage whole = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
            var graphics = whole.createGraphics();
            graphics.drawImage(window, 0, 0, null);
            menus().forEach(menu ->
                    graphics.drawImage(clear(menu.getScene()), (int) menu.getX(), (int) menu.getY(), null));
            graphics.dispose();
            return whole;
        });
        Path file = Path.of("target/screens/" + name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return image;
    }

    /// A menu, with what lies around its corners let through.
    private static BufferedImage clear(Scene scene) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return SwingFXUtils.fromFXImage(scene.getRoot().snapshot(parameters, null), null);
    }

    /// Leaves the program; what is not saved is given up.
    @Override
    public void close() {
        Fx.run(shell::quit);
        Fx.settle();
        if (Fx.call(() -> shell.window().overlay().isOpen())) {
            click("Don’t save");
        }
        try {
            if (!exited.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the program does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
