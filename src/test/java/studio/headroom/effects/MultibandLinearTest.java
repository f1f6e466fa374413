package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The multiband compressor with crossovers of linear phase.
class MultibandLinearTest {
    private static final int RATE = 48_000;

    private static Rig rig(int rate, Object... idsAndPlain) {
        Object[] all = Arrays.copyOf(idsAndPlain, idsAndPlain.length + 2);
        all[idsAndPlain.length] = "phase";
        all[idsAndPlain.length + 1] = "linear";
        return new Rig(Multiband.TYPE, rate, 2, Rig.values(Multiband.TYPE, all));
    }

    /// The greatest difference between what came out and the input as late as the effect says, from a frame on.
    private static double away(float[][] in, float[][] out, int late, int from) {
        double worst = 0;
        for (int c = 0; c < in.length; c++) {
            for (int i = Math.max(from, late); i < out[c].length; i++) {
                worst = Math.max(worst, Math.abs(out[c][i] - in[c][i - late]));
            }
        }
        return worst;
    }

    /// Noise of -40 dBFS lies below all thresholds.
    @ParameterizedTest
    @CsvSource({"44100, 4, 4096", "48000, 6, 4096", "96000, 6, 8192", "192000, 3, 16384"})
    void whatIsLeftAloneIsTheInputLater(int rate, String bands, int late) {
        Rig rig = rig(rate, "bands", bands);
        assertThat(rig.effect.latency()).isEqualTo(late);
        float[][] in = Rig.noise(2, late + rate / 4, 0.01, 1);
        double worst = away(in, rig.run(in), late, 0);
        assertThat(20 * Math.log10(worst / 0.01)).isLessThan(-120);
    }

    /// A start after crossovers have moved, and moves from then on, give the same in blocks of any size.
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 100, 441, 1024, 4096})
    void aStartAfterMovesDoesNotDependOnTheCut(int block) {
        assertThat(startAfterMoves(Rig.Cut.every(block))).isDeepEqualTo(startAfterMoves(Rig.Cut.every(512)));
    }

    private static float[][] startAfterMoves(Rig.Cut cut) {
        Rig rig = rig(RATE, "bands", "6");
        float[][] in = Rig.lively(2, 12_000, RATE, 4);
        rig.run(Rig.slice(in, 0, 1000), cut);
        for (int i = 1; i <= 5; i++) {
            rig.set("crossover" + i + ".freq", 100 * i * i);
        }
        rig.effect.reset();
        float[][] first = rig.run(Rig.slice(in, 0, 300), cut);
        rig.set("crossover2.freq", 700);
        return Rig.concat(first, rig.run(Rig.slice(in, 300, 12_000), cut));
    }

    @Test
    void withoutMixItIsTheInputLaterToTheBit() {
        Rig rig = rig(RATE, "mix", 0, "band1.gain", 6);
        float[][] in = Rig.noise(2, RATE / 2, 0.9, 1);
        assertThat(away(in, rig.run(in), rig.effect.latency(), 0)).isZero();
    }

    /// While they are not heard, the crossovers go on listening: 20 ms after the mix has come, all is as if it had
    /// always been there.
    @ParameterizedTest
    @ValueSource(strings = {"stereo", "mid", "side", "left", "right"})
    void whereverTheMixComesFromAllBandsAreThere(String channels) {
        Object[] settings = {
            "band1.gain", 6, "band2.gain", -3, "band3.threshold", 0, "band4.gain", 2, "channels", channels
        };
        float[][] in = Rig.noise(2, RATE, 0.01, 3);
        float[][] expected = rig(RATE, settings).run(in);
        Rig rig = rig(RATE, settings);
        rig.set("mix", 0);
        float[][] first = rig.run(Rig.slice(in, 0, RATE / 2));
        rig.set("mix", 100);
        float[][] out = Rig.concat(first, rig.run(Rig.slice(in, RATE / 2, RATE)));
        double worst = 0;
        for (int c = 0; c < 2; c++) {
            for (int i = RATE / 2 + RATE / 20; i < RATE; i++) {
                worst = Math.max(worst, Math.abs(out[c][i] - expected[c][i]));
            }
        }
        assertThat(worst).isLessThan(1e-7);
    }

    /// A band is turned down by its gain alone, with the phase that it had: what comes out is the input but for what
    /// is missing.
    @Test
    void aToneInABandThatIsTurnedDownKeepsItsPhase() {
        Rig rig = rig(
                RATE,
                "bands",
                "3",
                "crossover1.freq",
                200,
                "crossover2.freq",
                5000,
                "band2.gain",
                -6,
                "band2.threshold",
                0);
        float[][] in = Rig.sine(2, RATE, 0.1, 1000, RATE);
        float[][] out = rig.run(in);
        float[][] half = new float[2][];
        double gain = Math.pow(10, -6 / 20.0);
        // What the neighbors have of it: 1 / (1 + 5⁴) each, at no gain.
        double rest = 1 / (1 + Math.pow(tan(1000) / tan(200), 4)) + 1 - 1 / (1 + Math.pow(tan(1000) / tan(5000), 4));
        for (int c = 0; c < 2; c++) {
            half[c] = new float[RATE];
            for (int i = 0; i < RATE; i++) {
                half[c][i] = (float) (in[c][i] * (gain + rest * (1 - gain)));
            }
        }
        assertThat(away(half, out, rig.effect.latency(), RATE / 2)).isLessThan(1e-6);
    }

    private static double tan(double hertz) {
        return Math.tan(Math.PI * hertz / RATE);
    }
}
