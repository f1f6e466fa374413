package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.audio.Decibels;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.PanLaw;
import studio.headroom.project.StripControls;

/// Levels, pan, mute, solo, clips and automation, heard at the mix.
class MixingTest {
    private static final int FRAMES = 4800;
    /// Where every fade of 20 ms that began at the start is over.
    private static final int SETTLED = 1600;

    private static double at(float[][] mix, int channel) {
        return mix[channel][FRAMES - 1];
    }

    @Test
    void aStereoTrackAtUnityPassesBitForBit() {
        float[] left = TestSong.noise(FRAMES, 1);
        float[] right = TestSong.noise(FRAMES, 2);
        float[][] mix = new TestSong().track("a", left, right).mix(FRAMES);
        assertThat(mix[0]).containsExactly(left);
        assertThat(mix[1]).containsExactly(right);
    }

    @ParameterizedTest
    @CsvSource({"-100, 1, 0", "0, 0.70710678, 0.70710678", "100, 0, 1", "-50, 0.92387953, 0.38268343"})
    void aMonoTrackIsPannedAtEqualPower(double pan, double left, double right) {
        float[][] mix = new TestSong()
                .track("a", TestSong.constant(FRAMES, 1))
                .set("a", StripControls.PAN, pan)
                .mix(FRAMES);
        assertThat(at(mix, 0)).isEqualTo(left, within(1e-6));
        assertThat(at(mix, 1)).isEqualTo(right, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPROMISE, 0, 0.59460356, 0.59460356",
        "COMPROMISE, 50, 0.23673338, 0.88802056",
        "EQUAL_GAIN, 0, 0.5, 0.5",
        "EQUAL_GAIN, -50, 0.85355339, 0.14644661",
        "BALANCE, 0, 1, 1",
        "BALANCE, 50, 0.5411961, 1",
        "COMPROMISE, 100, 0, 1",
        "EQUAL_GAIN, 100, 0, 1",
        "BALANCE, 100, 0, 1"
    })
    void aMonoTrackFollowsThePanLawOfTheSong(PanLaw law, double pan, double left, double right) {
        TestSong song = new TestSong()
                .track("a", TestSong.constant(FRAMES, 1))
                .set("a", StripControls.PAN, pan)
                .panLaw(law);
        float[][] mix = song.mix(FRAMES);
        assertThat(at(mix, 0)).isEqualTo(left, within(1e-6));
        assertThat(at(mix, 1)).isEqualTo(right, within(1e-6));
        assertThat(Math.max(left, right)).isEqualTo(law.louderGain(pan), within(1e-6));
        assertThat(law.louderGain(0)).isEqualTo(Decibels.toGain(law.centerDb()), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(PanLaw.class)
    void aStereoTrackIsBalancedWhateverThePanLaw(PanLaw law) {
        float[] one = TestSong.constant(FRAMES, 1);
        TestSong song = new TestSong().track("a", one, one).set("a", StripControls.PAN, 50);
        assertThat(song.panLaw(law).mix(FRAMES))
                .isDeepEqualTo(song.panLaw(PanLaw.EQUAL_POWER).mix(FRAMES));
    }

    @ParameterizedTest
    @CsvSource({"-100, 1, 0", "0, 1, 1", "100, 0, 1", "50, 0.5411961, 1"})
    void aStereoTrackIsBalanced(double pan, double left, double right) {
        float[] one = TestSong.constant(FRAMES, 1);
        float[][] mix = new TestSong()
                .track("a", one, one)
                .set("a", StripControls.PAN, pan)
                .mix(FRAMES);
        assertThat(at(mix, 0)).isEqualTo(left, within(1e-6));
        assertThat(at(mix, 1)).isEqualTo(right, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5, 0.5", "100, 1, 0", "200, 1.5, -0.5"})
    void widthTurnsMidAgainstSide(double width, double left, double right) {
        float[][] mix = new TestSong()
                .track("a", TestSong.constant(FRAMES, 1), TestSong.constant(FRAMES, 0))
                .set("a", StripControls.WIDTH, width)
                .mix(FRAMES);
        assertThat(at(mix, 0)).isEqualTo(left, within(1e-6));
        assertThat(at(mix, 1)).isEqualTo(right, within(1e-6));
    }

    @Test
    void trimPolarityAndVolumeMultiply() {
        float[] one = TestSong.constant(FRAMES, 0.5);
        float[][] mix = new TestSong()
                .track("a", one, one)
                .set("a", StripControls.TRIM, 6)
                .set("a", StripControls.POLARITY, 1)
                .set("a", StripControls.VOLUME, -12)
                .mix(FRAMES);
        assertThat(at(mix, 0)).isEqualTo(-0.5 * Decibels.toGain(-6), within(1e-6));
    }

    @Test
    void aMutedTrackIsSilentThroughEverySend() {
        float[] one = TestSong.constant(FRAMES, 0.5);
        float[][] mix = new TestSong()
                .track("a", one, one)
                .returns("r")
                .send("a", "r", true, 0)
                .set("a", StripControls.MUTE, 1)
                .mix(FRAMES);
        assertThat(mix[0]).containsOnly(0f);
        assertThat(mix[1]).containsOnly(0f);
    }

    @Test
    void aPreFaderSendIgnoresTheFaderAndAPostFaderSendFollowsIt() {
        float[] one = TestSong.constant(FRAMES, 0.5);
        for (boolean pre : new boolean[] {true, false}) {
            float[][] mix = new TestSong()
                    .track("a", one, one)
                    .returns("r")
                    .send("a", "r", pre, -6)
                    .set("a", StripControls.VOLUME, Double.NEGATIVE_INFINITY)
                    .mix(FRAMES);
            assertThat(at(mix, 0)).isEqualTo(pre ? 0.5 * Decibels.toGain(-6) : 0, within(1e-6));
        }
    }

    /// Track a sends to return r and plays into bus b; track c plays into the master. Levels tell them apart.
    private static TestSong soloSong() {
        float[] one = TestSong.constant(FRAMES, 1);
        return new TestSong()
                .track("a", one, one)
                .track("c", one, one)
                .bus("b")
                .returns("r")
                .output("a", "b")
                .send("a", "r", false, Decibels.fromGain(0.1))
                .send("c", "r", false, Decibels.fromGain(0.01))
                .set("c", StripControls.VOLUME, Decibels.fromGain(0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "none, 1.605", // 1 + 0.5 direct, 0.1 + 0.005 through the return
        "a, 1.1", // itself and its reverb
        "c, 0.505",
        "b, 1", // what plays into it, through it alone
        "r, 0.105", // the reverb alone, of everything
    })
    void soloHearsWhatPassesTheSoloedStrip(String soloed, double expected) {
        TestSong song = soloSong();
        if (!soloed.equals("none")) {
            song.solo(soloed);
        }
        assertThat(at(song.mix(FRAMES), 0)).isEqualTo(expected, within(1e-5));
    }

    @Test
    void aSafeTrackIsHeardBesideASoloedOne() {
        TestSong song = soloSong().solo("a").change("c", strip -> strip.withSoloSafe(true));
        assertThat(at(song.mix(FRAMES), 0)).isEqualTo(1.605, within(1e-5));
    }

    @Test
    void muteWinsOverSolo() {
        TestSong song = soloSong().solo("a").set("a", StripControls.MUTE, 1);
        assertThat(song.mix(FRAMES)[0]).containsOnly(0f);
    }

    @Test
    void clipsPlayTheirPartOfTheMediaWhereTheyLie() {
        float[] ramp = new float[1000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i / 1000f;
        }
        TestSong song = new TestSong().track("a", ramp, ramp);
        Clip moved = new Clip("x", "m-a", 333, 100, 200, 0, Fade.NONE, Fade.NONE, false, false);
        Clip reversed = new Clip("y", "m-a", 777, 100, 200, -6, Fade.NONE, Fade.NONE, false, true);
        float[][] mix = song.change("a", strip -> strip.withClips(List.of(moved, reversed)))
                .mix(1500);
        for (int i = 0; i < 1500; i++) {
            double expected = i >= 333 && i < 533
                    ? ramp[100 + i - 333]
                    : i >= 777 && i < 977 ? ramp[299 - (i - 777)] * Decibels.toGain(-6) : 0;
            assertThat((double) mix[0][i]).as("frame %d", i).isEqualTo(expected, within(1e-7));
        }
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 0.5", "EQUAL_POWER, 0.70710678", "S_CURVE, 0.5", "SLOW, 0.125"})
    void fadesHaveTheirShape(Fade.Shape shape, double half) {
        float[] one = TestSong.constant(2000, 1);
        Clip clip = new Clip("x", "m-a", 0, 0, 2000, 0, new Fade(800, shape), new Fade(600, shape), false, false);
        float[][] mix = new TestSong()
                .track("a", one, one)
                .change("a", strip -> strip.withClips(List.of(clip)))
                .mix(2400);
        // Fades are taken in the middle of each frame, so half way lies between two frames.
        assertThat((mix[0][399] + mix[0][400]) / 2.0).isEqualTo(half, within(1e-4));
        assertThat((mix[0][1699] + mix[0][1700]) / 2.0).isEqualTo(half, within(1e-4));
        assertThat(mix[0][1000]).isEqualTo(1f);
        assertThat((double) mix[0][0]).isLessThan(0.01);
        assertThat(mix[0][2000]).isZero();
    }

    @Test
    void aLineOfVolumeIsStraightAlongTheFader() {
        int frames = 96_000;
        float[] one = TestSong.constant(frames, 1);
        float[][] mix = new TestSong()
                .track("a", one, one)
                .automate(
                        "a",
                        "a",
                        StripControls.VOLUME,
                        new Lane.Point(0, 0, Lane.Shape.LINEAR),
                        new Lane.Point(frames, Double.NEGATIVE_INFINITY, Lane.Shape.HOLD))
                .mix(frames);
        var law = StripControls.VOLUME.range();
        double top = law.position(0);
        for (int frame = 64; frame < frames; frame += 64) {
            double expected = Decibels.toGain(law.plain(top * (frames - frame) / frames));
            // Values are met at the end of each sub-block: its last frame has the gain of the next one's start.
            assertThat((double) mix[0][frame - 1]).as("frame %d", frame).isEqualTo(expected, within(1e-5));
        }
    }

    @Test
    void aStepOfVolumeBecomesAFadeNoSteeperThanTwentyMilliseconds() {
        float[] one = TestSong.constant(FRAMES, 1);
        float[][] mix = new TestSong()
                .track("a", one, one)
                .automate(
                        "a",
                        "a",
                        StripControls.MUTE,
                        new Lane.Point(0, 0, Lane.Shape.HOLD),
                        new Lane.Point(SETTLED, 1, Lane.Shape.HOLD))
                .mix(FRAMES);
        double steepest = 0;
        for (int i = 1; i < FRAMES; i++) {
            steepest = Math.max(steepest, Math.abs(mix[0][i] - mix[0][i - 1]));
        }
        assertThat(steepest).isLessThanOrEqualTo(1 / (0.02 * TestSong.RATE) + 1e-7);
        assertThat(mix[0][SETTLED - 65]).isEqualTo(1f);
        assertThat(mix[0][SETTLED + 1100]).isZero();
    }

    @ParameterizedTest
    @CsvSource({"utility, EQUAL_POWER", "imager, EQUAL_POWER", "utility, EQUAL_GAIN", "utility, BALANCE"})
    void aSendBeforeAFaderAtUnityIsAsLoudAsOneBehindIt(String type, PanLaw law) {
        float[][][] mixes = new float[2][][];
        for (int i = 0; i < 2; i++) {
            mixes[i] = new TestSong()
                    .track("a", TestSong.noise(FRAMES, 1))
                    .insert("a", Insert.create("x", type))
                    .returns("r")
                    .send("a", "r", i == 0, 0)
                    .panLaw(law)
                    .mix(FRAMES);
        }
        assertThat(mixes[0]).isDeepEqualTo(mixes[1]);
    }
}
