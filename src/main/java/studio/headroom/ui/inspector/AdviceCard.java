package studio.headroom.ui.inspector;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// One piece of advice, or nothing.
final class AdviceCard extends VBox {
    private final InspectorModel model;
    private final Label title = new Label();
    private final Label detail = new Label();

    /// @param show leads to the control that an advice is about
    AdviceCard(Look look, InspectorModel model, Consumer<Advice.Target> show) {
        this.model = model;
        title.getStyleClass().add("hr-advice-title");
        title.setWrapText(true);
        detail.getStyleClass().add("hr-advice-text");
        detail.setWrapText(true);
        Button lead =
                Parts.small("Show me", () -> model.advice().map(Advice::target).ifPresent(show));
        lead.getStyleClass().add("hr-soft");
        lead.setAccessibleHelp("Leads to the control that this is about. Nothing is changed.");
        Buttons.explain(lead, "Show me", "Leads to the control that this is about. Nothing is changed.");
        Button dismiss = Buttons.of("Dismiss", Buttons.Kind.GHOST, model::dismiss);
        dismiss.getStyleClass().add("hr-card-button");
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setAccessibleHelp("Does not come again for this strip while the song is open.");
        HBox buttons = new HBox(look.px(6), lead, dismiss);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox text = new VBox(look.px(4), title, detail, buttons);
        VBox.setMargin(buttons, new Insets(look.px(4), 0, 0, 0));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(look.px(10), Icon.LIGHTBULB_ON_OUTLINE.node(look, 16, Token.ACCENT), text);
        card.setAlignment(Pos.TOP_LEFT);
        card.setPadding(new Insets(look.px(10), look.px(12), look.px(10), look.px(10)));
        Panels.fill(look, card, Token.BG_3, 6);
        setPadding(new Insets(look.px(8), look.px(Parts.SIDE), look.px(Parts.SIDE), look.px(Parts.SIDE)));
        getChildren().add(card);
        setMinHeight(USE_PREF_SIZE);
        refresh();
    }

    void refresh() {
        Optional<Advice> advice = model.advice();
        setVisible(advice.isPresent());
        setManaged(advice.isPresent());
        advice.ifPresent(now -> {
            title.setText(now.title());
            detail.setText(now.detail());
        });
    }
}
