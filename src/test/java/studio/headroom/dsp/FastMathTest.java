package studio.headroom.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FastMathTest {
    private static final double LN2 = Math.log(2.0);
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void logarithmOfADoubleKeepsItsStatedError() {
        for (int i = 0; i < 200_000; i++) {
            double x = Math.pow(2.0, random.nextDouble(-1000, 1000));
            // The reference itself rounds to 1 ulp of up to 1000, which is 1.1e-13.
            assertThat(FastMath.log2(x)).isCloseTo(Math.log(x) / LN2, within(2e-12));
        }
        assertThat(FastMath.log2(1.0)).isEqualTo(0.0);
        assertThat(FastMath.log2(Math.nextUp(1.0))).isPositive();
    }

    @Test
    void powerOfADoubleKeepsItsStatedError() {
        for (int i = 0; i < 200_000; i++) {
            double x = random.nextDouble(-300, 300);
            double exact = Math.pow(2.0, x);
            assertThat(FastMath.exp2(x)).isCloseTo(exact, within(exact * 1e-12));
        }
        assertThat(FastMath.exp2(0.0)).isEqualTo(1.0);
        assertThat(FastMath.exp2(-12.0)).isEqualTo(1.0 / 4096);
        assertThat(FastMath.exp2(1e9)).isFinite();
        assertThat(FastMath.exp2(-1e9)).isPositive();
    }

    @Test
    void logarithmsOfAnArrayKeepTheirStatedError() {
        float[] x = new float[100_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.pow(2.0, random.nextDouble(-120, 120));
        }
        x[0] = 1;
        x[1] = Math.nextUp(1f);
        x[2] = Math.nextDown(1f);
        x[3] = 0;
        float[] y = new float[x.length];
        FastMath.log2(x, new int[x.length], y, x.length);
        assertThat(y[0]).isEqualTo(0f);
        assertThat(y[3]).isBetween(-129f, -126f);
        for (int i = 0; i < x.length; i++) {
            if (i != 3) {
                double exact = Math.log(x[i]) / LN2;
                assertThat((double) y[i]).isCloseTo(exact, within(2e-7 + 1e-7 * Math.abs(exact)));
            }
        }
    }

    @Test
    void powersOfAnArrayKeepTheirStatedErrorAndMayReplaceTheirInput() {
        float[] x = new float[100_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble(-40, 40);
        }
        x[0] = 0;
        float[] y = x.clone();
        FastMath.exp2(y, y, y.length);
        assertThat(y[0]).isEqualTo(1f);
        for (int i = 0; i < x.length; i++) {
            double exact = Math.pow(2.0, x[i]);
            assertThat((double) y[i]).isCloseTo(exact, within(1e-5 * exact));
        }
    }
}
