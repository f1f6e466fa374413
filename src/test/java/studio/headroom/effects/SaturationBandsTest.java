package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaturationBandsTest {
    private static final int RATE = 48_000;

    private static Rig rig(int channels, Object... idsAndPlain) {
        return new Rig(Saturation.TYPE, RATE, channels, Rig.values(Saturation.TYPE, idsAndPlain));
    }

    /// Amplitude of a multiple of a tone in the second half of a second.
    private static double amplitude(float[] x, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = RATE / 2; i < RATE; i++) {
            re += x[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
            im += x[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        return Math.hypot(re, im) * 4 / RATE;
    }

    @ParameterizedTest
    @CsvSource({"2, 100", "2, 200", "2, 300", "3, 200", "3, 700", "3, 2600", "3, 3000", "3, 9000"})
    void bandsThatAreNotBentAddUpFlat(String bands, double hertz) {
        float[][] output = rig(1, "bands", bands, "mix", 0, "drive", 20).run(Rig.sine(1, RATE, 0.5, hertz, RATE));
        assertThat(20 * Math.log10(amplitude(output[0], hertz) / 0.5)).isEqualTo(0, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"1, 50, 3000", "2, 800, 3000", "3, 6000, 1500"})
    void onlyTheBandThatIsDrivenIsBent(int driven, double hertz, double crossover) {
        Object[] values = {
            "bands",
            "3",
            "crossover2.freq",
            crossover,
            "curve",
            "soft",
            "drive",
            12,
            "band1.mix",
            0,
            "band2.mix",
            0,
            "band3.mix",
            0
        };
        float[][] clean = rig(1, values).run(Rig.sine(1, RATE, 0.5, hertz, RATE));
        values[6 + 2 * driven + 1] = 100;
        float[][] bent = rig(1, values).run(Rig.sine(1, RATE, 0.5, hertz, RATE));
        float[][] whole = rig(1, "curve", "soft", "drive", 12).run(Rig.sine(1, RATE, 0.5, hertz, RATE));
        assertThat(20 * Math.log10(amplitude(clean[0], 3 * hertz))).isLessThan(-110);
        double third = 20 * Math.log10(amplitude(bent[0], 3 * hertz) / amplitude(bent[0], hertz));
        double expected = 20 * Math.log10(amplitude(whole[0], 3 * hertz) / amplitude(whole[0], hertz));
        // The tones lie two octaves inside their bands, where all but some thousandths are.
        assertThat(third).isEqualTo(expected, within(0.6));
    }

    /// A band's drive is added to that of all: 12 + 0 is 4 + 8.
    @Test
    void theDriveOfABandIsAddedToThatOfAll() {
        float[][] input = Rig.lively(1, 12_000, RATE, 1);
        float[][] one = rig(1, "bands", "3", "drive", 12).run(input);
        float[][] other = rig(1, "bands", "3", "drive", 4, "band1.drive", 8, "band2.drive", 8, "band3.drive", 8)
                .run(input);
        assertThat(other).isDeepEqualTo(one);
    }

    /// Crossovers turn phases, so the part that is left alone passes them as well.
    @ParameterizedTest
    @ValueSource(strings = {"mid", "side", "left", "right"})
    void aPartIsBentAndTheOtherStaysInPhase(String part) {
        float[][] input = Rig.lively(2, 12_000, RATE, 2);
        float[][] output = rig(2, "bands", "3", "drive", 18, "channels", part).run(input);
        float[][] plain = rig(2, "bands", "3", "drive", 18, "mix", 0).run(input);
        for (int i = 0; i < 12_000; i++) {
            float rest =
                    switch (part) {
                        case "mid" -> output[0][i] - output[1][i] - (plain[0][i] - plain[1][i]);
                        case "side" -> output[0][i] + output[1][i] - (plain[0][i] + plain[1][i]);
                        case "left" -> output[1][i] - plain[1][i];
                        default -> output[0][i] - plain[0][i];
                    };
            // Sums and differences of 32-bit floats are rounded in each band.
            assertThat(rest).as("frame %s", i).isEqualTo(0, within(2e-6f));
        }
        assertThat(output).isNotEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tape", "tape-hysteresis"})
    void bandsLeaveNoDirectCurrent(String curve) {
        float[][] output = rig(1, "bands", "2", "curve", curve, "drive", 24, "bias", 100)
                .run(Rig.sine(1, 3 * RATE, 0.5, 200, RATE));
        double mean = 0;
        for (int i = 2 * RATE; i < 3 * RATE; i++) {
            mean += output[0][i] / RATE;
        }
        assertThat(mean).isEqualTo(0.0, within(1e-5));
    }
}
