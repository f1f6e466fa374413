package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.Decibels;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.StripControls;

/// Whatever way a signal takes, it arrives when it should.
class DelayCompensationTest {
    private static final int FRAMES = 6000;
    private static final int AT = 2345;
    private static final float[] IMPULSE = TestSong.impulse(FRAMES, AT);

    /// Passes an impulse bit-exactly but late: below its ceiling the limiter is a pure delay.
    private static Insert latent(String id, boolean bypassed) {
        return new Insert(id, "limiter", Values.INITIAL.with(StripControls.BYPASS, bypassed ? 1 : 0), null);
    }

    /// One track with a tenth of full scale, so that no limiter acts, and a latent insert somewhere else in the song.
    private static TestSong song() {
        float[] low = IMPULSE.clone();
        low[AT] = 0.1f;
        return new TestSong()
                .track("late", TestSong.noise(FRAMES, 1))
                .insert("late", latent("l1", false))
                .insert("late", latent("l2", false))
                .set("late", StripControls.VOLUME, Double.NEGATIVE_INFINITY)
                .track("a", low, low);
    }

    private static void assertImpulse(float[][] signal, double height) {
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < signal[c].length; i++) {
                assertThat((double) signal[c][i])
                        .as("channel %d frame %d", c, i)
                        .isEqualTo(i == AT ? height : 0, within(1e-7));
            }
        }
    }

    private static void assertMixAndStems(TestSong song, double height, int stemsThatHearIt) {
        float[][][] outputs = song.render(0, FRAMES, 1, 512, true);
        assertImpulse(outputs[0], height);
        int heard = 0;
        for (int o = 1; o < outputs.length; o++) {
            double stem = outputs[o][0][AT];
            assertImpulse(outputs[o], stem);
            heard += stem != 0 ? 1 : 0;
        }
        assertThat(heard).isEqualTo(stemsThatHearIt);
    }

    @Test
    void theTestEffectReallyIsLate() {
        assertThat(song().compile(false).latency()).isGreaterThan(64);
    }

    @Test
    void directlyIntoTheMaster() {
        assertMixAndStems(song(), 0.1, 1);
    }

    @Test
    void throughABus() {
        assertMixAndStems(song().bus("b").insert("b", latent("x", false)).output("a", "b"), 0.1, 1);
    }

    @Test
    void throughNestedBuses() {
        TestSong song = song().bus("inner")
                .bus("outer")
                .insert("inner", latent("x", false))
                .insert("outer", latent("y", false))
                .output("a", "inner")
                .output("inner", "outer");
        assertMixAndStems(song, 0.1, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void throughASendIntoALatentReturn(boolean preFader) {
        TestSong song = song().returns("r").insert("r", latent("x", false)).send("a", "r", preFader, -6);
        assertMixAndStems(song, 0.1 * (1 + Decibels.toGain(-6)), 2);
    }

    /// The send is held back until something later arrives; its level, and the mute of its track, are those of the
    /// frame
    /// that comes through, not of the time at which it does.
    @ParameterizedTest
    @CsvSource({"true, send", "false, send", "true, strip"})
    void automationOfASendThatIsHeldBackMeetsItsFrame(boolean preFader, String muted) {
        int step = 64 * 30;
        TestSong song = new TestSong()
                .track("a", TestSong.constant(FRAMES, 0.1), TestSong.constant(FRAMES, 0.1))
                .track("late", TestSong.constant(FRAMES, 0))
                .insert("late", latent("l1", false))
                .insert("late", latent("l2", false))
                .returns("r")
                .send("late", "r", false, 0)
                .send("a", "r", preFader, 0);
        Param mute = muted.equals("send") ? StripControls.SEND_MUTE : StripControls.MUTE;
        song.automate(
                "a",
                muted.equals("send") ? "s-a-r" : "a",
                mute,
                new Lane.Point(0, 1, Lane.Shape.HOLD),
                new Lane.Point(step, 0, Lane.Shape.HOLD));
        if (preFader) {
            song.set("a", StripControls.VOLUME, Double.NEGATIVE_INFINITY);
        } else {
            song.set("r", StripControls.PAN, -100);
        }
        float[] through = song.mix(FRAMES)[0];
        double direct = preFader ? 0 : 0.1;
        int begin = 0;
        while (Math.abs(through[begin] - direct) < 1e-6) {
            begin++;
        }
        // Gains move once for each sub-block, of which no border need be where the step is.
        assertThat(begin).isBetween(step - 64, step + 64);
        assertThat((double) through[FRAMES - 1]).isCloseTo(direct + 0.1, within(1e-6));
    }

    @Test
    void throughALatentInsertOfItsOwnWithASendAfterIt() {
        TestSong song = song().insert("a", latent("x", false)).returns("r").send("a", "r", true, 0);
        assertMixAndStems(song, 0.2, 2);
    }

    @Test
    void throughABypassedLatentInsert() {
        assertMixAndStems(song().insert("a", latent("x", true)), 0.1, 1);
    }

    @Test
    void throughALatentMaster() {
        assertMixAndStems(song().insert("master", latent("x", false)), 0.1, 1);
    }

    @Test
    void aKeyThatComesLateMakesTheListenerWait() {
        float[] low = IMPULSE.clone();
        low[AT] = 0.1f;
        TestSong song = new TestSong()
                .track("key", TestSong.noise(FRAMES, 1))
                .insert("key", latent("l1", false))
                .set("key", StripControls.VOLUME, Double.NEGATIVE_INFINITY)
                .track("a", low, low)
                .insert("a", new Insert("c", "compressor", Values.INITIAL.with(StripControls.BYPASS, 1), "key"));
        assertThat(song.compile(false).latency()).isGreaterThan(0);
        assertImpulse(song.mix(FRAMES), 0.1);
    }

    @Test
    void stemsSumToTheMix() {
        TestSong song = song().track("b", TestSong.noise(FRAMES, 2))
                .track("c", TestSong.noise(FRAMES, 3), TestSong.noise(FRAMES, 4))
                .bus("bus")
                .returns("r")
                .insert("bus", latent("x", false))
                .insert("r", new Insert("y", "reverb", Values.INITIAL, null))
                .output("b", "bus")
                .send("c", "r", false, -3)
                .set("master", StripControls.VOLUME, -3)
                .set("master", StripControls.WIDTH, 80);
        float[][][] outputs = song.render(0, FRAMES, 1, 512, true);
        double worst = 0;
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < FRAMES; i++) {
                double sum = 0;
                for (int o = 1; o < outputs.length; o++) {
                    sum += outputs[o][c][i];
                }
                worst = Math.max(worst, Math.abs(sum - outputs[0][c][i]));
            }
        }
        assertThat(outputs.length).isEqualTo(6);
        assertThat(Decibels.fromGain(worst)).isLessThan(-120);
    }
}
