package studio.headroom.app.window;

import javafx.beans.InvalidationListener;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.ui.theme.Look;

/// What stands always in sight at the foot of the Master view's right column: one panel below the other.
final class ColumnFoot extends VBox {
    private static final double GAP = 8;

    /// Held here, since the scale holds it weakly.
    private final InvalidationListener rescale;

    ColumnFoot(Look look, Region... panels) {
        super(panels);
        rescale = observable -> setSpacing(look.px(GAP));
        look.watch(rescale);
        setSpacing(look.px(GAP));
    }
}
