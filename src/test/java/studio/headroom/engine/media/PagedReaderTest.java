package studio.headroom.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.project.Media;

class PagedReaderTest {
    private static final int PAGE = MediaPages.FRAMES;
    private static final int FADE = 240;
    private static final long FRAMES = 5L * PAGE + 1234;

    private final AtomicLong misses = new AtomicLong();
    private final FakeDisk disk;
    private final MediaFile file;
    private final PageCache cache = new PageCache(Long.MAX_VALUE, Long.MAX_VALUE);

    PagedReaderTest() throws IOException {
        disk = new FakeDisk((media, channel, frame) -> channel == 0 ? 0.5f : -0.25f);
        file = MediaFile.open(FakeDisk.media("a", 2, FRAMES), disk);
    }

    private static Page load(MediaFile file, PageCache cache, int index) {
        int channels = file.pages().channels();
        float[][] buffers = new float[channels][PAGE];
        assertThat(file.load(index, buffers, 0)).isTrue();
        Page page = new Page(file.pages(), index, buffers);
        cache.add(page);
        return page;
    }

    private PagedReader reader(boolean backwards) {
        return new PagedReader(file.pages(), backwards, misses, FADE);
    }

    /// What is heard, in the order in which it is heard, of frames `[from, to)`, read in blocks.
    private float[] play(PagedReader reader, boolean backwards, long from, long to, int block) {
        float[] heard = new float[(int) (to - from)];
        float[][] target = new float[2][block];
        for (int at = 0; at < heard.length; at += block) {
            int count = Math.min(block, heard.length - at);
            reader.read(backwards ? to - at - count : from + at, target, 0, count);
            for (int i = 0; i < count; i++) {
                heard[at + i] = target[0][backwards ? count - 1 - i : i];
                assertThat(target[1][i]).isEqualTo(target[0][i] * -0.5f);
            }
        }
        return heard;
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, false", "2, true"})
    void readsTheSameBitsAsADirectReader(int channels, boolean backwards) throws IOException {
        FakeDisk noise = new FakeDisk();
        Media media = FakeDisk.media("n", channels, FRAMES);
        MediaFile noisy = MediaFile.open(media, noise);
        for (int page = 0; page < noisy.pages().count(); page++) {
            load(noisy, cache, page);
        }
        PagedReader paged = new PagedReader(noisy.pages(), backwards, misses, FADE);
        Random random = new Random(channels);
        try (DirectReader direct = new DirectReader(noise.open(media))) {
            for (int i = 0; i < 2000; i++) {
                int count = 1 + random.nextInt(i % 10 == 0 ? 3 * PAGE : 512);
                long border = (long) random.nextInt(7) * PAGE;
                long start = border - 600 + random.nextInt(1200);
                int offset = random.nextInt(50);
                float[][] expected = new float[2][offset + count + 5];
                float[][] actual = new float[2][offset + count + 5];
                direct.read(start, expected, offset, count);
                paged.read(start, actual, offset, count);
                for (int c = 0; c < 2; c++) {
                    assertThat(Arrays.equals(actual[c], expected[c]))
                            .as("channel %d from %d, %d frames", c, start, count)
                            .isTrue();
                }
            }
        }
        assertThat(misses).hasValue(0);
    }

    @Test
    void farOutsideOfTheMediaIsSilence() {
        float[][] target = {{1, 1, 1}, {1, 1, 1}};
        for (long start : new long[] {-(1L << 46), -3, FRAMES, 1L << 46}) {
            reader(false).read(start, target, 0, 3);
            assertThat(target[0]).containsOnly(0f);
            reader(true).read(start, target, 0, 3);
            assertThat(target[1]).containsOnly(0f);
        }
        assertThat(misses).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"64, false", "512, false", "1000, false", "64, true", "512, true", "1000, true"})
    void aGapIsSilenceThatIsFadedIntoAndOutOf(int block, boolean backwards) {
        for (int page : new int[] {0, 1, 3, 4}) {
            load(file, cache, page);
        }
        float[] heard = play(reader(backwards), backwards, PAGE, 4L * PAGE, block);
        for (int i = 0; i < PAGE - FADE; i++) {
            assertThat(heard[i]).isEqualTo(0.5f);
            assertThat(heard[heard.length - 1 - i]).isEqualTo(0.5f);
        }
        for (int i = PAGE; i < 2 * PAGE; i++) {
            assertThat(heard[i]).isZero();
        }
        // The steepest place of 3x² - 2x³ rises by 1.5 per fade; the roundings of float are far below the 1%.
        for (int i = 1; i < heard.length; i++) {
            assertThat(Math.abs(heard[i] - heard[i - 1])).isLessThan(0.5f * 1.5f / FADE * 1.01f);
        }
        assertThat(misses).hasValue((2L * PAGE - 1) / block - (PAGE - FADE) / block + 1);
    }

    @Test
    void aReadThatMissesSeveralPagesCountsOnce() {
        reader(false).read(0, new float[2][4 * PAGE], 0, 4 * PAGE);
        assertThat(misses).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPageThatIsBackFadesIn(boolean backwards) {
        PagedReader reader = reader(backwards);
        load(file, cache, 1);
        load(file, cache, 3);
        assertThat(play(reader, backwards, 2L * PAGE + 1000, 2L * PAGE + 1500, 500))
                .containsOnly(0f);
        load(file, cache, 2);
        long next = backwards ? 2L * PAGE + 500 : 2L * PAGE + 1500;
        float[] heard = play(reader, backwards, next, next + 500, 100);
        for (int i = 1; i < 500; i++) {
            assertThat(heard[i]).isGreaterThanOrEqualTo(heard[i - 1]);
        }
        assertThat(heard[0]).isLessThan(0.5f / FADE);
        assertThat(heard[FADE / 2]).isCloseTo(0.25f, within(0.5f * 1.5f / FADE));
        assertThat(heard[FADE - 1]).isEqualTo(0.5f);
        assertThat(misses).hasValue(1);
    }

    @Test
    void eachReaderHasItsOwnFade() {
        PagedReader starved = reader(false);
        play(starved, false, 0, 64, 64);
        load(file, cache, 0);
        load(file, cache, 1);
        assertThat(play(starved, false, 64, 128, 64)[0]).isNotEqualTo(0.5f);
        assertThat(play(reader(false), false, 64, 128, 64)).containsOnly(0.5f);
    }

    @Test
    void theLastPageIsNotFollowedByAGap() {
        load(file, cache, 5);
        assertThat(play(reader(false), false, 5L * PAGE, FRAMES, 512)).containsOnly(0.5f);
        load(file, cache, 0);
        assertThat(play(reader(true), true, 0, 1000, 512)).containsOnly(0.5f);
        assertThat(misses).hasValue(0);
    }

    @Test
    void aPageThatIsTakenAwayIsNotReadAnyMore() {
        Page page = load(file, cache, 0);
        load(file, cache, 1);
        PagedReader reader = reader(false);
        play(reader, false, 0, 64, 64);
        file.pages().remove(page);
        Arrays.fill(page.samples[0], 99f);
        assertThat(page.copy(0, new float[2][64], 0, 64)).isFalse();
        assertThat(play(reader, false, 64, 128, 64)).containsOnly(0f);
        assertThat(misses).hasValue(1);
    }

    @Test
    void readingAllocatesNothing() {
        load(file, cache, 0);
        load(file, cache, 1);
        load(file, cache, 3);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        PagedReader forwards = reader(false);
        PagedReader backwards = reader(true);
        float[][] target = new float[2][512];
        long allocated = 0;
        // What the first round links is linked in the second.
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int block = -2; block < 5 * PAGE / 512; block++) {
                forwards.read(block * 512L, target, 0, 512);
                backwards.read(4L * PAGE - block * 512L, target, 0, 512);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(misses.get()).isPositive();
        assertThat(allocated).isZero();
    }
}
