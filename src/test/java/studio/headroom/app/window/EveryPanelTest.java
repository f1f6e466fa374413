package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.Autosave;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.SongLock;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.song.SongRequest;

/// Every control of what opens above the window, examined as in [EveryControlTest]: panels of the timeline, lists, and
/// the dialogs of songs and exports.
class EveryPanelTest {
    @TempDir
    Path folder;

    private Person person;
    private Exam exam;

    @Test
    void everyPanelAndDialogIsReachedSpokenAndMovedAsAllAre() throws IOException {
        Path song = EverySong.make(folder);
        try (Person at = new Person(folder, 1600, 960, 100, song)) {
            person = at;
            person.awaitSong();
            SongHistory history = person.session().history();
            Project before = history.current();
            Runnable restore = () -> {
                while (history.current() != before && !history.undoName().get().isEmpty()) {
                    history.undo();
                }
            };
            exam = Fx.call(() -> new Exam(
                    person.scene(), person.hands(), person.shell().look().pulse(), restore));
            panels();
            lists();
            exports();
            songs(song);
            System.out.println("controls examined: " + exam.examined());
            assertThat(exam.wrong()).isEmpty();
            assertThat(exam.examined().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isGreaterThan(70);
        }
    }

    // ---- where they are ----

    private void run(String command) {
        assertThat(Fx.call(() -> person.shell().commands().run(command)))
                .as(command + " can be used")
                .isTrue();
        Fx.settle();
    }

    private Node root() {
        return person.scene().getRoot();
    }

    private Node overlay() {
        return person.shell().window().overlay();
    }

    private boolean asks() {
        return Fx.call(() -> person.shell().window().overlay().isOpen());
    }

    private void examine(String screen, Node part) {
        Fx.settle();
        exam.screen(screen, part, Set.of());
        Fx.settle();
    }

    /// What floats above the window and is no dialog.
    private Node floating() {
        return person.find(Node.class, "a panel", node -> node.getStyleClass().contains("hr-picker"));
    }

    private boolean says(String words) {
        return Nodes.seen(root())
                .anyMatch(
                        node -> node instanceof Labeled label && words.equals(label.getText()) && !label.isDisabled());
    }

    private void examineDialog(String screen) {
        assertThat(asks()).as(screen + " is open").isTrue();
        examine(screen, overlay());
    }

    // ---- the timeline ----

    private void panels() {
        run("timeline.tempo");
        examine("tempo", floating());
        person.hands().key(KeyCode.ESCAPE);
        person.click(person.timeline().lanes());
        run("timeline.selectAll");
        run("timeline.normalize");
        person.await("it is measured", () -> !says("Listening…"));
        examine("normalize", floating());
        person.hands().key(KeyCode.ESCAPE);
        run("timeline.stripSilence");
        person.await("it has listened", () -> says("Strip silence") && !says("Listening…"));
        examine("strip silence", floating());
        person.hands().key(KeyCode.ESCAPE);
        run("timeline.detect");
        person.await("it has listened", () -> says("Key") && !says("Listening…"));
        examine("detect", floating());
        person.hands().key(KeyCode.ESCAPE);
        for (String typed : List.of("timeline.type", "timeline.renameClip")) {
            run(typed);
            examine(
                    typed,
                    person.find(
                            Node.class, "a field", node -> node.getStyleClass().contains("hr-entry")));
            person.hands().key(KeyCode.ESCAPE);
        }
    }

    // ---- lists ----

    private void lists() {
        person.click(person.named("Kick mute"));
        person.click(person.named("Guitar mute"));
        run("edit.history");
        examine("history", floating());
        person.hands().key(KeyCode.ESCAPE);
        person.hands().key(KeyCode.CONTROL, KeyCode.Z);
        person.hands().key(KeyCode.CONTROL, KeyCode.Z);
        person.click(person.named("Kick, add an effect"));
        examine("effects", floating());
        person.hands().key(KeyCode.ESCAPE);
        run("song.notes");
        examineDialog("notes of the song");
        person.hands().key(KeyCode.ESCAPE);
    }

    // ---- exports ----

    private void exports() {
        run("song.export");
        person.await("it may begin", () -> says("Export"));
        examineDialog("export");
        person.hands().key(KeyCode.ESCAPE);
        run("song.export");
        export();
        run("song.export");
        person.await("it may begin", () -> says("Export"));
        person.click(button("Export"));
        if (!says("Done")) {
            examineDialog("existing files");
            person.click("Back");
            person.hands().key(KeyCode.ESCAPE);
        }
        run("song.print");
        person.await("it is printed", () -> says("Done"));
        examineDialog("printed");
        person.click("Done");
    }

    private void export() {
        person.await("it may begin", () -> says("Export"));
        person.click(button("Export"));
        person.await("it is exported", () -> says("Done"));
        examineDialog("exported");
        person.click("Done");
    }

    private Button button(String words) {
        return person.find(Button.class, words, button -> words.equals(button.getText()) && button.isDefaultButton());
    }

    // ---- songs ----

    private void songs(Path song) throws IOException {
        for (int i = 0; i < 2; i++) {
            person.click(person.named("Kick mute"));
            run("song.save");
            person.await("it is saved", () -> !person.session().file().isChanged());
        }
        run("song.backup");
        person.await("the backups are found", this::asks);
        examineDialog("backups");
        person.hands().key(KeyCode.ESCAPE);
        person.click(person.named("Kick mute"));
        run("song.close");
        person.await("it asks", this::asks);
        examineDialog("unsaved changes");
        person.click("Don’t save");
        person.await("the song is closed", () -> person.shell().session() == null);
        inUse(song);
        recovery(song);
        leftBehind();
        missing(song);
    }

    /// Work that a crash left in the song's folder.
    private void recovery(Path song) throws IOException {
        Project saved = ProjectFiles.load(song);
        Autosave.of(song).write(saved.withTitle("All of it"));
        Fx.run(() -> person.shell().request(SongRequest.of(song)));
        person.await("it asks", () -> says("Open the unsaved work"));
        examineDialog("unsaved work");
        person.hands().key(KeyCode.ESCAPE);
        assertThat(asks()).isFalse();
        assertThat(Fx.call(() -> person.shell().session())).isNull();
        Autosave.of(song).clear();
    }

    /// Songs that were open when the program ended.
    private void leftBehind() throws IOException {
        Path open = folder.resolve("state").resolve("open");
        for (String title : List.of("One", "Another")) {
            Path entry = Files.createDirectories(open.resolve("song-" + title));
            Files.writeString(entry.resolve("lock"), "");
            Strip track = Strip.create(Strip.Kind.TRACK, "track", "Sketch");
            new Autosave(entry.resolve("states"))
                    .write(Project.empty(title, 48_000).withStrips(List.of(track)));
        }
        Fx.run(person.shell()::offerLeftBehind);
        person.await("it offers them", () -> says("Later"));
        examineDialog("songs left behind");
        List<String> buttons = Nodes.seen(overlay())
                .filter(Button.class::isInstance)
                .map(Person::spoken)
                .toList();
        assertThat(buttons).as("each says which song it is about").doesNotHaveDuplicates();
        person.click(person.named("Forget One"));
        person.await("the other one is offered", () -> says("Later") && !says("One"));
        person.click("Recover");
        person.awaitSong();
        assertThat(person.song().title()).isEqualTo("Another");
        run("song.close");
        person.await("it asks", this::asks);
        person.click("Don’t save");
        person.await("the song is closed", () -> person.shell().session() == null);
    }

    private void inUse(Path song) throws IOException {
        try (SongLock held = SongLock.take(song).orElseThrow()) {
            assertThat(held).isNotNull();
            Fx.run(() -> person.shell().request(SongRequest.of(song)));
            person.await("it asks", () -> says("Open a copy…"));
            examineDialog("song in use");
            person.click("Open a copy…");
            examineDialog("open a copy");
            person.hands().key(KeyCode.ESCAPE);
        }
    }

    private void missing(Path song) throws IOException {
        try (Stream<Path> files = Files.list(song.resolve("media"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Kick.wav")).toList()) {
                Files.delete(file);
            }
        }
        Fx.run(() -> person.shell().request(SongRequest.of(song)));
        person.await("it asks", () -> says("Look in a folder…"));
        examineDialog("missing files");
        person.hands().key(KeyCode.ESCAPE);
    }
}
