package studio.headroom.app.window;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import studio.headroom.ui.preferences.Preferences;

/// Puts the window where it was last, and keeps where it is.
final class StageMemory {
    private final Stage stage;
    private final Preferences preferences;
    /// Where it is while it is not maximized.
    private WindowPlace free;

    private StageMemory(Stage stage, Preferences preferences, WindowPlace free) {
        this.stage = stage;
        this.preferences = preferences;
        this.free = free;
    }

    /// Before the window is shown.
    static void follow(Stage stage, Preferences preferences) {
        List<Rectangle2D> screens = new ArrayList<>();
        screens.add(Screen.getPrimary().getVisualBounds());
        Screen.getScreens().forEach(screen -> screens.add(screen.getVisualBounds()));
        WindowPlace place = WindowPlace.parse(preferences.window().get())
                .map(kept -> kept.on(screens))
                .orElseGet(() -> WindowPlace.usual(screens.getFirst()));
        double[] least = WindowPlace.least(screens.getFirst());
        stage.setMinWidth(least[0]);
        stage.setMinHeight(least[1]);
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
        StageMemory memory = new StageMemory(stage, preferences, place);
        InvalidationListener keep = observable -> memory.keep();
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(property -> property.addListener(keep));
        stage.maximizedProperty().addListener(keep);
    }

    private void keep() {
        if (!stage.isShowing() || stage.isIconified() || stage.isFullScreen()) {
            return;
        }
        boolean maximized = stage.isMaximized();
        if (!maximized && stage.getWidth() > 0 && stage.getHeight() > 0) {
            free = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
        preferences.window().set(new WindowPlace(free.x(), free.y(), free.width(), free.height(), maximized).text());
    }
}
