package studio.headroom.ui.export;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.PrintJob;
import studio.headroom.project.Project;
import studio.headroom.ui.control.Buttons.Kind;
import studio.headroom.ui.shell.DialogCard;
import studio.headroom.ui.shell.Overlay;
import studio.headroom.ui.shell.ProgressBox;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The dialogs of exports and prints: each says what will happen, what happens, or what came of it. UI thread.
final class ExportDialogs extends JobDialogs {
    private static final double RUN = 520;
    private static final double QUESTION = 480;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private final Consumer<Path> reveal;

    ExportDialogs(Look look, Overlay overlay, ZoneId zone, Consumer<Path> reveal) {
        super(look, overlay);
        this.zone = zone;
        this.reveal = reveal;
    }

    // ---- questions ----

    /// A song that was never saved has no folder to print into or to read from.
    void saveFirst(String what, String why, Runnable save) {
        show(
                () -> {
                    DialogCard card = card(what + ": save the song first", QUESTION)
                            .say(why + " This song has none yet: save it, and it goes on from here.");
                    card.button("Cancel", Kind.DEFAULT, hiding(JobDialogs::nothing));
                    return new Made(card, card.button("Save as…", Kind.PRIMARY, hiding(save)));
                },
                JobDialogs::nothing);
    }

    // ---- the form and the work ----

    /// @param begin takes what the model says by then
    void form(ExportModel model, Function<Path, Optional<Path>> chooseFolder, Runnable begin) {
        form(
                model,
                "Export “" + model.song().project().title() + "”",
                () -> new ExportForm(look(), model, chooseFolder),
                "Export",
                JobDialogs::nothing,
                begin);
    }

    void exporting(ExportRun run, Runnable hide) {
        running(
                run,
                "Exporting “" + run.song().project().title() + "”",
                RUN,
                "You may go on working: the files are of the song as it was when this began. Canceling leaves nothing"
                        + " behind, and files that were there stay as they are.",
                hide);
    }

    void printing(PrintRun run, Runnable hide) {
        show(
                () -> {
                    DialogCard card = card("Printing “" + run.project().title() + "”", QUESTION);
                    ProgressBox progress = new ProgressBox(look(), run.began());
                    card.add(progress);
                    card.say("The whole mix as one 32-bit float file, which the mastering works on. You may go on"
                            + " working; canceling leaves nothing behind.");
                    follow(card, () -> progress.show(run.step(), run.share()));
                    card.button("Cancel", Kind.DEFAULT, run::cancel);
                    return new Made(card, card.button("Hide", Kind.DEFAULT, hide));
                },
                hide);
    }

    // ---- what came of it ----

    void exported(ExportRun run) {
        int files = run.names().size();
        show(
                () -> {
                    DialogCard card = card(files == 1 ? "Exported" : "Exported " + files + " files", RUN);
                    card.say("Every file was read again and measured after it was written. Length "
                            + Figures.time(run.length()) + ".");
                    card.add(scroll(new FileRows(look(), run, reveal)));
                    Path report = run.reportFile();
                    if (report != null) {
                        card.add(Fields.hint("The report is “" + report.getFileName() + "”."));
                    }
                    card.button(
                            "Show in folder", Kind.DEFAULT, () -> reveal.accept(report == null ? run.file(0) : report));
                    return new Made(card, card.button("Done", Kind.PRIMARY, hiding(JobDialogs::nothing)));
                },
                JobDialogs::nothing);
    }

    /// What was printed, or that the print there is still holds.
    void printed(Project project, PrintJob.Result result) {
        show(
                () -> {
                    DialogCard card = card(result.fresh() ? "The print is still fresh" : "The mix is printed", RUN);
                    card.say(
                            result.fresh()
                                    ? "Nothing that is heard has changed since " + when(result)
                                            + ". There is nothing to do."
                                    : "One 32-bit float file that is never changed. The mastering works on it.");
                    card.add(facts(project, result));
                    if (result.remarks().isEmpty()) {
                        card.add(remark(
                                Icon.CHECK_CIRCLE_OUTLINE,
                                Token.OK,
                                "Nothing is clipped, no limiter is on the master, and it holds in mono."));
                    }
                    result.remarks().forEach(text -> card.add(remark(Icon.ALERT_OUTLINE, Token.WARN, text)));
                    card.button(
                            "Show in folder",
                            Kind.DEFAULT,
                            () -> reveal.accept(result.print().file()));
                    return new Made(card, card.button("Done", Kind.PRIMARY, hiding(JobDialogs::nothing)));
                },
                JobDialogs::nothing);
    }

    private String when(PrintJob.Result result) {
        return MOMENT.format(result.made().atZone(zone));
    }

    private VBox facts(Project project, PrintJob.Result result) {
        LoudnessReport report = result.report();
        VBox facts = new VBox(look().px(2));
        facts.getChildren()
                .addAll(
                        fact("Song", project.title()),
                        fact("Printed", when(result)),
                        fact("Length", Figures.time(result.seconds())),
                        fact("Loudness", Figures.level(report.integratedLufs()) + " LUFS-I"),
                        fact("True peak", Figures.level(report.truePeakDbtp()) + " dBTP"),
                        fact("Headroom", Figures.level(result.headroomDb()) + " dB"));
        return facts;
    }

    private Node fact(String name, String value) {
        Label word = new Label(name);
        word.getStyleClass().add("hr-sub");
        word.setMinWidth(look().px(92));
        Label text = new Label(value);
        text.getStyleClass().add("hr-file-state");
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setMinWidth(0);
        HBox line = new HBox(look().px(8), word, Fields.grown(text));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(look().px(22));
        line.setAccessibleText(name + " " + value);
        return line;
    }

    private Node remark(Icon icon, Token color, String text) {
        Label words = new Label(text);
        words.getStyleClass().add("hr-dialog-text");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(look().px(8), icon.node(look(), 16, color), Fields.grown(words));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
