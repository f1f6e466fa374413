package studio.headroom.ui.master.deliver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.headroom.mastering.deliver.Delivered;
import studio.headroom.mastering.deliver.DeliveryJob;
import studio.headroom.ui.control.Buttons.Kind;
import studio.headroom.ui.export.Figures;
import studio.headroom.ui.export.FileRows;
import studio.headroom.ui.export.JobDialogs;
import studio.headroom.ui.shell.DialogCard;
import studio.headroom.ui.shell.Overlay;
import studio.headroom.ui.theme.Look;

/// The dialogs of deliveries: each says what will happen, what happens, or what came of it. UI thread.
final class DeliverDialogs extends JobDialogs {
    private static final double RUN = 600;

    private final Consumer<Path> reveal;
    private final Consumer<Path> open;

    /// @param reveal shows a file in its folder
    /// @param open opens a file in the program that the system has for it
    DeliverDialogs(Look look, Overlay overlay, Consumer<Path> reveal, Consumer<Path> open) {
        super(look, overlay);
        this.reveal = reveal;
        this.open = open;
    }

    /// @param begin takes what the model says by then
    void form(
            DeliverModel model,
            Function<Path, Optional<Path>> chooseFolder,
            Supplier<Optional<Path>> chooseCover,
            Runnable left,
            Runnable begin) {
        form(
                model,
                title(model.project().title(), model.print().title()),
                () -> new DeliverForm(look(), model, chooseFolder, chooseCover),
                "Deliver",
                left,
                begin);
    }

    /// A print that is called as its song is named once.
    static String title(String song, String print) {
        String start = "Deliver “" + song + "”";
        return print.isBlank() || print.strip().equalsIgnoreCase(song.strip()) ? start : start + ", " + print;
    }

    void delivering(DeliverRun run, Runnable hide) {
        running(
                run,
                "Delivering “" + run.title() + "”",
                RUN,
                "You may go on working: the files are of the master as it was when this began. Canceling leaves nothing"
                        + " behind, and files that were there stay as they are.",
                hide);
    }

    void delivered(DeliverRun run, DeliveryJob.Result result) {
        int files = result.files().size();
        show(
                () -> {
                    DialogCard card = card(files == 1 ? "Delivered" : "Delivered " + files + " files", RUN);
                    card.say(words(result));
                    card.add(scroll(new FileRows(look(), run, reveal)));
                    Path report = run.report();
                    if (report != null) {
                        card.button("Open report", Kind.DEFAULT, () -> open.accept(report));
                    }
                    card.button("Show in folder", Kind.DEFAULT, () -> reveal.accept(run.file(0)));
                    return new Made(card, card.button("Done", Kind.PRIMARY, hiding(JobDialogs::nothing)));
                },
                JobDialogs::nothing);
    }

    private static String words(DeliveryJob.Result result) {
        List<Delivered> promised = result.files().stream()
                .filter(file -> file.ceiling().isPresent())
                .toList();
        long held = promised.stream().filter(Delivered::holds).count();
        double length = result.files().stream()
                .mapToDouble(Delivered::seconds)
                .findFirst()
                .orElse(0);
        String ceilings = promised.isEmpty()
                ? "."
                : held == promised.size()
                        ? "; " + (held == 1 ? "its ceiling holds." : "every ceiling holds.")
                        : "; " + held + " of " + promised.size() + " ceilings hold.";
        String cut = result.trim().isWhole() ? "" : ": " + result.trim().words();
        return "Every file was decoded and measured after it was written" + ceilings + " Length " + Figures.time(length)
                + cut + ".";
    }
}
