package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.dsp.dynamics.CompressionCurve;
import studio.headroom.dsp.dynamics.SoftExpansion;

/// What a band does, and how many there are.
class MultibandModesTest {
    private static final int RATE = 48_000;

    private static Rig rig(int rate, int channels, Object... idsAndPlain) {
        return new Rig(Multiband.TYPE, rate, channels, Rig.values(Multiband.TYPE, idsAndPlain));
    }

    private static double db(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    /// A tone far inside the lowest band, whose reduction shows in what comes out. 0.01 dB: the tone itself loses 3e-5
    /// of its power to the neighbor.
    @ParameterizedTest
    @CsvSource({"compress, 4", "compress, 1.5", "limit, 2", "expand, 2", "expand, 1.3"})
    void aSteadyToneMeetsTheCurveOfItsMode(String mode, double ratio) {
        for (double knee : new double[] {0, 8}) {
            for (double level = -42; level <= -2; level += 4.3) {
                Rig rig = rig(
                        RATE,
                        1,
                        "bands",
                        "2",
                        "crossover1.freq",
                        8000,
                        "band1.mode",
                        mode,
                        "band1.ratio",
                        ratio,
                        "band1.threshold",
                        -20,
                        "band1.range",
                        30,
                        "band1.attack",
                        0.05,
                        "band1.release",
                        5000,
                        "band2.threshold",
                        0,
                        "knee",
                        knee);
                float[] out = rig.run(Rig.sine(1, RATE, Math.pow(10, level / 20), 500, RATE))[0];
                double expected =
                        switch (mode) {
                            case "expand" -> new SoftExpansion(-20, ratio, knee, 30).outputDb(level);
                            case "limit" -> new CompressionCurve(-20, 1e9, knee, 30).outputDb(level);
                            default -> new CompressionCurve(-20, ratio, knee, 30).outputDb(level);
                        };
                double peak = Rig.peak(new float[][] {out}, RATE / 2, RATE);
                assertThat(db(peak)).as("knee %s, %s dB", knee, level).isCloseTo(expected, within(0.01));
                double taken = mode.equals("expand") || expected < level - 0.02 ? level - expected : 0;
                assertThat(-rig.effect.bandGainDb(0)).isCloseTo(taken, within(0.03));
                assertThat(rig.effect.bandGainDb(1)).isZero();
            }
        }
    }

    /// With six bands, at all rates, to 20 kHz.
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 176_400, 192_000})
    void sixBandsThatAreLeftAloneAddUpFlat(int rate) {
        float[][] impulse = Rig.silence(1, rate);
        impulse[0][0] = 0.01f;
        float[] out = rig(rate, 1, "bands", "6", "crossover1.freq", 60, "crossover2.freq", 250)
                .run(impulse)[0];
        for (double hz = 20; hz < 20_000; hz *= 1.31) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < rate; i++) {
                re += out[i] * Math.cos(2 * Math.PI * hz * i / rate);
                im += out[i] * Math.sin(2 * Math.PI * hz * i / rate);
            }
            assertThat(db(Math.hypot(re, im) / 0.01)).as("%s Hz", hz).isCloseTo(0, within(0.01));
        }
    }

    /// A band above a crossover that stands below the one before it is empty; the rest is whole.
    @Test
    void crossoversNeverPassEachOther() {
        float[][] noise = Rig.noise(1, RATE, 0.1, 3);
        float[] a = rig(RATE, 1, "bands", "6", "crossover2.freq", 3000, "crossover3.freq", 500)
                .run(noise)[0];
        float[] b = rig(RATE, 1, "bands", "6", "crossover2.freq", 3000, "crossover3.freq", 3000)
                .run(noise)[0];
        assertThat(a).isEqualTo(b);
    }

    /// The highest of six bands is made louder: what is there is, what is in the other bands is not.
    @Test
    void theSixthBandIsWhatLiesAboveTheFifthCrossover() {
        Object[] louder = {
            "bands",
            "6",
            "crossover3.freq",
            1800,
            "crossover4.freq",
            2000,
            "crossover5.freq",
            4000,
            "band6.gain",
            6,
            "band6.threshold",
            0
        };
        for (double hz : new double[] {500, 15_000}) {
            float[][] tone = Rig.sine(1, RATE, 0.01, hz, RATE);
            double level = db(Rig.peak(rig(RATE, 1, louder).run(tone), RATE / 2, RATE) / 0.01);
            assertThat(level).as("%s Hz", hz).isCloseTo(hz > 4000 ? 6 : 0, within(0.2));
        }
    }

    /// Loud sound, then a soft one: what lies below the threshold is turned down by the range at most, in the time of
    /// the release; and opens again in that of the attack.
    @Test
    void anExpandingBandClosesInItsReleaseAndOpensInItsAttack() {
        Rig rig = rig(
                RATE,
                1,
                "bands",
                "2",
                "crossover1.freq",
                8000,
                "band1.mode",
                "expand",
                "band1.ratio",
                2,
                "band1.threshold",
                -30,
                "band1.range",
                6,
                "band1.attack",
                40,
                "band1.release",
                200,
                "band2.threshold",
                0,
                "knee",
                0);
        rig.run(Rig.sine(1, RATE, 0.3, 1000, RATE));
        assertThat(rig.effect.bandGainDb(0)).isCloseTo(0, within(1e-3));
        rig.run(Rig.sine(1, (int) (0.010 * RATE) + RATE / 5, 0.003, 1000, RATE), Rig.Cut.every(1));
        assertThat(rig.effect.bandGainDb(0)).isCloseTo(-6 * (1 - Math.exp(-1)), within(0.1));
        rig.run(Rig.sine(1, RATE, 0.003, 1000, RATE));
        assertThat(rig.effect.bandGainDb(0)).isCloseTo(-6, within(0.05));
        rig.run(Rig.sine(1, (int) (0.040 * RATE), 0.3, 1000, RATE), Rig.Cut.every(1));
        assertThat(rig.effect.bandGainDb(0)).isCloseTo(-6 * Math.exp(-1), within(0.1));
    }

    static Stream<String[]> changes() {
        String[] modes = {"compress", "expand", "limit"};
        return Stream.of(modes)
                .flatMap(a -> Stream.of(modes).filter(b -> !b.equals(a)).map(b -> new String[] {a, b}));
    }

    /// The reduction of a steady tone goes from one mode's to the other's without a step: 20 ms are 15 sub-blocks, and
    /// no frame may differ from the next by more than a hundredth of the whole way.
    @ParameterizedTest
    @MethodSource("changes")
    void aBandFadesFromOneModeToAnother(String from, String to) {
        int rate = RATE;
        // Above the threshold a compressor works, and nearly to the expander's.
        Object[] settings = {
            "bands",
            "2",
            "crossover1.freq",
            8000,
            "band1.threshold",
            -20,
            "band1.ratio",
            1.5,
            "knee",
            24,
            "band1.attack",
            0.05,
            "band1.mode",
            from,
            "band2.threshold",
            0
        };
        float[][] steady = Rig.silence(1, rate);
        java.util.Arrays.fill(steady[0], 0.2f);
        Rig rig = rig(rate, 1, settings);
        float[] before = rig.run(steady)[0];
        rig.set(
                "band1.mode",
                Multiband.TYPE.params().get(MultibandParams.mode(0)).parse(to));
        float[] after = rig.run(steady)[0];
        double way = Math.abs(after[rate - 1] - before[rate - 1]);
        assertThat(way).isGreaterThan(0.002);
        for (int i = 0; i < rate; i++) {
            double step = after[i] - (i == 0 ? before[rate - 1] : after[i - 1]);
            assertThat(Math.abs(step)).as("frame %s", i).isLessThan(0.01 * way + 1e-6);
        }
    }
}
