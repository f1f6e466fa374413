package studio.headroom.ui.export;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.PrintJob;
import studio.headroom.project.Project;
import studio.headroom.ui.control.Buttons.Kind;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.shell.DialogCard;
import studio.headroom.ui.shell.Overlay;
import studio.headroom.ui.shell.ProgressBox;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The dialogs of exports and prints: each says what will happen, what happens, or what came of it. UI thread.
public final class ExportDialogs {
    private static final double FORM = 924;
    private static final double RUN = 520;
    private static final double QUESTION = 480;
    private static final int MOST_ROWS = 8;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private final Look look;
    private final Overlay overlay;
    private final ZoneId zone;
    private final Consumer<Path> reveal;

    public ExportDialogs(Look look, Overlay overlay, ZoneId zone, Consumer<Path> reveal) {
        this.look = look;
        this.overlay = overlay;
        this.zone = zone;
        this.reveal = reveal;
    }

    private Runnable hiding(Runnable action) {
        return () -> {
            overlay.hide();
            action.run();
        };
    }

    private static void nothing() {}

    private void show(DialogCard card, Runnable left, Button first) {
        card.setMinHeight(0);
        overlay.show(card, Pos.CENTER, left);
        first.requestFocus();
    }

    private TallScroll scroll(Region content) {
        return new TallScroll(content, look.px(80));
    }

    // ---- questions ----

    /// A song that was never saved has no folder to print into or to read from.
    public void saveFirst(String what, String why, Runnable save) {
        DialogCard card = new DialogCard(look, what + ": save the song first", QUESTION)
                .say(why + " This song has none yet: save it, and it goes on from here.");
        card.button("Cancel", Kind.DEFAULT, hiding(ExportDialogs::nothing));
        show(card, ExportDialogs::nothing, card.button("Save as…", Kind.PRIMARY, hiding(save)));
    }

    /// Before the program ends while something is being written.
    ///
    /// @param what "export" or "print"
    public void quitting(String what, Runnable quit, Runnable stay) {
        DialogCard card = new DialogCard(look, "Quit before the " + what + " is complete?", QUESTION)
                .say("What is written of it until now is removed.");
        card.button("Quit", Kind.DANGER, hiding(quit));
        show(card, stay, card.button("Go on", Kind.PRIMARY, hiding(stay)));
    }

    /// What becomes of files that are there.
    ///
    /// @param folder that their names are shown from
    public void existing(Path folder, List<Path> files, Runnable replace, Runnable keepBoth, Runnable back) {
        DialogCard card = new DialogCard(
                        look,
                        files.size() == 1 ? "This file exists" : "These " + files.size() + " files exist",
                        QUESTION)
                .say("A file that is replaced stays as it is until the new one is complete.");
        VBox rows = new VBox(look.px(6));
        for (Path file : files.subList(0, Math.min(MOST_ROWS, files.size()))) {
            Label row = new Label(folder.relativize(file).toString());
            row.getStyleClass().add("hr-preference");
            row.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            rows.getChildren().add(row);
        }
        if (files.size() > MOST_ROWS) {
            rows.getChildren().add(Fields.hint("and " + (files.size() - MOST_ROWS) + " more"));
        }
        card.add(rows);
        card.button("Back", Kind.GHOST, hiding(back));
        card.button("Replace", Kind.DEFAULT, hiding(replace));
        show(card, back, card.button("Keep both", Kind.PRIMARY, hiding(keepBoth)));
    }

    // ---- the form ----

    /// @param begin takes what the model says by then
    void form(ExportModel model, Function<Path, Optional<Path>> chooseFolder, Runnable begin) {
        String title = model.song().project().title();
        model.forgetObservers();
        DialogCard card = new DialogCard(look, "Export “" + title + "”", FORM);
        ExportForm form = new ExportForm(look, model, chooseFolder);
        TallScroll scroll = scroll(form);
        card.add(scroll);
        Label sum = new Label();
        sum.setWrapText(true);
        sum.setMinWidth(0);
        card.beside(sum);
        card.button("Cancel", Kind.DEFAULT, hiding(ExportDialogs::nothing));
        Button primary = card.button("Export", Kind.PRIMARY, hiding(begin));
        Runnable update = () -> {
            List<String> problems = model.problems();
            primary.setDisable(!problems.isEmpty() || model.isLooking());
            primary.setAccessibleHelp(problems.isEmpty() ? "" : problems.getFirst());
            sum.setText(problems.isEmpty() ? sum(model) : problems.getFirst());
            sum.setGraphic(problems.isEmpty() ? null : Icon.ALERT_CIRCLE_OUTLINE.node(look, 20, Token.ERR));
            sum.getStyleClass().setAll("label", problems.isEmpty() ? "hr-sub" : "hr-problem");
        };
        model.observe(update);
        update.run();
        show(card, ExportDialogs::nothing, primary);
    }

    private static String sum(ExportModel model) {
        int files = model.plan().files().size();
        String sum = (files == 1 ? "1 file" : files + " files") + " · about "
                + Surroundings.size(model.plan().bytes());
        return model.surroundings().freeBytes().isPresent()
                ? sum + " · "
                        + Surroundings.size(model.surroundings().freeBytes().getAsLong()) + " free"
                : sum;
    }

    // ---- under way ----

    /// Calls back with every frame while it is in a window.
    private void follow(Region node, Runnable each) {
        FramePulse.Frame frame = seconds -> each.run();
        node.sceneProperty().addListener((observable, before, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
        each.run();
    }

    void exporting(ExportRun run, Runnable hide) {
        DialogCard card =
                new DialogCard(look, "Exporting “" + run.song().project().title() + "”", RUN);
        ProgressBox progress = new ProgressBox(look, run.began());
        Label facts = Fields.hint("");
        FileRows rows = new FileRows(look, run, null);
        card.add(progress, facts, scroll(rows));
        card.say("You may go on working: the files are of the song as it was when this began. Canceling leaves nothing"
                + " behind, and files that were there stay as they are.");
        follow(card, () -> {
            progress.show(run.step(), run.share());
            facts.setText(facts(run));
            rows.update();
        });
        card.button("Cancel", Kind.DEFAULT, run::cancel);
        show(card, hide, card.button("Hide", Kind.DEFAULT, hide));
    }

    private static String facts(ExportRun run) {
        int all = run.names().size();
        String facts = (all == 1 ? "1 file" : run.ready() + " of " + all + " files") + " · "
                + Math.round(run.share() * 100) + " %";
        double speed = run.speed();
        return speed < 1
                ? facts
                : facts + String.format(Locale.ROOT, speed < 10 ? " · %.1f" : " · %.0f", speed)
                        + " times faster than real time";
    }

    void printing(PrintRun run, Runnable hide) {
        DialogCard card = new DialogCard(look, "Printing “" + run.project().title() + "”", QUESTION);
        ProgressBox progress = new ProgressBox(look, run.began());
        card.add(progress);
        card.say(
                "The whole mix as one 32-bit float file, which the mastering works on. You may go on working; canceling"
                        + " leaves nothing behind.");
        follow(card, () -> progress.show(run.step(), run.share()));
        card.button("Cancel", Kind.DEFAULT, run::cancel);
        show(card, hide, card.button("Hide", Kind.DEFAULT, hide));
    }

    // ---- what came of it ----

    void exported(ExportRun run) {
        int files = run.names().size();
        DialogCard card = new DialogCard(look, files == 1 ? "Exported" : "Exported " + files + " files", RUN);
        card.say("Every file was read again and measured after it was written. Length " + Figures.time(run.length())
                + ".");
        card.add(scroll(new FileRows(look, run, reveal)));
        Path report = run.reportFile();
        if (report != null) {
            card.add(Fields.hint("The report is “" + report.getFileName() + "”."));
        }
        card.button("Show in folder", Kind.DEFAULT, () -> reveal.accept(report == null ? run.file(0) : report));
        show(card, ExportDialogs::nothing, card.button("Done", Kind.PRIMARY, hiding(ExportDialogs::nothing)));
    }

    /// What was printed, or that the print there is still holds.
    void printed(Project project, PrintJob.Result result) {
        String when = MOMENT.format(result.made().atZone(zone));
        DialogCard card = new DialogCard(look, result.fresh() ? "The print is still fresh" : "The mix is printed", RUN);
        card.say(
                result.fresh()
                        ? "Nothing that is heard has changed since " + when + ". There is nothing to do."
                        : "One 32-bit float file that is never changed. The mastering works on it.");
        LoudnessReport report = result.report();
        VBox facts = new VBox(look.px(2));
        facts.getChildren()
                .addAll(
                        fact("Song", project.title()),
                        fact("Printed", when),
                        fact("Length", Figures.time(result.seconds())),
                        fact("Loudness", Figures.level(report.integratedLufs()) + " LUFS-I"),
                        fact("True peak", Figures.level(report.truePeakDbtp()) + " dBTP"),
                        fact("Headroom", Figures.level(result.headroomDb()) + " dB"));
        card.add(facts);
        if (result.remarks().isEmpty()) {
            card.add(remark(
                    Icon.CHECK_CIRCLE_OUTLINE,
                    Token.OK,
                    "Nothing is clipped, no limiter is on the master, and" + " it holds in mono."));
        }
        result.remarks().forEach(text -> card.add(remark(Icon.ALERT_OUTLINE, Token.WARN, text)));
        card.button(
                "Show in folder",
                Kind.DEFAULT,
                () -> reveal.accept(result.print().file()));
        show(card, ExportDialogs::nothing, card.button("Done", Kind.PRIMARY, hiding(ExportDialogs::nothing)));
    }

    private Node fact(String name, String value) {
        Label word = new Label(name);
        word.getStyleClass().add("hr-sub");
        word.setMinWidth(look.px(92));
        Label text = new Label(value);
        text.getStyleClass().add("hr-file-state");
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setMinWidth(0);
        HBox line = new HBox(look.px(8), word, Fields.grown(text));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(look.px(22));
        line.setAccessibleText(name + " " + value);
        return line;
    }

    private Node remark(Icon icon, Token color, String text) {
        Label words = new Label(text);
        words.getStyleClass().add("hr-dialog-text");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(look.px(8), icon.node(look, 16, color), Fields.grown(words));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
