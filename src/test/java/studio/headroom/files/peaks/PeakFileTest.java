package studio.headroom.files.peaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.SequentialReader;
import studio.headroom.files.FileException;

class PeakFileTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final PeakKey KEY = new PeakKey(48_000, 2, 5_000, 30_044, 1_700_000_000_000L, HASH);

    @TempDir
    Path folder;

    private final OpenFiles files = new OpenFiles(2);
    private Path path;
    private PeakLayout layout;

    @BeforeEach
    void build() throws IOException {
        path = Files.createFile(folder.resolve("peaks"));
        layout = new PeakLayout(KEY);
        new PeakBuilder(PeakFile.growing(path, layout, files), () -> false)
                .build(new SequentialReader(Sound.noise(2, 5_000, 1)), path);
    }

    @Test
    void isOpenedForTheSoundItWasMadeOf() {
        assertThat(PeakFile.open(path, layout, files)).isPresent();
    }

    @Test
    void aSoundThatDiffersInAnythingHasNoPeaksYet() throws IOException {
        List<PeakKey> others = List.of(
                new PeakKey(44_100, 2, 5_000, 30_044, 1_700_000_000_000L, HASH),
                new PeakKey(48_000, 1, 10_000, 30_044, 1_700_000_000_000L, HASH),
                new PeakKey(48_000, 2, 5_001, 30_044, 1_700_000_000_000L, HASH),
                new PeakKey(48_000, 2, 5_000, 30_045, 1_700_000_000_000L, HASH),
                new PeakKey(48_000, 2, 5_000, 30_044, 1_700_000_000_001L, HASH),
                new PeakKey(48_000, 2, 5_000, 30_044, 1_700_000_000_000L, ""));
        for (PeakKey other : others) {
            assertThat(PeakFile.open(path, new PeakLayout(other), files))
                    .as("%s", other)
                    .isEmpty();
        }
    }

    @Test
    void aFileThatWasCutOrChangedInItsHeaderIsNotOpened() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length += 1 + length / 50) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThat(PeakFile.open(path, layout, files)).isEmpty();
        }
        Files.write(path, Arrays.copyOf(whole, whole.length + 1));
        assertThat(PeakFile.open(path, layout, files)).isEmpty();
        for (int at = 0; at < PeakLayout.HEADER; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(path, changed);
            assertThat(PeakFile.open(path, layout, files)).as("byte %d", at).isEmpty();
        }
        Files.delete(path);
        Files.createDirectory(path);
        assertThat(PeakFile.open(path, layout, files)).isEmpty();
    }

    @Test
    void anyContentIsAFiniteWaveform() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        byte[] noise = new byte[bytes.length - PeakLayout.HEADER];
        new Random(4).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, PeakLayout.HEADER, noise.length);
        Files.write(path, bytes);
        Peaks peaks = new Peaks(PeakFile.open(path, layout, files).orElseThrow());
        float[] min = new float[500];
        float[] max = new float[500];
        float[] rms = new float[500];
        for (double framesPerPixel = 1; framesPerPixel < 1e6; framesPerPixel *= 1.7) {
            peaks.read(1, -100, framesPerPixel, min, max, rms);
            for (int i = 0; i < min.length; i++) {
                assertThat(min[i]).isFinite().isLessThanOrEqualTo(max[i]);
                assertThat(max[i]).isFinite();
                assertThat(rms[i]).isFinite().isNotNegative();
            }
        }
    }

    @Test
    void aFileThatIsCutWhileItIsOpenIsAFaultAndNoCrash() throws IOException {
        Peaks peaks = new Peaks(PeakFile.open(path, layout, files).orElseThrow());
        Files.write(path, new byte[10]);
        float[] max = new float[10];
        peaks.read(0, 0, 64, new float[10], max, null);
        assertThat(max).containsOnly(0);
        assertThat(peaks.fault()).contains("cannot be read");
    }

    @Test
    void soundsOfImpossibleSizeAreRefusedBeforeAnythingIsMade() {
        assertThatThrownBy(() -> new PeakLayout(new PeakKey(48_000, 2, Long.MAX_VALUE, 1, 1, "")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("Import it in parts");
        assertThatThrownBy(() -> new PeakLayout(new PeakKey(48_000, 65, 1, 1, 1, "")))
                .isInstanceOf(FileException.class);
    }

    @Test
    void aSoundOfAnotherLengthThanItsKeyIsRefused() throws IOException {
        for (int frames : new int[] {4_999, 5_001, 100_000}) {
            Path other = Files.createTempFile(folder, "other", "");
            PeakBuilder builder = new PeakBuilder(PeakFile.growing(other, layout, files), () -> false);
            assertThatThrownBy(() -> builder.build(new SequentialReader(Sound.noise(2, frames, 1)), other))
                    .isInstanceOf(FileException.class)
                    .hasMessageContaining("import it again");
        }
    }

    @Test
    void onlyTheFilesReadLastAreOpen() throws IOException {
        float[] max = new float[4];
        float[] expected = new float[4];
        new Peaks(PeakFile.open(path, layout, files).orElseThrow()).read(0, 0, 64, new float[4], expected, null);
        Peaks[] many = new Peaks[5];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Peaks(PeakFile.open(path, layout, files).orElseThrow());
        }
        for (int i = 0; i < 20; i++) {
            many[i % many.length].read(0, 0, 64, new float[4], max, null);
            assertThat(max).isEqualTo(expected);
            assertThat(files.open()).isLessThanOrEqualTo(2);
        }
    }
}
