package studio.headroom.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.dsp.FastMath;

class CompressionCurveTest {
    /// The three branches of the paper.
    private static double published(double x, double threshold, double ratio, double knee) {
        if (2 * (x - threshold) < -knee) {
            return x;
        }
        if (2 * Math.abs(x - threshold) <= knee && knee > 0) {
            double into = x - threshold + knee / 2;
            return x + (1 / ratio - 1) * into * into / (2 * knee);
        }
        return threshold + (x - threshold) / ratio;
    }

    @ParameterizedTest
    @CsvSource({"-20, 4, 6", "-60, 1, 24", "0, 99, 0", "-30, 1.5, 12", "-12.3, 20, 1"})
    void itIsThePublishedCurve(double threshold, double ratio, double knee) {
        CompressionCurve curve = new CompressionCurve(threshold, ratio, knee, 200);
        for (double x = -120; x <= 24; x += 0.37) {
            // A knee of 0 is one of 1e-6 dB.
            assertThat(curve.outputDb(x)).isCloseTo(published(x, threshold, ratio, knee), within(1e-6));
        }
    }

    @Test
    void theHighestRatioHoldsTheOutput() {
        CompressionCurve curve = new CompressionCurve(-20, CompressionCurve.LIMITING, 0, 60);
        assertThat(curve.outputDb(-3)).isCloseTo(-20, within(1e-5));
        assertThat(curve.outputDb(18)).isCloseTo(-20, within(1e-5));
    }

    @Test
    void noMoreThanTheRangeIsTakenAway() {
        CompressionCurve curve = new CompressionCurve(-40, 10, 6, 5);
        assertThat(curve.reductionDb(0)).isEqualTo(5);
        assertThat(curve.reductionDb(-80)).isEqualTo(0);
    }

    /// Single precision at 60 dB is 4e-6 dB, the logarithm is good to 2e-5 dB: 1e-3 leaves room, and is a fiftieth of
    /// what is promised.
    @Test
    void manyLevelsGetTheSameReductionAsOne() {
        float[] levels = new float[1000];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) ((-100 + 0.12 * i) * FastMath.LOG2_PER_DB);
        }
        for (double knee : new double[] {0, 6, 24}) {
            for (double range : new double[] {10, 60}) {
                float[] still = levels.clone();
                CompressionCurve.reduce(
                        still,
                        1000,
                        (float) FastMath.DB_PER_LOG2,
                        0,
                        0,
                        -24,
                        -24,
                        0.75f,
                        0.75f,
                        (float) knee,
                        (float) knee,
                        (float) range);
                float[] moving = levels.clone();
                CompressionCurve.reduce(
                        moving,
                        1000,
                        (float) FastMath.DB_PER_LOG2,
                        0.5f,
                        0,
                        -20,
                        -28,
                        0.7f,
                        0.8f,
                        (float) knee,
                        (float) knee,
                        (float) range);
                CompressionCurve curve = new CompressionCurve(-24, 4, knee, range);
                for (int i = 0; i < levels.length; i++) {
                    double expected = curve.reductionDb(-100 + 0.12 * i);
                    assertThat((double) still[i]).isCloseTo(expected, within(1e-3));
                    assertThat((double) moving[i]).isCloseTo(expected, within(1e-3));
                    if (-100 + 0.12 * i < -24 - knee / 2 - 0.01) {
                        assertThat(still[i]).isEqualTo(0f);
                    }
                }
            }
        }
    }
}
