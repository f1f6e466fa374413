package studio.headroom.ui.master.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.mastering.assist.Finding;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// What stands out about the print, a card each: where it is plainest, and the way back to the mix.
final class FaultCards extends VBox {
    private final Look look;
    private final AssistantModel model;
    private final List<Runnable> updates = new ArrayList<>();

    FaultCards(Look look, AssistantModel model, Advice advice) {
        super(look.px(8));
        this.look = look;
        this.model = model;
        getChildren().add(Kit.label("What stands out", "hr-title"));
        for (Finding finding : advice.findings()) {
            getChildren().add(card(finding, advice.before().sampleRate()));
        }
        if (advice.findings().isEmpty()) {
            Label none = Kit.lines(
                    "Nothing: the print lies where " + advice.corridor().label() + " usually does.", "hr-dialog-text");
            none.setGraphic(Icon.CHECK_CIRCLE_OUTLINE.node(look, 16, Token.OK));
            getChildren().add(none);
        }
        for (String note : advice.notes()) {
            String sentence = note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1) + ".";
            getChildren().add(Kit.lines(Figures.minus(sentence), "hr-sub"));
        }
    }

    private VBox card(Finding finding, int rate) {
        boolean mix = finding.fault().belongsToTheMix();
        int colon = finding.text().indexOf(": ");
        Label title = Kit.label(finding.text().substring(0, Math.max(0, colon)), "hr-title");
        title.setGraphic(
                (mix ? Icon.ALERT_OUTLINE : Icon.INFORMATION_OUTLINE).node(look, 16, mix ? Token.WARN : Token.ACCENT));
        Label where = Kit.label(mix ? "mend it in the mix" : "mended here", "hr-sub");
        where.setMinWidth(Region.USE_PREF_SIZE);
        String rest = finding.text().substring(colon + 2);
        Label text = Kit.lines(
                Figures.minus(rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1)) + ".",
                "hr-dialog-text");
        String time = Figures.time((double) finding.place().start() / rate);
        Button place = Kit.small(
                look,
                Icon.CHEVRON_RIGHT,
                time,
                "Go to " + time + ", where it is plainest",
                () -> model.locate(finding));
        Button note = Kit.small(
                look,
                Icon.PENCIL_OUTLINE,
                "Note to the mix",
                "Note to the mix: " + title.getText(),
                () -> model.note(finding));
        updates.add(() -> {
            boolean noted = model.isNoted(finding.text());
            note.setDisable(noted);
            note.setText(noted ? "Noted" : "Note to the mix");
        });
        HBox buttons = Kit.line(look, place, note);
        VBox card = new VBox(look.px(6), Kit.line(look, Kit.grown(title), where), text, buttons);
        card.getStyleClass().add("hr-card");
        card.setPadding(new Insets(look.px(10)));
        return card;
    }

    /// Shows what the model says by now.
    void update() {
        updates.forEach(Runnable::run);
    }
}
