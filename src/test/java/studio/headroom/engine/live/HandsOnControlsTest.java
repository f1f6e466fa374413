package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;

/// Hands on controls while a level plays that shows every gain: what was heard is what is written, in few points.
///
/// A move is written at the frame that was heard when it was made, and can be heard from the next block but one on.
/// So both are compared with that much of play.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HandsOnControlsTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 400_000;
    private static final double LEVEL = 0.5;
    private static final Address FADER = new Address("a", "a", StripControls.VOLUME.id());
    private static final Address PAN = new Address("a", "a", StripControls.PAN.id());
    private static final Address MUTE = new Address("a", "a", StripControls.MUTE.id());

    /// Two blocks, a fade of 20 ms, and a sub-block.
    private static final int LAG = 2 * Rig.BLOCK + RATE / 50 + 64;

    /// Of thinning: a thousandth of the fader's travel, at the levels used here.
    private static final double DECIBELS = 0.1;

    private static MemorySong song() {
        float[] level = new float[FRAMES];
        Arrays.fill(level, (float) LEVEL);
        return new MemorySong(RATE).track("a", level, level).track("b", MemorySong.noise(FRAMES, 2));
    }

    private static MemorySong alone() {
        float[] level = new float[FRAMES];
        Arrays.fill(level, (float) LEVEL);
        return new MemorySong(RATE).track("a", level, level);
    }

    /// What was heard from the song's beginning on.
    private static float[][] heard(Rig rig) {
        float[][] all = rig.device.heard();
        int begin = 0;
        while (all[0][begin] == 0) {
            begin++;
        }
        return new float[][] {
            Arrays.copyOfRange(all[0], begin, all[0].length), Arrays.copyOfRange(all[1], begin, all[1].length)
        };
    }

    private static double decibels(float sample) {
        return 20 * Math.log10(Math.max(1e-6, Math.abs(sample) / LEVEL));
    }

    /// Each frame of the one is found in the other not further away than may be, within the tolerance.
    private static void assertAlike(float[] heard, float[] written, int from, int to) {
        for (int i = from; i < to; i += 16) {
            double now = decibels(heard[i]);
            double least = Double.MAX_VALUE;
            double most = -Double.MAX_VALUE;
            for (int k = Math.max(0, i - LAG); k <= i; k += 8) {
                least = Math.min(least, decibels(written[k]));
                most = Math.max(most, decibels(written[k]));
            }
            assertThat(now).as("frame %d", i).isBetween(least - DECIBELS, most + DECIBELS);
        }
    }

    private static Lane lane(Project song, Address address) {
        return song.strips().getFirst().automation().stream()
                .filter(lane ->
                        lane.owner().equals(address.ownerId()) && lane.param().equals(address.paramId()))
                .findFirst()
                .orElseThrow();
    }

    private static void begin(Rig rig, AutomationMode mode) throws IOException {
        rig.engine.mode("a", mode);
        rig.engine.play(0);
        rig.playUntil("plays", () -> rig.engine.status().frame() > 6000);
    }

    /// In steps of a block, up and down between two levels.
    ///
    /// @return how many moves
    private static int ride(Rig rig, double from, double to, int steps) throws IOException {
        for (int i = 0; i <= steps; i++) {
            rig.engine.move(FADER, from + (to - from) * i / steps);
            rig.sync();
            rig.device.take(1);
        }
        return steps + 1;
    }

    private static Project written(Rig rig, Project song) {
        rig.engine.stop();
        Rig.until("written", () -> !rig.edits.isEmpty());
        assertThat(rig.edits).hasSize(1);
        Project written = rig.edits.getFirst().apply(song);
        rig.engine.update(written);
        return written;
    }

    private static int frames(float[][] heard) {
        // The last fade is that of stop.
        return heard[0].length - RATE / 10;
    }

    @Test
    void aLatchedRideIsWrittenUntilStopAsItWasHeard() throws IOException {
        MemorySong song = alone();
        try (Rig rig = new Rig(song).plugged()) {
            begin(rig, AutomationMode.LATCH);
            rig.engine.touch(FADER, 0);
            int moves = ride(rig, 0, -18, 60) + ride(rig, -18, -6, 40);
            rig.engine.release(FADER);
            rig.sync();
            rig.device.take(50);
            float[][] heard = heard(rig);
            assertThat(decibels(heard[0][heard[0].length - 1])).as("stays").isCloseTo(-6, within(1e-3));
            Project written = written(rig, song.project());
            float[][] again = song.bounce(written, heard[0].length);
            assertAlike(heard[0], again[0], 0, heard[0].length);
            assertThat(lane(written, FADER).points()).as("of %d moves", moves).hasSizeBetween(4, moves / 4);
            assertThat(rig.recorded(20_000)).isDeepEqualTo(song.bounce(written, 20_000));
        }
    }

    @Test
    void whileAStripWritesEverythingOnItIsWrittenAndThenItTouches() throws IOException {
        MemorySong song = alone();
        song.lane(
                "a",
                "a",
                StripControls.VOLUME,
                new Lane.Point(0, -12, Lane.Shape.LINEAR),
                new Lane.Point(FRAMES, 6, Lane.Shape.LINEAR));
        try (Rig rig = new Rig(song).plugged()) {
            begin(rig, AutomationMode.WRITE);
            rig.engine.touch(PAN, 0);
            rig.engine.move(PAN, -100);
            rig.engine.release(PAN);
            rig.sync();
            rig.device.take(40);
            rig.engine.move(MUTE, 1);
            rig.sync();
            rig.device.take(40);
            rig.engine.move(MUTE, 0);
            rig.sync();
            rig.device.take(40);
            float[][] heard = heard(rig);
            Project written = written(rig, song.project());
            float[][] again = song.bounce(written, heard[0].length);
            assertAlike(heard[0], again[0], 0, heard[0].length);
            assertAlike(heard[1], again[1], 0, heard[0].length);
            // Where it was not moved it stands where the lane was when it began.
            assertThat(decibels(heard[0][heard[0].length - 1])).isCloseTo(-12, within(0.1));
            int end = heard[0].length + RATE / 5;
            Lane before = lane(song.project(), FADER);
            Lane after = lane(written, FADER);
            assertThat(after.valueAt(StripControls.VOLUME, end))
                    .as("behind the stop and its glide")
                    .isCloseTo(before.valueAt(StripControls.VOLUME, end), within(1e-9));
            rig.playUntil("rests", rig.engine::resting);
            rig.edits.clear();
            rig.engine.play(0);
            rig.playUntil("plays again", () -> rig.engine.status().frame() > 30_000);
            rig.engine.stop();
            rig.sync();
            assertThat(rig.edits).as("touching writes nothing by itself").isEmpty();
        }
    }

    @Test
    void aTrimAddsToItsLaneWhatWasHeard() throws IOException {
        MemorySong song = alone();
        song.lane(
                "a",
                "a",
                StripControls.VOLUME,
                new Lane.Point(0, -20, Lane.Shape.LINEAR),
                new Lane.Point(60_000, -10, Lane.Shape.LINEAR));
        try (Rig rig = new Rig(song).plugged()) {
            begin(rig, AutomationMode.TRIM);
            rig.engine.touch(FADER, 0);
            int moves = ride(rig, 0, 6, 50);
            rig.device.take(40);
            rig.engine.release(FADER);
            rig.sync();
            rig.device.take(60);
            float[][] heard = heard(rig);
            Project written = written(rig, song.project());
            float[][] again = song.bounce(written, heard[0].length);
            assertAlike(heard[0], again[0], 0, heard[0].length);
            assertThat(lane(written, FADER).points()).as("of %d moves", moves).hasSizeBetween(4, moves / 2);
            float[][] plain = song.bounce(heard[0].length);
            int held = 6000 + 70 * Rig.BLOCK;
            assertThat(decibels(heard[0][held])).isCloseTo(decibels(plain[0][held]) + 6, within(DECIBELS));
            int behind = heard[0].length - 1;
            assertThat(heard[0][behind]).as("the lane alone").isCloseTo(plain[0][behind], within(1e-6f));
        }
    }

    /// Of the other track not a sample is touched: it is what is heard when the first is moved out of the way.
    @Test
    void handsOnOneTrackLeaveTheOthersAlone() throws IOException {
        MemorySong song = song();
        song.change("a", strip -> strip.withControls(strip.controls().with(StripControls.PAN, -100)));
        try (Rig rig = new Rig(song).plugged()) {
            begin(rig, AutomationMode.LATCH);
            rig.engine.touch(FADER, 0);
            ride(rig, 0, -30, 40);
            rig.engine.release(FADER);
            rig.engine.move(MUTE, 1);
            rig.sync();
            rig.device.take(20);
            rig.engine.mode("a", AutomationMode.READ);
            rig.sync();
            rig.device.take(20);
            float[] right = rig.device.heard()[1];
            int begin = 0;
            while (right[begin] == 0) {
                begin++;
            }
            float[] expected = song.bounce(song.with("a", MemorySong.set(StripControls.MUTE, 1)), right.length)[1];
            assertThat(Arrays.copyOfRange(right, begin, right.length))
                    .containsExactly(Arrays.copyOfRange(expected, 0, right.length - begin));
        }
    }

    /// Going to another place while automation is written loses nothing of what was written.
    @Test
    void whatWasWrittenIsKeptWhileSomethingElsePlays() throws IOException {
        MemorySong song = song();
        Project other = MemorySong.with(song.project(), "b", strip -> strip.withName("Other"));
        other = other.withStrips(
                other.strips().stream().filter(strip -> strip.id().equals("b")).toList());
        try (Rig rig = new Rig(song).plugged()) {
            begin(rig, AutomationMode.TOUCH);
            rig.engine.touch(FADER, 0);
            ride(rig, 0, -12, 20);
            rig.engine.update(song.project(), other);
            rig.engine.release(FADER);
            rig.sync();
            rig.playUntil("the other plays", rig.engine::upToDate);
            assertThat(rig.engine.meters().strip("a")).isEmpty();
            assertThat(rig.engine.meters().strip("b")).isPresent();
            Project written = written(rig, song.project());
            assertThat(lane(written, FADER).points()).hasSizeGreaterThan(1);
            rig.playUntil("the song is back", rig.engine::upToDate);
            assertThat(rig.engine.meters().strip("a")).isPresent();
        }
    }
}
