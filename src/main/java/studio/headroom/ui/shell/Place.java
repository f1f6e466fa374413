package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.start.DropSpot;

/// One of the places of the window: what fills the work area while it is chosen. UI thread.
public interface Place {
    /// Stable: `mix`.
    String id();

    /// For people: `Mix`.
    String name();

    /// What fills the work area; always the same.
    Node node();

    /// What the top bar calls that which this place delivers: `Mix out`.
    String output();

    /// What keys do with what is selected, for the status bar.
    ObservableValue<String> hint();

    /// The area of this place that a node lies in, such as `mix.timeline`; empty where it lies in none.
    default String area(Node node) {
        return "";
    }

    /// Where sound files that are dropped at a place of the scene go.
    ///
    /// @param scene the point, in the scene's coordinates
    default DropSpot dropSpot(Point2D scene) {
        return DropSpot.END;
    }

    /// Shows where files go that are held over a point of the scene; null when they are held over it no more.
    default void showDrop(@Nullable Point2D scene) {}

    /// Messages above the place take height from it while they are shown; it may give that from where it is missed
    /// least.
    ///
    /// @param height so much, in pixels
    default void messagesAbove(DoubleSupplier height) {}

    /// Takes a key that neither a control nor a command wanted.
    ///
    /// @return whether it was of use
    default boolean keyPressed(KeyEvent event) {
        return false;
    }

    /// It fills the work area from now on.
    default void shown() {}

    /// Another place does.
    default void hidden() {}

    /// Whether dropped sound files are this place's own matter.
    ///
    /// @return false where they go into the song as ever
    default boolean dropped(List<Path> files) {
        return false;
    }

    /// The song is closed; it will not be shown again.
    default void dispose() {}
}
