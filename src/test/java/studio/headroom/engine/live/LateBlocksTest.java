package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the engine makes of a line that has run dry.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LateBlocksTest {
    @Test
    void lateBlocksAreCountedAndToldAndNothingElseBreaks() throws IOException {
        float[] ramp = MemorySong.ramp(2_000_000);
        MemorySong song = new MemorySong(48_000).track("a", ramp, ramp);
        try (Rig rig = new Rig(song).plugged()) {
            rig.device.take(5);
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 5000);
            assertThat(rig.engine.status().lateBlocks()).isZero();
            // The block that is on its way is the first of them.
            rig.device.dry = true;
            rig.device.take(7);
            rig.device.dry = false;
            rig.device.take(3);
            assertThat(rig.engine.status().lateBlocks()).isEqualTo(7);
            assertThat(rig.engine.status().starvedBlocks()).isZero();
            assertThat(rig.engine.blockTimes().late()).isEqualTo(7);
            rig.playUntil("told", () -> !rig.notices.isEmpty());
            assertThat(rig.notices.getFirst()).contains("ound c").contains("late");
            float[] heard = rig.device.heard()[0];
            int first = 0;
            while (heard[first] == 0) {
                first++;
            }
            // The ramp begins with 0.
            assertThat(Arrays.copyOfRange(heard, first, heard.length))
                    .containsExactly(Arrays.copyOfRange(ramp, 1, 1 + heard.length - first));
        }
    }

    @Test
    void whileNothingPlaysNothingIsLate() throws IOException {
        float[] ramp = MemorySong.ramp(100_000);
        try (Rig rig = new Rig(new MemorySong(48_000).track("a", ramp, ramp)).plugged()) {
            rig.device.dry = true;
            rig.device.take(20);
            assertThat(rig.engine.status().lateBlocks()).isZero();
            assertThat(rig.engine.status().blocks()).isZero();
        }
    }
}
