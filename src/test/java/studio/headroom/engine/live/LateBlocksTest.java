package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.project.Insert;

/// What the engine makes of a line that has run dry, and how much of its time it needs.
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
    void theLoadOfEachTrackAndOfAllIsShown() throws IOException {
        float[] noise = MemorySong.noise(2_000_000, 1);
        MemorySong song = new MemorySong(48_000).track("light", noise).track("heavy", noise);
        for (int i = 0; i < 4; i++) {
            Insert reverb = MemorySong.insert("r" + i, "reverb");
            song.change("heavy", strip -> {
                List<Insert> inserts = new ArrayList<>(strip.inserts());
                inserts.add(reverb);
                return strip.withInserts(inserts);
            });
        }
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 96_000);
            double heavy = load(rig, "heavy");
            double light = load(rig, "light");
            double inserts = 0;
            for (int i = 0; i < 4; i++) {
                inserts +=
                        rig.engine.meters().insert("r" + i).orElseThrow().load().smoothed(0);
            }
            assertThat(light).isPositive();
            assertThat(heavy).isGreaterThan(light).isGreaterThan(0.9 * inserts);
            assertThat(rig.engine.status().load()).isPositive();
            assertThat(rig.engine.status().heaviest()).startsWith("Reverb on 'heavy'");
            assertThat(rig.engine.status().heaviestLoad()).isBetween(0.2 * inserts, heavy);
        }
    }

    private static double load(Rig rig, String strip) {
        return rig.engine.meters().strip(strip).orElseThrow().load().smoothed(0);
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
