package studio.headroom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;
import studio.headroom.project.Tempo;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.song.SaveState;
import studio.headroom.ui.start.Stems;

/// What a person does with songs, on the whole shell without a display. Pictures go to `target/screens/shell-….png`.
class ShellTest {
    @TempDir
    private Path folder;

    private Path stems() throws IOException {
        Path stems = folder.resolve("Paper Lanterns");
        for (String name : List.of("01 Kick", "02 Bass", "03 Lead Vox")) {
            Stems.write(stems.resolve(name + ".wav"), 48_000, 1, 8);
        }
        return stems;
    }

    private Path song(String title) throws IOException {
        Path place = folder.resolve(title + ".headroom");
        ProjectFiles.create(place, Project.empty(title, 48_000));
        return place;
    }

    @Test
    void aSongIsMadeOfStemsEditedSavedAndOpenedAgain() throws IOException {
        try (Room room = new Room(folder, 1280, 720, 100)) {
            room.picture("start-empty-1280", 1280, 720);
            Fx.run(() -> room.shell().dropped(List.of(folder.resolve("Paper Lanterns"))));
            room.await("an explanation", () -> !room.shell().messages().shown().isEmpty());

            Fx.run(() -> room.shell().messages().clear());
            Path stems = stems();
            Fx.run(() -> room.shell().dropped(List.of(stems)));
            room.await("the dialog", room::asks);
            room.picture("new-song-1280", 1280, 720);
            room.press("Create");
            room.await("the song", room::isOpen);

            var session = Fx.call(() -> room.shell().session());
            Fx.run(() -> {
                session.history().apply(SongEdits.tempo(new Tempo(96, 4, 4)));
                session.history()
                        .apply(StripEdits.solo(
                                session.history().current().strips().getLast().id(), true));
            });
            assertThat(Fx.call(() -> session.file().isChanged())).isTrue();
            room.key(KeyCode.SPACE);
            room.await(
                    "sound",
                    () -> session.playback().playing().get()
                            && session.playback().position().get() > 48_000);
            room.picture("mix-1280", 1280, 720);
            room.picture("mix-1920", 1920, 1080);
            assertThat(room.silentNodes())
                    .as("nodes that take keys and have no name")
                    .isEmpty();
            room.key(KeyCode.SPACE);
            room.await("silence", () -> !session.playback().playing().get());

            room.key(KeyCode.Z, true, false);
            assertThat(Fx.call(
                            () -> session.history().current().strips().getLast().solo()))
                    .isFalse();
            room.key(KeyCode.S, true, false);
            room.await("saving", () -> session.file().state().get() instanceof SaveState.Saved);

            room.key(KeyCode.W, true, false);
            room.await("the start page", () -> !room.isOpen());
        }
        Path made = folder.resolve("songs").resolve("Paper Lanterns.headroom");
        assertThat(ProjectFiles.load(made).tempo().beatsPerMinute()).isEqualTo(96);
        try (Room again = new Room(folder, 1280, 720, 100)) {
            again.await("the recent songs", () -> again.shows(".hr-recent"));
            again.picture("start-1920", 1920, 1080);
            again.picture("start-1280", 1280, 720);
        }
    }

    @Test
    void anImportSaysWhatItDidAndWhatCanBeDone() throws IOException {
        Path place = song("Song");
        Path file = Stems.write(folder.resolve("Guitar.wav"), 44_100, 2, 1);
        Room room = new Room(folder, 1280, 720, 100);
        Fx.run(() -> room.shell().dropped(List.of(place)));
        room.await("the song", room::isOpen);
        Fx.run(() -> room.shell().dropped(List.of(file)));
        room.await("a notice", () -> !room.shell().messages().shown().isEmpty());
        Messages.Message said = Fx.call(() -> room.shell().messages().shown().getFirst());
        assertThat(said.what() + " " + said.more())
                .contains("resampled from 44.1 to 48 kHz")
                .contains("both channels are the same");
        room.picture("import-notes-1280", 1280, 720);
        room.press("Make it mono");
        var history = Fx.call(() -> room.shell().session().history());
        room.await("the mono track", () -> history.undoName().get().startsWith("Make"));
        assertThat(history.current().media().getLast().channels()).isEqualTo(1);
        Fx.run(history::undo);
        assertThat(history.current().media()).hasSize(1);
        room.close();
    }

    @Test
    void aBackupIsOpenedUnsavedAndNotesOfTheSongAreAStep() throws IOException {
        Path place = song("Song");
        try (Room room = new Room(folder, 1280, 720, 100)) {
            Fx.run(() -> room.shell().dropped(List.of(place)));
            room.await("the song", room::isOpen);
            Fx.run(() -> room.shell().commands().run("song.notes"));
            room.await("the notes", room::asks);
            Fx.run(() -> ((javafx.scene.control.TextArea)
                            room.shell().window().overlay().lookup(".text-area"))
                    .setText("Louder chorus"));
            room.picture("song-notes-1280", 1280, 720);
            room.press("Keep");
            var first = Fx.call(() -> room.shell().session());
            assertThat(first.history().current().notes()).isEqualTo("Louder chorus");
            assertThat(Fx.call(() -> first.history().undoName().get())).isEqualTo("Notes");
            room.key(KeyCode.S, true, false);
            room.await("saving", () -> first.file().state().get() instanceof SaveState.Saved);

            Fx.run(() -> room.shell().commands().run("song.backup"));
            room.await("the backups", () -> room.asks() && room.shows(".hr-recent-title"));
            room.picture("backups-1280", 1280, 720);
            room.press("Open");
            room.await("the other session", () -> room.isOpen() && room.shell().session() != first);
            var again = Fx.call(() -> room.shell().session());
            assertThat(again.history().current().notes()).isEmpty();
            assertThat(Fx.call(() -> again.file().isChanged())).isTrue();
            // Nothing on the disk has changed.
            assertThat(ProjectFiles.load(place).notes()).isEqualTo("Louder chorus");
        }
    }

    @Test
    void preRollIsChosenByKeyAndStaysInSight() throws IOException {
        Path place = song("Song");
        try (Room room = new Room(folder, 1600, 900, 100)) {
            Fx.run(() -> room.shell().dropped(List.of(place)));
            room.await("the song", room::isOpen);
            room.key(KeyCode.P, false, true);
            room.key(KeyCode.P, false, true);
            var playback = Fx.call(() -> room.shell().session().playback());
            assertThat(playback.preRollBars().get()).isEqualTo(2);
            assertThat(room.preferences().preRollBars().get()).isEqualTo(2);
            room.picture("pre-roll-1600", 1600, 900);
            room.picture("pre-roll-1280", 1280, 720);
            room.key(KeyCode.P, false, true);
            assertThat(playback.preRollBars().get()).isZero();
        }
    }

    @Test
    void nothingIsLostWithoutAQuestion() throws IOException {
        Path place = song("Song");
        Room room = new Room(folder, 1280, 720, 100);
        Fx.run(() -> room.shell().dropped(List.of(place)));
        room.await("the song", room::isOpen);
        Fx.run(() -> room.shell().session().history().apply(SongEdits.notes("louder")));
        room.key(KeyCode.Q, true, false);
        assertThat(room.asks()).isTrue();
        room.picture("unsaved-1280", 1280, 720);
        room.press("Cancel");
        assertThat(room.isOpen()).isTrue();
        room.key(KeyCode.Q, true, false);
        room.press("Save");
        room.await("the end", room::exited);
        assertThat(ProjectFiles.load(place).notes()).isEqualTo("louder");
    }

    @Test
    void anEmptySongIsSavedUnderAName() {
        try (Room room = new Room(folder, 1280, 720, 100)) {
            room.key(KeyCode.N, true, true);
            room.await("the song", room::isOpen);
            room.key(KeyCode.S, true, false);
            room.await("the dialog", room::asks);
            room.type("First try");
            room.press("Save");
            Path place = folder.resolve("songs").resolve("First try.headroom");
            room.await("the file", () -> Files.exists(place.resolve(ProjectFiles.FILE)));
            room.await("the title", () -> room.shell().session().file().folder().get() != null);
            assertThat(Fx.call(() -> room.shell().session().history().current().title()))
                    .isEqualTo("First try");
        }
    }

    @Test
    void commandsKeysAndPreferencesAreAKeyAway() {
        try (Room room = new Room(folder, 1280, 720, 100)) {
            room.key(KeyCode.K, true, false);
            assertThat(room.asks()).isTrue();
            room.type("emsong");
            room.picture("commands-1280", 1280, 720);
            Fx.run(() -> room.shell().window().overlay().lookup(".text-field").requestFocus());
            room.key(KeyCode.ESCAPE);
            assertThat(room.asks()).isFalse();
            room.key(KeyCode.SLASH, false, true);
            room.picture("keys-1280", 1280, 720);
            room.press("Close");
            room.key(KeyCode.COMMA, true, false);
            room.await("the outputs", () -> room.shows(".hr-preference"));
            room.picture("preferences-1280", 1280, 720);
            room.press("Done");
            assertThat(room.asks()).isFalse();
        }
    }

    @Test
    void theScaleHoldsAtOnceAndIsKept() throws IOException {
        Path place = song("Song");
        try (Room room = new Room(folder, 1280, 720, 75)) {
            Fx.run(() -> room.shell().request(studio.headroom.ui.song.SongRequest.of(place)));
            room.await("the song", room::isOpen);
            room.picture("mix-75", 1280, 720);
            Fx.run(() -> room.shell()
                    .messages()
                    .warning(
                            "“Keys.wav” is 44.1 kHz. It was converted to 48 kHz when you added it.",
                            new Messages.Action("Details", () -> {})));
            Fx.run(() -> room.shell().messages().error("Cannot write 'song': the disk is full. Free some space."));
            Fx.run(() -> room.preferences().percent().set(200));
            room.picture("mix-200", 2560, 1440);
            assertThat(Fx.call(() -> room.shell().look().percent())).isEqualTo(200);
            Fx.run(() -> room.shell().look().pulse().advance(1));
            room.await("the settings", () -> Files.exists(folder.resolve("settings")));
        }
        assertThat(Files.readString(folder.resolve("settings"))).contains("screen.percent = 200");
    }

    @Test
    void missingSoundFilesAreFoundAgain() throws IOException {
        Path stem = Stems.write(folder.resolve("in").resolve("Kick.wav"), 48_000, 1, 1);
        Path place = folder.resolve("Song.headroom");
        studio.headroom.ui.start.NewSong.create(
                place, "Song", List.of(stem), studio.headroom.files.importing.ImportProgress.NONE);
        Path media = place.resolve(ProjectFiles.load(place).media().getFirst().path());
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("renamed.wav");
        Files.move(media, elsewhere);
        try (Room room = new Room(folder, 1280, 720, 100)) {
            room.choose(elsewhere.getParent());
            Fx.run(() -> room.shell().request(studio.headroom.ui.song.SongRequest.of(place)));
            room.await("the dialog", room::asks);
            room.picture("missing-1280", 1280, 720);
            room.press("Look in a folder…");
            room.await("the song", room::isOpen);
            assertThat(media).exists();
        }
    }

    @Test
    void whatACrashLeftIsOfferedAndComesBack() throws IOException {
        Path place = song("Song");
        var crashed = new studio.headroom.files.project.OpenSongs(folder.resolve("open")).open(place);
        studio.headroom.files.project.Autosave.of(place)
                .write(SongEdits.title("Later").apply(ProjectFiles.load(place)));
        // A lock of this process counts as alive; without it the entry is that of a program that has ended.
        Path entry;
        try (var entries = Files.list(folder.resolve("open"))) {
            entry = entries.findFirst().orElseThrow();
        }
        Path copy = folder.resolve("open").resolve("song-crashed");
        Files.createDirectory(copy);
        Files.writeString(copy.resolve("lock"), "");
        Files.copy(entry.resolve("place.txt"), copy.resolve("place.txt"));
        crashed.close();
        try (Room room = new Room(folder, 1280, 720, 100)) {
            Fx.run(() -> room.shell().offerLeftBehind());
            room.await("the question", room::asks);
            room.picture("recovery-1280", 1280, 720);
            room.press("Recover");
            room.await("the song", room::isOpen);
            assertThat(Fx.call(() -> room.shell().session().history().current().title()))
                    .isEqualTo("Later");
            assertThat(Fx.call(() -> room.shell().session().file().isChanged())).isTrue();
        }
    }
}
