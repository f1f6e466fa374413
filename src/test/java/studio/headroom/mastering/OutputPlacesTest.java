package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputPlacesTest {
    @TempDir
    private Path folder;

    private static OutputPlaces.Disks disks(long free, boolean one) {
        return new OutputPlaces.Disks() {
            @Override
            public Object disk(Path place) {
                return one ? "one" : place;
            }

            @Override
            public long free(Path place) {
                return free;
            }
        };
    }

    private List<String> problems(long bytes, long scratch, OutputPlaces.Disks disks, Path... files) {
        return OutputPlaces.of(
                        new OutputPlaces.Wanted(
                                folder, List.of(files), List.of(folder.resolve("mix.wav")), bytes, scratch),
                        disks)
                .problems();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        Files.writeString(folder.resolve("mix.wav"), "x");
        Files.writeString(folder.resolve("file"), "x");
        Files.createDirectory(folder.resolve("folder.wav"));
        assertThat(problems(
                        2_000_000,
                        0,
                        disks(1_000_000, true),
                        folder.resolve("mix.wav"),
                        folder.resolve("file/a.wav"),
                        folder.resolve("folder.wav"),
                        folder.resolve("x".repeat(300) + ".wav"),
                        folder.resolve("Twice.wav"),
                        folder.resolve("twice.wav")))
                .hasSize(6)
                .anyMatch(text -> text.contains("mix.wav") && text.contains("reads or writes already"))
                .anyMatch(text -> text.contains("file and not a folder"))
                .anyMatch(text -> text.contains("folder.wav") && text.contains("is a folder"))
                .anyMatch(text -> text.contains("too long"))
                .anyMatch(text -> text.contains("Two files") && text.contains("twice.wav"))
                .anyMatch(text -> text.contains("2.0 MB") && text.contains("1.0 MB are free"));
    }

    @Test
    void filesThatAreThereAreNoProblem() throws IOException {
        Path there = Files.writeString(folder.resolve("there.wav"), "x");
        OutputPlaces places = OutputPlaces.of(
                new OutputPlaces.Wanted(folder, List.of(there, folder.resolve("new/b.wav")), List.of(), 1_000, 1_000));
        assertThat(places.problems()).isEmpty();
        assertThat(places.existing()).containsExactly(there);
        assertThat(places.freeBytes()).isPresent();
    }

    /// Temporary files need room, too: on the same disk with the files, else on theirs.
    @Test
    void temporaryFilesNeedRoom() {
        assertThat(problems(600, 600, disks(1_000, false))).isEmpty();
        assertThat(problems(600, 600, disks(1_000, true))).hasSize(1);
        assertThat(problems(600, 2_000, disks(1_000, false)))
                .singleElement()
                .asString()
                .contains("TMPDIR");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no POSIX permissions there")
    void aFolderThatIsWriteProtectedIsNamed() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(closed), "the superuser may write anywhere");
        assertThat(problems(0, 0, disks(1, true), closed.resolve("a.wav")))
                .singleElement()
                .asString()
                .contains("closed", "permissions");
    }
}
