package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wherever the playhead is sent, nothing clicks. No threads.
class LiveTurnsTest {
    @Test
    void stopLocateAndStartDoNotClick() {
        try (Hearing hearing = new Hearing(MemorySong.tone())) {
            hearing.play(1200);
            hearing.hear(3000, 100);
            hearing.play(20_060);
            hearing.hear(500, 100);
            hearing.play(10_180);
            hearing.hear(3000, 100);
            hearing.stop();
            hearing.hear(300, 100);
            hearing.play(1777);
            hearing.hear(3000, 100);
            hearing.stand(40_000);
            hearing.hear(3000, 100);
            assertThat(Hearing.bend(hearing.heard()[0])).isLessThan(Hearing.CROSS_BOUND);
            assertThat(hearing.render.heard(0)).isEqualTo(40_000);
        }
    }

    @Test
    void manyLocatesInOneBlockGoToTheLastAtOnce() {
        try (Hearing hearing = new Hearing(MemorySong.tone())) {
            hearing.play(0);
            hearing.hear(5000, 64);
            for (int i = 0; i < 500; i++) {
                hearing.play(1000 + i * 100);
            }
            hearing.hear(64, 64);
            for (int i = 0; i < 500; i++) {
                hearing.play(100_000 - i);
                if (i % 50 == 0) {
                    hearing.hear(64, 64);
                }
            }
            // Two fades and a sub-block for each: the one that was under way, and the last.
            hearing.hear(2 * (960 + 128), 64);
            assertThat(hearing.render.heard(0)).isBetween(99_501L, 99_501L + 2 * (960 + 128));
            assertThat(Hearing.bend(hearing.heard()[0])).isLessThan(Hearing.CROSS_BOUND);
        }
    }

    @Test
    void stopAfterALocateThatHasNotBegunStandsThere() {
        try (Hearing hearing = new Hearing(MemorySong.tone())) {
            hearing.play(0);
            hearing.hear(5000, 64);
            hearing.play(30_000);
            hearing.stop();
            hearing.hear(2000, 64);
            assertThat(hearing.render.heard(0)).isEqualTo(30_000);
            assertThat(hearing.render.runs()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"8000, 512", "8000, 4096", "48000, 17", "48000, 512", "192000, 512", "192000, 4096"})
    void aLoopRepeatsWithoutAClick(int rate, int block) {
        MemorySong song = new MemorySong(rate);
        int length = rate / 4;
        float[] ramp = MemorySong.ramp(2 * rate);
        song.track("a", ramp, ramp);
        int from = rate / 10 + 7;
        try (Hearing hearing = new Hearing(song)) {
            hearing.loop(from, from + length);
            hearing.play(0);
            float[] heard = hearing.hear(2 * rate, block)[0];
            int fade = (int) Math.ceil(0.02 * rate);
            for (int i = 0; i < heard.length; i++) {
                int inLoop = i < from ? 0 : (i - from) % length;
                boolean fading = i >= from && inLoop >= length - fade;
                if (!fading) {
                    int frame = i < from ? i : from + inLoop;
                    assertThat(heard[i]).as("frame %d", i).isEqualTo(frame * 0x1p-20f);
                }
            }
            // The ramp itself has no bend: all there is are the fades' corners and slopes.
            assertThat(Hearing.bend(heard)).isLessThan(1.1 * length * 0x1p-20 / fade);
            assertThat(hearing.render.seams(0)).isEqualTo((2 * rate - from) / length);
        }
    }

    @Test
    void aLoopShorterThanATenthOfASecondIsMadeSoLong() {
        try (Hearing hearing = new Hearing(MemorySong.tone())) {
            hearing.loop(2400, 2401);
            hearing.play(0);
            hearing.hear(48_000, 512);
            assertThat(hearing.render.seams(0)).isEqualTo((48_000 - 2400) / 4800);
            assertThat(Hearing.bend(hearing.heard()[0])).isLessThan(Hearing.CROSS_BOUND);
        }
    }

    @Test
    void aLoopThatIsSetLateTurnsLaterAndOneBehindIsLeftAlone() {
        try (Hearing hearing = new Hearing(MemorySong.tone())) {
            hearing.play(0);
            hearing.hear(9900, 64);
            hearing.loop(4800, 10_000);
            hearing.hear(4000, 64);
            assertThat(hearing.render.heard(0)).isEqualTo(13_900 - 5200);
            hearing.play(20_000);
            hearing.hear(4000, 64);
            assertThat(hearing.render.heard(0)).as("behind the end it runs on").isGreaterThan(22_000);
            assertThat(Hearing.bend(hearing.heard()[0])).isLessThan(Hearing.CROSS_BOUND);
        }
    }

    @Test
    void aLoopThatIsMovedOrRemovedAtItsSeamDoesNotClick() {
        try (Hearing hearing = new Hearing(MemorySong.tone())) {
            hearing.loop(2500, 9600);
            hearing.play(0);
            hearing.hear(9000, 64);
            hearing.loop(4800, 19_200);
            hearing.hear(400, 64);
            hearing.transport(LiveRender.LOOP_FROM, Double.NaN);
            hearing.hear(30_000, 64);
            assertThat(Hearing.bend(hearing.heard()[0])).isLessThan(Hearing.CROSS_BOUND);
        }
    }
}
