package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.project.Project;

/// Disks that stall and break while a song plays from them.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SlowDiskTest {
    private static final int RATE = 48_000;
    private final MemorySong song = song();

    private static MemorySong song() {
        float[] tone = new float[20 * RATE];
        Arrays.fill(tone, 0.5f);
        return new MemorySong(RATE).track("a", tone, tone);
    }

    private static float last(Rig rig) {
        float[] left = rig.device.heard()[0];
        return left[left.length - 1];
    }

    /// A second and a half of blocks, while the disk is 4 s ahead.
    @Test
    void aStallShorterThanTheLookAheadIsNotHeard() throws IOException {
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 1000);
            song.delivers = new CountDownLatch(1);
            song.stallsAt = 3L * RATE;
            rig.device.take(RATE * 3 / 2 / Rig.BLOCK);
            assertThat(rig.engine.status().lateBlocks()).isZero();
            assertThat(last(rig)).isEqualTo(0.5f);
            song.delivers.countDown();
        }
    }

    @Test
    void aStallLongerThanTheLookAheadIsCountedAndToldAndSoundReturns() throws IOException {
        try (Rig rig = new Rig(song).plugged()) {
            song.delivers = new CountDownLatch(1);
            song.stallsAt = 2L * RATE;
            rig.engine.play(0);
            rig.playUntil("silence", () -> rig.engine.status().starvedBlocks() > 20);
            assertThat(last(rig)).isZero();
            assertThat(rig.engine.status().lateBlocks())
                    .isEqualTo(rig.engine.status().starvedBlocks());
            Rig.until("told", () -> !rig.notices.isEmpty());
            assertThat(rig.notices.getFirst()).contains("disk delivers too slowly");
            song.delivers.countDown();
            rig.playUntil("sound returns", () -> last(rig) == 0.5f);
            float[] heard = rig.device.heard()[0];
            int first = 0;
            while (heard[first] == 0) {
                first++;
            }
            // Both ends of the gap are fades of 5 ms.
            assertThat(Hearing.bend(Arrays.copyOfRange(heard, first, heard.length)))
                    .isLessThan(0.01);
            assertThat(rig.notices).hasSize(1);
        }
    }

    /// A clip of a sound that has never been read comes to the playhead, and the disk stands still for 200 ms: the clip
    /// waits for it, the rest plays on, and nothing is late.
    @Test
    void aNewClipWaitsForADiskThatStalls() throws IOException {
        float[] tone = new float[20 * RATE];
        Arrays.fill(tone, 0.25f);
        song.track("b", tone, tone);
        Project both = song.project();
        Project one = both.withStrips(List.of(both.strips().getFirst()));
        try (Rig rig = new Rig(one, song).plugged()) {
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > RATE);
            song.delivers = new CountDownLatch(1);
            song.stallsAt = 0;
            rig.engine.update(both);
            rig.sync();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
            while (System.nanoTime() - end < 0) {
                rig.device.take(1);
                Rig.until("paced", () -> rig.engine.status().frame() < 3L * RATE || System.nanoTime() - end >= 0);
            }
            assertThat(last(rig)).isEqualTo(0.5f);
            song.delivers.countDown();
            rig.playUntil("joined", () -> last(rig) == 0.75f);
            assertThat(rig.engine.status().lateBlocks()).isZero();
            assertThat(rig.notices).isEmpty();
            float[] heard = rig.device.heard()[0];
            int first = 0;
            while (heard[first] == 0) {
                first++;
            }
            for (int i = first + 1; i < heard.length; i++) {
                // A fade of 20 ms up by a quarter, and nothing below what plays.
                assertThat(heard[i] - heard[i - 1]).as("frame %d", i).isBetween(-1e-7f, 0.26f / 960);
            }
        }
    }

    /// Longer than anybody waits: then it is heard without what is missing, which counts.
    @Test
    void aNewClipOfADiskThatStaysAwayIsMissedAndCounted() throws IOException {
        float[] tone = new float[20 * RATE];
        Arrays.fill(tone, 0.25f);
        song.track("b", tone, tone);
        Project both = song.project();
        Project one = both.withStrips(List.of(both.strips().getFirst()));
        try (Rig rig = new Rig(one, song).plugged()) {
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > RATE);
            song.delivers = new CountDownLatch(1);
            song.stallsAt = 0;
            rig.engine.update(both);
            rig.sync();
            Rig.until("long", () -> rig.engine.graphs() > 1);
            rig.playUntil("missed", () -> rig.engine.status().starvedBlocks() > 5);
            assertThat(last(rig)).as("the other plays on").isEqualTo(0.5f);
            Rig.until("told", () -> {
                rig.device.take(1);
                return !rig.notices.isEmpty() || rig.engine.status().frame() > 3L * RATE;
            });
            song.delivers.countDown();
            rig.playUntil("sound returns", () -> last(rig) == 0.75f);
        }
    }

    @Test
    void aColdStartWaitsForTheDiskAndMissesNothing() throws IOException {
        try (Rig rig = new Rig(song).plugged()) {
            song.delivers = new CountDownLatch(1);
            song.stallsAt = 6L * RATE;
            rig.engine.play(10L * RATE);
            rig.sync();
            rig.device.take(10);
            assertThat(rig.engine.status().playing()).isFalse();
            song.delivers.countDown();
            rig.playUntil("plays", () -> rig.engine.status().frame() > 10L * RATE + 5000);
            assertThat(last(rig)).isEqualTo(0.5f);
            assertThat(rig.engine.status().starvedBlocks()).isZero();
        }
    }

    @Test
    void aRecordingWaitsForTheDiskFromItsFirstFrame() throws IOException {
        int frames = RATE / 2;
        song.change(
                song.project().master().id(),
                strip -> strip.withInserts(List.of(MemorySong.insert("limit", "limiter"))));
        song.delivers = new CountDownLatch(1);
        song.stallsAt = 0;
        try (Rig rig = new Rig(song)) {
            FakeDevice file = new FakeDevice("File", false);
            rig.engine.deviceFor(file, rig.request, frames);
            rig.engine.play(0);
            // Longer than a listener is kept waiting.
            long late = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2500);
            Rig.until("late", () -> System.nanoTime() - late > 0);
            song.delivers.countDown();
            Rig.until("recorded", rig.engine::done);
            assertThat(rig.engine.status().starvedBlocks()).isZero();
            assertThat(file.heard()).isDeepEqualTo(song.bounce(frames));
        }
    }

    @Test
    void aFileThatCannotBeReadAnyMoreIsToldAndTriedAgain() throws IOException {
        try (Rig rig = new Rig(song).plugged()) {
            song.broken = true;
            song.stallsAt = 2L * RATE;
            rig.engine.play(0);
            // That sound is missing may be noticed before it is known why.
            rig.playUntil(
                    "told",
                    () -> rig.notices.stream()
                            .anyMatch(notice -> notice.contains("media/a.wav")
                                    && notice.contains("Input/output error")
                                    && notice.contains("tried again")));
            rig.playUntil("silence", () -> rig.engine.status().starvedBlocks() > 5);
            song.stallsAt = Long.MAX_VALUE;
            rig.playUntil("sound returns", () -> last(rig) == 0.5f);
            assertThat(rig.engine.faults()).noneMatch(fault -> fault.failing());
        }
    }
}
