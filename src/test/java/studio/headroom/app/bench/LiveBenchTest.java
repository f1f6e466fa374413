package studio.headroom.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.headroom.device.VirtualClock;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// What is asserted holds on any machine, however busy; how late blocks come is not.
class LiveBenchTest {
    private static final int SECONDS = 3;
    private static final int EDITS = 200;

    /// What setting up something for the first time may take; a single object in every block would be 16 bytes at
    /// least.
    private static final double MOST_BYTES_PER_BLOCK = 15;

    @Test
    void playsWithoutGarbageWhileItIsEdited() throws IOException {
        LiveBench.Result result = LiveBench.run(new LiveBench.Settings(8, 256, SECONDS, EDITS, 50, 1), () -> false);

        assertThat(result.blocks()).isPositive();
        assertThat(result.bytesPerBlock()).isBetween(0.0, MOST_BYTES_PER_BLOCK);
        // The edits of the last moment may be made after the time is over.
        assertThat(result.edits()).isGreaterThanOrEqualTo(SECONDS * EDITS);
        assertThat(result.refusedEdits()).isZero();
        assertThat(result.graphs()).isPositive();
        assertThat(result.meterReadings()).isPositive();
        assertThat(result.brokenReadings()).isZero();
        // Eight tracks of bursts that reach 0.4, at -18 dB and less, with effects of all kinds on top.
        assertThat(result.highestPeak()).isGreaterThan(0.01).isLessThan(1000);
        assertThat(result.medianMs()).isPositive().isLessThanOrEqualTo(result.p99Ms());
        assertThat(result.p99Ms()).isLessThanOrEqualTo(result.p999Ms());
        assertThat(result.p999Ms()).isLessThanOrEqualTo(result.worstMs());
    }

    @Test
    void noBlockIsLateByAClockThatWaits() throws IOException {
        LiveBench.Settings settings = new LiveBench.Settings(4, 512, SECONDS, 50, 0, 1);
        LiveBench.Result result = LiveBench.run(settings, new VirtualClock().device(), () -> false);

        assertThat(result.blocks()).isGreaterThan(10);
        assertThat(result.lateBlocks()).isZero();
        assertThat(result.starvedBlocks()).isZero();
        assertThat(result.notices()).isEmpty();
    }

    @Test
    void eachGapThatIsForcedIsCountedOnce() throws IOException {
        VirtualClock clock = new VirtualClock();
        AtomicInteger pictures = new AtomicInteger();
        AtomicInteger gaps = new AtomicInteger();
        LiveBench.Settings settings = new LiveBench.Settings(4, 512, SECONDS, 0, 0, 1);
        LiveBench.Result result = LiveBench.run(settings, clock.device(), () -> {
            // Asked with each picture. By the next gap many a block has been written, but for a machine that stands
            // still.
            if (pictures.incrementAndGet() % 30 == 0) {
                clock.jump(TimeUnit.MILLISECONDS.toNanos(200));
                gaps.incrementAndGet();
            }
            return false;
        });

        assertThat(gaps.get()).isPositive();
        assertThat(result.lateBlocks()).isBetween(1L, (long) gaps.get());
        assertThat(result.starvedBlocks()).isZero();
    }

    @Test
    void endsWhenItIsTold() throws IOException {
        LiveBench.Result result = LiveBench.run(new LiveBench.Settings(1, 512, 3600, 0, 0, 1), () -> true);

        assertThat(result.seconds()).isLessThan(60);
        assertThat(result.edits()).isZero();
    }

    @Test
    void theSameSeedMakesTheSameEdits() {
        assertThat(edited(1)).isEqualTo(edited(1)).isNotEqualTo(edited(2));
    }

    @Test
    void editsKeepWithinBounds() {
        Project start = new BenchSession(4, 60).project();
        RandomEdits edits = new RandomEdits(start, 3);
        List<Project> songs = Stream.generate(edits::next).limit(5_000).toList();

        assertThat(edits.refused()).isZero();
        assertThat(songs).allSatisfy(song -> {
            assertThat(song.strips()).hasSameSizeAs(start.strips());
            // Four tracks of two, two returns of one, and what is added.
            assertThat(inserts(song)).isBetween(10, 10 + 8);
            assertThat(song.strips().stream().filter(Strip::solo).count()).isLessThanOrEqualTo(1);
        });
        assertThat(songs.stream().distinct().count()).isGreaterThan(2_500);
    }

    private static Project edited(long seed) {
        RandomEdits edits = new RandomEdits(new BenchSession(4, 60).project(), seed);
        List<Project> songs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            songs.add(edits.next());
        }
        return songs.getLast();
    }

    private static int inserts(Project song) {
        return song.master().inserts().size()
                + song.strips().stream()
                        .mapToInt(strip -> strip.inserts().size())
                        .sum();
    }
}
