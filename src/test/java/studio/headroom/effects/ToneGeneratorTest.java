package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.dsp.generator.Noise;

class ToneGeneratorTest {
    private static final int RATE = 48_000;

    private static Rig rig(int channels, Object... idsAndPlain) {
        return new Rig(ToneGenerator.TYPE, RATE, channels, Rig.values(ToneGenerator.TYPE, idsAndPlain));
    }

    @ParameterizedTest
    @CsvSource({"20, -20", "1000, 0", "19000, -60"})
    void theSineIsOne(double hertz, double level) {
        float[][] out = rig(2, "on", 1, "freq", hertz, "level", level).run(Rig.noise(2, RATE, 0.5, 1));
        for (int i = 0; i < RATE; i++) {
            double expected = Math.pow(10, level / 20) * Math.sin(2 * Math.PI * hertz * i / RATE);
            assertThat((double) out[0][i]).isCloseTo(expected, within(1e-6));
            assertThat(out[1][i]).isEqualTo(out[0][i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"white", "pink"})
    void noiseHasThePowerOfTheSineAndDiffersBetweenTheSides(String signal) {
        float[][] out = rig(2, "on", 1, "signal", signal, "level", -20).run(Rig.silence(2, 10 * RATE));
        double product = 0;
        for (int i = 0; i < 10 * RATE; i++) {
            product += (double) out[0][i] * out[1][i] / (10 * RATE);
        }
        for (float[] row : out) {
            assertThat(20 * Math.log10(Rig.rms(row))).isCloseTo(-23.01, within(0.3));
        }
        assertThat(Math.abs(product)).isLessThan(0.1 * Math.pow(Rig.rms(out[0]), 2));
    }

    @Test
    void theInputIsReplacedOrAddedTo() {
        float[][] noise = Rig.noise(1, 9600, 0.3, 2);
        float[] alone = rig(1, "on", 1).run(noise)[0];
        float[] both = rig(1, "on", 1, "input", 1).run(noise)[0];
        for (int i = 0; i < 9600; i++) {
            assertThat(both[i] - alone[i]).isCloseTo(noise[0][i], within(1e-6f));
        }
        assertThat(rig(1).run(noise)).isDeepEqualTo(noise);
    }

    /// The power of long noise in octaves, whose chance is 0.1 dB.
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void pinkNoiseFallsByThreeDecibelsAnOctave(int rate) {
        Noise noise = new Noise(rate, 5);
        int size = 1 << 19;
        float[] x = new float[size];
        double[] density = new double[9];
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < size; i++) {
                x[i] = (float) noise.pink();
            }
            Wet.Spectrum spectrum = Wet.spectrum(x, rate);
            for (int octave = 0; octave < density.length; octave++) {
                double low = 28 * Math.pow(2, octave);
                int n = spectrum.re().length;
                for (int k = (int) (low * n / rate); k < 2 * low * n / rate; k++) {
                    density[octave] += spectrum.re()[k] * spectrum.re()[k] + spectrum.im()[k] * spectrum.im()[k];
                }
            }
        }
        double middle = 10 * Math.log10(density[5]);
        for (int octave = 2; octave < density.length; octave++) {
            assertThat(10 * Math.log10(density[octave]) - middle)
                    .as("octave %s", octave)
                    .isCloseTo(0, within(0.5));
        }
    }
}
