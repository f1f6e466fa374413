package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.dsp.dynamics.CompressionCurve;

class MultibandTest {
    private static final int RATE = 48_000;
    /// A tone in each of four bands, an octave and more from its borders.
    private static final double[] TONES = {30, 316, 2800, 18_000};

    private static Rig rig(int channels, Object... idsAndPlain) {
        double[] values = Rig.values(Multiband.TYPE, idsAndPlain);
        double[] crossovers = {100, 1000, 8000};
        for (int i = 0; i < 3; i++) {
            values[MultibandParams.crossover(i)] = crossovers[i];
        }
        return new Rig(Multiband.TYPE, RATE, channels, values);
    }

    private static float[][] tones(double level) {
        float[][] sum = Rig.sine(1, 2 * RATE, level, TONES[0], RATE);
        for (int i = 1; i < TONES.length; i++) {
            sum = Rig.sum(sum, Rig.sine(1, 2 * RATE, level, TONES[i], RATE));
        }
        return sum;
    }

    private static double levelDb(float[] x, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = RATE; i < 2 * RATE; i++) {
            re += x[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
            im += x[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        return 20 * Math.log10(Math.hypot(re, im) * 2 / RATE);
    }

    /// Tones of -16 dBFS. An octave and a half from a border, the neighbor takes part with 37 dB less, that is 1.4
    /// %, and as much of the neighbors' tones is heard by the detector.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void eachBandIsCompressedByItself(int band) {
        String id = "band" + (band + 1);
        Object[] settings = {
            "band1.threshold",
            0,
            "band2.threshold",
            0,
            "band3.threshold",
            0,
            "band4.threshold",
            0,
            id + ".threshold",
            -26,
            id + ".ratio",
            4,
            id + ".release",
            400,
            id + ".attack",
            50,
            "knee",
            0
        };
        Rig rig = rig(1, settings);
        float[] out = rig.run(tones(Math.pow(10, -16 / 20.0)))[0];
        double expected = new CompressionCurve(-26, 4, 0, 60).outputDb(-16);
        for (int b = 0; b < 4; b++) {
            assertThat(levelDb(out, TONES[b])).as("band %s", b).isCloseTo(b == band ? expected : -16, within(0.4));
        }
        assertThat(rig.effect.gainReductionDb()).isCloseTo(expected + 16, within(0.5));
        for (int b = 0; b < rig.effect.reductionBands(); b++) {
            assertThat(rig.effect.bandGainDb(b)).as("band %s", b).isCloseTo(b == band ? expected + 16 : 0, within(0.5));
        }
    }

    @Test
    void gainSoloAndOffActOnOneBand() {
        float[][] in = tones(0.01);
        float[] louder = rig(1, "band2.gain", 6).run(in)[0];
        assertThat(levelDb(louder, TONES[1])).isCloseTo(-34, within(0.1));
        assertThat(levelDb(louder, TONES[3])).isCloseTo(-40, within(0.05));
        float[] off = rig(1, "band2.gain", 6, "band2.on", 0).run(in)[0];
        assertThat(levelDb(off, TONES[1])).isCloseTo(-40, within(0.05));
        float[] solo = rig(1, "band3.solo", 1).run(in)[0];
        assertThat(levelDb(solo, TONES[2])).isCloseTo(-40, within(0.3));
        assertThat(levelDb(solo, TONES[0])).isLessThan(-90);
        assertThat(levelDb(solo, TONES[3])).isLessThan(-60);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5"})
    void belowTheThresholdsTheSumIsFlat(String bands) {
        float[][] impulse = Rig.silence(2, 2 * RATE);
        impulse[0][0] = impulse[1][0] = 0.01f;
        float[][] out = rig(2, "bands", bands).run(impulse);
        for (double hz = 20; hz < 20_000; hz *= 1.3) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < RATE; i++) {
                re += out[1][i] * Math.cos(2 * Math.PI * hz * i / RATE);
                im += out[1][i] * Math.sin(2 * Math.PI * hz * i / RATE);
            }
            assertThat(20 * Math.log10(Math.hypot(re, im) / 0.01)).isCloseTo(0, within(0.002));
        }
    }

    @Test
    void dryAndWetAreInPhase() {
        Object[] loud = {"band1.gain", 12, "band2.gain", 12, "band3.gain", 12, "band4.gain", 12, "mix", 50};
        float[] out = rig(1, loud).run(tones(0.01))[0];
        double half = 20 * Math.log10(0.5 + 0.5 * Math.pow(10, 12 / 20.0));
        for (double tone : TONES) {
            assertThat(levelDb(out, tone)).isCloseTo(-40 + half, within(0.02));
        }
    }

    @Test
    void withoutMixItIsBitExact() {
        float[][] noise = Rig.noise(2, 9600, 0.9, 1);
        assertThat(rig(2, "mix", 0, "band1.gain", 6).run(noise)).isDeepEqualTo(noise);
    }
}
