package studio.headroom.dsp.saturation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HysteresisTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static float[] run(Hysteresis tape, float[] x, float bias) {
        float[][] sample = new float[1][1];
        float[] at = {bias};
        float[] rest = {LoopTips.of(bias)};
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            sample[0][0] = x[i];
            tape.process(sample, at, rest, 1);
            out[i] = sample[0][0];
            if (i % 64 == 63) {
                tape.tidy();
            }
        }
        return out;
    }

    private static float[] sine(int n, int period, double amplitude) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) (amplitude * Math.sin(2 * Math.PI * i / period));
        }
        return x;
    }

    /// Bounded whatever comes, at every rate: noise, steps and sines from -120 dB to far over any drive.
    @ParameterizedTest
    @ValueSource(doubles = {44_100, 96_000, 192_000, 16 * 192_000})
    void itIsStableAtEveryRateAndLevel(double rate) {
        SplittableRandom random = new SplittableRandom(1);
        for (double level = 1e-6; level < 1e9; level *= 7) {
            for (float bias : new float[] {0, 0.6f, -0.6f}) {
                Hysteresis tape = new Hysteresis(1, rate);
                float[] x = new float[3000];
                for (int i = 0; i < x.length; i++) {
                    x[i] = (float) (level
                            * (i < 1000 ? random.nextDouble() - 0.5 : i < 2000 ? i / 50 % 2 - 0.5 : Math.sin(i * 0.3)));
                }
                for (float y : run(tape, x, bias)) {
                    // The ceilings are ±1, and bias lies at 0.6 at most.
                    assertThat(Math.abs(y)).isLessThan(1.7f);
                }
            }
        }
    }

    @Test
    void whatIsSpoiltIsForgottenAndSilenceEndsInZero() {
        Hysteresis tape = new Hysteresis(1, 48_000);
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 1e38f}) {
            run(tape, new float[] {0.5f, bad, -0.5f}, 0);
            tape.tidy();
            float[] after = run(tape, sine(480, 48, 0.5), 0);
            assertThat(after[400]).isFinite();
        }
        // 300 dB at 0.27 dB per ms take 1.1 s.
        float[] silence = run(tape, new float[2 * 48_000], 0);
        assertThat(silence[silence.length - 1]).isZero();
    }

    /// The solver's own error: a way of the field in eight times as many steps ends in the same place.
    @Test
    void finerStepsChangeNothing() {
        int fine = 8;
        for (double amplitude : new double[] {0.1, 1, 10}) {
            float[] x = sine(3000, 40, amplitude);
            float[] between = new float[x.length * fine];
            for (int i = 0; i < x.length; i++) {
                float from = i == 0 ? 0 : x[i - 1];
                for (int k = 0; k < fine; k++) {
                    between[i * fine + k] = from + (x[i] - from) * (k + 1) / fine;
                }
            }
            float[] coarse = run(new Hysteresis(1, NEVER), x, 0);
            float[] exact = run(new Hysteresis(1, NEVER), between, 0);
            for (int i = 0; i < x.length; i++) {
                // Fourth order at steps of 1: some 1e-3 where the field is steepest, -60 dB of full scale.
                assertThat(coarse[i])
                        .as("amplitude %s, %s", amplitude, i)
                        .isEqualTo(exact[i * fine + fine - 1], within(2e-3f));
            }
        }
    }

    @Test
    void itLagsBehindTheFieldAndIsOdd() {
        int period = 256;
        float[] x = sine(4 * period, period, 0.5);
        float[] y = run(new Hysteresis(1, NEVER), x, 0);
        int turn = 3 * period;
        // Where the field passes zero on its way down some magnetization is left, and the same below on its way up.
        assertThat(y[turn + period / 2]).isGreaterThan(0.02f);
        assertThat(y[turn]).isEqualTo(-y[turn + period / 2], within(1e-4f));
        for (int i = turn + 1; i < 4 * period; i++) {
            boolean rises = x[i] > x[i - 1];
            assertThat(rises ? y[i] - y[i - 1] : y[i - 1] - y[i]).isGreaterThanOrEqualTo(0);
        }
        float[] turned = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            turned[i] = -x[i];
        }
        float[] mirrored = run(new Hysteresis(1, NEVER), turned, 0);
        for (int i = 0; i < x.length; i++) {
            assertThat(mirrored[i]).isEqualTo(-y[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 2, 20})
    void theCurveIsWhereLoopsTurnBack(double amplitude) {
        int period = 512;
        float[] y = run(new Hysteresis(1, NEVER), sine(4 * period, period, amplitude), 0);
        float highest = 0;
        for (int i = 3 * period; i < y.length; i++) {
            highest = Math.max(highest, y[i]);
        }
        assertThat(highest).isEqualTo(LoopTips.of((float) amplitude), within(1e-3f));
    }

    /// Third harmonics as loops have them: they grow with the level from the smallest on, and a tone stays nearly as
    /// loud until the tape is full.
    @Test
    void theShapeGivesItsHarmonics() {
        double[] last = {-200};
        for (double amplitude : new double[] {0.02, 0.1, 0.25, 0.5, 1}) {
            double[] wave = new double[Harmonics.SAMPLES];
            new SaturationShape(Curve.HYSTERESIS, 1, 0, 1).turn(amplitude, wave);
            double[] db = Harmonics.of(wave, 3);
            // The first way up is not that of the loop, and is forgotten slowly.
            assertThat(db[0]).as("second").isLessThan(-80);
            assertThat(db[1]).as("third").isGreaterThan(last[0] + 3);
            last[0] = db[1];
        }
        assertThat(last[0]).isBetween(-20.0, -15.0);
    }
}
