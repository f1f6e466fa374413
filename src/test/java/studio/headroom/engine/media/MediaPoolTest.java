package studio.headroom.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.project.Media;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MediaPoolTest {
    private static final int PAGE = MediaPages.FRAMES;

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final FakeDisk disk = new FakeDisk();
    private final FakePlayhead playhead = new FakePlayhead();
    private final Media a = FakeDisk.media("a", 2, 50L * PAGE + 77);
    private final Media b = FakeDisk.media("b", 1, 50L * PAGE);
    private MediaPool pool = MediaPool.start(disk, playhead, FakeDisk.RATE);

    @AfterEach
    void closes() {
        pool.close();
        assertThat(disk.closed).hasValue(disk.opened.get());
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("disk") && !before.contains(thread)))
                .isEmpty();
    }

    private void limit(long bytes) {
        pool.close();
        pool = MediaPool.start(disk, playhead, FakeDisk.RATE, bytes, bytes);
    }

    /// Waits until a part of the timeline can be played, as far as its files can be read.
    private void prepare(long from, long to) {
        while (!pool.ready(from, to - from)) {
            Thread.onSpinWait();
        }
    }

    private void awaitLooking(BooleanSupplier until) {
        while (!until.getAsBoolean()) {
            pool.wake();
            Thread.onSpinWait();
        }
    }

    private float[][] read(MediaReader reader, long start, int count) {
        float[][] target = new float[2][count];
        reader.read(start, target, 0, count);
        return target;
    }

    private float[] noise(Media media, int channel, long start, int count) {
        float[] result = new float[count];
        for (int i = 0; i < count; i++) {
            result[i] = FakeDisk.noise(media.id(), channel, start + i);
        }
        return result;
    }

    @Test
    void everyClipAndGraphSharesOneOpenFileAndItsPages() throws IOException {
        PagedReader one = pool.reader(a);
        PagedReader other = pool.reader(a, true);
        pool.play(new ClipSong().media(a).clip(a, 0, 0, a.frames()).project());
        prepare(0, 1000);
        long loaded = pool.pagesLoaded();
        assertThat(read(one, 0, 512)[1]).isEqualTo(noise(a, 1, 0, 512));
        assertThat(read(other, 0, 512)[1]).isEqualTo(noise(a, 1, 0, 512));
        assertThat(read(pool.reader(a), 0, 512)[0]).isEqualTo(noise(a, 0, 0, 512));
        assertThat(disk.opened).hasValue(1);
        assertThat(pool.pagesLoaded()).isGreaterThanOrEqualTo(loaded);
        assertThat(disk.reads).doesNotHaveDuplicates();
        assertThat(pool.bytesCached()).isPositive();
        assertThat(pool.misses()).isZero();
    }

    @Test
    void aDriverThatWaitsHasEveryBitOfTheSong() throws IOException {
        limit(20L * PAGE * Float.BYTES);
        PagedReader forwards = pool.reader(a);
        PagedReader reversed = pool.reader(b, true);
        pool.play(new ClipSong()
                .media(a, b)
                .clip(a, 0, 0, a.frames())
                .clip(b, 0, 0, b.frames())
                .reversed()
                .project());
        for (long at = 0; at < b.frames(); at += 512) {
            playhead.position = at;
            while (!pool.ready(at, 512)) {
                Thread.onSpinWait();
            }
            long mirrored = b.frames() - at - 512;
            assertThat(Arrays.equals(read(forwards, at, 512)[0], noise(a, 0, at, 512)))
                    .isTrue();
            assertThat(Arrays.equals(read(reversed, mirrored, 512)[0], noise(b, 0, mirrored, 512)))
                    .isTrue();
        }
        assertThat(pool.misses()).isZero();
    }

    @Test
    void theDiskThreadFollowsAPlayheadThatMoves() throws IOException {
        pool.reader(a);
        pool.play(new ClipSong().media(a).clip(a, 0, 0, a.frames()).project());
        awaitLooking(() -> disk.reads.contains("a:0"));
        playhead.position = 40L * PAGE;
        // No wake: it looks by itself.
        while (!disk.reads.contains("a:40")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aDiskThatStallsNeverHoldsAReaderUp() throws IOException {
        PagedReader reader = pool.reader(a);
        CountDownLatch stall = new CountDownLatch(1);
        disk.stalled.put("a", stall);
        pool.play(new ClipSong().media(a).clip(a, 0, 0, a.frames()).project());
        awaitLooking(() -> disk.waiting.get() > 0);
        assertThat(pool.ready(0, 512)).isFalse();
        // The disk waits for this thread, so if a read waited for the disk, this test would not end.
        assertThat(read(reader, 0, 512)[0]).containsOnly(0f);
        assertThat(pool.ready(512, 512)).isFalse();
        assertThat(pool.misses()).isEqualTo(1);
        disk.stalled.clear();
        stall.countDown();
        prepare(512, 2048);
        float[][] back = read(reader, 512, 512);
        assertThat(back[0][0]).isNotEqualTo(FakeDisk.noise("a", 0, 512));
        assertThat(Arrays.copyOfRange(back[0], 240, 512)).isEqualTo(noise(a, 0, 512 + 240, 512 - 240));
        assertThat(pool.misses()).isEqualTo(1);
    }

    @Test
    void aFileThatFailsIsSilentAndNamedWhileOthersPlay() throws IOException {
        PagedReader failing = pool.reader(a);
        PagedReader playing = pool.reader(b);
        disk.broken.add("a");
        pool.play(new ClipSong()
                .media(a, b)
                .clip(a, 0, 0, a.frames())
                .clip(b, 0, 0, b.frames())
                .project());
        prepare(0, 512);
        assertThat(read(failing, 0, 512)[0]).containsOnly(0f);
        assertThat(read(playing, 0, 512)[0]).isEqualTo(noise(b, 0, 0, 512));
        assertThat(pool.misses()).isEqualTo(1);
        assertThat(pool.errors()).singleElement().satisfies(fault -> {
            assertThat(fault.media()).isEqualTo(a);
            assertThat(fault.failing()).isTrue();
            assertThat(fault.message()).contains("media/a.wav").endsWith(".");
        });
        disk.broken.clear();
        awaitLooking(() -> pool.errors().stream().noneMatch(MediaFault::failing));
        prepare(0, 512);
        assertThat(pool.errors()).hasSize(1);
        read(failing, 0, 512);
        assertThat(read(failing, 512, 512)[0]).isEqualTo(noise(a, 0, 512, 512));
    }

    @Test
    void aFileThatCannotBeOpenedIsSaidAtOnce() throws IOException {
        disk.broken.add("a");
        assertThatThrownBy(() -> pool.reader(a)).isInstanceOf(IOException.class).hasMessageContaining("media/a.wav");
        Media endless = FakeDisk.media("endless", 2, 1L << 40);
        assertThatThrownBy(() -> pool.reader(endless)).hasMessageContaining("media/endless.wav");
        disk.broken.clear();
        assertThat(read(pool.reader(a), 0, 1)[0]).containsOnly(0f);
    }

    @Test
    void aFileOfAnotherShapeIsRefused() {
        MediaPool strict = MediaPool.start(media -> disk.open(b), playhead, FakeDisk.RATE);
        assertThatThrownBy(() -> strict.reader(a)).hasMessageContaining("media/a.wav");
        strict.close();
    }

    @Test
    void onlyRetainedFilesStayOpen() throws IOException {
        PagedReader left = pool.reader(a);
        PagedReader kept = pool.reader(b);
        pool.play(new ClipSong()
                .media(a, b)
                .clip(a, 0, 0, a.frames())
                .clip(b, 0, 0, b.frames())
                .project());
        prepare(0, 512);
        pool.retain(List.of(b));
        awaitLooking(() -> disk.closed.get() == 1);
        assertThat(read(left, 0, 512)[0]).containsOnly(0f);
        assertThat(read(kept, 0, 512)[0]).isEqualTo(noise(b, 0, 0, 512));
        assertThat(pool.errors()).isEmpty();
        pool.reader(a);
        assertThat(disk.opened).hasValue(3);
        prepare(0, 512);
    }

    @Test
    void aReplacedFileIsAnotherFile() throws IOException {
        pool.reader(a);
        pool.reader(new Media(a.id(), a.path(), a.channels(), a.frames(), a.origin(), "0123456789abcdef".repeat(4)));
        pool.reader(new Media(a.id(), "media/else.wav", a.channels(), a.frames(), a.origin()));
        pool.reader(new Media(a.id(), a.path(), a.channels(), a.frames() - 1, a.origin()));
        assertThat(disk.opened).hasValue(4);
        pool.reader(new Media(a.id(), a.path(), a.channels(), a.frames(), "renamed"));
        assertThat(disk.opened).hasValue(4);
    }

    @Test
    void closingDoesNotWaitForeverForADeadDisk() throws IOException {
        disk.stalled.put("a", new CountDownLatch(1));
        PagedReader reader = pool.reader(a);
        pool.play(new ClipSong().media(a).clip(a, 0, 0, a.frames()).project());
        awaitLooking(() -> disk.waiting.get() > 0);
        pool.close();
        assertThat(read(reader, 0, 512)[0]).containsOnly(0f);
    }

    /// Readers race with a disk thread that evicts what they read: the second channel is the fade, so every sample of
    /// the first must be that of its file and frame, times it.
    @Test
    void noReaderEverSeesASampleOfAnotherPlace() throws Exception {
        FakeDisk known = new FakeDisk((media, channel, frame) -> channel == 1 ? 1 : FakeDisk.noise(media, 0, frame));
        MediaPool small =
                MediaPool.start(known, playhead, FakeDisk.RATE, 4L * PAGE * Float.BYTES, 10L * PAGE * Float.BYTES);
        Media c = FakeDisk.media("c", 2, 50L * PAGE);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<long[]>> results = new ArrayList<>();
            for (Media media : List.of(a, c, a)) {
                MediaReader reader = small.reader(media, results.size() == 2);
                int seed = results.size();
                results.add(threads.submit((Callable<long[]>) () -> {
                    Random random = new Random(seed);
                    float[][] target = new float[2][2 * PAGE];
                    long sounding = 0;
                    long wrong = 0;
                    for (int i = 0; i < 3000; i++) {
                        if (i % 5 == 0) {
                            playhead.position = random.nextInt(50 * PAGE);
                            small.wake();
                        }
                        int count = 1 + random.nextInt(i % 2 == 0 ? 512 : 2 * PAGE);
                        long start = playhead.position - random.nextInt(PAGE);
                        reader.read(start, target, 0, count);
                        for (int k = 0; k < count; k++) {
                            float gain = target[1][k];
                            sounding += gain > 0 ? 1 : 0;
                            float right = gain == 0 ? 0 : FakeDisk.noise(media.id(), 0, start + k) * gain;
                            wrong += target[0][k] == right && gain >= 0 && gain <= 1 ? 0 : 1;
                        }
                    }
                    return new long[] {sounding, wrong};
                }));
            }
            small.play(new ClipSong()
                    .media(a, c)
                    .clip(a, 0, 0, a.frames())
                    .clip(c, 0, 0, c.frames())
                    .project());
            for (Future<long[]> result : results) {
                assertThat(result.get()[0]).as("samples heard").isPositive();
                assertThat(result.get()[1]).as("samples of another place").isZero();
            }
            assertThat(small.misses()).isPositive();
            assertThat(small.pagesLoaded()).as("pages that came and went").isGreaterThan(100);
        } finally {
            small.close();
        }
    }
}
