package studio.headroom.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.project.Project;
import studio.headroom.ui.Fx;
import studio.headroom.ui.HeadlessProgram;
import studio.headroom.ui.Mouse;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.master.deliver.Deliveries;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.NewSong;
import studio.headroom.ui.start.Stems;

/// The whole program as its window is put together, and a person's hands on it.
final class Studio extends HeadlessProgram {
    private final Parts parts;

    Studio(Path folder, int width, int height) {
        Parts[] made = new Parts[1];
        super("window", folder, width, height, 100, (look, preferences, services) -> {
            List<Consumer<String>> failures = new ArrayList<>();
            Exports[] exports = new Exports[1];
            Shell[] created = new Shell[1];
            Deliveries[] deliveries = new Deliveries[1];
            made[0] = new Parts(
                    look,
                    preferences,
                    folder.resolve("presets"),
                    message -> failures.forEach(hears -> hears.accept(message)),
                    () -> Objects.requireNonNull(exports[0]),
                    new MasterScreen.Doors(
                            sound -> {
                                if (sound != null) {
                                    Objects.requireNonNull(created[0]).masterFile(sound);
                                }
                            },
                            file -> {},
                            message -> failures.forEach(hears -> hears.accept(message)),
                            () -> Objects.requireNonNull(created[0]).window().overlay(),
                            services.choosers(),
                            folder,
                            ZoneOffset.UTC,
                            () -> Objects.requireNonNull(deliveries[0])));
            Shell shell = new Shell(look, preferences, services, made[0]);
            created[0] = shell;
            exports[0] = new Exports(
                    shell,
                    preferences,
                    new Exports.Machine(
                            from -> Optional.empty(),
                            file -> {},
                            ZoneOffset.UTC,
                            services.background(),
                            services.ui()));
            deliveries[0] = new Deliveries(
                    shell,
                    preferences,
                    new Deliveries.Machine(
                            (title, from) -> Optional.empty(),
                            (title, from) -> Optional.empty(),
                            file -> {},
                            file -> {},
                            ZoneOffset.UTC,
                            services.background(),
                            services.ui()));
            failures.add(shell.messages()::warning);
            return shell;
        });
        parts = made[0];
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

    MixScreen mix() {
        return Fx.call(parts::mix);
    }

    MasterScreen master() {
        return Fx.call(parts::master);
    }

    @Override
    public SongSession open(Path place) {
        super.open(place);
        Fx.run(() -> scene().snapshot(null));
        Fx.settle();
        return session();
    }

    Project song() {
        return Fx.call(() -> session().history().current());
    }

    // ---- hands ----

    void control(KeyCode code) {
        key(code, true, false, false);
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
                Mouse.LEFT.with(button).fire(node, type, new Point2D(at.getCenterX(), at.getCenterY()));
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
            scene().snapshot(null);
            return Nodes.seen(shell().window().root())
                    .filter(wanted)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing is " + what));
        });
    }

    boolean shows(Predicate<Node> wanted) {
        return Fx.call(() -> {
            scene().snapshot(null);
            return Nodes.seen(shell().window().root()).anyMatch(wanted);
        });
    }
}
