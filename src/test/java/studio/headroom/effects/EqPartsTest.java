package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.dsp.filter.Placement;

/// What each part of the sound goes through, where bands of an equalizer are on one part alone.
class EqPartsTest {
    private static final int RATE = 48_000;

    /// One band on all of it, one on each part of a pair.
    private static double[] values(String one, String other) {
        return Rig.values(
                Eq.TYPE,
                "band3.freq",
                250,
                "band3.gain",
                2,
                "band4.freq",
                1000,
                "band4.gain",
                -6,
                "band4.place",
                one,
                "band6.freq",
                4000,
                "band6.gain",
                5,
                "band6.place",
                other,
                "gain",
                1);
    }

    /// The response that is measured of a sound that is that part and nothing else. The impulse response has ended
    /// after a second.
    private static double measuredDb(double[] values, Placement part, double hz) {
        float[][] impulse = new float[2][RATE];
        impulse[0][0] = part == Placement.RIGHT ? 0 : 1;
        impulse[1][0] = part == Placement.LEFT ? 0 : part == Placement.SIDE ? -1 : 1;
        return powerDb(new Rig(Eq.TYPE, RATE, 2, values).run(impulse)[part == Placement.RIGHT ? 1 : 0], hz);
    }

    private static double powerDb(float[] response, double hz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < response.length; i++) {
            re += response[i] * Math.cos(2 * Math.PI * hz * i / RATE);
            im -= response[i] * Math.sin(2 * Math.PI * hz * i / RATE);
        }
        return 10 * Math.log10(re * re + im * im);
    }

    @ParameterizedTest
    @EnumSource(
            value = Placement.class,
            names = {"MID", "SIDE", "LEFT", "RIGHT"})
    void eachPartComesOutWithTheResponseOfItsCurve(Placement part) {
        boolean middle = part == Placement.MID || part == Placement.SIDE;
        double[] values = middle ? values("mid", "side") : values("left", "right");
        EqCurve curve = new EqCurve(values, RATE);
        for (double hz : new double[] {100, 250, 1000, 2000, 4000, 12_000}) {
            assertThat(curve.responseDb(part, hz)).isCloseTo(measuredDb(values, part, hz), within(0.01));
        }
    }

    /// A mono sound's left is all of it: the automatic gain takes back what is heard, and the curve knows.
    @ParameterizedTest
    @CsvSource({"stereo, 1", "mid, 1", "left, 1", "right, 1", "side, 0"})
    void theAutomaticGainOfAMonoSoundCountsEachBandAsItIsHeard(String place, double counts) {
        Object[] band = {"band4.type", "high-shelf", "band4.freq", 20, "band4.gain", 6, "gain.auto", 1};
        double[] values = Arrays.copyOf(Rig.values(Eq.TYPE, band), Eq.PARAMS.size());
        values[Eq.PARAMS.indexOf("band4.place")] =
                Rig.values(Eq.TYPE, "band4.place", place)[Eq.PARAMS.indexOf("band4.place")];
        EqCurve curve = new EqCurve(values, RATE, 1);
        assertThat(curve.gainDb()).isCloseTo(-6 * counts, within(0.1));
        float[][] impulse = new float[1][RATE];
        impulse[0][0] = 1;
        float[] response = new Rig(Eq.TYPE, RATE, 1, values).run(impulse)[0];
        assertThat(powerDb(response, 1000)).isCloseTo(curve.responseDb(1000), within(0.01));
        assertThat(powerDb(response, 1000)).isCloseTo(0, within(0.1));
    }

    /// A mono sound has no sides, and is its own middle, left and right.
    @ParameterizedTest
    @CsvSource({"mid, side", "left, right"})
    void aMonoSoundGoesThroughOneCurve(String one, String other) {
        double[] values = values(one, other);
        EqCurve curve = new EqCurve(values, RATE, 1);
        assertThat(curve.parts()).containsExactly(Placement.STEREO);
        float[][] impulse = new float[1][RATE];
        impulse[0][0] = 1;
        float[] response = new Rig(Eq.TYPE, RATE, 1, values).run(impulse)[0];
        for (double hz : new double[] {100, 250, 1000, 2000, 4000, 12_000}) {
            assertThat(curve.responseDb(Placement.STEREO, hz)).isCloseTo(powerDb(response, hz), within(0.01));
            assertThat(curve.responseDb(hz)).isCloseTo(curve.responseDb(Placement.STEREO, hz), within(1e-9));
        }
    }

    @Test
    void aCutOnTheSidesLeavesTheMiddleAlone() {
        EqCurve curve = new EqCurve(Rig.values(Eq.TYPE, "band4.gain", -6, "band4.place", "side"), RATE);
        assertThat(curve.parts()).containsExactly(Placement.MID, Placement.SIDE);
        for (double hz = 20; hz < 20_000; hz *= 1.1) {
            assertThat(curve.responseDb(Placement.MID, hz)).isZero();
            assertThat(curve.responseDb(Placement.SIDE, hz)).isEqualTo(curve.bandDb(3, hz));
        }
    }

    @Test
    void partsAreToldApartOnlyWhereABandDoesSomethingToOne() {
        assertThat(new EqCurve(Rig.initial(Eq.TYPE), RATE).parts()).containsExactly(Placement.STEREO);
        assertThat(new EqCurve(Rig.values(Eq.TYPE, "band4.gain", 3), RATE).parts())
                .containsExactly(Placement.STEREO);
        assertThat(new EqCurve(Rig.values(Eq.TYPE, "band4.place", "side"), RATE).parts())
                .as("a band that is flat")
                .containsExactly(Placement.STEREO);
        assertThat(new EqCurve(Rig.values(Eq.TYPE, "band4.place", "side", "band4.dyn.on", 1), RATE).parts())
                .as("a band that moves with the sound")
                .containsExactly(Placement.MID, Placement.SIDE);
        assertThat(new EqCurve(values("side", "left"), RATE).parts())
                .containsExactly(Placement.MID, Placement.SIDE, Placement.LEFT, Placement.RIGHT);
    }
}
