package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.headroom.concurrent.FrameRing;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

class InsertTapTest {
    private static MemorySong song() {
        float[] noise = new float[48_000];
        Random random = new Random(3);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (random.nextDouble() - 0.5);
        }
        MemorySong song = new MemorySong(48_000).track("a", noise, noise);
        return song;
    }

    private static Rig rig(MemorySong song) throws IOException {
        Insert utility = new Insert("i-1", "utility", Values.INITIAL, null)
                .withValues(Values.of(java.util.Map.of("gain", -6.0)));
        return new Rig(song.with("a", strip -> strip.withInserts(List.of(utility))), song).plugged();
    }

    @Test
    void whoLooksSeesTheSoundBeforeAndBehind() throws IOException {
        MemorySong song = song();
        try (Rig rig = rig(song)) {
            FrameRing ring =
                    rig.engine.meters().insert("i-1").orElseThrow().tap().open();
            rig.engine.play(0);
            rig.playUntil("frames arrive", () -> ring.available() >= 8192);
            float[][] seen = new float[InsertTap.ROWS][8192];
            ring.take(seen, 8192);
            double in = 0;
            double out = 0;
            for (int i = 4096; i < 8192; i++) {
                in += seen[InsertTap.BEFORE][i] * seen[InsertTap.BEFORE][i];
                out += seen[InsertTap.AFTER][i] * seen[InsertTap.AFTER][i];
            }
            assertThat(in).isGreaterThan(100);
            assertThat(10 * Math.log10(out / in)).isBetween(-6.01, -5.99);
        }
    }

    @Test
    void aRingThatNobodyEmptiesLosesSoundAndStopsNothing() throws IOException {
        MemorySong song = song();
        try (Rig rig = rig(song)) {
            FrameRing ring =
                    rig.engine.meters().insert("i-1").orElseThrow().tap().open();
            rig.engine.play(0);
            rig.playUntil("full", () -> !ring.hasRoom(512));
            int full = ring.available();
            rig.device.take(20);
            assertThat(ring.available()).isBetween(full, ring.capacity());
            assertThat(rig.notices).isEmpty();
        }
    }

    @Test
    void twoWhoLookSeeTheSame() throws IOException {
        MemorySong song = song();
        try (Rig rig = rig(song)) {
            InsertTap tap = rig.engine.meters().insert("i-1").orElseThrow().tap();
            FrameRing first = tap.open();
            FrameRing second = tap.open();
            rig.engine.play(0);
            rig.playUntil("both are filled", () -> first.available() >= 4096 && second.available() >= 4096);
            float[][] one = new float[InsertTap.ROWS][4096];
            float[][] other = new float[InsertTap.ROWS][4096];
            first.take(one, 4096);
            second.take(other, 4096);
            assertThat(one).isDeepEqualTo(other);
        }
    }

    @Test
    void whoLooksLongestGivesWayWhenThereAreTooMany() {
        InsertTap tap = new InsertTap();
        FrameRing oldest = tap.open();
        FrameRing next = tap.open();
        for (int i = 1; i < InsertTap.MOST; i++) {
            tap.open();
        }
        float[][] io = new float[2][64];
        tap.before(io, 2, 64);
        tap.after(io, 2, 64, 0, 1);
        assertThat(oldest.available()).isZero();
        assertThat(next.available()).isEqualTo(64);
    }

    @Test
    void nothingIsWrittenAfterTheEditorHasClosed() throws IOException {
        MemorySong song = song();
        try (Rig rig = rig(song)) {
            InsertTap tap = rig.engine.meters().insert("i-1").orElseThrow().tap();
            FrameRing first = tap.open();
            FrameRing second = tap.open();
            tap.close(first);
            rig.engine.play(0);
            rig.playUntil("the second is filled", () -> second.available() > 2048);
            assertThat(first.available()).isZero();
            tap.close(second);
            rig.device.take(4);
            int left = second.available();
            rig.device.take(8);
            assertThat(second.available()).isEqualTo(left);
        }
    }

    @Test
    void copyingAllocatesNothing() {
        InsertTap tap = new InsertTap();
        FrameRing ring = tap.open();
        float[][] io = new float[2][512];
        float[][] sink = new float[InsertTap.ROWS][1024];
        long bytes = allocated(tap, ring, io, sink);
        bytes = Math.min(bytes, allocated(tap, ring, io, sink));
        assertThat(bytes).isZero();
    }

    private static long allocated(InsertTap tap, FrameRing ring, float[][] io, float[][] sink) {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 20_000; i++) {
            tap.before(io, 2, 512);
            tap.after(io, 2, 512, -3, 1);
            ring.take(sink, 512);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
