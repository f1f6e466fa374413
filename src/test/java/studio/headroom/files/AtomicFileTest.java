package studio.headroom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesWhatWasThere() throws IOException {
        Path target = folder.resolve("song.json");
        Files.writeString(target, "old");
        AtomicFile.write(target, "new".getBytes(StandardCharsets.UTF_8));
        assertThat(target).hasContent("new");
        assertThat(names()).containsExactly("song.json");
    }

    @Test
    void leavesTheOldContentAndNoTraceWhenNotCommitted() throws IOException {
        Path target = folder.resolve("song.json");
        Files.writeString(target, "old");
        try (AtomicFile file = AtomicFile.create(target)) {
            Files.writeString(file.temporary(), "half");
            assertThat(target).hasContent("old");
        }
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("song.json");
    }

    @Test
    void writesBesideTheTargetUnderAHiddenName() throws IOException {
        try (AtomicFile file = AtomicFile.create(folder.resolve("song.wav"))) {
            assertThat(file.temporary().getParent()).isEqualTo(folder.toRealPath());
            assertThat(file.temporary().getFileName().toString())
                    .startsWith(".song.wav.")
                    .endsWith(".part");
        }
    }

    @Test
    void refusesAFolderAMissingFolderAndADeviceByName() throws IOException {
        Files.createDirectory(folder.resolve("dir"));
        assertThatThrownBy(() -> AtomicFile.create(folder.resolve("dir")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("dir")
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> AtomicFile.create(folder.resolve("none").resolve("a.wav")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("a.wav")
                .hasMessageContaining("does not exist");
        Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> AtomicFile.create(folder.resolve("file").resolve("a.wav")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("a.wav");
    }

    @Test
    void neverReplacesADevice() {
        Path device = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(device));
        assertThatThrownBy(() -> AtomicFile.create(device)).hasMessageContaining("device");
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void writesThroughALinkAndKeepsIt() throws IOException {
        Path real = folder.resolve("real.txt");
        Files.writeString(real, "old");
        Path link = folder.resolve("link.txt");
        try {
            Files.createSymbolicLink(link, real);
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no symbolic links here");
        }
        AtomicFile.write(link, "new".getBytes(StandardCharsets.UTF_8));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("new");
    }

    @Test
    void takesTheLongestNameThatTheSystemTakes() throws IOException {
        Path target = folder.resolve("n".repeat(250) + ".wav");
        AtomicFile.write(target, new byte[] {1});
        assertThat(Files.size(target)).isEqualTo(1);
        Path tooLong = folder.resolve("n".repeat(300) + ".wav");
        assertThatThrownBy(() -> AtomicFile.write(tooLong, new byte[] {1})).isInstanceOf(FileException.class);
        assertThat(names()).hasSize(1);
    }

    /// File systems count bytes, of which each of these characters has three.
    @Test
    void takesALongNameThatIsNotLatin() throws IOException {
        Path target = folder.resolve("長".repeat(83) + ".wav");
        AtomicFile.write(target, new byte[] {1});
        assertThat(Files.size(target)).isEqualTo(1);
    }

    @Test
    void keepsThePermissionsOfWhatItReplaces() throws IOException {
        Path target = folder.resolve("song.json");
        Files.writeString(target, "old");
        Assumptions.assumeTrue(Files.getFileStore(target).supportsFileAttributeView("posix"));
        var permissions = java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(target, permissions);
        AtomicFile.write(target, new byte[] {1});
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(permissions);
    }

    @Test
    void saysInWordsWhatTheSystemReports() {
        Path path = Path.of("a.wav");
        assertThat(FileException.writing(path, new IOException("No space left on device")))
                .hasMessage("Cannot write 'a.wav': the disk is full. Free some space or choose another folder.");
        assertThat(FileException.reading(path, new java.nio.file.NoSuchFileException("a.wav")))
                .hasMessage("Cannot read 'a.wav': it does not exist.");
        assertThat(FileException.writing(path, new java.nio.file.AccessDeniedException("a.wav")))
                .hasMessageContaining("permissions");
        FileException known = new FileException("known");
        assertThat(FileException.writing(path, known)).isSameAs(known);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).toList();
        }
    }
}
