package studio.headroom.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.start.DropSpot;
import studio.headroom.ui.theme.Look;

/// Files that are dragged over the window: says beside the pointer what dropping them there does, and passes them on.
/// UI
/// thread.
final class FileDrops {
    private static final DropSpot SONG = new DropSpot("Drop to open, or to start a song", 0, 0, null);
    private static final double BESIDE = 16;

    private final Look look;
    private final WindowRoot root;
    private final Region veil;
    private final BooleanSupplier blocked;
    private final Supplier<@Nullable Place> place;
    private final BiConsumer<List<Path>, DropSpot> dropped;
    private final Label words = new Label();
    private final StackPane bubble = new StackPane(words);

    /// @param veil covers the work area where all of it takes files alike
    /// @param blocked whether something lies above the window
    /// @param place that is shown, or null while no song is open
    FileDrops(
            Look look,
            WindowRoot root,
            Region veil,
            BooleanSupplier blocked,
            Supplier<@Nullable Place> place,
            BiConsumer<List<Path>, DropSpot> dropped) {
        this.look = look;
        this.root = root;
        this.veil = veil;
        this.blocked = blocked;
        this.place = place;
        this.dropped = dropped;
        words.getStyleClass().add("hr-step-now");
        bubble.getStyleClass().add("hr-bubble");
        bubble.setMouseTransparent(true);
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles() && !blocked.getAsBoolean()) {
                event.acceptTransferModes(TransferMode.COPY);
                over(new Point2D(event.getSceneX(), event.getSceneY()));
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_EXITED, event -> leave());
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            leave();
            if (event.getDragboard().hasFiles() && !blocked.getAsBoolean()) {
                event.setDropCompleted(true);
                event.consume();
                drop(
                        event.getDragboard().getFiles().stream()
                                .map(File::toPath)
                                .toList(),
                        new Point2D(event.getSceneX(), event.getSceneY()));
            }
        });
    }

    private DropSpot spot(Point2D scene) {
        Place shown = place.get();
        return shown == null ? SONG : shown.dropSpot(scene);
    }

    /// Files are held over a point.
    void over(Point2D scene) {
        DropSpot spot = spot(scene);
        veil.setVisible(spot.equals(SONG));
        words.setText(spot.words());
        Place shown = place.get();
        if (shown != null) {
            shown.showDrop(scene);
        }
        root.show(bubble);
        Point2D at = root.sceneToLocal(scene);
        root.place(bubble, at.getX() + look.px(BESIDE), at.getY() + look.px(BESIDE));
    }

    /// They are held over it no more.
    void leave() {
        veil.setVisible(false);
        root.hide(bubble);
        Place shown = place.get();
        if (shown != null) {
            shown.showDrop(null);
        }
    }

    void drop(List<Path> paths, Point2D scene) {
        leave();
        Place shown = place.get();
        if (shown == null || !shown.dropped(paths)) {
            dropped.accept(paths, spot(scene));
        }
    }
}
