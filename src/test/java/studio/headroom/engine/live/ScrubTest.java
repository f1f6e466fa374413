package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ScrubTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 400_000;
    private static final int GRAIN = (int) (0.15 * RATE);
    private static final int FADE = (int) (0.02 * RATE);

    /// What is heard of the last blocks, as frames of the song.
    private static int[] places(Rig rig, int blocks) {
        rig.device.take(blocks);
        float[] heard = rig.device.heard()[0];
        int[] places = new int[blocks * Rig.BLOCK];
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.round(heard[heard.length - places.length + i] * 0x1p20f);
        }
        return places;
    }

    private static MemorySong numbered() {
        float[] ramp = MemorySong.ramp(FRAMES);
        return new MemorySong(RATE).track("a", ramp, ramp);
    }

    private static void scrub(Rig rig, long frame) throws IOException {
        rig.engine.scrub(frame);
        rig.sync();
        Rig.until("delivered", () -> {
            rig.sync();
            rig.device.take(1);
            return Math.abs(rig.engine.status().frame() - frame) < GRAIN + RATE / 20;
        });
        rig.device.take(20);
    }

    @Test
    void whatLiesUnderThePointerIsHeardUntilItIsLetGo() throws IOException {
        try (Rig rig = new Rig(numbered()).plugged()) {
            for (int frame : new int[] {100_000, 200_000, 150_000}) {
                scrub(rig, frame);
                assertThat(Arrays.stream(places(rig, 100)).min().orElse(0)).isGreaterThan(frame - 2 * FADE);
                assertThat(Arrays.stream(places(rig, 100)).max().orElse(0)).isLessThan(frame + GRAIN + FADE);
            }
            rig.engine.endScrub();
            rig.playUntil("silent", () -> !rig.engine.status().playing());
            rig.device.take(20);
            assertThat(Arrays.stream(places(rig, 10)).max().orElse(1)).isZero();
            assertThat(rig.engine.status().frame()).isEqualTo(150_000);
            assertThat(rig.notices).isEmpty();
        }
    }

    @Test
    void whatPlayedPlaysOnFromThereAndItsLoopWithIt() throws IOException {
        try (Rig rig = new Rig(numbered()).plugged()) {
            rig.engine.loop(50_000, 60_000);
            rig.engine.play(50_000);
            rig.playUntil("plays", () -> rig.engine.status().playing());
            scrub(rig, 40_000);
            rig.engine.endScrub();
            rig.sync();
            rig.playUntil("beyond the grain", () -> rig.engine.status().frame() > 52_000);
            rig.device.take(60);
            int[] places = places(rig, 100);
            assertThat(Arrays.stream(places).min().orElse(0)).isGreaterThan(50_000 - 2 * FADE);
            assertThat(Arrays.stream(places).max().orElse(0)).isLessThan(60_000 + FADE);
        }
    }

    /// Each place fades into the next in 20 ms, from one phase of a sine to any other.
    @Test
    void nothingClicksHoweverTheHandMoves() throws IOException {
        MemorySong song = new MemorySong(RATE);
        float[] sine = song.sine(FRAMES, 100, 0.5);
        song.track("a", sine, sine);
        Random random = new Random(4);
        try (Rig rig = new Rig(song).plugged()) {
            for (int i = 0; i < 60; i++) {
                rig.engine.scrub(RATE + random.nextInt(FRAMES - 2 * RATE));
                rig.sync();
                rig.device.take(1 + random.nextInt(20));
            }
            rig.engine.endScrub();
            rig.sync();
            rig.device.take(40);
            double slope = 2 * Math.PI * 100 / RATE;
            double bound = 0.5 * slope * slope + 1.0 / FADE + 2 * slope / FADE;
            assertThat(Hearing.bend(rig.device.heard()[0])).isLessThan(bound);
        }
    }

    /// A control that is moved meanwhile is moved as while nothing plays.
    @Test
    void noAutomationIsWritten() throws IOException {
        MemorySong song = numbered();
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.mode("a", AutomationMode.WRITE);
            scrub(rig, 100_000);
            rig.engine.touch(new Address("a", "a", "volume"), -6);
            rig.engine.move(new Address("a", "a", "volume"), -12);
            rig.engine.release(new Address("a", "a", "volume"));
            scrub(rig, 200_000);
            rig.engine.endScrub();
            rig.engine.stop();
            rig.sync();
            Project after = song.project();
            for (Edit edit : rig.edits) {
                after = edit.apply(after);
            }
            assertThat(after.strip("a").orElseThrow().automation()).isEmpty();
        }
    }
}
