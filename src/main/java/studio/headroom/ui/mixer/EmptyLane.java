package studio.headroom.ui.mixer;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.headroom.project.Strip.Kind;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// What stands where the strips would be while none is shown: why, and what helps.
final class EmptyLane extends VBox {
    private final Look look;
    private final MixerModel model;
    private final Label words = new Label();

    EmptyLane(Look look, MixerModel model) {
        this.look = look;
        this.model = model;
        setAlignment(Pos.CENTER);
        setManaged(false);
        setPickOnBounds(false);
        words.getStyleClass().add("hr-empty-text");
        words.setWrapText(true);
    }

    /// Looks at the model again.
    void refresh() {
        boolean empty = model.strips().get().isEmpty() && model.folders().get().isEmpty();
        setVisible(empty);
        if (!empty) {
            return;
        }
        setSpacing(look.px(12));
        getChildren().setAll(words);
        if (!model.filter().get().isBlank()) {
            words.setText("No strip has “" + model.filter().get().strip() + "” in its name.");
            getChildren()
                    .add(button(Icon.CLOSE, "Show all", () -> model.filter().set("")));
        } else if (model.hiddenCount() > 0) {
            words.setText("All strips are hidden. They sound all the same.");
            getChildren().add(button(Icon.PLUS, "Show hidden strips", model.actions()::showAll));
        } else {
            words.setText("No tracks yet. Drop sound files anywhere in the window, or add an empty track.");
            getChildren()
                    .add(button(Icon.PLUS, "Add a track", () -> model.actions().add(Kind.TRACK)));
        }
    }

    private Button button(Icon icon, String text, Runnable action) {
        return Buttons.of(look, icon, text, Buttons.Kind.DEFAULT, action);
    }
}
