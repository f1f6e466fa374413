package studio.headroom.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// The disk thread's work, done by hand.
class PageLoaderTest {
    private static final int PAGE = MediaPages.FRAMES;
    private static final int RATE = FakeDisk.RATE;
    private static final long MONO = PAGE * 4L;
    /// Pages in the look-ahead from the beginning of a page.
    private static final int AHEAD = (PageLoader.LOOK_AHEAD_SECONDS * RATE + MediaPages.FRAMES - 1) / MediaPages.FRAMES;

    private final FakeDisk disk = new FakeDisk();
    private final FakePlayhead playhead = new FakePlayhead();
    private final Media a = FakeDisk.media("a", 1, 1000L * PAGE);
    private final Media b = FakeDisk.media("b", 1, 1000L * PAGE);
    private final Map<Media, MediaFile> files = new LinkedHashMap<>();
    private long nanos;
    private PageCache cache = new PageCache(1 << 30, 1 << 30);
    private PageLoader loader = loader();

    private PageLoader loader() {
        return new PageLoader(playhead, RATE, cache, () -> nanos);
    }

    private void limit(long budgetPages, long limitPages) {
        cache = new PageCache(budgetPages * MONO, limitPages * MONO);
        loader = loader();
    }

    private void play(Project song) throws IOException {
        for (Media media : song.media()) {
            if (!files.containsKey(media)) {
                files.put(media, MediaFile.open(media, disk));
            }
        }
        loader.play(SongDemand.of(song, files::get, MediaPool.fadeFrames(RATE)));
    }

    private void playWhole(Media... media) throws IOException {
        ClipSong song = new ClipSong().media(media);
        for (Media item : media) {
            song.clip(item, 0, 0, item.frames());
        }
        play(song.project());
    }

    private void lookUntilDone() {
        for (int i = 0; i < 1000; i++) {
            if (loader.look() > 0) {
                return;
            }
        }
        throw new AssertionError("never done");
    }

    private static List<String> pages(String id, int from, int to) {
        return IntStream.range(from, to).mapToObj(page -> id + ":" + page).toList();
    }

    private boolean has(Media media, int page) {
        MediaFile file = files.get(media);
        return file != null && file.pages().get(page) != null;
    }

    @Test
    void theNextSecondsAreReadWhatIsNeededFirstFirst() throws IOException {
        playWhole(a, b);
        lookUntilDone();
        List<String> reads = disk.reads;
        assertThat(reads).hasSize(2 * AHEAD).doesNotHaveDuplicates();
        assertThat(reads.subList(0, 2)).containsExactlyInAnyOrder("a:0", "b:0");
        assertThat(reads.subList(2, 4)).containsExactlyInAnyOrder("a:1", "b:1");
        assertThat(reads).containsAll(pages("a", 0, AHEAD)).containsAll(pages("b", 0, AHEAD));
        // Later than a second ahead, pages of a file follow each other.
        assertThat(reads.indexOf("a:5")).isEqualTo(reads.indexOf("a:4") + 1);
        assertThat(reads.indexOf("b:3")).isLessThan(reads.indexOf("a:6"));
        assertThat(loader.loaded()).isEqualTo(2 * AHEAD);
        assertThat(cache.bytes()).isEqualTo(2 * AHEAD * MONO);
    }

    @Test
    void readingAheadGoesInPiecesOfASecond() throws IOException {
        playWhole(a);
        lookUntilDone();
        int read = disk.reads.size();
        playhead.position = RATE / 2;
        lookUntilDone();
        assertThat(disk.reads).hasSize(read);
        playhead.position = RATE * 3 / 2;
        lookUntilDone();
        int last = (int) ((playhead.position + 4L * RATE - 1) / PAGE);
        assertThat(disk.reads.subList(read, disk.reads.size())).isEqualTo(pages("a", AHEAD, last + 1));
        assertThat(has(a, last)).isTrue();
    }

    @Test
    void theBeginningOfALoopIsThereBeforeItsEndIsReached() throws IOException {
        playWhole(a);
        playhead.loopFrom = 100L * PAGE;
        playhead.loopTo = 110L * PAGE;
        playhead.position = 108L * PAGE;
        lookUntilDone();
        // A seam of a tenth of a second lies around the loop, and a page is kept behind the playhead.
        assertThat(disk.reads).containsExactlyInAnyOrderElementsOf(pages("a", 99, 111));
        assertThat(disk.reads.subList(0, 2)).isEqualTo(pages("a", 108, 110));
        assertThat(disk.reads.indexOf("a:100")).isLessThan(disk.reads.indexOf("a:107"));
    }

    @Test
    void behindALoopThePlayheadGoesOn() throws IOException {
        playWhole(a);
        playhead.loopFrom = 100L * PAGE;
        playhead.loopTo = 101L * PAGE;
        playhead.position = 200L * PAGE;
        lookUntilDone();
        assertThat(disk.reads).containsAll(pages("a", 199, 200 + AHEAD)).contains("a:100");
    }

    @Test
    void whatIsNotWantedGivesWayAndTheBudgetIsKept() throws IOException {
        limit(20, 100);
        playWhole(a);
        for (int page = 0; page < 200; page++) {
            playhead.position = (long) page * PAGE;
            lookUntilDone();
            assertThat(cache.bytes()).isLessThanOrEqualTo(20 * MONO);
            assertThat(has(a, page)).isTrue();
        }
        // Each page was read once: those that gave way were those played.
        assertThat(disk.reads).doesNotHaveDuplicates();
        assertThat(has(a, 199 - 3)).isTrue();
        assertThat(has(a, 199 - 20)).isFalse();
    }

    @Test
    void whatIsWantedIsLoadedBeyondTheBudgetAndGivenBackLater() throws IOException {
        limit(3, 100);
        playWhole(a, b);
        lookUntilDone();
        assertThat(cache.bytes()).isEqualTo(2 * AHEAD * MONO);
        playhead.position = 5000L * PAGE;
        lookUntilDone();
        assertThat(cache.bytes()).isEqualTo(3 * MONO);
    }

    @Test
    void buffersAreUsedAgainAlsoBeyondTheBudget() throws IOException {
        limit(3, 100);
        playWhole(a, b);
        Set<float[]> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int page = 0; page < 100; page++) {
            playhead.position = (long) page * PAGE + 1;
            lookUntilDone();
            for (MediaFile file : files.values()) {
                buffers.add(Objects.requireNonNull(file.pages().get(page)).samples[0]);
            }
        }
        // Of each file the look-ahead, the page behind, and one more that both ends of the look-ahead cut.
        assertThat(buffers).hasSizeLessThanOrEqualTo(2 * (AHEAD + 2));
    }

    @Test
    void atTheLimitTheLookAheadIsShorterButWhatIsNextIsThere() throws IOException {
        limit(3, 6);
        playWhole(a, b);
        for (int page = 0; page < 50; page++) {
            playhead.position = (long) page * PAGE;
            lookUntilDone();
            assertThat(cache.bytes()).isLessThanOrEqualTo(6 * MONO);
            assertThat(has(a, page) && has(b, page) && has(a, page + 1) && has(b, page + 1))
                    .as("at page " + page)
                    .isTrue();
        }
        // A place far away is more urgent than what is ahead of a playhead that waits.
        assertThat(loader.ready(300L * PAGE, 300L * PAGE + 64)).isFalse();
        lookUntilDone();
        assertThat(loader.ready(300L * PAGE, 300L * PAGE + 64)).isTrue();
    }

    @Test
    void aFaultIsKeptAndTheFileIsTriedAgainLessAndLessOften() throws IOException {
        playWhole(a, b);
        disk.broken.add("a");
        lookUntilDone();
        assertThat(disk.reads).isEqualTo(pages("b", 0, AHEAD));
        assertThat(loader.ready(0, PAGE)).as("nothing more can be waited for").isTrue();
        MediaFault fault = files.get(a).fault();
        assertThat(fault.failing()).isTrue();
        assertThat(fault.message()).contains("media/a.wav", "Input/output error", "See that its disk is connected");
        assertThat(disk.closed).hasValue(1);

        long retry = MediaFile.FIRST_RETRY_NANOS;
        assertThat(loader.look()).isEqualTo(PageLoader.PLAYING_NANOS);
        nanos += retry;
        lookUntilDone();
        // The file is gone by now, so it says so itself; and now it rests for twice as long.
        assertThat(files.get(a).fault().message()).isEqualTo("'media/a.wav' is gone. Plug the disk in again.");
        disk.broken.clear();
        nanos += retry;
        lookUntilDone();
        assertThat(has(a, 0)).isFalse();
        nanos += retry;
        lookUntilDone();
        assertThat(has(a, 0)).isTrue();
        assertThat(files.get(a).fault().failing()).isFalse();
        assertThat(disk.reads).containsAll(pages("a", 0, AHEAD));
        assertThat(disk.opened.get() - disk.closed.get()).isEqualTo(2);
    }

    @Test
    void aFileThatComesBackIsTriedSoonEvenWhenNothingMoves() throws IOException {
        playWhole(a);
        playhead.moving = false;
        disk.broken.add("a");
        lookUntilDone();
        assertThat(loader.look()).isEqualTo(MediaFile.FIRST_RETRY_NANOS);
        for (int i = 0; i < 20; i++) {
            nanos += MediaFile.LAST_RETRY_NANOS;
            lookUntilDone();
        }
        assertThat(files.get(a).restNanos(nanos)).isEqualTo(MediaFile.LAST_RETRY_NANOS);
    }

    @Test
    void aClosedFileTakesNoMemory() throws IOException {
        playWhole(a, b);
        lookUntilDone();
        play(new ClipSong().media(b).clip(b, 0, 0, b.frames()).project());
        loader.close(files.get(a));
        lookUntilDone();
        assertThat(cache.bytes()).isEqualTo(AHEAD * MONO);
        assertThat(IntStream.range(0, 1000).anyMatch(page -> has(a, page))).isFalse();
        assertThat(disk.closed).hasValue(1);
    }

    @Test
    void itSleepsLongOnlyWhenNothingMoves() throws IOException {
        assertThat(loader.look()).isEqualTo(PageLoader.PLAYING_NANOS);
        playhead.moving = false;
        assertThat(loader.look()).isEqualTo(PageLoader.IDLE_NANOS);
        playWhole(a);
        lookUntilDone();
        assertThat(disk.reads).as("play can begin at once").hasSize(AHEAD);
    }
}
