package studio.headroom.ui.shell;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.start.DropSpot;
import studio.headroom.ui.theme.Look;

/// The place where the song is mixed: the timeline above the mixer, the inspector at the right. What these are is
/// handed in.
public final class MixPlace implements Place {
    public static final String ID = "mix";

    /// What becomes of keys that nobody else wanted.
    @FunctionalInterface
    public interface Keys {
        boolean keyPressed(KeyEvent event);
    }

    /// What the place is made of.
    ///
    /// @param timeline fills the upper part
    /// @param mixer fills the lower part
    /// @param inspector stands at the right, 320 wide
    /// @param hint what keys do with what is selected
    /// @param dispose runs when the song is closed
    public record Parts(
            Region timeline,
            Region mixer,
            Region inspector,
            ObservableValue<String> hint,
            Keys keys,
            Runnable dispose) {}

    private final Parts parts;
    private final MixLayout layout;
    private Function<Point2D, DropSpot> drops = point -> DropSpot.END;
    private Consumer<@Nullable Point2D> dropShown = point -> {};
    private Function<Node, String> upperArea = node -> "";
    private Function<Node, String> lowerArea = node -> "";

    public MixPlace(Look look, Preferences preferences, Parts parts) {
        this.parts = parts;
        layout = new MixLayout(look, preferences, parts.timeline(), parts.mixer(), parts.inspector());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Mix";
    }

    @Override
    public Node node() {
        return layout;
    }

    @Override
    public String output() {
        return "Mix out";
    }

    @Override
    public ObservableValue<String> hint() {
        return parts.hint();
    }

    @Override
    public void messagesAbove(DoubleSupplier height) {
        layout.takenBy(height);
    }

    /// Says which areas the parts are, for keys.
    public void areas(Function<Node, String> upper, Function<Node, String> lower) {
        upperArea = upper;
        lowerArea = lower;
    }

    /// Says where sound files go that are dropped at a point of the scene.
    ///
    /// @param shows shows that; null for nothing
    public void drops(Function<Point2D, DropSpot> spots, Consumer<@Nullable Point2D> shows) {
        drops = spots;
        dropShown = shows;
    }

    @Override
    public void showDrop(@Nullable Point2D scene) {
        dropShown.accept(scene);
    }

    @Override
    public DropSpot dropSpot(Point2D scene) {
        return drops.apply(scene);
    }

    @Override
    public String area(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == parts.timeline()) {
                return upperArea.apply(node);
            }
            if (up == parts.mixer()) {
                return lowerArea.apply(node);
            }
        }
        return "";
    }

    /// Shows the upper part, where the mixer alone is shown.
    public void showTimeline() {
        layout.showTimeline();
    }

    /// Shows both parts, the timeline alone, the mixer alone, in turn.
    public void nextView() {
        layout.nextView();
    }

    /// Gives the upper part all of the room, as an editor needs it, or takes that back. [#nextView] takes it back, too.
    public void whole(boolean now) {
        layout.whole(now);
    }

    /// Shows or hides the inspector.
    public void toggleInspector() {
        layout.toggleInspector();
    }

    @Override
    public boolean keyPressed(KeyEvent event) {
        return parts.keys().keyPressed(event);
    }

    @Override
    public void dispose() {
        parts.dispose().run();
    }
}
