package studio.headroom.ui.inspector;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// What stands there while no strip is selected: what can be done.
final class EmptyView extends VBox {
    EmptyView(Look look, InspectorModel model) {
        super(look.px(12));
        setAlignment(Pos.CENTER);
        setPadding(new Insets(look.px(24)));
        Label title = new Label("No strip is selected");
        title.getStyleClass().add("hr-title");
        Label text = new Label("Click a strip in the mixer, or the name of a track. Its input, EQ, compressor and sends"
                + " come here.\n\nShift-click selects several.");
        text.getStyleClass().add("hr-empty-text");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        HBox buttons = new HBox(
                look.px(8),
                Parts.small("First strip", () -> model.mixer().selectNeighbor(1)),
                Parts.small(
                        "Master",
                        () -> model.mixer().select(model.mixer().master().get().id(), false, false)));
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(Icon.TUNE_VERTICAL.node(look, 40, Token.FG_4), title, text, buttons);
    }
}
