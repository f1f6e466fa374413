package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyDispatch;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.DropSpot;
import studio.headroom.ui.theme.Look;

/// The window's content: top bar, messages, the place that is chosen, status bar, and above them the overlay. UI
/// thread.
public final class MainWindow {
    private final Look look;
    private final Commands commands;
    private final Preferences preferences;
    private final Overlay overlay;
    private final WindowRoot root;
    private final StackPane work = new StackPane();
    private final VBox top = new VBox();
    private final BorderPane frame = new BorderPane();
    private final StatusBar status;
    private final MessageBars messages;
    private final Popover popover;
    private final Region veil = new Region();
    private final FramePulse.Frame pulse = this::frame;
    private @Nullable Open open;
    private @Nullable FileDrops drops;

    /// What is shown of the open song.
    private record Open(SongSession session, TopBarModel model, TopBar bar, Places places) {}

    public MainWindow(Look look, Commands commands, Preferences preferences, Messages shown) {
        this.look = look;
        this.commands = commands;
        this.preferences = preferences;
        overlay = new Overlay(look);
        status = new StatusBar(look);
        messages = new MessageBars(look, shown);
        veil.getStyleClass().add("hr-drop-veil");
        veil.setMouseTransparent(true);
        veil.setVisible(false);
        // The window is as large as it is; what does not fit into it gives way.
        work.setMinSize(0, 0);
        top.setMinWidth(0);
        frame.setMinSize(0, 0);
        frame.setTop(top);
        frame.setCenter(new StackPane(work, veil));
        root = new WindowRoot(look, new StackPane(frame, overlay));
        popover = new Popover(look, root);
        status.onStep(() -> commands.run("edit.history"));
        status.onMonitor(() -> commands.run("transport.listeningLevel"));
        KeyDispatch keys = new KeyDispatch(commands, overlay::isOpen, this::focused, this::rest);
        root.sceneProperty().addListener((observable, before, scene) -> {
            if (before != null) {
                keys.leave(before);
            }
            if (scene != null) {
                keys.watch(scene);
            }
        });
        top.getChildren().setAll(messages);
    }

    /// The root of the scene.
    public WindowRoot root() {
        return root;
    }

    public Overlay overlay() {
        return overlay;
    }

    /// Shows what stands there while no song is open.
    public void showStart(Node start) {
        leave();
        top.getChildren().setAll(messages);
        frame.setBottom(null);
        work.getChildren().setAll(start);
    }

    /// Shows a song, in the first of its places.
    public void showSong(SongSession session, TopBarModel model, List<Place> all) {
        leave();
        all.forEach(place -> place.messagesAbove(messages::tall));
        Places places = new Places(all, commands);
        TopBar bar = new TopBar(look, commands, preferences, session, model, all, places);
        open = new Open(session, model, bar, places);
        top.getChildren().setAll(bar, messages);
        frame.setBottom(status);
        places.place().addListener((observable, before, now) -> {
            if (before != null) {
                before.hidden();
            }
            if (now != null) {
                work.getChildren().setAll(now.node());
                now.shown();
                if (before != null) {
                    // What had the focus is gone with its place.
                    now.node().requestFocus();
                }
                status.follow(now.hint(), session.hints());
            }
        });
        places.choose(all.getFirst());
        look.pulse().add(pulse);
        frame(0);
    }

    private void leave() {
        popover.hide();
        look.pulse().remove(pulse);
        status.unfollow();
        Open before = open;
        open = null;
        if (before != null) {
            before.places().dispose();
            before.bar().close();
        }
        work.getChildren().clear();
    }

    private void frame(double seconds) {
        Open now = open;
        if (now != null) {
            now.session().playback().refresh();
            now.bar().frame(seconds);
            String step = now.session().history().undoName().get();
            status.showStep(step.isEmpty() ? "" : now.model().undoWords());
        }
    }

    /// What the status bar says of how loud one listens.
    void showMonitor(String words) {
        status.showMonitor(words);
    }

    /// What the status bar says of the device.
    public void showDevice(String words) {
        status.showDevice(words);
    }

    /// Opens the field to type a place into.
    public void typePosition() {
        if (open != null) {
            open.bar().time().open();
        }
    }

    /// Shows the list of steps, or hides it.
    ///
    /// @param panel gives it when it is to be shown
    void toggleHistory(Supplier<HistoryPanel> panel) {
        Open now = open;
        if (popover.isOpen()) {
            popover.hide();
        } else if (now != null) {
            HistoryPanel made = panel.get();
            popover.show(made, now.bar().steps());
            made.open();
        }
    }

    /// Shows the notes to the mix, or hides them.
    void toggleToDos() {
        Open now = open;
        if (popover.isOpen()) {
            popover.hide();
        } else if (now != null) {
            ToDoPanel made = new ToDoPanel(look, now.session());
            popover.show(made, now.bar().toDos());
            made.open();
        }
    }

    Popover popover() {
        return popover;
    }

    /// The place that is shown, or null while no song is open.
    public @Nullable Place place() {
        return open == null ? null : open.places().place().get();
    }

    /// Shows another place of the open song, where it has that.
    ///
    /// @param id of the place
    public void showPlace(String id) {
        Open now = open;
        if (now != null) {
            now.places().all().stream()
                    .filter(place -> place.id().equals(id))
                    .findFirst()
                    .ifPresent(now.places()::choose);
        }
    }

    /// Keys are those of the area that has the focus, or had it last.
    private void focused(@Nullable Node owner) {
        Place now = place();
        String area = now == null || owner == null ? "" : now.area(owner);
        if (!area.isEmpty()) {
            commands.setArea(area);
        }
    }

    private boolean rest(KeyEvent event) {
        Place now = place();
        return now != null && now.keyPressed(event);
    }

    /// Lets files be dropped anywhere.
    public void acceptFiles(BiConsumer<List<Path>, DropSpot> dropped) {
        drops = new FileDrops(look, root, veil, overlay::isOpen, this::place, dropped);
    }

    /// Files are held over a point of the scene.
    public void fileOver(Point2D scene) {
        FileDrops takes = drops;
        if (takes != null) {
            takes.over(scene);
        }
    }

    /// Files are let go over a point of the scene.
    public void fileDropped(List<Path> files, Point2D scene) {
        FileDrops takes = drops;
        if (takes != null) {
            takes.drop(files, scene);
        }
    }

    /// Shows a dialog above everything.
    ///
    /// @param left runs when it is left without an answer; null where it has to be answered
    public void ask(Region card, @Nullable Runnable left) {
        overlay.show(card, Pos.CENTER, left);
    }
}
