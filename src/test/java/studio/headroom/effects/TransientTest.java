package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransientTest {
    private static final int RATE = 48_000;

    private static Rig rig(Object... idsAndPlain) {
        return new Rig(Transient.TYPE, RATE, 1, Rig.values(Transient.TYPE, idsAndPlain));
    }

    /// Hits of a drum every half second: 300 Hz that falls by 40 dB in 400 ms.
    private static float[][] hits(double level) {
        float[][] x = new float[1][2 * RATE];
        for (int i = 0; i < 2 * RATE; i++) {
            double t = i % (RATE / 2) / (double) RATE;
            x[0][i] = (float) (level * Math.cos(2 * Math.PI * 300 * t) * Math.pow(10, -2 * t / 0.4));
        }
        return x;
    }

    private static double changeDb(float[] out, float[] in, int from, int to) {
        double a = 0;
        double b = 0;
        for (int i = from; i < to; i++) {
            a += (double) out[i] * out[i];
            b += (double) in[i] * in[i];
        }
        return 10 * Math.log10(a / b);
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "-100, 0", "50, 0", "0, 100", "0, -100"})
    void attackAndSustainActWhereTheySay(double attack, double sustain) {
        float[][] in = hits(0.5);
        float[] out = rig("attack", attack, "sustain", sustain).run(in)[0];
        int hit = RATE;
        double first = changeDb(out, in[0], hit, hit + RATE / 100);
        double late = changeDb(out, in[0], hit + RATE / 10, hit + RATE / 4);
        if (attack != 0) {
            assertThat(Math.signum(attack) * first).isGreaterThan(0.03 * Math.abs(attack));
            assertThat(late).isCloseTo(0, within(0.5));
        } else {
            assertThat(Math.signum(sustain) * late).isGreaterThan(3);
            assertThat(first).isCloseTo(0, within(1.5));
        }
    }

    /// Down to the floor of -80 dBFS.
    @Test
    void theLevelDoesNotMatter() {
        float[] loud = rig("attack", 60, "sustain", -40).run(hits(1))[0];
        float[] soft = rig("attack", 60, "sustain", -40).run(hits(0.1))[0];
        for (int i = RATE; i < RATE + RATE / 4; i++) {
            assertThat(10 * soft[i]).isCloseTo(loud[i], within(2e-3f));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100, 100})
    void aSteadyToneIsLeftAlone(double amount) {
        float[][] tone = Rig.sine(1, 4 * RATE, 0.5, 100, RATE);
        float[] out = rig("attack", amount, "sustain", amount).run(tone)[0];
        for (int i = 3 * RATE; i < 4 * RATE; i++) {
            assertThat(out[i]).isCloseTo(tone[0][i], within(1e-3f));
        }
    }

    @Test
    void untouchedItIsBitExact() {
        assertThat(rig().run(hits(0.8))).isDeepEqualTo(hits(0.8));
    }
}
