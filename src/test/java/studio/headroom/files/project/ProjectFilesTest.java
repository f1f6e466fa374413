package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.FileException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.RandomProjects;

class ProjectFilesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path temp;

    private Path folder;
    private final Project first = RandomProjects.create(1).withTitle("first");

    @BeforeEach
    void createProject() throws IOException {
        folder = temp.resolve("My Song.headroom");
        ProjectFiles.create(folder, first);
    }

    @Test
    void aNewProjectOpensByItsFolderOrItsFile() throws IOException {
        assertThat(ProjectFiles.load(folder)).isEqualTo(first);
        assertThat(ProjectFiles.load(folder.resolve("project.json"))).isEqualTo(first);
        assertThat(folder.resolve("media")).isDirectory();
    }

    @Test
    void aCopiedFolderOpens() throws IOException {
        Path copy = Files.createDirectory(temp.resolve("elsewhere"));
        Files.copy(folder.resolve("project.json"), copy.resolve("project.json"));
        assertThat(ProjectFiles.load(copy)).isEqualTo(first);
    }

    @Test
    void savingUnderAnotherNameTakesTheSoundFilesAlong() throws IOException {
        Files.writeString(folder.resolve("media/a.wav"), "sound");
        Project song = Project.empty("Song", 48_000)
                .withMedia(List.of(
                        new Media("m1", "media/a.wav", 1, 1, "a"), new Media("m2", "media/deep/b.wav", 1, 1, "b")));
        Path other = temp.resolve("Other.headroom");
        Files.createDirectory(folder.resolve("media/deep"));
        Files.writeString(folder.resolve("media/deep/b.wav"), "more");
        assertThat(ProjectFiles.saveAs(folder, song, other)).isEmpty();
        assertThat(ProjectFiles.load(other)).isEqualTo(song);
        assertThat(other.resolve("media/deep/b.wav")).hasContent("more");
        assertThat(ProjectFiles.load(folder)).isEqualTo(first);
    }

    @Test
    void workIsSavedUnderAnotherNameEvenWhereItsSoundFilesAreGone() throws IOException {
        Media there = new Media("m1", "media/a.wav", 1, 1, "a");
        Media gone = new Media("m2", "media/b.wav", 1, 1, "b");
        Project song = Project.empty("Song", 48_000).withMedia(List.of(there, gone));
        Files.writeString(folder.resolve("media/a.wav"), "sound");
        Path other = temp.resolve("Other.headroom");
        assertThat(ProjectFiles.saveAs(folder, song, other)).containsExactly(gone);
        assertThat(ProjectFiles.load(other)).isEqualTo(song);
        assertThat(other.resolve("media/a.wav")).hasContent("sound");
        Path rescued = temp.resolve("Rescued.headroom");
        assertThat(ProjectFiles.saveAs(temp.resolve("no such folder"), song, rescued))
                .containsExactly(there, gone);
        assertThat(ProjectFiles.load(rescued)).isEqualTo(song);
    }

    @Test
    void whatExistsIsNeverCreatedOver() throws IOException {
        Map<String, String> before = content(temp);
        assertThatThrownBy(() -> ProjectFiles.create(folder, RandomProjects.create(2)))
                .isInstanceOf(FileException.class)
                .hasMessage("Cannot make the project '" + folder + "': it exists already. Choose another name.");
        assertThatThrownBy(() -> ProjectFiles.create(temp.resolve("no/such/place"), first))
                .hasMessageContaining("does not exist. Make it first.");
        assertThat(content(temp)).isEqualTo(before);
    }

    @Test
    void aFailedCreationLeavesNothing() throws IOException {
        Map<String, String> before = content(temp);
        assertThatThrownBy(() -> ProjectFiles.create(temp.resolve("Other"), building -> {
                    Files.writeString(building.resolve("media/half.wav"), "half");
                    throw new FileException("Cannot read 'stem.wav'.");
                }))
                .hasMessage("Cannot read 'stem.wav'.");
        assertThatThrownBy(() -> ProjectFiles.create(temp.resolve("Other"), building -> {
                    throw new IllegalStateException("a defect");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(content(temp)).isEqualTo(before);
    }

    @Test
    void anEmptyFolderBecomesAProject() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("empty"));
        ProjectFiles.create(empty, first);
        assertThat(ProjectFiles.load(empty)).isEqualTo(first);
    }

    @Test
    void savingKeepsWhatWasThereAsBackup() throws IOException {
        String before = Files.readString(folder.resolve("project.json"));
        Project second = first.withTitle("second");
        ProjectFiles.save(folder, second);
        assertThat(ProjectFiles.load(folder)).isEqualTo(second);
        List<Path> backups = backups();
        assertThat(backups).hasSize(1);
        assertThat(backups.getFirst()).hasContent(before.stripTrailing());
        assertThat(ProjectFiles.newestGoodBackup(folder)).contains(backups.getFirst());
    }

    @Test
    void savingTheSameAgainWritesNothing() throws IOException {
        Files.setLastModifiedTime(folder.resolve("project.json"), FileTime.from(NOON));
        ProjectFiles.save(folder, first);
        assertThat(backups()).isEmpty();
        assertThat(Files.getLastModifiedTime(folder.resolve("project.json")).toInstant())
                .isEqualTo(NOON);
    }

    @Test
    void theTenNewestBackupsAreKeptEvenWhenTheClockStandsOrRunsBack() throws IOException {
        for (int i = 1; i <= 15; i++) {
            InstantSource clock = InstantSource.fixed(i % 3 == 0 ? NOON.minusSeconds(i) : NOON);
            ProjectFiles.save(folder, first.withTitle("take " + i), clock);
        }
        Files.writeString(folder.resolve("backups/mine.json"), "kept");
        ProjectFiles.save(folder, first.withTitle("take 16"), InstantSource.fixed(NOON));
        List<String> titles = new java.util.ArrayList<>();
        for (Path backup : backups()) {
            titles.add(titleOf(backup));
        }
        assertThat(titles)
                .containsExactlyElementsOf(Stream.iterate(6, i -> i + 1)
                        .limit(10)
                        .map(i -> "take " + i)
                        .toList());
        assertThat(folder.resolve("backups/mine.json")).hasContent("kept");
    }

    @Test
    void aDamagedFileNamesItsNewestGoodBackup() throws IOException {
        ProjectFiles.save(folder, first.withTitle("second"));
        ProjectFiles.save(folder, first.withTitle("third"));
        List<Path> backups = backups();
        Files.writeString(backups.getLast(), "{ torn");
        truncate(folder.resolve("project.json"));
        assertThatThrownBy(() -> ProjectFiles.load(folder))
                .isInstanceOf(FileException.class)
                .hasMessageStartingWith(
                        "Cannot open '" + folder.resolve("project.json") + "': it is damaged or cut short")
                .hasMessageContaining("newest good backup is '" + backups.getFirst())
                .hasMessageEndingWith("to go back to it.");
    }

    @Test
    void withoutABackupTheErrorSaysSo() throws IOException {
        truncate(folder.resolve("project.json"));
        assertThatThrownBy(() -> ProjectFiles.load(folder)).hasMessageContaining("It has no good backup");
    }

    @Test
    void aNewerProjectIsNotCalledDamaged() throws IOException {
        ProjectFiles.save(folder, first.withTitle("second"));
        Files.writeString(folder.resolve("project.json"), "{\"format\": \"headroom-project\", \"formatVersion\": 7}");
        assertThatThrownBy(() -> ProjectFiles.load(folder))
                .hasMessageContaining("newer Headroom (format 7;")
                .hasMessageEndingWith("Update Headroom to open it.");
    }

    @Test
    void whatIsNoProjectIsRefusedByName() throws IOException {
        Path nothing = temp.resolve("nothing");
        assertThatThrownBy(() -> ProjectFiles.load(nothing))
                .hasMessage("Cannot open '" + nothing + "': it does not exist.");
        Path wav = Files.writeString(temp.resolve("a.wav"), "RIFF");
        assertThatThrownBy(() -> ProjectFiles.load(wav))
                .hasMessageContaining(wav.toString())
                .hasMessageContaining("not a Headroom project");
        assertThatThrownBy(() -> ProjectFiles.load(temp)).hasMessageContaining("holds no project.json");
        Path odd = Files.createDirectories(temp.resolve("odd.headroom/project.json"))
                .getParent();
        assertThatThrownBy(() -> ProjectFiles.load(odd))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("not a file");
    }

    @Test
    void anEnormousFileIsRefusedBeforeItFillsTheMemory() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("project.json").toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertThatThrownBy(() -> ProjectFiles.load(folder)).hasMessageContaining("larger than 64 MB");
    }

    @Test
    void aSaveThatFailsLeavesEverythingAsItWas() throws IOException {
        // A file where the folder of backups should be stands for every place that cannot be written.
        Files.writeString(folder.resolve("backups"), "in the way");
        Map<String, String> before = content(temp);
        assertThatThrownBy(() -> ProjectFiles.save(folder, first.withTitle("second")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(folder.resolve("backups").toString());
        assertThat(content(temp)).isEqualTo(before);
        assertThatThrownBy(() -> ProjectFiles.save(temp.resolve("gone"), first)).hasMessageContaining("is gone");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.json"), "secret");
        Files.delete(folder.resolve("project.json"));
        Files.createSymbolicLink(folder.resolve("project.json"), secret);
        assertThatThrownBy(() -> ProjectFiles.load(folder)).hasMessageContaining("leads out of the project folder");
        assertThatThrownBy(() -> ProjectFiles.save(folder, first))
                .hasMessageContaining("leads out of the project folder");
        assertThat(secret).hasContent("secret");
        Files.createSymbolicLink(folder.resolve("media/out"), temp);
        Files.createSymbolicLink(folder.resolve("media/nowhere.wav"), temp.resolve("new.wav"));
        Files.createSymbolicLink(folder.resolve("media/in"), folder.resolve("media"));
        assertThatThrownBy(() -> ProjectPaths.resolve(folder, "media/out/secret.json"))
                .isInstanceOf(FileException.class);
        assertThatThrownBy(() -> ProjectPaths.resolve(folder, "media/nowhere.wav"))
                .isInstanceOf(FileException.class);
        assertThatThrownBy(() -> ProjectPaths.resolve(folder, "../secret.json")).isInstanceOf(FileException.class);
        assertThat(ProjectPaths.resolve(folder, "media/in/a.wav").getFileName()).hasToString("a.wav");
    }

    @Test
    void unsavedWorkIsOfferedUntilItIsSaved() throws IOException {
        assertThat(Autosave.recovery(folder)).isEmpty();
        Autosave autosave = Autosave.of(folder);
        Project unsaved = first.withTitle("unsaved");
        autosave.write(unsaved);
        autosave.write(unsaved);
        assertThat(Autosave.recovery(folder)).map(Autosave.Recovery::project).contains(unsaved);
        assertThat(list("autosave")).hasSize(1);
        ProjectFiles.save(folder, unsaved);
        assertThat(Autosave.recovery(folder)).isEmpty();
        assertThat(list("autosave")).isEmpty();
    }

    @Test
    void anAutosaveThatIsOlderOrTheSameIsNotOffered() throws IOException {
        Autosave autosave = Autosave.of(folder);
        autosave.write(first);
        assertThat(Autosave.recovery(folder)).as("the same").isEmpty();
        autosave.write(first.withTitle("unsaved"));
        FileTime later = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(folder.resolve("project.json"), later);
        assertThat(Autosave.recovery(folder)).as("older").isEmpty();
    }

    @Test
    void aDamagedAutosaveFallsBackToTheOneBefore() throws IOException {
        Autosave autosave = Autosave.of(folder);
        autosave.write(first.withTitle("one"));
        autosave.write(first.withTitle("two"));
        truncate(list("autosave").getLast());
        assertThat(Autosave.recovery(folder)).map(r -> r.project().title()).contains("one");
    }

    @Test
    void aDamagedProjectCanBeRecoveredFromItsAutosave() throws IOException {
        Autosave.of(folder).write(first);
        truncate(folder.resolve("project.json"));
        assertThat(Autosave.recovery(folder)).map(Autosave.Recovery::project).contains(first);
    }

    @Test
    void aSongThatWasNeverSavedIsKeptInAFolderOfItsOwn() throws IOException {
        Autosave autosave = new Autosave(temp.resolve("unsaved"), InstantSource.fixed(NOON));
        for (int i = 0; i < 5; i++) {
            autosave.write(first.withTitle("state " + i));
        }
        assertThat(autosave.newest()).map(r -> r.project().title()).contains("state 4");
        try (Stream<Path> files = Files.list(temp.resolve("unsaved"))) {
            assertThat(files).hasSize(3);
        }
        autosave.clear();
        assertThat(autosave.newest()).isEmpty();
    }

    private static String titleOf(Path file) throws IOException {
        try {
            return ProjectFormat.read(Files.readAllBytes(file)).title();
        } catch (ProjectFormatException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> backups() throws IOException {
        return list("backups").stream()
                .filter(file -> file.getFileName().toString().startsWith("project-"))
                .toList();
    }

    private List<Path> list(String name) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.sorted().toList();
        }
    }

    private static void truncate(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2), StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                content.put(file.toString(), Files.isRegularFile(file) ? Files.readString(file) : "");
            }
        }
        return content;
    }
}
