package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.headroom.concurrent.FrameRing;
import studio.headroom.param.Values;

class StripTapTest {
    private static MemorySong song() {
        float[] noise = new float[48_000];
        Random random = new Random(3);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (random.nextDouble() - 0.5);
        }
        return new MemorySong(48_000).track("a", noise, noise);
    }

    @Test
    void whoLooksSeesWhatLeavesTheStrip() throws IOException {
        MemorySong song = song();
        var panned = song.with("a", strip -> strip.withControls(Values.of(Map.of("volume", -6.0, "pan", 100.0))));
        try (Rig rig = new Rig(panned, song).plugged()) {
            FrameRing ring = rig.engine.meters().strip("a").orElseThrow().tap().open();
            rig.engine.play(0);
            rig.playUntil("frames arrive", () -> ring.available() >= 8192);
            float[][] seen = new float[StripTap.ROWS][8192];
            ring.take(seen, 8192);
            double left = 0;
            double right = 0;
            for (int i = 4096; i < 8192; i++) {
                left += seen[0][i] * seen[0][i];
                right += seen[1][i] * seen[1][i];
            }
            assertThat(left).isZero();
            // Noise between -0.5 and 0.5 has a power of 1/12 for each frame; the fader takes 6 dB.
            assertThat(10 * Math.log10(right / 4096 * 12)).isCloseTo(-6, within(0.2));
        }
    }

    @Test
    void nothingIsWrittenForThoseWhoHaveClosed() {
        StripTap tap = new StripTap();
        FrameRing first = tap.open();
        FrameRing second = tap.open();
        tap.close(first);
        tap.put(new float[2][64], 64);
        assertThat(first.available()).isZero();
        assertThat(second.available()).isEqualTo(64);
    }

    @Test
    void aRingThatNobodyEmptiesLosesWholeChunks() {
        StripTap tap = new StripTap();
        FrameRing ring = tap.open();
        float[][] chunk = new float[2][500];
        for (int i = 0; i < 100; i++) {
            tap.put(chunk, 500);
        }
        assertThat(ring.available()).isPositive().isLessThanOrEqualTo(ring.capacity());
        assertThat(ring.available() % 500).isZero();
    }
}
