package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeEsserTest {
    private static final int RATE = 48_000;

    private static Rig rig(int channels, Object... idsAndPlain) {
        return new Rig(DeEsser.TYPE, RATE, channels, Rig.values(DeEsser.TYPE, idsAndPlain));
    }

    private static double db(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    /// A vowel of 220 Hz with overtones that fall by 12 dB an octave, and from `hiss` on noise from 6 kHz on.
    private static float[][] word(double level, double hiss) {
        float[][] x = new float[1][RATE];
        float[] noise = Rig.noise(1, RATE, 1, 5)[0];
        for (int i = 0; i < RATE; i++) {
            boolean vowel = i < RATE / 2;
            double rise = Math.min(1, i / (0.05 * RATE));
            double v = 0;
            for (int h = 1; vowel && h < 30; h++) {
                v += rise * 0.4 / (h * h) * Math.sin(2 * Math.PI * 220 * h * i / RATE);
            }
            double s = i < 2 || vowel ? 0 : hiss * (noise[i] - 2 * noise[i - 1] + noise[i - 2]) / 4;
            x[0][i] = (float) (level * (v + s));
        }
        return x;
    }

    private static double rms(float[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) x[i] * x[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    /// At its default settings, for a voice at any level.
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 0.01, 0.001})
    void aSibilantIsTurnedDownAtAnyLevelAndTheVowelLeftAsItIs(double level) {
        float[][] in = word(level, 0.4);
        Rig rig = rig(1);
        float[][] out = rig.run(in, Rig.Cut.every(RATE));
        // The first frames out of digital silence are nothing but treble, and that is let go slowly.
        for (int i = RATE * 45 / 100; i < RATE / 2; i++) {
            assertThat((double) out[0][i]).isCloseTo(in[0][i], within(2e-5 * level));
        }
        double reduction = db(rms(out[0], RATE * 6 / 10, RATE) / rms(in[0], RATE * 6 / 10, RATE));
        assertThat(reduction).isBetween(-9.0, -4.0);
        assertThat(rig.effect.gainReductionDb()).isBetween(-9.0, -4.0);
    }

    @Test
    void whatHasNoSibilantsPassesBitForBit() {
        float[][] tone = Rig.sine(2, RATE, 0.5, 440, RATE);
        assertThat(rig(2, "detect", "threshold").run(tone)).isDeepEqualTo(tone);
    }

    @Test
    void theThresholdIsOneOfTheBandsLevel() {
        for (double db = -50; db <= 0; db += 10) {
            float[][] tone = Rig.sine(2, RATE, Math.pow(10, db / 20), 9000, RATE);
            Rig rig = rig(2, "detect", "threshold", "threshold", -30, "range", 24, "mode", "wide");
            double out = db(Rig.peak(rig.run(tone), RATE / 2, RATE)) - db;
            double over = db + 30;
            double expected = over <= -3 ? 0 : over < 3 ? -0.75 * (over + 3) * (over + 3) / 12 : -0.75 * over;
            // What the cut takes from 9 kHz, and the detector between two crests.
            assertThat(out).as("%s dB", db).isCloseTo(Math.max(-24, expected), within(0.3));
        }
    }

    /// Split: a low tone under a loud sibilant stays where it is; wide: it goes down with it.
    @ParameterizedTest
    @CsvSource({"split, 20000, 0", "split, 10000, 0", "wide, 20000, -12"})
    void splitLeavesTheRestAlone(String mode, double high, double expected) {
        float[][] low = Rig.sine(1, RATE, 0.1, 300, RATE);
        float[][] both = Rig.sum(low, Rig.sine(1, RATE, 0.5, 7500, RATE));
        double[] settings = {high};
        Rig rig = rig(1, "mode", mode, "high.freq", settings[0], "range", 12, "sensitivity", 100);
        float[] out = rig.run(both)[0];
        assertThat(db(amplitude(out, 300) / 0.1)).isCloseTo(expected, within(0.2));
        assertThat(db(amplitude(out, 7500) / 0.5)).isLessThan(-6);
    }

    @Test
    void neverMoreThanTheRange() {
        float[][] tone = Rig.sine(1, RATE, 1, 12_000, RATE);
        float[] out = rig(1, "range", 6, "sensitivity", 100, "mode", "wide").run(tone)[0];
        assertThat(db(amplitude(out, 12_000))).isCloseTo(-6, within(0.05));
    }

    @Test
    void listenPlaysTheBandAlone() {
        float[][] both = Rig.sum(Rig.sine(1, RATE, 0.5, 200, RATE), Rig.sine(1, RATE, 0.1, 8000, RATE));
        float[] out = rig(1, "listen", 1).run(both)[0];
        assertThat(db(amplitude(out, 200) / 0.5)).isLessThan(-90);
        assertThat(db(amplitude(out, 8000) / 0.1)).isCloseTo(0, within(0.5));
    }

    private static double amplitude(float[] x, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = RATE / 2; i < RATE; i++) {
            re += x[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
            im += x[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        return Math.hypot(re, im) * 4 / RATE;
    }
}
