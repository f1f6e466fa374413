package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;

class AutosaverTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Project FIRST = Project.empty("first", 48_000);
    private static final Project SECOND = FIRST.withTitle("second");

    @TempDir
    private Path temp;

    @Test
    void changesAreKeptByThemselves() throws Exception {
        CompletableFuture<FileException> failed = new CompletableFuture<>();
        Autosave autosave = new Autosave(temp.resolve("states"));
        try (Autosaver saver = new Autosaver(autosave, Duration.ofMillis(5), failed::complete)) {
            saver.changed(FIRST);
            saver.changed(SECOND);
            for (int i = 0; i < 2_000 && autosave.newest().isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        assertThat(autosave.newest()).map(Autosave.Recovery::project).contains(SECOND);
        assertThat(failed).isNotDone();
    }

    @Test
    void whatCannotBeKeptIsReportedAndTriedAgain() throws Exception {
        CompletableFuture<FileException> failed = new CompletableFuture<>();
        Path states = Files.writeString(temp.resolve("states"), "in the way");
        Autosave autosave = new Autosave(states);
        try (Autosaver saver = new Autosaver(autosave, Duration.ofMillis(5), failed::complete)) {
            saver.changed(FIRST);
            assertThat(failed.get(20, TimeUnit.SECONDS)).hasMessageContaining("states");
            Files.delete(states);
            for (int i = 0; i < 2_000 && autosave.newest().isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        assertThat(autosave.newest()).map(Autosave.Recovery::project).contains(FIRST);
    }

    @Test
    void savingForgetsWhatWasKeptButNotWhatCameAfterIt() throws IOException {
        Path folder = temp.resolve("Song.headroom");
        ProjectFiles.create(folder, FIRST);
        try (Autosaver saver = new Autosaver(Autosave.of(folder), NEVER, e -> {})) {
            saver.changed(SECOND);
            saver.flush();
            saver.save(folder, SECOND);
            saver.flush();
            assertThat(Autosave.of(folder).newest()).isEmpty();
            Project third = FIRST.withTitle("third");
            saver.changed(third);
            saver.save(folder, SECOND);
            saver.flush();
            assertThat(Autosave.recovery(folder))
                    .map(Autosave.Recovery::project)
                    .contains(third);
        }
    }

    @Test
    void whatTheSongsFolderDoesNotTakeIsKeptElsewhereAndOfferedAfterACrash() throws IOException {
        OpenSongs open = new OpenSongs(temp.resolve("open"));
        Path folder = temp.resolve("Song.headroom");
        ProjectFiles.create(folder, FIRST);
        OpenSongs.Entry entry = open.open(folder);
        Autosaver saver = new Autosaver(Autosave.of(folder), entry.unnamed(), NEVER, e -> {});
        Path away = Files.move(folder, temp.resolve("Away.headroom"));
        saver.changed(SECOND);
        saver.flush();
        assertThat(folder).doesNotExist();
        assertThat(entry.unnamed().newest()).map(Autosave.Recovery::project).contains(SECOND);

        Path crashed = leftBehind("song-crashed");
        Files.writeString(crashed.resolve("place.txt"), folder.toString());
        new Autosave(crashed.resolve("states")).write(SECOND);
        assertThat(open.leftBehind()).singleElement().satisfies(left -> {
            assertThat(left.place()).isEmpty();
            assertThat(left.recovery().project()).isEqualTo(SECOND);
        });
        Files.move(away, folder);
        assertThat(open.leftBehind()).singleElement().satisfies(left -> {
            assertThat(left.place()).contains(folder);
            assertThat(left.recovery().project()).isEqualTo(SECOND);
        });

        saver.save(folder, SECOND);
        assertThat(entry.unnamed().newest()).isEmpty();
        saver.close();
        entry.close();
    }

    @Test
    void aSongThatGetsANameIsKeptInItsFolder() throws IOException {
        OpenSongs open = new OpenSongs(temp.resolve("open"));
        Path folder = temp.resolve("Song.headroom");
        try (OpenSongs.Entry entry = open.open(null);
                Autosaver saver = new Autosaver(entry.unnamed(), NEVER, e -> {})) {
            saver.changed(FIRST);
            saver.flush();
            assertThat(entry.unnamed().newest()).isPresent();
            ProjectFiles.create(folder, FIRST);
            saver.saved(folder, FIRST);
            entry.named(folder);
            assertThat(entry.unnamed().newest()).isEmpty();
            saver.changed(SECOND);
            saver.flush();
            assertThat(Autosave.recovery(folder))
                    .map(Autosave.Recovery::project)
                    .contains(SECOND);
        }
        assertThat(entries()).isEmpty();
    }

    @Test
    void aSongThatIsOpenIsNotOffered() throws IOException {
        OpenSongs open = new OpenSongs(temp.resolve("open"));
        try (OpenSongs.Entry entry = open.open(null)) {
            entry.unnamed().write(FIRST);
            assertThat(open.leftBehind()).isEmpty();
            assertThat(entry.unnamed().newest()).isPresent();
        }
    }

    @Test
    void whatWasLeftBehindIsOfferedUntilItIsForgotten() throws IOException {
        OpenSongs open = new OpenSongs(temp.resolve("open"));
        Path entry = leftBehind("song-1");
        new Autosave(entry.resolve("states")).write(FIRST);
        new Autosave(entry.resolve("states")).write(SECOND);
        List<OpenSongs.LeftBehind> left = open.leftBehind();
        assertThat(left).singleElement().satisfies(song -> {
            assertThat(song.place()).isEmpty();
            assertThat(song.recovery().project()).isEqualTo(SECOND);
        });
        Files.writeString(left.getFirst().recovery().file(), "torn");
        assertThat(open.leftBehind())
                .extracting(song -> song.recovery().project())
                .containsExactly(FIRST);
        open.forget(left.getFirst());
        assertThat(open.leftBehind()).isEmpty();
        assertThat(entries()).isEmpty();
    }

    @Test
    void aSavedSongIsOfferedWithItsPlace() throws IOException {
        Path folder = temp.resolve("Song.headroom");
        ProjectFiles.create(folder, FIRST);
        Files.writeString(leftBehind("song-1").resolve("place.txt"), folder.toString());
        OpenSongs open = new OpenSongs(temp.resolve("open"));
        assertThat(open.leftBehind()).as("nothing unsaved").isEmpty();
        assertThat(entries()).isEmpty();
        Files.writeString(leftBehind("song-1").resolve("place.txt"), folder.toString());
        Autosave.of(folder).write(SECOND);
        assertThat(open.leftBehind()).singleElement().satisfies(song -> {
            assertThat(song.place()).contains(folder);
            assertThat(song.recovery().project()).isEqualTo(SECOND);
        });
        open.forget(open.leftBehind().getFirst());
        assertThat(Autosave.recovery(folder))
                .as("it is still offered when the song is opened")
                .isPresent();
    }

    @Test
    void leftBehindEntriesOfOtherThingsDoNoHarm() throws IOException {
        Files.createDirectories(temp.resolve("open/other"));
        Files.writeString(leftBehind("song-1").resolve("place.txt"), "\0 nowhere");
        Files.writeString(leftBehind("song-2").resolve("mine.txt"), "kept");
        OpenSongs open = new OpenSongs(temp.resolve("open"));
        assertThat(open.leftBehind()).isEmpty();
        assertThat(temp.resolve("open/song-2/mine.txt")).hasContent("kept");
        Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> new OpenSongs(temp.resolve("file")).open(null)).isInstanceOf(FileException.class);
    }

    @Test
    void whatAKilledWriteLeftIsClearedAwayWhenItIsOld() throws IOException {
        Path states = Files.createDirectory(temp.resolve("states"));
        Path old = Files.writeString(states.resolve(".autosave-20261120-120000-000.json.0123456789ab.part"), "half");
        Path fresh = Files.writeString(states.resolve(".autosave-20261120-120000-001.json.0123456789ab.part"), "half");
        Path other = Files.writeString(states.resolve(".mine.0123456789ab.part"), "kept");
        for (Path file : List.of(old, other)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(600)));
        }
        new Autosave(states).write(FIRST);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(other).exists();
    }

    private Path leftBehind(String name) throws IOException {
        Path entry = Files.createDirectories(temp.resolve("open").resolve(name));
        Files.writeString(entry.resolve("lock"), "");
        return entry;
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("open"))) {
            return files.toList();
        }
    }
}
