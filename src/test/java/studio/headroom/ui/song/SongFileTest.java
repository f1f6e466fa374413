package studio.headroom.ui.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.Autosave;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.SongEdits;

/// Saving and keeping, with everything on one thread.
class SongFileTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    @TempDir
    private Path folder;

    private final Project empty = Project.empty("Song", 48_000);
    private final SongHistory history = new SongHistory(empty, refusal -> {});
    private final List<String> troubles = new ArrayList<>();
    private final List<Boolean> written = new ArrayList<>();

    private OpenSongs songs() {
        return new OpenSongs(folder.resolve("state"));
    }

    private Path saved() throws IOException {
        Path place = folder.resolve("Song.headroom");
        ProjectFiles.create(place, empty);
        return place;
    }

    private SongFile file(Path place, Duration interval) throws IOException {
        return new SongFile(
                place,
                place == null ? null : empty,
                history,
                songs().open(place),
                interval,
                Runnable::run,
                Runnable::run,
                troubles::add);
    }

    @Test
    void anEditIsUnsavedUntilItIsSavedOrTakenBack() throws IOException {
        SongFile file = file(saved(), LONG);
        assertThat(file.state().get()).isInstanceOf(SaveState.Saved.class);
        history.apply(SongEdits.title("Other"));
        assertThat(file.state().get()).isInstanceOf(SaveState.Changed.class);
        assertThat(file.isChanged()).isTrue();
        history.undo();
        assertThat(file.isChanged()).isFalse();
        assertThat(file.state().get()).isInstanceOf(SaveState.Saved.class);
        history.redo();
        file.save(written::add);
        assertThat(written).containsExactly(true);
        assertThat(file.state().get()).isInstanceOf(SaveState.Saved.class);
        assertThat(ProjectFiles.load(file.folder().get()).title()).isEqualTo("Other");
    }

    @Test
    void aSongThatWasNeverSavedGetsItsPlaceBySaveAs() throws IOException {
        SongFile file = file(null, LONG);
        assertThat(file.state().get()).isInstanceOf(SaveState.NeverSaved.class);
        assertThat(file.isChanged()).isFalse();
        history.apply(SongEdits.title("Mine"));
        assertThat(file.isChanged()).isTrue();
        Path place = folder.resolve("Mine.headroom");
        file.saveAs(place, "Mine", written::add);
        assertThat(written).containsExactly(true);
        assertThat(file.folder().get()).isEqualTo(place);
        assertThat(ProjectFiles.load(place).title()).isEqualTo("Mine");
        assertThat(file.isChanged()).isFalse();
    }

    @Test
    void aFailureIsToldAndTheSongStaysUnsaved() throws IOException {
        Path place = saved();
        SongFile file = file(place, LONG);
        history.apply(SongEdits.title("Other"));
        Files.delete(place.resolve(ProjectFiles.FILE));
        Files.delete(place.resolve(ProjectFiles.MEDIA));
        Files.delete(place);
        file.save(written::add);
        assertThat(written).containsExactly(false);
        assertThat(file.state().get())
                .isInstanceOfSatisfying(
                        SaveState.Failed.class,
                        failed -> assertThat(failed.message()).contains(place.toString()));
        assertThat(file.isChanged()).isTrue();
    }

    @Test
    void aSaveUnderAnotherNameThatFailsLeavesTheSongAsItWas() throws IOException {
        Path place = saved();
        SongFile file = file(place, LONG);
        history.apply(SongEdits.notes("louder"));
        Project before = history.current();
        Path taken = folder.resolve("Other.headroom");
        Files.createDirectories(taken.resolve("something"));
        file.saveAs(taken, "Other", written::add);
        assertThat(written).containsExactly(false);
        assertThat(file.state().get()).isInstanceOf(SaveState.Failed.class);
        assertThat(history.current()).isSameAs(before);
        assertThat(history.steps()).containsExactly("Notes");
        assertThat(file.folder().get()).isEqualTo(place);

        file.saveAs(folder.resolve("Free.headroom"), "Free", written::add);
        assertThat(written).containsExactly(false, true);
        assertThat(history.current().title()).isEqualTo("Free");
        assertThat(file.state().get()).isInstanceOf(SaveState.Saved.class);
        assertThat(ProjectFiles.load(folder.resolve("Free.headroom"))).isEqualTo(history.current());
    }

    @Test
    void whereUnsavedWorkIsKeptIsTold() throws IOException, InterruptedException {
        SongFile unnamed = file(null, LONG);
        assertThat(unnamed.keptAside().get()).isNotNull();
        assertThat(unnamed.keptAside().get().startsWith(folder.resolve("state")))
                .isTrue();
        Path place = folder.resolve("Mine.headroom");
        unnamed.saveAs(place, "Mine", written::add);
        assertThat(unnamed.keptAside().get()).isNull();
        unnamed.close(() -> {});
    }

    @Test
    void aFolderThatTakesNoUnsavedWorkIsTold() throws IOException, InterruptedException {
        Path other = saved();
        SongFile file = file(other, SHORT);
        assertThat(file.keptAside().get()).isNull();
        Files.move(other, folder.resolve("Away.headroom"));
        history.apply(SongEdits.notes("louder"));
        long end = System.nanoTime() + 10_000_000_000L;
        while (file.keptAside().get() == null && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        assertThat(file.keptAside().get()).isNotNull();
        assertThat(troubles).singleElement().asString().contains(other.toString(), "kept in");
        file.close(() -> {});
    }

    @Test
    void aSongWhoseFolderIsGoneIsSavedUnderAnotherNameAndSaysWhatItMisses() throws IOException {
        Path place = saved();
        SongFile file = file(place, LONG);
        history.apply(new Edit(
                "Rescue",
                song -> song.withTitle("Rescued").withMedia(List.of(new Media("m1", "media/a.wav", 1, 1, "a")))));
        Files.move(place, folder.resolve("Away.headroom"));
        Path rescued = folder.resolve("Rescued.headroom");
        file.saveAs(rescued, "Rescued", written::add);
        assertThat(written).containsExactly(true);
        assertThat(ProjectFiles.load(rescued)).isEqualTo(history.current());
        assertThat(troubles).singleElement().asString().contains("media/a.wav");
        assertThat(place).doesNotExist();
    }

    @Test
    void whatIsNotSavedIsOfferedAfterACrashAndNotAfterClosingInPeace() throws IOException, InterruptedException {
        Path place = saved();
        SongFile file = file(place, SHORT);
        history.apply(SongEdits.title("Unsaved"));
        waitForAutosave(place);
        assertThat(Autosave.recovery(place))
                .hasValueSatisfying(found -> assertThat(found.project().title()).isEqualTo("Unsaved"));
        file.close(() -> written.add(true));
        assertThat(written).containsExactly(true);
        assertThat(Autosave.recovery(place)).isEmpty();
        assertThat(songs().leftBehind()).isEmpty();
    }

    @Test
    void savingUnderAnotherNameLeavesTheOldSongAsItWasSaved() throws IOException {
        Path old = saved();
        SongFile file = file(old, LONG);
        history.apply(SongEdits.title("New"));
        file.saveAs(folder.resolve("New.headroom"), "New", written::add);
        assertThat(ProjectFiles.load(old)).isEqualTo(empty);
        assertThat(Autosave.recovery(old)).isEmpty();
        history.apply(SongEdits.title("Newer"));
        file.save(written::add);
        assertThat(ProjectFiles.load(folder.resolve("New.headroom")).title()).isEqualTo("Newer");
    }

    /// The write happens on a thread of its own, soon.
    private static void waitForAutosave(Path place) throws IOException, InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (Autosave.recovery(place).isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
