package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the equalizer has beyond fixed bands: dynamic ones, listening, automatic gain.
class EqDynamicsTest {
    private static final int RATE = 48_000;

    private static double[] values(Object... idsAndPlain) {
        return Rig.values(Eq.TYPE, idsAndPlain);
    }

    private static Rig rig(int channels, double[] values) {
        return new Rig(Eq.TYPE, RATE, channels, values);
    }

    private static double gainDb(Rig rig, double inDb, double hertz) {
        double peak = Math.pow(10, inDb / 20);
        float[][] out = rig.run(Rig.sine(rig.channels, 2 * RATE, peak, hertz, RATE));
        return 20 * Math.log10(Rig.peak(out, RATE, 2 * RATE)) - inDb;
    }

    /// Two thirds of a dB for each dB over the threshold, a knee of 6 dB, as far as the range; detectors between two
    /// crests and peaks between two samples cost some hundredths.
    @ParameterizedTest
    @CsvSource({"-12, -40, 0", "-12, -30, -0.5", "-12, -21, -6", "-12, 0, -12", "6, -40, 0", "6, -24, 4", "6, 0, 6"})
    void aDynamicBandFollowsItsCurve(double range, double in, double expected) {
        double[] values = values(
                "band4.freq",
                1000,
                "band4.dyn.on",
                1,
                "band4.dyn.range",
                range,
                "band4.dyn.threshold",
                -30,
                "band4.dyn.attack",
                20,
                "band4.dyn.release",
                400,
                "band4.q",
                2);
        assertThat(gainDb(rig(2, values), in, 1000)).isCloseTo(expected, within(0.1));
        Rig rig = rig(1, values);
        assertThat(gainDb(rig, in, 1000)).isCloseTo(expected, within(0.1));
        assertThat(rig.effect.gainReductionDb()).isCloseTo(Math.min(0, expected), within(0.1));
        assertThat(rig.effect.bandGainDb(3)).isCloseTo(expected, within(0.1));
        assertThat(rig.effect.bandGainDb(4)).isZero();
        EqCurve curve = new EqCurve(values, RATE);
        assertThat(curve.movedDb(3, 1000, expected)).isCloseTo(expected, within(1e-6));
        assertThat(curve.movedDb(3, 1000, range)).isEqualTo(curve.rangeDb(3, 1000));
    }

    @ParameterizedTest
    @CsvSource({"20, 4", "62.5, 4", "250, 2", "1000, 1", "4000, 0.5", "16000, 0.25", "30000, 0.25"})
    void timesFollowTheFrequencyIfWanted(double hertz, double factor) {
        assertThat(EqDynamics.times(hertz, 1)).isEqualTo(factor, within(1e-12));
        assertThat(EqDynamics.times(hertz, 0.5)).isEqualTo(Math.sqrt(factor), within(1e-12));
        assertThat(EqDynamics.times(hertz, 0)).isEqualTo(1);
    }

    /// With the switch a band sounds as one without it whose times were set to what the law says, bit for bit.
    @ParameterizedTest
    @CsvSource({"250, 40, 600", "1000, 20, 300", "4000, 10, 150"})
    void theTimesOfABandAreThoseOfTheLaw(double hertz, double attack, double release) {
        float[][] input = Rig.lively(2, RATE, RATE, 3);
        Object[] band = {"band4.freq", hertz, "band4.dyn.on", 1, "band4.dyn.threshold", -50, "band4.dyn.range", -12};
        double[] scaled = values(band);
        scaled[Eq.PARAMS.indexOf("band4.dyn.attack")] = 20;
        scaled[Eq.PARAMS.indexOf("band4.dyn.release")] = 300;
        double[] plain = scaled.clone();
        scaled[Eq.PARAMS.indexOf("dyn.auto")] = 1;
        float[][] output = rig(2, scaled).run(input);
        double[] set = plain.clone();
        set[Eq.PARAMS.indexOf("band4.dyn.attack")] = attack;
        set[Eq.PARAMS.indexOf("band4.dyn.release")] = release;
        assertThat(output).isDeepEqualTo(rig(2, set).run(input));
        if (hertz != 1000) {
            assertThat(output).isNotEqualTo(rig(2, plain).run(input));
        }
    }

    /// Far from the band's frequency it hears nothing and does nothing.
    @Test
    void itListensToItsBandAlone() {
        double[] values = values("band4.freq", 1000, "band4.dyn.on", 1, "band4.q", 4, "band4.dyn.threshold", -20);
        float[][] low = Rig.sine(2, RATE, 0.9, 50, RATE);
        assertThat(rig(2, values).run(low)).isDeepEqualTo(low);
    }

    @Test
    void theGainOfTheFixedBandComesOnTop() {
        double[] values = values("band4.freq", 1000, "band4.gain", 4, "band4.dyn.on", 1, "band4.dyn.range", -9);
        assertThat(gainDb(rig(1, values), -60, 1000)).isCloseTo(4, within(0.05));
        assertThat(gainDb(rig(1, values), -6, 1000)).isCloseTo(-5, within(0.1));
    }

    /// A dynamic band at full range against a fixed one of that gain, by its published curve; half a dB is what shapes
    /// bent below Nyquist and shelves of another steepness differ by.
    @ParameterizedTest
    @CsvSource({"bell, 1000, -12", "bell, 3000, 6", "low-shelf, 200, -9", "high-shelf, 4000, -9", "high-shelf, 2000, 6"
    })
    void atFullRangeItIsAsWideAsAFixedBand(String type, double hertz, double range) {
        double[] moving = values("band3.type", type, "band3.freq", hertz, "band3.dyn.on", 1, "band3.dyn.range", range);
        EqCurve dynamic = new EqCurve(moving, RATE);
        EqCurve fixed = new EqCurve(values("band3.type", type, "band3.freq", hertz, "band3.gain", range), RATE);
        for (double hz = 20; hz < 12_000; hz *= 1.25) {
            assertThat(dynamic.rangeDb(2, hz)).as("%s Hz", hz).isCloseTo(fixed.bandDb(2, hz), within(0.5));
        }
        assertThat(dynamic.rangeDb(1, hertz)).isEqualTo(0.0);
    }

    @ParameterizedTest
    @CsvSource({
        "mid, 1, 1, -6, -6",
        "side, 1, 1, 0, 0",
        "side, 1, -1, -6, -6",
        "left, 1, 1, -6, 0",
        "right, 1, 1, 0, -6"
    })
    void itActsWhereItIsPlaced(String place, double left, double right, double leftDb, double rightDb) {
        double[] values = values("band4.freq", 1000, "band4.dyn.on", 1, "band4.dyn.range", -6, "band4.place", place);
        float[][] sine = Rig.sine(1, 2 * RATE, 0.5, 1000, RATE);
        float[][] in = new float[2][2 * RATE];
        for (int i = 0; i < 2 * RATE; i++) {
            in[0][i] = (float) (left * sine[0][i]);
            in[1][i] = (float) (right * sine[0][i]);
        }
        float[][] out = rig(2, values).run(in);
        double[] expected = {leftDb, rightDb};
        for (int c = 0; c < 2; c++) {
            double db = 20 * Math.log10(Rig.peak(new float[][] {out[c]}, RATE, 2 * RATE) / 0.5);
            assertThat(db).isCloseTo(expected[c], within(0.1));
        }
    }

    /// What a channel sounded like before the band went elsewhere is no part of what is heard when it comes back: a
    /// narrow bell in the bass would ring on from then.
    @ParameterizedTest
    @ValueSource(strings = {"left", "mid", "side"})
    void aBandThatComesBackToAChannelKnowsNothingOfItsPast(String place) {
        Rig rig = rig(2, ringing("stereo"));
        rig.run(Rig.sine(2, RATE, 0.5, 50, RATE));
        rig.set("band4.place", ringing(place)[Eq.PARAMS.indexOf("band4.place")]);
        float[][] left = {Rig.sine(1, RATE, 0.5, 50, RATE)[0], new float[RATE]};
        rig.run(left);
        rig.set("band4.place", 0);
        // By way of doing nothing, within 20 ms.
        float[][] out = Rig.slice(rig.run(left), RATE / 20, RATE);
        assertThat(Rig.peak(new float[][] {out[1]}, 0, out[1].length)).isZero();
        assertThat(Rig.peak(new float[][] {out[0]}, 0, out[0].length)).isGreaterThan(1);
    }

    /// 12 dB come and go in 430 frames: corners of 0.5 · ln(4) / 430 = 0.0016 where they begin and end, no steps.
    @ParameterizedTest
    @ValueSource(strings = {"left", "right", "mid", "side"})
    void goingElsewhereAndBackDoesNotClick(String place) {
        Rig rig = rig(2, ringing("stereo"));
        float[][] in = Rig.sine(2, 3 * RATE, 0.5, 50, RATE);
        for (int i = 0; i < in[1].length; i++) {
            in[1][i] *= 0.7f;
        }
        float[][] out = rig.run(Rig.slice(in, 0, RATE));
        rig.set("band4.place", ringing(place)[Eq.PARAMS.indexOf("band4.place")]);
        out = Rig.concat(out, rig.run(Rig.slice(in, RATE, 2 * RATE)));
        rig.set("band4.place", 0);
        out = Rig.concat(out, rig.run(Rig.slice(in, 2 * RATE, 3 * RATE)));
        for (float[] row : out) {
            for (int i = RATE / 2; i < row.length; i++) {
                assertThat(Math.abs(row[i] - 2.0 * row[i - 1] + row[i - 2]))
                        .as("frame %s", i)
                        .isLessThan(0.002);
            }
        }
    }

    private static double[] ringing(String place) {
        return values(
                "band4.freq",
                50,
                "band4.q",
                20,
                "band4.dyn.on",
                1,
                "band4.dyn.range",
                12,
                "band4.dyn.threshold",
                -50,
                "band4.place",
                place);
    }

    @Test
    void onlyDynamicBandsMakeItNonlinear() {
        assertThat(Eq.TYPE.isLinear(values("band1.gain", 9))).isTrue();
        assertThat(Eq.TYPE.isLinear(values("band8.dyn.on", 1))).isFalse();
    }

    @Test
    void aBandCanBeHeardAlone() {
        double[] values = values("band4.freq", 1000, "band4.q", 2, "band4.listen", 1);
        assertThat(gainDb(rig(2, values), -20, 1000)).isCloseTo(0, within(0.05));
        assertThat(gainDb(rig(2, values), -20, 60)).isLessThan(-25);
        double[] shelf = values("band1.freq", 200, "band1.listen", 1);
        assertThat(gainDb(rig(2, shelf), -20, 40)).isCloseTo(0, within(0.1));
        assertThat(gainDb(rig(2, shelf), -20, 2000)).isLessThan(-35);
        Rig rig = rig(2, values);
        rig.run(Rig.noise(2, RATE, 0.5, 1));
        rig.set("band4.listen", 0);
        rig.run(Rig.noise(2, RATE, 0.5, 2));
        float[][] noise = Rig.noise(2, RATE, 0.5, 3);
        assertThat(rig.run(noise)).isDeepEqualTo(noise);
    }

    /// A gain for all frequencies is taken back wholly; and the curve tells what the sound gets.
    @ParameterizedTest
    @ValueSource(doubles = {-12, 6, 12})
    void theAutomaticGainTakesBackWhatTheBandsAdd(double gain) {
        double[] all = values("band1.type", "high-shelf", "band1.freq", 10, "band1.gain", gain, "gain.auto", 1);
        assertThat(gainDb(rig(1, all), -30, 1000)).isCloseTo(0, within(0.1));
        double[] some = values("band4.gain", gain, "gain.auto", 1, "gain", 1);
        EqCurve curve = new EqCurve(some, RATE);
        assertThat(gain * (curve.gainDb() - 1)).isNegative();
        assertThat(Math.abs(curve.gainDb() - 1)).isBetween(0.3, Math.abs(gain));
        assertThat(gainDb(rig(1, some), -30, 1000)).isCloseTo(curve.responseDb(1000), within(0.02));
    }
}
