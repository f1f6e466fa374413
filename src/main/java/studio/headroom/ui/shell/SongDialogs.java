package studio.headroom.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.SongLock;
import studio.headroom.mastering.FileNames;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Buttons.Kind;
import studio.headroom.ui.theme.Look;

/// The dialogs about songs: each asks one thing, says what its answers do, and hides before it gives one. UI thread.
final class SongDialogs {
    private static final double WIDTH = 480;
    private static final int MOST_ROWS = 6;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private final Look look;
    private final Overlay overlay;
    private final ZoneId zone;

    SongDialogs(Look look, Overlay overlay, ZoneId zone) {
        this.look = look;
        this.overlay = overlay;
        this.zone = zone;
    }

    private void show(Region card, Runnable left) {
        overlay.show(card, Pos.CENTER, left);
    }

    private Runnable hiding(Runnable action) {
        return () -> {
            overlay.hide();
            action.run();
        };
    }

    private static void nothing() {}

    /// Before a song with unsaved work is closed.
    void unsaved(String title, Runnable save, Runnable discard) {
        DialogCard card = new DialogCard(look, "Save “" + title + "” before closing?", WIDTH)
                .say("It has changes that are not saved. Without saving they are gone.");
        card.button("Don’t save", Kind.DANGER, hiding(discard));
        card.button("Cancel", Kind.DEFAULT, hiding(SongDialogs::nothing));
        Button primary = card.button("Save", Kind.PRIMARY, hiding(save));
        show(card, SongDialogs::nothing);
        primary.requestFocus();
    }

    /// A song that is about to be opened has work that was never saved.
    void recovered(String title, Instant time, Runnable take, Runnable leave) {
        DialogCard card = new DialogCard(look, "“" + title + "” has unsaved work", WIDTH)
                .say("Headroom was closed unexpectedly. The last state that was kept is of "
                        + MOMENT.format(time.atZone(zone)) + ". Opening the last save forgets it.");
        card.button("Cancel", Kind.GHOST, hiding(SongDialogs::nothing));
        card.button("Open the last save", Kind.DEFAULT, hiding(leave));
        Button primary = card.button("Open the unsaved work", Kind.PRIMARY, hiding(take));
        show(card, SongDialogs::nothing);
        primary.requestFocus();
    }

    /// A song is open in another program.
    void inUse(Path folder, SongLock.Holder holder, Runnable again, Runnable copy) {
        String name = String.valueOf(folder.getFileName()).replace(ProjectFiles.SUFFIX, "");
        String since = holder.since()
                .map(time -> "It was opened on " + MOMENT.format(time.atZone(zone))
                        + (holder.user().isEmpty() ? "" : " by " + holder.user()) + ". ")
                .orElse("");
        DialogCard card = new DialogCard(look, "“" + name + "” is open in another window", WIDTH)
                .say(since
                        + "Two programs that save into one song would lose each other’s work, so Headroom opens it in"
                        + " one at a time. Close it there, or open a copy.");
        card.button("Cancel", Kind.GHOST, hiding(SongDialogs::nothing));
        card.button("Open a copy…", Kind.DEFAULT, hiding(copy));
        Button primary = card.button("Try again", Kind.PRIMARY, hiding(again));
        show(card, SongDialogs::nothing);
        primary.requestFocus();
    }

    /// Songs that were open when the program ended unexpectedly.
    void leftBehind(
            List<OpenSongs.LeftBehind> left,
            Consumer<OpenSongs.LeftBehind> recover,
            Consumer<OpenSongs.LeftBehind> forget) {
        DialogCard card = new DialogCard(look, "Headroom was closed unexpectedly", 560)
                .say(
                        left.size() == 1
                                ? "This song was open and had unsaved work."
                                : "These songs were open and had unsaved work. What is not opened now is offered again.");
        VBox rows = new VBox(look.px(8));
        for (OpenSongs.LeftBehind song : left.subList(0, Math.min(MOST_ROWS, left.size()))) {
            String known = song.recovery().project().title();
            String title = known.isBlank() ? "Untitled" : known;
            String where = song.place().map(Path::toString).orElse("never saved");
            HBox row = row(title, MOMENT.format(song.recovery().time().atZone(zone)) + " · " + where);
            Button forgets = button("Forget", Kind.GHOST, hiding(() -> forget.accept(song)));
            forgets.setAccessibleText("Forget " + title);
            Button recovers = button("Recover", Kind.PRIMARY, hiding(() -> recover.accept(song)));
            recovers.setAccessibleText("Recover " + title);
            row.getChildren().addAll(forgets, recovers);
            rows.getChildren().add(row);
        }
        card.add(rows);
        card.button("Later", Kind.DEFAULT, hiding(SongDialogs::nothing));
        show(card, SongDialogs::nothing);
    }

    /// Sound files that a song plays are not there.
    void missing(String title, List<MediaCheck.Problem> problems, Runnable search, Runnable anyway, Runnable left) {
        DialogCard card = new DialogCard(
                        look,
                        problems.size() == 1
                                ? "A sound file of “" + title + "” is missing"
                                : problems.size() + " sound files of “" + title + "” are missing",
                        600)
                .say(
                        "Headroom can look in a folder and all below it, and copies back what it finds. Without it, the clips"
                                + " are silent.");
        VBox rows = new VBox(look.px(8));
        for (MediaCheck.Problem problem : problems.subList(0, Math.min(MOST_ROWS, problems.size()))) {
            String name = problem.media().path();
            HBox row = row(name.substring(name.lastIndexOf('/') + 1), problem.message());
            row.lookupAll(".hr-sub").forEach(facts -> wrap((Label) facts));
            rows.getChildren().add(row);
        }
        card.add(rows);
        if (problems.size() > MOST_ROWS) {
            card.say("And " + (problems.size() - MOST_ROWS) + " more.");
        }
        card.button("Cancel", Kind.GHOST, hiding(left));
        card.button("Open without", Kind.DEFAULT, hiding(anyway));
        Button primary = card.button("Look in a folder…", Kind.PRIMARY, hiding(search));
        show(card, left);
        primary.requestFocus();
    }

    private Button button(String words, Kind kind, Runnable action) {
        Button button = Buttons.of(words, kind, action);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }

    private HBox row(String name, String facts) {
        Label first = new Label(name);
        first.getStyleClass().add("hr-recent-title");
        first.setMinWidth(0);
        Label second = new Label(facts);
        second.getStyleClass().add("hr-sub");
        second.setMinWidth(0);
        second.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox words = new VBox(first, second);
        words.setMinWidth(0);
        words.setPrefWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(look.px(8), words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Asks for the name and the folder of a song.
    ///
    /// @param title of the dialog
    /// @param text what will happen; may be empty
    /// @param action the word on the button
    /// @param choose lets a person choose a folder
    /// @param done takes the title and the project folder, which does not exist
    void name(
            String title,
            String text,
            String action,
            String proposed,
            Path parent,
            Function<Path, Optional<Path>> choose,
            BiConsumer<String, Path> done) {
        DialogCard card = new DialogCard(look, title, WIDTH);
        if (!text.isEmpty()) {
            card.say(text);
        }
        ObjectProperty<Path> place = new SimpleObjectProperty<>(parent);
        TextField name = new TextField(proposed);
        name.setAccessibleText("Name of the song");
        HBox.setHgrow(name, Priority.ALWAYS);
        Label folder = new Label(parent.toString());
        folder.getStyleClass().add("hr-sub");
        folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        folder.setMinWidth(0);
        folder.setPrefWidth(0);
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button other = button(
                "Choose…",
                Kind.DEFAULT,
                () -> choose.apply(place.get()).ifPresent(chosen -> {
                    place.set(chosen);
                    folder.setText(chosen.toString());
                }));
        Label wrong = new Label();
        wrong.getStyleClass().add("hr-wrong-text");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        card.add(line("Name", name), line("Folder", folder, other), wrong);
        card.button("Cancel", Kind.DEFAULT, hiding(SongDialogs::nothing));
        Button primary = card.button(action, Kind.PRIMARY, () -> {
            Path song = place.get().resolve(FileNames.safe(name.getText()) + ProjectFiles.SUFFIX);
            overlay.hide();
            done.accept(name.getText().strip(), song);
        });
        Runnable check = () -> {
            Path song = place.get().resolve(FileNames.safe(name.getText()) + ProjectFiles.SUFFIX);
            boolean blank = name.getText().isBlank();
            boolean taken = !blank && Files.exists(song);
            wrong.setText(taken ? "There is “" + song.getFileName() + "” already. Choose another name." : "");
            primary.setDisable(blank || taken);
        };
        name.textProperty().addListener(observable -> check.run());
        place.addListener(observable -> check.run());
        check.run();
        show(card, SongDialogs::nothing);
        name.requestFocus();
        name.selectAll();
    }

    private HBox line(String word, Node... nodes) {
        Label label = new Label(word);
        label.getStyleClass().add("hr-preference");
        label.setMinWidth(look.px(64));
        HBox line = new HBox(look.px(8), label);
        line.getChildren().addAll(nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
