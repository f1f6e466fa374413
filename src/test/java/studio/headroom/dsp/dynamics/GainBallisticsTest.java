package studio.headroom.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainBallisticsTest {
    private static final int RATE = 48_000;
    private final GainBallistics ballistics = new GainBallistics();

    /// Frames until the reduction has done 63.2 % of its way from where it is to `goal`.
    private double framesTo(float goal, double from) {
        float[] one = new float[1];
        double wanted = from + (goal - from) * (1 - Math.exp(-1));
        for (int i = 1; i < 100 * RATE; i++) {
            one[0] = goal;
            ballistics.process(one, 1);
            // A millionth of the way, for the rounding to single precision.
            double slack = 1e-6 * Math.abs(goal - from);
            if (goal > from ? one[0] >= wanted - slack : one[0] <= wanted + slack) {
                return i;
            }
        }
        return Double.NaN;
    }

    private void settleAt(float reduction) {
        float[] x = new float[4 * RATE];
        Arrays.fill(x, reduction);
        ballistics.process(x, x.length);
    }

    /// Within 2 %, or one frame where 2 % is less.
    @ParameterizedTest
    @CsvSource({"0.05, 5", "1, 20", "10, 120", "10, 5", "50, 300", "250, 5000", "250, 5", "0.05, 5000"})
    void attackAndReleaseReach63PercentInTheirTime(double attackMs, double releaseMs) {
        ballistics.set(attackMs / 1000, 0, releaseMs / 1000, 0, RATE);
        double attack = attackMs / 1000 * RATE;
        double release = releaseMs / 1000 * RATE;
        assertThat(framesTo(12, 0)).isCloseTo(attack, within(Math.max(1.0, 0.02 * attack)));
        settleAt(12);
        assertThat(framesTo(3, 12)).isCloseTo(release, within(Math.max(1.0, 0.02 * release)));
        ballistics.clear();
        settleAt(3);
        assertThat(framesTo(9, 3)).isCloseTo(attack, within(Math.max(1.0, 0.02 * attack)));
    }

    @Test
    void holdPutsTheReleaseOff() {
        ballistics.set(0.001, 0.050, 0.100, 0, RATE);
        settleAt(6);
        float[] x = new float[2400];
        ballistics.process(x, x.length);
        assertThat(x).containsOnly(x[0]);
        assertThat(framesTo(0, 6)).isCloseTo(4800, within(100.0));
    }

    /// Crests 10 ms apart, as of a tone of 50 Hz, with a release of 100 ms: the reduction may sag by 1 % at most;
    /// without the bridge it would by 9 %.
    @Test
    void gapsBetweenCrestsAreBridged() {
        ballistics.set(0.001, 0, 0.100, 0, RATE);
        float[] x = new float[RATE];
        for (int i = 0; i < RATE; i += 480) {
            x[i] = 10;
        }
        ballistics.process(x, RATE);
        float least = 10;
        for (int i = RATE / 2; i < RATE; i++) {
            least = Math.min(least, x[i]);
        }
        assertThat(least).isGreaterThan(9.9f);
    }

    @Test
    void theAutomaticReleaseLetsGoOfShortPeaksSoonerThanOfLongOnes() {
        ballistics.set(0.001, 0, 0.100, 1, RATE);
        float[] peak = new float[480];
        Arrays.fill(peak, 10);
        ballistics.process(peak, peak.length);
        double afterShort = framesTo(0, 10);
        ballistics.clear();
        settleAt(10);
        double afterLong = framesTo(0, 10);
        assertThat(afterShort).isCloseTo(4800, within(0.1 * 4800));
        assertThat(afterLong).isGreaterThan(8 * afterShort);
    }

    @Test
    void restIsReachedExactly() {
        ballistics.set(0.001, 0, 0.010, 0, RATE);
        settleAt(10);
        float[] silence = new float[64];
        for (int i = 0; i < 2000 && !ballistics.isIdle(); i++) {
            Arrays.fill(silence, 0);
            ballistics.process(silence, 64);
            ballistics.flush();
        }
        assertThat(ballistics.isIdle()).isTrue();
    }
}
