package studio.headroom.ui.master.advise;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.check.Finding;
import studio.headroom.mastering.check.Place;
import studio.headroom.mastering.check.Severity;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// One finding: how much it matters, why, where, and what can be done.
final class FindingCard extends VBox {
    /// Times that are offered at once; the note to the mix names more.
    private static final int MOST_TIMES = 6;

    private final CheckModel model;
    private final CheckModel.Row row;
    private final Button note;

    FindingCard(Look look, CheckModel model, CheckModel.Row row) {
        super(look.px(6));
        this.model = model;
        this.row = row;
        Finding finding = row.finding();
        getStyleClass().add("hr-card");
        setPadding(new Insets(look.px(10)));
        String name = finding.kind().title();
        String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Label heading = Kit.lines(title, "hr-title");
        heading.setGraphic(icon(row).node(look, 16, color(row)));
        heading.setGraphicTextGap(look.px(6));
        Label where = Kit.label(
                row.mended()
                        ? "mended by " + row.mender()
                        : word(finding.severity()) + " · " + row.sound().label(),
                "hr-sub");
        where.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(Kit.line(look, Kit.grown(heading), where), text(finding.reason(), "hr-dialog-text"));
        if (!row.mended()) {
            getChildren().add(text(finding.advice(), "hr-sub"));
        }
        if (!model.isEverywhere(row)) {
            getChildren().add(times(look, finding, title));
        }
        FlowPane actions = new FlowPane(look.px(8), look.px(6));
        row.remedy().ifPresent(remedy -> {
            Button fix = Kit.small(
                    look, Icon.AUTO_FIX, remedy.words(), remedy.words() + " against " + name, () -> model.fix(row));
            fix.getStyleClass().add("hr-soft");
            Buttons.explain(fix, remedy.words(), remedy.explanation() + " One step, which can be undone.");
            actions.getChildren().add(fix);
        });
        note = Kit.small(
                look, Icon.PENCIL_OUTLINE, "Note to the mix", "Note to the mix: " + name, () -> model.note(row));
        actions.getChildren().add(note);
        getChildren().add(actions);
        setOpacity(row.mended() ? 0.7 : 1);
        update();
    }

    private static Label text(String words, String style) {
        return Kit.lines(Figures.minus(words), style);
    }

    private FlowPane times(Look look, Finding finding, String title) {
        FlowPane times = new FlowPane(look.px(6), look.px(6));
        List<Place> places = finding.places();
        for (int i = 0; i < Math.min(MOST_TIMES, places.size()); i++) {
            int place = i;
            String time = model.time(places.get(i).from());
            Button jump = Buttons.of(time, Buttons.Kind.DEFAULT, () -> model.jump(row, place));
            jump.getStyleClass().add("hr-card-button");
            jump.setAccessibleText("Go to " + time + ", " + title);
            times.getChildren().add(jump);
        }
        long more = finding.count() - times.getChildren().size();
        if (more > 0) {
            times.getChildren().add(Kit.label("and " + more + " more", "hr-sub"));
        }
        return times;
    }

    private static Icon icon(CheckModel.Row row) {
        if (row.mended()) {
            return Icon.CHECK_CIRCLE_OUTLINE;
        }
        return switch (row.finding().severity()) {
            case ERROR -> Icon.ALERT_CIRCLE_OUTLINE;
            case WARNING -> Icon.ALERT_OUTLINE;
            case INFO -> Icon.INFORMATION_OUTLINE;
        };
    }

    private static Token color(CheckModel.Row row) {
        if (row.mended()) {
            return Token.OK;
        }
        return switch (row.finding().severity()) {
            case ERROR -> Token.ERR;
            case WARNING -> Token.WARN;
            case INFO -> Token.ACCENT;
        };
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case INFO -> "Note";
        };
    }

    /// Shows what the model says by now.
    void update() {
        boolean noted = model.isNoted(row);
        note.setDisable(noted);
        note.setText(noted ? "Noted" : "Note to the mix");
    }
}
