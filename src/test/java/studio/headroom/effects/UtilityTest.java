package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtilityTest {
    private static final int RATE = 48_000;

    private static Rig rig(Object... idsAndPlain) {
        return new Rig(Utility.TYPE, RATE, 2, Rig.values(Utility.TYPE, idsAndPlain));
    }

    private static float[] frame(Rig rig, float left, float right) {
        float[][] out = rig.run(new float[][] {{left}, {right}});
        return new float[] {out[0][0], out[1][0]};
    }

    @Test
    void untouchedItIsBitExact() {
        float[][] input = Rig.lively(2, 5000, RATE, 1);
        assertThat(rig().run(input)).isDeepEqualTo(input);
    }

    @ParameterizedTest
    @CsvSource({
        "stereo, 0.5, 0.25",
        "mono, 0.375, 0.375",
        "left, 0.5, 0.5",
        "right, 0.25, 0.25",
        "swap, 0.25, 0.5",
        "side, 0.125, 0.125",
        "ms-encode, 0.375, 0.125",
        "ms-decode, 0.75, 0.25"
    })
    void modesRouteAsTheyAreCalled(String mode, float left, float right) {
        assertThat(frame(rig("channels", mode), 0.5f, 0.25f)).containsExactly(left, right);
    }

    @Test
    void decodingUndoesEncoding() {
        float[][] input = Rig.noise(2, 500, 0.5, 2);
        float[][] output =
                rig("channels", "ms-decode").run(rig("channels", "ms-encode").run(input));
        for (int i = 0; i < 500; i++) {
            assertThat(output[0][i]).isEqualTo(input[0][i], within(1e-7f));
            assertThat(output[1][i]).isEqualTo(input[1][i], within(1e-7f));
        }
    }

    @Test
    void gainPolarityBalanceAndWidthDoTheirSums() {
        assertThat(frame(rig("gain", -6.0), 0.5f, 0.5f)[0]).isEqualTo((float) (0.5 * Math.pow(10, -0.3)));
        assertThat(frame(rig("mute", "on"), 0.5f, 0.5f)).containsExactly(0f, 0f);
        assertThat(frame(rig("polarity.left", "on"), 0.5f, 0.25f)).containsExactly(-0.5f, 0.25f);
        assertThat(frame(rig("polarity.right", "on"), 0.5f, 0.25f)).containsExactly(0.5f, -0.25f);
        assertThat(frame(rig("balance", -100), 0.5f, 0.25f)[1]).isEqualTo(0f, within(1e-15f));
        assertThat(frame(rig("balance", 50), 0.5f, 0.25f)[1]).isEqualTo(0.25f);
        assertThat(frame(rig("width", 0), 0.5f, 0.25f)).containsExactly(0.375f, 0.375f);
        assertThat(frame(rig("width", 200), 0.5f, 0.25f)).containsExactly(0.625f, 0.125f);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void theDelayIsExactToTheSampleAndNoLatency(int rate) {
        double[] values = Rig.values(Utility.TYPE, "delay", 10.0, "delay.samples", 7);
        Rig rig = new Rig(Utility.TYPE, rate, 1, values);
        float[][] input = Rig.noise(1, rate / 20, 0.5, 3);
        float[][] output = rig.run(input);
        int late = rate / 100 + 7;
        assertThat(Rig.slice(output, late, rate / 20)[0]).isEqualTo(Rig.slice(input, 0, rate / 20 - late)[0]);
        assertThat(rig.effect.latency()).isZero();
    }

    /// Level of both outputs for a sine on the left only, or of mid, once settled.
    private static double level(double[] values, double hertz, boolean leftOnly, boolean ofSide) {
        Rig rig = new Rig(Utility.TYPE, RATE, 2, values);
        float[][] input = Rig.sine(2, RATE, 0.5, hertz, RATE);
        if (leftOnly) {
            input[1] = new float[RATE];
        }
        float[][] output = rig.run(input);
        float[] measured = new float[RATE / 2];
        for (int i = 0; i < measured.length; i++) {
            float l = output[0][RATE / 2 + i];
            float r = output[1][RATE / 2 + i];
            measured[i] = 0.5f * (ofSide ? l - r : l + r);
        }
        return 20 * Math.log10(Rig.rms(measured) / (0.5 * Math.sqrt(0.5)) * (leftOnly ? 2 : 1));
    }

    @Test
    void monoBassLeavesTheMonoSumFlatAndTakesTheSideAwayBelow() {
        double[] values = Rig.values(Utility.TYPE, "bass.mono", "on", "bass.freq", 120);
        for (double hertz : new double[] {20, 60, 100, 120, 150, 300, 1000, 12_000}) {
            assertThat(level(values, hertz, false, false))
                    .as("mono at %s Hz", hertz)
                    .isEqualTo(0.0, within(0.01));
        }
        assertThat(level(values, 120, true, true)).isEqualTo(-6.02, within(0.05));
        // Fourth order: 24 dB per octave below.
        assertThat(level(values, 30, true, true)).isLessThan(-47);
        assertThat(level(values, 1000, true, true)).isEqualTo(0.0, within(0.02));
    }

    @Test
    void whatIsPannedHardNeverCrossesOver() {
        double[] values = Rig.values(Utility.TYPE, "bass.mono", "on", "bass.freq", 120);
        for (double hertz : new double[] {30, 80, 120, 200, 500}) {
            float[][] input = Rig.sine(2, RATE, 0.5, hertz, RATE);
            input[1] = new float[RATE];
            float[][] output = Rig.slice(new Rig(Utility.TYPE, RATE, 2, values).run(input), RATE / 2, RATE);
            assertThat(Rig.rms(output[0])).as("left at %s Hz", hertz).isGreaterThan(Rig.rms(output[1]));
        }
    }

    @Test
    void theDcFilterTakesAwayTheOffsetAndLeavesTheBass() {
        float[][] input = Rig.sine(1, 2 * RATE, 0.25, 40, RATE);
        for (int i = 0; i < input[0].length; i++) {
            input[0][i] += 0.5f;
        }
        float[][] output = new Rig(Utility.TYPE, RATE, 1, Rig.values(Utility.TYPE, "dc", "on")).run(input);
        float[] settled = Rig.slice(output, RATE, 2 * RATE)[0];
        double mean = 0;
        for (float x : settled) {
            mean += x / settled.length;
        }
        assertThat(mean).isEqualTo(0.0, within(1e-6));
        // A first-order filter at 5 Hz loses 0.07 dB at 40 Hz.
        assertThat(20 * Math.log10(Rig.rms(settled) / (0.25 * Math.sqrt(0.5)))).isEqualTo(-0.067, within(0.01));
    }
}
