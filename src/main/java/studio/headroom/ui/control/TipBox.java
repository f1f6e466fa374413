package studio.headroom.ui.control;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// Explains what is under the pointer: after 600 ms, at once when another explanation was there in the last 300 ms, and
/// at once on F1.
final class TipBox extends VBox {
    private static final double WAIT_MS = 600;
    private static final double NEXT_MS = 300;
    private static final double WIDTH = 324;
    private static final double GAP = 8;

    /// What it says.
    ///
    /// @param value what stands beside the name; may be empty, as the others
    /// @param reason why the control is not available
    record Tip(String name, String value, String body, String reason, String hint) {}

    private final Look look;
    private final WindowRoot root;
    private final Label name = label("hr-tip-name");
    private final Label value = label("hr-tip-value");
    private final Label body = label("hr-tip-body");
    private final Label reason = label("hr-tip-reason");
    private final Label hint = label("hr-tip-hint");
    private FramePulse.@Nullable Delay waiting;
    private FramePulse.@Nullable Delay recent;

    TipBox(Look look, WindowRoot root) {
        this.look = look;
        this.root = root;
        getStyleClass().add("hr-tip");
        setMouseTransparent(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        body.setWrapText(true);
        reason.setWrapText(true);
        getChildren().addAll(new HBox(name, space, value), body, reason, hint);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.managedProperty().bind(label.visibleProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    /// The pointer has come to a control.
    void offer(Node owner, Supplier<Tip> tip) {
        stopWaiting();
        boolean atOnce = recent != null && recent.isOpen();
        waiting = look.pulse().after(atOnce ? 0 : WAIT_MS, () -> show(owner, tip.get()));
    }

    void show(Node owner, Tip tip) {
        stopWaiting();
        if (owner.getScene() != root.getScene()) {
            return;
        }
        name.setText(tip.name());
        value.setText(tip.value());
        body.setText(tip.body());
        reason.setText(tip.reason());
        hint.setText(tip.hint());
        setPrefWidth(look.px(WIDTH));
        root.show(this);
        autosize();
        Bounds at = root.boundsOf(owner);
        double under = at.getMaxY() + look.px(GAP);
        boolean fits = under + getHeight() <= root.getHeight();
        root.place(this, at.getMinX(), fits ? under : at.getMinY() - look.px(GAP) - getHeight());
    }

    boolean isShown() {
        return getParent() != null;
    }

    /// The pointer has left, or the control is used.
    void hide() {
        stopWaiting();
        if (isShown()) {
            root.hide(this);
            recent = look.pulse().after(NEXT_MS, () -> {});
        }
    }

    private void stopWaiting() {
        if (waiting != null) {
            waiting.cancel();
        }
    }
}
