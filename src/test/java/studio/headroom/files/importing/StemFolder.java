package studio.headroom.files.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.TestSound;
import studio.headroom.files.audio.pcm.PcmEncoder;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;

/// A project without tracks and a folder for stems, and what tests of the import do with both.
abstract class StemFolder {
    static final int RATE = 48_000;

    @TempDir
    Path temp;

    Path folder;
    Path stems;
    final Project empty = Project.empty("Song", RATE);

    @BeforeEach
    void createFolders() throws IOException {
        folder = temp.resolve("Song.headroom");
        ProjectFiles.create(folder, empty);
        stems = Files.createDirectory(temp.resolve("stems"));
    }

    void assertRefused(Path good, Path bad, String reason) throws IOException {
        Map<String, Integer> before = files(folder);
        for (List<Path> order : List.of(List.of(good, bad), List.of(bad, good))) {
            assertThatThrownBy(() -> StemImporter.run(folder, empty, order, ImportOptions.DEFAULT, ImportProgress.NONE))
                    .isInstanceOf(FileException.class)
                    .hasMessageContaining(bad.getFileName().toString())
                    .hasMessageContaining(reason);
            assertThat(files(folder)).isEqualTo(before);
        }
    }

    ImportResult run(Path... sources) throws FileException {
        return StemImporter.run(folder, empty, List.of(sources), ImportOptions.DEFAULT, ImportProgress.NONE);
    }

    Path wav(String name, SampleFormat samples, int rate, float[][] sound) throws IOException {
        Path file = stems.resolve(name);
        try (PcmEncoder encoder =
                PcmEncoder.wav(file, new AudioFormat(rate, sound.length), EncoderSettings.of(samples))) {
            encoder.write(sound, 0, sound[0].length);
            encoder.finish();
        }
        return file;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static float[][] read(Path file) throws IOException {
        try (AudioFileStream stream = AudioFiles.open(file)) {
            return TestSound.readAll(stream);
        }
    }

    /// Every file under a folder and the hash of its content.
    static Map<String, Integer> files(Path root) throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(path -> !path.equals(root)).toList()) {
                int hash = Files.isRegularFile(file) ? java.util.Arrays.hashCode(Files.readAllBytes(file)) : 0;
                files.put(root.relativize(file).toString(), hash);
            }
        }
        return files;
    }
}
