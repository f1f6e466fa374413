package studio.headroom.files.peaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.audio.SequentialReader;
import studio.headroom.files.FileException;
import studio.headroom.project.Media;

@Timeout(30)
class PeakStoreTest {
    private static final int FRAMES = 300_000;

    @TempDir
    Path folder;

    private final Sound sound = Sound.noise(1, FRAMES, 9);
    private final AtomicInteger opened = new AtomicInteger();
    private final Media media = new Media("m1", "media/Voice.wav", 1, FRAMES, "Voice.wav");
    private PeakStore store;

    @BeforeEach
    void makeSong() throws IOException {
        Files.createDirectories(folder.resolve("media"));
        Files.write(folder.resolve(media.path()), new byte[] {1, 2, 3});
        store = store();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private PeakStore store() {
        return new PeakStore(folder, 48_000, asked -> {
            opened.incrementAndGet();
            return new SequentialReader(sound);
        });
    }

    private static Peaks complete(PeakStore store, Media media) throws Exception {
        Peaks peaks = store.peaks(media).get();
        await(peaks);
        assertThat(peaks.fault()).isNull();
        return peaks;
    }

    private static void await(Peaks peaks) {
        while (!peaks.isComplete() && peaks.fault() == null) {
            Thread.onSpinWait();
        }
    }

    private void restart() {
        store.close();
        store = store();
    }

    @Test
    void makesThemOnceAndKeepsThem() throws Exception {
        Peaks first = complete(store, media);
        assertThat(store.peaks(media).get()).isSameAs(first);
        restart();
        Peaks kept = complete(store, media);
        assertThat(opened).hasValue(1);
        float[][] a = new float[2][1_000];
        float[][] b = new float[2][1_000];
        first.read(0, 0, 300, a[0], a[1], null);
        kept.read(0, 0, 300, b[0], b[1], null);
        assertThat(b).isDeepEqualTo(a);
        assertThat(store.progress()).isEqualTo(1);
    }

    @Test
    void aReplacedFileIsNoticedAndItsOldPeaksAreWrittenOver() throws Exception {
        complete(store, media);
        Files.write(folder.resolve(media.path()), new byte[] {4, 5, 6, 7});
        complete(store, media);
        assertThat(opened).hasValue(2);
        Files.setLastModifiedTime(
                folder.resolve(media.path()), FileTime.from(Instant.now().minusSeconds(500)));
        restart();
        complete(store, media);
        assertThat(opened).hasValue(3);
        restart();
        try (var kept = Files.list(folder.resolve("peaks"))) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void aDamagedFileIsMadeAgain() throws Exception {
        complete(store, media);
        restart();
        Files.write(folder.resolve("peaks").resolve(PeakStore.name(media)), new byte[100]);
        complete(store, media);
        assertThat(opened).hasValue(2);
        restart();
        complete(store, media);
        assertThat(opened).hasValue(2);
    }

    @Test
    void aMissingFileIsAnErrorThatNamesIt() {
        Media missing = new Media("m2", "media/Gone.wav", 1, 10, "Gone.wav");
        assertThatThrownBy(() -> store.peaks(missing).get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(FileException.class)
                .hasMessageContaining("Gone.wav");
    }

    @Test
    void aSoundThatFailsIsAFaultThatNamesItAndIsTriedAgain() throws Exception {
        Media longer = new Media("m1", media.path(), 1, FRAMES + 1, "Voice.wav");
        Peaks peaks = store.peaks(longer).get();
        await(peaks);
        assertThat(peaks.fault()).contains("media/Voice.wav").contains("import it again");
        assertThat(store.peaks(longer).get()).isNotSameAs(peaks);
        assertThat(folder.resolve("peaks").resolve(PeakStore.name(media))).doesNotExist();
    }

    @Test
    void whereTheFolderCannotBeWrittenTheyLastAsLongAsTheStore() throws Exception {
        Files.write(folder.resolve("peaks"), new byte[] {1});
        Peaks peaks = complete(store, media);
        float[] max = new float[100];
        peaks.read(0, 0, 3_000, new float[100], max, null);
        assertThat(max[0]).isGreaterThan(2.9f);
        assertThat(folder.resolve("peaks")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void nothingIsReadOrWrittenThroughALinkOutOfTheProject(@TempDir Path outside) throws Exception {
        Files.createSymbolicLink(folder.resolve("peaks"), outside);
        complete(store, media);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void canBeCanceled() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (PeakStore slow = new PeakStore(folder, 48_000, asked -> new Waiting(sound, reading, goOn))) {
            Peaks peaks = slow.peaks(media).get();
            assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(slow.progress()).isBetween(0.0, 0.99);
            slow.cancel(media);
            goOn.countDown();
            assertThat(slow.progress()).isEqualTo(1);
            assertThat(slow.peaks(media).get()).isNotSameAs(peaks);
        }
        try (var left = Files.list(folder.resolve("peaks"))) {
            assertThat(left.filter(path -> path.toString().endsWith(".part"))).isEmpty();
        }
    }

    /// Waits in its first read.
    private record Waiting(Sound sound, CountDownLatch reading, CountDownLatch goOn, SequentialReader reader)
            implements SampleStream {
        Waiting(Sound sound, CountDownLatch reading, CountDownLatch goOn) {
            this(sound, reading, goOn, new SequentialReader(sound));
        }

        @Override
        public AudioFormat format() {
            return sound.format();
        }

        @Override
        public long expectedFrames() {
            return sound.frames();
        }

        @Override
        public int read(float[][] target, int offset, int count) throws IOException {
            reading.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return reader.read(target, offset, count);
        }

        @Override
        public void close() {}
    }

    @Test
    void tidyingDeletesWhatBelongsToNoFileOfTheSong() throws Exception {
        complete(store, media);
        Path peaks = folder.resolve("peaks");
        Path foreign = Files.write(peaks.resolve("ab".repeat(16) + ".peaks"), new byte[1]);
        Path mine = Files.write(peaks.resolve("notes.txt"), new byte[1]);
        Path fresh = Files.write(peaks.resolve(".x.peaks.part"), new byte[1]);
        Path abandoned = Files.write(peaks.resolve(".y.peaks.part"), new byte[1]);
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        restart();
        store.tidy(List.of(media)).get();
        assertThat(foreign).doesNotExist();
        assertThat(abandoned).doesNotExist();
        assertThat(mine).exists();
        assertThat(fresh).exists();
        assertThat(peaks.resolve(PeakStore.name(media))).exists();
    }
}
