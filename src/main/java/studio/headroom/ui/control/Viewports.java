package studio.headroom.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// What scroll panes show.
public final class Viewports {
    private Viewports() {}

    /// Shows what is painted as soon as it is: a viewport keeps a picture of its content otherwise, which may be the
    /// one
    /// of before, and costs more than it saves where meters move.
    public static void uncached(ScrollPane scroll) {
        scroll.skinProperty().addListener((observable, before, skin) -> {
            Node viewport = scroll.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
    }
}
