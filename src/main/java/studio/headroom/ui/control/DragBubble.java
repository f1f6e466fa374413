package studio.headroom.ui.control;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;

/// While a control is moved: its value and how far it has come, beside it and above everything else. It stays for
/// 400 ms.
final class DragBubble extends VBox {
    private static final double STAY_MS = 400;
    private static final double GAP = 8;

    private final Look look;
    private final WindowRoot root;
    private final Label value = new Label();
    private final Label moved = new Label();
    private FramePulse.@Nullable Delay leaving;

    DragBubble(Look look, WindowRoot root) {
        this.look = look;
        this.root = root;
        getStyleClass().add("hr-bubble");
        value.getStyleClass().add("hr-bubble-value");
        moved.getStyleClass().add("hr-bubble-moved");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        getChildren().addAll(value, moved);
    }

    /// @param anchor what it shall stand beside, in the root's coordinates
    /// @param below under it rather than beside it
    void show(ControlModel model, Bounds anchor, boolean below) {
        stay();
        value.setText(model.text());
        moved.setText(model.moved());
        root.show(this);
        autosize();
        double gap = look.px(GAP);
        if (below) {
            double under = anchor.getMaxY() + gap;
            boolean fits = under + getHeight() <= root.getHeight();
            root.place(this, anchor.getCenterX() - getWidth() / 2, fits ? under : anchor.getMinY() - gap - getHeight());
        } else {
            double beside = anchor.getMaxX() + gap;
            boolean fits = beside + getWidth() <= root.getWidth();
            root.place(
                    this, fits ? beside : anchor.getMinX() - gap - getWidth(), anchor.getCenterY() - getHeight() / 2);
        }
    }

    /// Lets it go after its time.
    void leave() {
        stay();
        leaving = look.pulse().after(STAY_MS, () -> root.hide(this));
    }

    private void stay() {
        if (leaving != null) {
            leaving.cancel();
        }
    }
}
