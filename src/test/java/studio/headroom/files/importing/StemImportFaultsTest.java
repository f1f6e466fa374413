package studio.headroom.files.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.TestSound;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;

/// What cannot be imported leaves nothing; how far an import is, and that it can be called off.
class StemImportFaultsTest extends StemFolder {
    /// What "headroom new" does.
    @Test
    void aNewProjectOfStemsIsAllOrNothing() throws IOException {
        Path kick = wav("Kick.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(1, 1, 500, 16));
        Path target = temp.resolve("New.headroom");
        Map<String, Integer> before = files(temp);
        for (Path bad : List.of(stems.resolve("gone.wav"), wavBeside("zero.wav"))) {
            assertThatThrownBy(() -> ProjectFiles.create(target, building -> imported(building, kick, bad)))
                    .isInstanceOf(FileException.class)
                    .hasMessageContaining(bad.toString());
        }
        Files.delete(temp.resolve("zero.wav"));
        assertThatThrownBy(() -> ProjectFiles.create(target, building -> {
                    Files.delete(building.resolve("media"));
                    Files.writeString(building.resolve("media"), "in the way");
                    return imported(building, kick);
                }))
                .hasMessageContaining(target.resolve("media").toString())
                .hasMessageNotContaining(".headroom-new");
        assertThat(files(temp)).isEqualTo(before);
        Project song = ProjectFiles.create(target, building -> imported(building, kick));
        assertThat(ProjectFiles.load(target)).isEqualTo(song);
        assertThat(MediaCheck.check(target, song)).isEmpty();
    }

    private Project imported(Path building, Path... sources) throws FileException {
        return StemImporter.run(building, empty, List.of(sources), ImportOptions.DEFAULT, ImportProgress.NONE)
                .project();
    }

    private Path wavBeside(String name) throws IOException {
        return wav("../" + name, SampleFormat.INT16, RATE, new float[1][0]);
    }

    @Test
    void badStemsAreRefusedByNameAndLeaveTheFolderAsItWas() throws IOException {
        Path good = wav("good.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(1, 1, 500_000, 16));
        float[][] broken = TestSound.gridNoise(1, 1, 50_000, 24);
        broken[0][7] = Float.NaN;
        broken[0][40_000] = Float.POSITIVE_INFINITY;
        assertRefused(
                good, wav("nan.wav", SampleFormat.FLOAT32, RATE, broken), "holds 2 samples that are not a number");
        assertRefused(good, wav("zero.wav", SampleFormat.INT16, RATE, new float[1][0]), "its length is zero");
        assertRefused(good, wav("surround.wav", SampleFormat.INT16, RATE, new float[6][10]), "has 6 channels");
        assertRefused(good, wav("slow.wav", SampleFormat.INT16, 1, new float[1][10]), "1 Hz");
        assertRefused(good, stems.resolve("vanished.wav"), "does not exist");
        assertRefused(good, Files.createDirectory(stems.resolve("folder.wav")), "folder");
        assertRefused(good, Files.write(stems.resolve("empty.wav"), new byte[0]), "empty");
        assertRefused(good, Files.writeString(stems.resolve("text.wav"), "This is no sound."), "text.wav");
        byte[] whole = Files.readAllBytes(good);
        assertRefused(
                good,
                Files.write(stems.resolve("cut.wav"), java.util.Arrays.copyOf(whole, whole.length / 2)),
                "cut.wav");
        assertThatThrownBy(() -> run()).isInstanceOf(FileException.class).hasMessageContaining("nothing to import");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path good = wav("good.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(1, 1, 500, 16));
        Files.delete(folder.resolve("media"));
        Files.writeString(folder.resolve("media"), "in the way");
        assertThatThrownBy(() -> run(good))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(folder.resolve("media").toString());
        assertThat(folder.resolve("media")).hasContent("in the way");
        Files.delete(folder.resolve("media"));
        Files.createSymbolicLink(folder.resolve("media"), stems);
        assertThatThrownBy(() -> run(good)).hasMessageContaining("leads out of the project folder");
    }

    /// A file with holes that claims four terabytes of sound stands for a disk that is too small.
    @Test
    @EnabledOnOs(OS.LINUX)
    void tooLittleRoomIsSaidBeforeAnythingIsWritten() throws IOException {
        long dataBytes = 4L << 40;
        ByteBuffer header = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RF64")).putInt(-1).put(ascii("WAVE"));
        header.put(ascii("ds64"))
                .putInt(28)
                .putLong(72 + dataBytes)
                .putLong(dataBytes)
                .putLong(dataBytes / 2)
                .putInt(0);
        header.put(ascii("fmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(2 * RATE);
        header.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(-1);
        Path huge = stems.resolve("huge.wav");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.write(header.array());
            file.setLength(80 + dataBytes);
        } catch (IOException e) {
            Assumptions.abort("this file system has no files with holes");
        }
        Map<String, Integer> before = files(folder);
        assertThatThrownBy(() -> run(huge))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("not enough room")
                .hasMessageContaining("takes about 4194321 MB")
                .hasMessageContaining(folder.toString());
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void cancellingLeavesTheFolderAsItWas() throws IOException {
        Path first = wav("a.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(1, 1, 400_000, 16));
        Path second = wav("b.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(2, 1, 400_000, 16));
        Map<String, Integer> before = files(folder);
        Recorder progress = new Recorder(0.5);
        assertThatThrownBy(
                        () -> StemImporter.run(folder, empty, List.of(first, second), ImportOptions.DEFAULT, progress))
                .isInstanceOf(CancellationException.class);
        assertThat(files(folder)).isEqualTo(before);
        assertThat(progress.reported).isNotEmpty();
    }

    @Test
    void progressRisesToTheEnd() throws IOException {
        Path first = wav("a.wav", SampleFormat.INT16, 44_100, TestSound.gridNoise(1, 1, 300_000, 16));
        Path second = wav("b.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(2, 1, 300_000, 16));
        Recorder progress = new Recorder(2);
        StemImporter.run(folder, empty, List.of(first, second), ImportOptions.DEFAULT, progress);
        assertThat(progress.reported).isSorted().hasSizeGreaterThan(5);
        assertThat(progress.reported.getLast()).isEqualTo(1.0);
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sources.add(wav(i + ".wav", SampleFormat.INT16, 44_100, TestSound.gridNoise(i, 1, 20_000, 16)));
        }
        Project one = StemImporter.run(folder, empty, sources, new ImportOptions(false, false, 1), ImportProgress.NONE)
                .project();
        Path other = temp.resolve("Other.headroom");
        ProjectFiles.create(other, empty);
        Project four = StemImporter.run(other, empty, sources, new ImportOptions(false, false, 4), ImportProgress.NONE)
                .project();
        assertThat(four).isEqualTo(one);
        assertThat(files(other.resolve("media"))).isEqualTo(files(folder.resolve("media")));
    }

    /// Notes what is reported, and cancels from a place on.
    private static final class Recorder implements ImportProgress {
        private final List<Double> reported = Collections.synchronizedList(new ArrayList<>());
        private final double cancelAt;

        Recorder(double cancelAt) {
            this.cancelAt = cancelAt;
        }

        @Override
        public void report(double done, String file) {
            reported.add(done);
        }

        @Override
        public boolean canceled() {
            return !reported.isEmpty() && reported.getLast() >= cancelAt;
        }
    }
}
