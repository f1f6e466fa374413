package studio.headroom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.start.Stems;

/// Leaving while something is under way, and templates. Pictures go to `target/screens/shell-….png`.
class LeavingTest {
    @TempDir
    private Path folder;

    private Path song() throws IOException {
        Path place = folder.resolve("Song.headroom");
        ProjectFiles.create(place, Project.empty("Song", 48_000));
        return place;
    }

    /// An import that stands still until it is let go.
    private Room importing(CountDownLatch gate) throws IOException {
        Path place = song();
        Path file = Stems.write(folder.resolve("Guitar.wav"), 44_100, 2, 1);
        Room room = new Room(folder, 1280, 720, 100);
        Fx.run(() -> room.shell().dropped(List.of(place)));
        room.await("the song", room::isOpen);
        // The files are looked at first; the import itself is what waits.
        room.holdSecond(gate);
        Fx.run(() -> room.shell().dropped(List.of(file)));
        room.await("the import", () -> room.held());
        return room;
    }

    /// The settings were handed to the background, which has not come to them when the program ends.
    @Test
    void settingsAreKeptBeforeTheProgramEndsAndNotWrittenAfterIt() throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        Room room = new Room(folder, 1280, 720, 100);
        room.holdNext(gate);
        Fx.run(() -> room.preferences().returnsToStart().set(true));
        room.await("the settings are on their way", () -> {
            room.shell().look().pulse().advance(0.2);
            return room.held();
        });
        Path settings = folder.resolve("settings");
        assertThat(settings).doesNotExist();
        Fx.run(room.shell()::quit);
        Fx.settle();
        assertThat(room.exited()).isTrue();
        assertThat(settings).content().contains("return");
        Files.delete(settings);
        gate.countDown();
        room.close();
        assertThat(settings).doesNotExist();
    }

    @Test
    void leavingDuringAnImportIsAskedAndTheImportGoesOn() throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        Room room = importing(gate);
        Fx.run(room.shell()::quit);
        Fx.settle();
        assertThat(room.asks()).isTrue();
        assertThat(room.words()).contains("“Adding a track” is not finished", "Canceling leaves the song as it is");
        room.picture("leaving-1280", 1280, 720);
        room.press("Go on");
        gate.countDown();
        var history = Fx.call(() -> room.shell().session().history());
        room.await("the track", () -> history.current().strips().size() == 1);
        assertThat(room.exited()).isFalse();
        assertThat(room.asks()).as("nothing is left above the window").isFalse();
        room.close();
    }

    @Test
    void whatIsCalledOffLeavesNothingAndThenTheProgramEnds() throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        Room room = importing(gate);
        Fx.run(room.shell()::quit);
        room.press("Call it off and leave");
        assertThat(room.exited())
                .as("it waits until what was begun is cleaned up")
                .isFalse();
        gate.countDown();
        room.await("the end", room::exited);
        Path place = folder.resolve("Song.headroom");
        assertThat(ProjectFiles.load(place).strips()).isEmpty();
        try (var media = Files.list(place.resolve(ProjectFiles.MEDIA))) {
            assertThat(media).isEmpty();
        }
    }

    @Test
    void closingTheSongAsksToo() throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        Room room = importing(gate);
        Fx.run(() -> room.shell().leaveSong(() -> {}));
        Fx.settle();
        assertThat(room.words()).contains("is not finished");
        room.press("Call it off and leave");
        gate.countDown();
        room.await("the start page", () -> !room.isOpen());
        assertThat(room.exited()).isFalse();
        room.close();
    }

    // ---- templates ----

    @Test
    void aSongBeginsWithATemplateOfAnother() throws IOException {
        Path place = song();
        try (Room room = new Room(folder, 1280, 720, 100)) {
            Fx.run(() -> room.shell().commands().run("song.newFromTemplate"));
            room.await("what there is", room::asks);
            assertThat(room.words()).contains("There are none yet");
            room.press("Cancel");
            Fx.run(() -> room.shell().dropped(List.of(place)));
            room.await("the song", room::isOpen);
            var first = Fx.call(() -> room.shell().session());
            Fx.run(() -> first.history().apply(StripEdits.add(Strip.Kind.RETURN, "Hall", 0)));
            Fx.run(() -> room.shell().commands().run("song.saveTemplate"));
            room.await("the name", room::asks);
            room.picture("save-template-1280", 1280, 720);
            room.type("Band");
            room.press("Save");
            room.await("a notice", () -> !room.shell().messages().shown().isEmpty());
            assertThat(Files.exists(folder.resolve("templates").resolve("Band.json")))
                    .isTrue();

            Fx.run(() -> room.shell().commands().run("song.newFromTemplate"));
            room.await("the list", room::asks);
            room.picture("templates-1280", 1280, 720);
            room.press("Begin");
            room.await("the question about the first song", room::asks);
            room.press("Don’t save");
            room.await("the new song", () -> room.isOpen() && room.shell().session() != first);
            Project begun = Fx.call(() -> room.shell().session().history().current());
            assertThat(begun.title()).isEqualTo(SongSaving.UNTITLED);
            assertThat(begun.strips()).extracting(Strip::name).containsExactly("Hall");
            assertThat(Fx.call(() -> room.shell().session().file().folder().get()))
                    .isNull();
        }
    }

    // ---- strips of another song ----

    @Test
    void stripsOfAnotherSongComeIntoTheOpenOne() throws IOException {
        Path place = song();
        Path other = folder.resolve("Other.headroom");
        ProjectFiles.create(
                other,
                StripEdits.add(Strip.Kind.RETURN, "Plate", 0)
                        .apply(StripEdits.add(Strip.Kind.TRACK, "Choir", 0).apply(Project.empty("Other", 48_000))));
        try (Room room = new Room(folder, 1280, 720, 100)) {
            Fx.run(() -> room.shell().dropped(List.of(place)));
            room.await("the song", room::isOpen);
            room.choose(other);
            Fx.run(() -> room.shell().commands().run("song.addStrips"));
            room.await("the strips", room::asks);
            room.press("All");
            room.picture("other-song-1280", 1280, 720);
            assertThat(room.words()).contains("Choir", "Plate");
            room.press("Bring");
            var history = Fx.call(() -> room.shell().session().history());
            room.await("the strips", () -> history.current().strips().size() == 2);
            assertThat(history.undoName().get()).isEqualTo("Bring 2 strips");
            Fx.run(history::undo);
            assertThat(history.current().strips()).isEmpty();
        }
    }

    // ---- through the master ----

    @Test
    void aSongWithoutAChainSaysSoAndOffersOneAndTheLightEndsIt() throws IOException {
        Path place = song();
        try (Room room = new Room(folder, 1920, 1080, 100)) {
            Fx.run(() -> room.shell().dropped(List.of(place)));
            room.await("the song", room::isOpen);
            Fx.run(() -> room.shell().commands().run("transport.throughMaster"));
            room.await("a notice", () -> !room.shell().messages().shown().isEmpty());
            assertThat(Fx.call(() -> room.shell().messages().shown().getFirst().what()))
                    .contains("no mastering chain");
            room.press("Use “Tape warmth”");
            var listening = Fx.call(() -> room.shell().session().playback().listening());
            assertThat(Fx.call(() -> listening.throughMaster().get())).isTrue();
            Fx.run(() -> room.shell().session().playback().dim().set(true));
            Fx.settle();
            room.picture("through-master-1920", 1920, 1080);
            room.picture("through-master-1280", 1280, 720);
            Fx.run(() -> room.shell().commands().run("transport.throughMaster"));
            assertThat(Fx.call(() -> listening.throughMaster().get())).isFalse();
        }
    }
}
