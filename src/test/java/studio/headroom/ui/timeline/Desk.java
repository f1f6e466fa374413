package studio.headroom.ui.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.files.peaks.MediaStreams;
import studio.headroom.files.peaks.PeakStore;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Mouse;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyDispatch;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.theme.Look;

/// A window with a timeline in it, and a person's hands.
final class Desk implements AutoCloseable {
    final Look look;
    final SongHistory history;
    final Deck deck = new Deck();
    final TimelineModel model;
    final TimelineView view;
    private final Scene scene;
    private final @Nullable Stage stage;
    private final PeakStore store;
    private final ExecutorService disk = Executors.newSingleThreadExecutor();
    private final Waves waves;

    /// @param w the width of the window in pixels
    Desk(Project song, Path folder, PeakStore store, MediaLibrary library, int percent, double w, double h) {
        this.store = store;
        history = Fx.call(() -> new SongHistory(song, _ -> {}));
        look = Fx.call(() -> new Look(new FramePulse()));
        Fx.run(() -> look.setPercent(percent));
        waves = new Waves(store, library, disk, Platform::runLater);
        model = Fx.call(() -> new TimelineModel(history, new Selection(history), deck));
        view = Fx.call(() -> new TimelineView(look, model, waves));
        scene = Fx.call(() -> new Scene(new WindowRoot(look, view), w, h));
        Commands commands = new Commands();
        Fx.run(() -> {
            TimelineCommands.register(commands, () -> view);
            commands.setPlace("mix");
            commands.setArea(TimelineCommands.AREA);
            new KeyDispatch(commands, () -> false, _ -> {}, _ -> false).watch(scene);
        });
        // The headless screen is 1000 x 1000; what is larger is drawn without one.
        stage = w > 1000 || h > 1000 ? null : Fx.call(this::window);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is no folder");
        }
        Fx.run(() -> scene.snapshot(null));
        Fx.settle();
    }

    private Stage window() {
        Stage window = new Stage(StageStyle.UNDECORATED);
        window.setScene(scene);
        window.setX(0);
        window.setY(0);
        window.show();
        return window;
    }

    /// A desk for a song whose sound files are made up.
    static Desk of(Project song, Path folder, MediaStreams streams, MediaLibrary library) {
        try {
            Files.createDirectories(folder.resolve("media"));
            for (Media media : song.media()) {
                // Waveforms are kept by size and date of the file.
                Files.write(folder.resolve(media.path()), new byte[16]);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        PeakStore store = new PeakStore(folder, song.sampleRate(), streams);
        return new Desk(song, folder, store, library, 100, 960, 600);
    }

    Scene scene() {
        return scene;
    }

    /// Waits until all waveforms and samples that are seen are there.
    void settle() {
        Fx.settle();
        Fx.run(() -> scene.getRoot().layout());
        until("the waveforms are made", waves::isSettled);
        try {
            // What the samples of near zooms are read by takes one task at a time: behind this one, all were read.
            disk.submit(() -> {}).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        Fx.run(() -> look.pulse().advance(0.25));
        Fx.settle();
        Fx.settle();
    }

    /// Waits until a frame comes in which something holds.
    void until(String what, BooleanSupplier holds) {
        CountDownLatch there = new CountDownLatch(1);
        AnimationTimer watch = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (holds.getAsBoolean()) {
                    stop();
                    there.countDown();
                }
            }
        };
        Fx.run(watch::start);
        try {
            if (!there.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("this does not come: " + what);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Fx.settle();
    }

    // ---- hands: places are units of the lanes ----

    private Node lanes() {
        return view.lanes();
    }

    private void mouse(
            Node node, javafx.event.EventType<MouseEvent> type, double x, double y, int clicks, KeyCode held) {
        Fx.run(() -> {
            Point2D at = node.localToScene(look.px(1) * x, look.px(1) * y);
            Mouse.LEFT.clicks(clicks).holding(held).fire(node, type, at);
        });
    }

    void press(double x, double y, KeyCode held) {
        mouse(lanes(), MouseEvent.MOUSE_MOVED, x, y, 0, held);
        mouse(lanes(), MouseEvent.MOUSE_PRESSED, x, y, 1, held);
    }

    void move(double x, double y, KeyCode held) {
        mouse(lanes(), MouseEvent.MOUSE_DRAGGED, x, y, 1, held);
    }

    void release(double x, double y) {
        mouse(lanes(), MouseEvent.MOUSE_RELEASED, x, y, 1, KeyCode.UNDEFINED);
        Fx.settle();
    }

    void drag(double x1, double y1, double x2, double y2) {
        press(x1, y1, KeyCode.UNDEFINED);
        for (int i = 1; i <= 10; i++) {
            move(x1 + (x2 - x1) * i / 10, y1 + (y2 - y1) * i / 10, KeyCode.UNDEFINED);
        }
        release(x2, y2);
    }

    /// Drags a node, from a place in it to another one that is measured from the same corner, in units.
    void drag(Node node, double x1, double y1, double x2, double y2) {
        mouse(node, MouseEvent.MOUSE_PRESSED, x1, y1, 1, KeyCode.UNDEFINED);
        for (int i = 1; i <= 10; i++) {
            mouse(
                    node,
                    MouseEvent.MOUSE_DRAGGED,
                    x1 + (x2 - x1) * i / 10,
                    y1 + (y2 - y1) * i / 10,
                    1,
                    KeyCode.UNDEFINED);
        }
        Fx.settle();
    }

    void letGo(Node node) {
        mouse(node, MouseEvent.MOUSE_RELEASED, 4, 4, 1, KeyCode.UNDEFINED);
        Fx.settle();
    }

    void doubleClick(double x, double y) {
        mouse(lanes(), MouseEvent.MOUSE_MOVED, x, y, 0, KeyCode.UNDEFINED);
        mouse(lanes(), MouseEvent.MOUSE_PRESSED, x, y, 2, KeyCode.UNDEFINED);
        mouse(lanes(), MouseEvent.MOUSE_RELEASED, x, y, 2, KeyCode.UNDEFINED);
        Fx.settle();
    }

    void click(Node node) {
        mouse(node, MouseEvent.MOUSE_PRESSED, 4, 4, 1, KeyCode.UNDEFINED);
        mouse(node, MouseEvent.MOUSE_RELEASED, 4, 4, 1, KeyCode.UNDEFINED);
        Fx.settle();
    }

    void key(KeyCode code, boolean control, boolean shift) {
        Fx.run(() -> {
            Event.fireEvent(
                    lanes(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, shift, control, false, false));
            Event.fireEvent(
                    lanes(),
                    new KeyEvent(KeyEvent.KEY_RELEASED, "", code.getName(), code, shift, control, false, false));
        });
        Fx.settle();
    }

    /// The node whose spoken name, or whose word, is this.
    Node named(String name) {
        return Fx.call(() -> Nodes.all(scene.getRoot())
                .filter(node -> name.equals(node.getAccessibleText())
                        || node instanceof Labeled labeled && name.equals(labeled.getText()))
                .findFirst()
                .orElse(null));
    }

    /// Types over what stands in a field, and Enter.
    void type(String name, String text) {
        Fx.run(() -> ((TextField) named(name)).setText(text));
        keyIn(name, KeyCode.ENTER);
    }

    /// Presses a key in a field.
    void keyIn(String name, KeyCode code) {
        Fx.run(() -> Event.fireEvent(
                named(name), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        Fx.settle();
    }

    /// Opens the menu of what has a spoken name, and chooses an entry by the words on the way to it.
    void choose(String name, String... way) {
        Fx.run(() -> {
            Node node = named(name);
            Point2D at = node.localToScene(4, 4);
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 4, 4, at.getX(), at.getY(), false, null));
            ContextMenu menu = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            List<MenuItem> items = menu.getItems();
            for (String words : way) {
                MenuItem item = items.stream()
                        .filter(each -> words.equals(each.getText()))
                        .findFirst()
                        .orElseThrow();
                if (item instanceof Menu inner) {
                    items = inner.getItems();
                } else {
                    item.fire();
                }
            }
            menu.hide();
            look.pulse().advance(0.02);
        });
        Fx.settle();
    }

    /// Presses the button with a word.
    void press(String words) {
        Fx.run(() -> Nodes.all(scene.getRoot(), ButtonBase.class)
                .filter(button -> words.equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.settle();
    }

    @Override
    public void close() {
        Fx.run(() -> {
            // Out of its window nothing moves any more.
            scene.setRoot(new javafx.scene.layout.Pane());
            if (stage != null) {
                stage.close();
            }
        });
        waves.close();
        disk.shutdownNow();
        store.close();
    }
}
