package studio.headroom.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;

class SongDemandTest {
    private static final int PAGE = MediaPages.FRAMES;
    private static final int AHEAD = 240;

    private final FakeDisk disk = new FakeDisk();
    private final Media a = FakeDisk.media("a", 1, 20L * PAGE);
    private final Media b = FakeDisk.media("b", 2, 3L * PAGE + 1);
    private final Map<Media, MediaFile> files = new HashMap<>();

    private SongDemand demand(ClipSong song, boolean oneTrack) {
        return SongDemand.of(
                song.media(a, b).project(oneTrack), media -> files.computeIfAbsent(media, this::open), AHEAD);
    }

    private MediaFile open(Media media) {
        try {
            return MediaFile.open(media, disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Pages and when each is due first, as `id:page`.
    private static Map<String, Long> needs(SongDemand demand, long from, long to) {
        Map<String, Long> needs = new TreeMap<>();
        demand.visit(from, to, 0, (file, page, due) -> needs.merge(file.media().id() + ":" + page, due, Math::min));
        return needs;
    }

    @Test
    void aClipNeedsItsPartOfTheFile() {
        SongDemand demand = demand(new ClipSong().clip(a, 1000, 2L * PAGE + 100, 2L * PAGE), false);
        assertThat(needs(demand, 0, 1001)).isEqualTo(Map.of("a:2", 1000L));
        assertThat(needs(demand, 500, 100_000))
                .isEqualTo(Map.of("a:2", 500L, "a:3", 500L + PAGE - 100, "a:4", 500L + 2 * PAGE - 100));
        assertThat(needs(demand, 0, 1000)).isEmpty();
        assertThat(needs(demand, 1000 + 2L * PAGE, 1L << 40)).isEmpty();
    }

    @Test
    void aReversedClipNeedsItsLastPageFirst() {
        SongDemand demand =
                demand(new ClipSong().clip(a, 1000, 2L * PAGE + 500, 2L * PAGE).reversed(), false);
        assertThat(needs(demand, 0, 1L << 40)).isEqualTo(Map.of("a:4", 1000L, "a:3", 1500L, "a:2", 1500L + PAGE));
        assertThat(needs(demand, 0, 1001)).isEqualTo(Map.of("a:4", 1000L));
    }

    @Test
    void whatIsMutedOrSilentOrOutsideOfTheFileNeedsNothing() {
        SongDemand demand = demand(
                new ClipSong()
                        .clip(a, 0, 0, PAGE)
                        .muted()
                        .clip(a, 0, 0, PAGE)
                        .gain(Double.NEGATIVE_INFINITY)
                        .clip(a, 0, Clip.MAX_FRAME, PAGE)
                        .clip(a, 0, Clip.MAX_FRAME / 2, PAGE)
                        .clip(b, 0, b.frames(), PAGE)
                        .clip(b, 0, b.frames() + 1, PAGE)
                        .clip(a, 0, 0, 0),
                false);
        assertThat(needs(demand, 0, 1L << 50)).isEmpty();
        assertThat(demand.has(0, 1L << 50)).isTrue();
    }

    @Test
    void theReadersLookAheadIsNeededToo() {
        SongDemand ends = demand(new ClipSong().clip(a, 0, 0, PAGE - AHEAD).clip(b, 0, 0, PAGE - AHEAD + 1), false);
        assertThat(needs(ends, 0, PAGE)).containsOnlyKeys("a:0", "b:0", "b:1");
        SongDemand reversed = demand(
                new ClipSong()
                        .clip(a, 0, PAGE + AHEAD, 10)
                        .reversed()
                        .clip(b, 0, PAGE + AHEAD - 1, 10)
                        .reversed(),
                false);
        assertThat(needs(reversed, 0, PAGE)).containsOnlyKeys("a:1", "b:0", "b:1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyFrameThatSoundsIsFoundAndNothingElse(boolean oneTrack) {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            ClipSong song = new ClipSong();
            for (int i = 0; i < 12; i++) {
                song.clip(
                        random.nextBoolean() ? a : b,
                        random.nextInt(20 * PAGE),
                        random.nextInt(4 * PAGE),
                        random.nextInt(4 * PAGE));
                if (random.nextInt(3) == 0) {
                    song.reversed();
                }
                if (random.nextInt(5) == 0) {
                    song.muted();
                }
            }
            SongDemand demand = demand(song, oneTrack);
            long from = random.nextInt(20 * PAGE) - PAGE;
            long to = from + random.nextInt(3 * PAGE);
            Map<String, Long> expected = sounding(song, from, to);
            Map<String, Long> needs = needs(demand, from, to);
            assertThat(needs).containsAllEntriesOf(expected);
            // Anything more is the look-ahead, which lies behind all that sounds.
            long later = to - from + AHEAD;
            needs.keySet().removeAll(expected.keySet());
            Map<String, Long> further = sounding(longer(song), from, to + AHEAD);
            assertThat(further.keySet()).containsAll(needs.keySet());
            assertThat(needs.values()).allMatch(due -> due <= later);
        }
    }

    /// The same song with every clip going on for as long as readers look ahead.
    private static ClipSong longer(ClipSong song) {
        ClipSong longer = new ClipSong();
        for (Clip clip : song.clips()) {
            long before = clip.reversed() ? Math.min(AHEAD, clip.offset()) : 0;
            Clip changed = clip.withSpan(
                    clip.start(), clip.offset() - before, clip.length() + (clip.reversed() ? before : AHEAD));
            longer.clips().add(changed);
        }
        return longer;
    }

    /// Frame by frame, as the clips play.
    private Map<String, Long> sounding(ClipSong song, long from, long to) {
        Map<String, Long> pages = new TreeMap<>();
        for (Clip clip : song.clips()) {
            Media media = clip.media().equals("a") ? a : b;
            for (long t = Math.max(from, clip.start()); t < Math.min(to, clip.end()) && !clip.muted(); t++) {
                long inClip = t - clip.start();
                long frame = clip.offset() + (clip.reversed() ? clip.length() - 1 - inClip : inClip);
                if (frame >= 0 && frame < media.frames()) {
                    pages.merge(media.id() + ":" + frame / PAGE, t - from, Math::min);
                }
            }
        }
        return pages;
    }

    @Test
    void hasSaysWhetherAllOfItIsThere() {
        SongDemand demand = demand(new ClipSong().clip(a, 0, 0, 3L * PAGE).clip(b, PAGE, 0, PAGE), false);
        PageCache cache = new PageCache(1 << 30, 1 << 30);
        assertThat(demand.has(0, PAGE)).isFalse();
        load(cache, a, 0);
        load(cache, a, 1);
        assertThat(demand.has(0, PAGE)).isTrue();
        assertThat(demand.has(0, PAGE + 1)).isFalse();
        load(cache, b, 0);
        assertThat(demand.has(0, PAGE + 1)).isTrue();
        // Behind the clip's end another page follows, at which its reader looks.
        assertThat(demand.has(0, 2L * PAGE - AHEAD)).isTrue();
        assertThat(demand.has(0, 2L * PAGE - AHEAD + 1)).isFalse();
    }

    private void load(PageCache cache, Media media, int index) {
        MediaFile file = files.computeIfAbsent(media, this::open);
        cache.add(new Page(file.pages(), index, new float[2][PAGE]));
    }

    @Test
    void aFileThatCannotBeReadIsNotWaitedFor() {
        SongDemand demand = demand(new ClipSong().clip(a, 0, 0, PAGE), false);
        disk.broken.add("a");
        assertThat(demand.has(0, 1)).isFalse();
        files.computeIfAbsent(a, this::open).load(0, new float[1][PAGE], 0);
        assertThat(demand.has(0, 1)).isTrue();
    }
}
