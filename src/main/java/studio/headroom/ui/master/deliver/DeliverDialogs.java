package studio.headroom.ui.master.deliver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import studio.headroom.mastering.deliver.Delivered;
import studio.headroom.mastering.deliver.DeliveryJob;
import studio.headroom.ui.control.Buttons.Kind;
import studio.headroom.ui.export.Fields;
import studio.headroom.ui.export.Figures;
import studio.headroom.ui.export.FileRows;
import studio.headroom.ui.export.Surroundings;
import studio.headroom.ui.export.TallScroll;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.shell.DialogCard;
import studio.headroom.ui.shell.Overlay;
import studio.headroom.ui.shell.ProgressBox;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The dialogs of deliveries: each says what will happen, what happens, or what came of it. UI thread.
final class DeliverDialogs {
    private static final double FORM = 924;
    private static final double RUN = 600;

    private final Look look;
    private final Overlay overlay;
    private final Consumer<Path> reveal;
    private final Consumer<Path> open;

    /// @param reveal shows a file in its folder
    /// @param open opens a file in the program that the system has for it
    DeliverDialogs(Look look, Overlay overlay, Consumer<Path> reveal, Consumer<Path> open) {
        this.look = look;
        this.overlay = overlay;
        this.reveal = reveal;
        this.open = open;
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

    /// @param begin takes what the model says by then
    void form(
            DeliverModel model,
            Function<Path, Optional<Path>> chooseFolder,
            Supplier<Optional<Path>> chooseCover,
            Runnable left,
            Runnable begin) {
        model.forgetObservers();
        DialogCard card = new DialogCard(
                look,
                "Deliver “" + model.project().title() + "”, " + model.print().title(),
                FORM);
        card.add(scroll(new DeliverForm(look, model, chooseFolder, chooseCover)));
        Label sum = new Label();
        sum.setWrapText(true);
        sum.setMinWidth(0);
        card.beside(sum);
        card.button("Cancel", Kind.DEFAULT, hiding(left));
        Button primary = card.button("Deliver", Kind.PRIMARY, hiding(begin));
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
        show(card, left, primary);
    }

    private static String sum(DeliverModel model) {
        int files = model.plan().files().size();
        String sum = (files == 1 ? "1 file" : files + " files") + " · about "
                + Surroundings.size(model.plan().bytes());
        return model.surroundings().freeBytes().isPresent()
                ? sum + " · "
                        + Surroundings.size(model.surroundings().freeBytes().getAsLong()) + " free"
                : sum;
    }

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

    void delivering(DeliverRun run, Runnable hide) {
        DialogCard card = new DialogCard(look, "Delivering “" + run.title() + "”", RUN);
        ProgressBox progress = new ProgressBox(look, run.began());
        Label facts = Fields.hint("");
        FileRows rows = new FileRows(look, run, null);
        card.add(progress, facts, scroll(rows));
        card.say(
                "You may go on working: the files are of the master as it was when this began. Canceling leaves nothing"
                        + " behind, and files that were there stay as they are.");
        follow(card, () -> {
            progress.show(run.step(), run.share());
            int all = run.names().size();
            facts.setText((all == 1 ? "1 file" : run.ready() + " of " + all + " files complete") + " · "
                    + Math.round(run.share() * 100) + " %");
            rows.update();
        });
        card.button("Cancel", Kind.DEFAULT, run::cancel);
        show(card, hide, card.button("Hide", Kind.DEFAULT, hide));
    }

    void delivered(DeliverRun run, DeliveryJob.Result result) {
        int files = result.files().size();
        long held = result.files().stream()
                .filter(file -> file.ceiling().isPresent() && file.holds())
                .count();
        long promised = result.files().stream()
                .filter(file -> file.ceiling().isPresent())
                .count();
        double length = result.files().stream()
                .mapToDouble(Delivered::seconds)
                .findFirst()
                .orElse(0);
        DialogCard card = new DialogCard(look, files == 1 ? "Delivered" : "Delivered " + files + " files", RUN);
        card.say("Every file was decoded and measured after it was written"
                + (promised == 0
                        ? "."
                        : held == promised
                                ? "; " + (promised == 1 ? "its ceiling holds." : "every ceiling holds.")
                                : "; " + held + " of " + promised + " ceilings hold.")
                + " Length " + Figures.time(length) + ".");
        card.add(scroll(new FileRows(look, run, reveal)));
        Path report = run.report();
        if (report != null) {
            card.button("Open report", Kind.DEFAULT, () -> open.accept(report));
        }
        card.button("Show in folder", Kind.DEFAULT, () -> reveal.accept(run.file(0)));
        show(card, DeliverDialogs::nothing, card.button("Done", Kind.PRIMARY, hiding(DeliverDialogs::nothing)));
    }
}
