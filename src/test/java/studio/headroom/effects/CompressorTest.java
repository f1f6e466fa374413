package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressorTest {
    private static final int RATE = 48_000;

    private static double[] values(Object... idsAndPlain) {
        return Rig.values(Compressor.TYPE, idsAndPlain);
    }

    private static Rig rig(int channels, double[] values) {
        return new Rig(Compressor.TYPE, RATE, channels, values);
    }

    private static float[][] level(int channels, int frames, double db) {
        float[][] x = new float[channels][frames];
        for (float[] row : x) {
            Arrays.fill(row, (float) Math.pow(10, db / 20));
        }
        return x;
    }

    private static double db(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    @ParameterizedTest
    @CsvSource({"-20, 4, 0", "-20, 4, 12", "-40, 1.5, 24", "-12, 100, 6", "-60, 2, 6", "-30, 1, 6"})
    void steadyLevelsFollowTheCurve(double threshold, double ratio, double knee) {
        double[] values = values("threshold", threshold, "ratio", ratio, "knee", knee, "makeup", 3);
        CompressorCurve curve = new CompressorCurve(values);
        for (double in = -70; in <= 6; in += 1.7) {
            float[] out = rig(1, values).run(level(1, RATE / 2, in))[0];
            assertThat(db(out[RATE / 2 - 1])).isCloseTo(curve.outputDb(in), within(0.05));
        }
    }

    /// Also of a sine, whose crests are 0.5 ms apart; attack and release are such that it is not distorted.
    @ParameterizedTest
    @ValueSource(doubles = {-40, -24, -20, -17, -10, -3, 0})
    void sinesFollowTheCurve(double in) {
        double[] values = values("threshold", -20, "ratio", 4, "knee", 6, "attack", 20, "release", 200);
        float[][] out = rig(1, values).run(Rig.sine(1, RATE, Math.pow(10, in / 20), 1000, RATE));
        double measured = db(Rig.peak(out, RATE / 2, RATE));
        assertThat(measured).isCloseTo(new CompressorCurve(values).outputDb(in), within(0.05));
    }

    /// In dB, within 2 % of the time or one frame.
    @ParameterizedTest
    @CsvSource({"0.05, 5", "1, 100", "10, 120", "30, 10", "250, 1000"})
    void attackAndReleaseReach63PercentInTheirTime(double attackMs, double releaseMs) {
        Rig rig = rig(2, values("threshold", -30, "ratio", 4, "knee", 0, "attack", attackMs, "release", releaseMs));
        rig.run(level(2, 1000, -50));
        double attack = attackMs * RATE / 1000;
        float[] on = rig.run(level(2, 4 * RATE, -10))[1];
        int reached = 0;
        while (db(on[reached]) > -10 - 15 * (1 - Math.exp(-1)) + 1e-4) {
            reached++;
        }
        assertThat(reached + 1.0).isCloseTo(attack, within(Math.max(1, 0.02 * attack)));
        double release = releaseMs * RATE / 1000;
        float[] off = rig.run(level(2, 4 * RATE, -50))[1];
        reached = 0;
        while (db(off[reached]) < -50 - 15 * Math.exp(-1) - 1e-4) {
            reached++;
        }
        assertThat(reached + 1.0).isCloseTo(release, within(Math.max(1, 0.02 * release)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatStaysBelowTheKneeIsLeftAsItIs(int channels) {
        float[][] quiet = Rig.noise(channels, 20_000, Math.pow(10, -21.1 / 20), 1);
        Rig rig = rig(channels, values("threshold", -18, "knee", 6));
        assertThat(rig.run(quiet)).isDeepEqualTo(quiet);
        assertThat(rig.effect.gainReductionDb()).isEqualTo(0.0);
        rig.run(Rig.noise(channels, 5000, 1.0, 2));
        rig.run(Rig.noise(channels, 3 * RATE, 0.01, 3));
        assertThat(rig.run(quiet)).isDeepEqualTo(quiet);
    }

    @Test
    void theMeterShowsTheDeepestReduction() {
        Rig rig = rig(2, values("threshold", -20, "ratio", 4, "knee", 0, "attack", 1));
        rig.run(level(2, 9600, 0));
        assertThat(rig.effect.gainReductionDb()).isCloseTo(-15, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, 5, 10})
    void lookaheadDelaysAndTurnsDownBeforehand(double milliseconds) {
        double[] values = values("lookahead", milliseconds, "attack", 0.05, "threshold", -20, "ratio", 100, "knee", 0);
        Rig rig = rig(2, values);
        int latency = (int) Math.rint(milliseconds * RATE / 1000);
        assertThat(rig.effect.latency()).isEqualTo(latency);
        float[][] out = rig.run(Rig.concat(level(2, 1000, -40), level(2, 2000, 0)));
        assertThat(out[0][999 + latency]).isLessThan(0.011f);
        // With time to look ahead, the step comes out turned down from its first frame.
        double first = db(out[0][1000 + latency]);
        assertThat(first).isCloseTo(milliseconds > 0 ? -20 : -6.7, within(1.0));
    }

    @Test
    void withoutMixTheSoundIsDryAndOnlyLate() {
        float[][] loud = Rig.noise(2, 5000, 1.0, 4);
        float[][] out = rig(2, values("mix", 0, "lookahead", 1, "makeup", 12)).run(loud);
        assertThat(Rig.slice(out, 48, 5000)).isDeepEqualTo(Rig.slice(loud, 0, 4952));
    }

    @Test
    void halfTheMixIsHalfwayBetweenDryAndWet() {
        double[] values = values("threshold", -20, "ratio", 4, "knee", 0, "mix", 50);
        double out = rig(1, values).run(level(1, RATE, 0))[0][RATE - 1];
        assertThat(out).isCloseTo(0.5 + 0.5 * Math.pow(10, -15 / 20.0), within(1e-3));
        assertThat(db(out)).isCloseTo(new CompressorCurve(values).outputDb(0), within(0.01));
    }

    @Test
    void linkedChannelsKeepTheirBalanceAndUnlinkedOnesDoNot() {
        float[][] uneven = {level(1, RATE, 0)[0], level(1, RATE, -30)[0]};
        for (double link : new double[] {100, 50, 0}) {
            Rig rig = rig(2, values("threshold", -20, "ratio", 4, "knee", 0, "link", link));
            float[][] out = rig.run(uneven);
            assertThat(db(out[0][RATE - 1])).isCloseTo(-15, within(0.05));
            assertThat(db(out[1][RATE - 1])).isCloseTo(-30 - 15 * link / 100, within(0.05));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2"})
    void aKeyTurnsDownWhatItIsNot(int channels, int keyChannels) {
        Rig rig = rig(channels, values("threshold", -20, "ratio", 4, "knee", 0));
        float[][] quiet = level(channels, RATE, -40);
        float[][] out = rig.run(quiet, level(keyChannels, RATE, 0), Rig.Cut.every(300));
        for (float[] row : out) {
            assertThat(db(row[RATE - 1])).isCloseTo(-55, within(0.05));
        }
        float[][] loud = level(channels, RATE, 0);
        float[][] untouched = rig(channels, values()).run(loud, level(keyChannels, RATE, -60), Rig.Cut.every(300));
        assertThat(untouched).isDeepEqualTo(loud);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "12", "24"})
    void theKeyCanLeaveTheBassOut(String slope) {
        double[] values = values(
                "threshold",
                -20,
                "ratio",
                4,
                "knee",
                0,
                "key.slope",
                slope,
                "key.freq",
                100,
                "release",
                150,
                "hold",
                20);
        Rig rig = rig(2, values);
        // An octave below, 12 dB an octave takes 12.3 dB away, 24 dB an octave 24.1 dB.
        float[][] out = rig.run(Rig.sine(2, 2 * RATE, 1.0, 50, RATE));
        double expected = slope.equals("off") ? 15 : Math.max(0, 0.75 * (20 - (slope.equals("12") ? 12.3 : 24.1)));
        assertThat(-db(Rig.peak(out, RATE, 2 * RATE))).isCloseTo(expected, within(0.1));
    }

    /// Two octaves above its corner, 12 dB an octave take 24.1 dB away, and 24 dB an octave 48.2 dB: all that there is
    /// above the threshold.
    @ParameterizedTest
    @ValueSource(strings = {"off", "12", "24"})
    void theKeyCanLeaveTheTrebleOut(String slope) {
        double[] values = values(
                "threshold", -40, "ratio", 4, "knee", 0, "key.high.slope", slope, "key.high.freq", 500, "release", 150);
        float[][] out = rig(2, values).run(Rig.sine(2, 2 * RATE, 1.0, 2000, RATE));
        double expected = slope.equals("off") ? 30 : Math.max(0, 0.75 * (40 - (slope.equals("12") ? 24.1 : 48.2)));
        assertThat(-db(Rig.peak(out, RATE, 2 * RATE))).isCloseTo(expected, within(0.15));
    }

    @Test
    void theKeyCanBeHeard() {
        float[][] key = Rig.sine(2, 4800, 0.5, 1000, RATE);
        float[][] out = rig(2, values("key.listen", 1)).run(level(2, 4800, -6), key, Rig.Cut.every(64));
        assertThat(out).isDeepEqualTo(key);
        // Of itself without low cut, one hears the input.
        assertThat(rig(2, values("key.listen", 1)).run(key)).isDeepEqualTo(key);
    }

    /// The root mean square of a sine is 3.01 dB below its crest.
    @Test
    void theRmsDetectorHearsPower() {
        double[] values = values(
                "detector", "rms", "detector.window", 100, "threshold", -20, "ratio", 4, "knee", 0, "release", 500);
        float[][] out = rig(2, values).run(Rig.sine(2, 2 * RATE, 1.0, 1000, RATE));
        double expected = -0.75 * (20 - 3.01);
        assertThat(db(Rig.peak(out, RATE, 2 * RATE))).isCloseTo(expected, within(0.05));
    }

    @Test
    void automaticMakeupKeepsTheLevelOfMusic() {
        double[] values = values("threshold", -30, "ratio", 3, "makeup.auto", 1);
        CompressorCurve curve = new CompressorCurve(values);
        assertThat(curve.outputDb(CompressorParams.AUTO_MAKEUP_LEVEL))
                .isCloseTo(CompressorParams.AUTO_MAKEUP_LEVEL, within(1e-9));
        float[] out = rig(1, values).run(level(1, RATE, -12))[0];
        assertThat(db(out[RATE - 1])).isCloseTo(-12, within(0.01));
    }

    @Test
    void theRangeBoundsTheReduction() {
        float[] out = rig(1, values("threshold", -60, "ratio", 20, "range", 6)).run(level(1, RATE, 0))[0];
        assertThat(db(out[RATE - 1])).isCloseTo(-6, within(0.01));
    }

    /// A gain that moves with the crests of a tone would add harmonics or an offset. Attack and release here are slow
    /// against the tone's 10 ms, but not by much.
    @Test
    void aSteadyToneGetsNeitherOffsetNorHarmonics() {
        double[] values = values("threshold", -20, "ratio", 4, "attack", 20, "release", 150);
        float[] out = rig(1, values).run(Rig.sine(1, 3 * RATE, 0.7, 100, RATE))[0];
        double offset = 0;
        double[] harmonics = new double[6];
        for (int h = 1; h <= 5; h++) {
            double re = 0;
            double im = 0;
            for (int i = RATE; i < 3 * RATE; i++) {
                re += out[i] * Math.cos(2 * Math.PI * 100 * h * i / RATE);
                im += out[i] * Math.sin(2 * Math.PI * 100 * h * i / RATE);
            }
            harmonics[h] = Math.hypot(re, im) / RATE;
        }
        for (int i = RATE; i < 3 * RATE; i++) {
            offset += out[i] / (2.0 * RATE);
        }
        assertThat(Math.abs(offset)).isLessThan(1e-5);
        for (int h = 2; h <= 5; h++) {
            assertThat(db(harmonics[h] / harmonics[1])).isLessThan(-80);
        }
    }
}
