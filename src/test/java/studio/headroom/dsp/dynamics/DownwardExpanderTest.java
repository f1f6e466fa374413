package studio.headroom.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownwardExpanderTest {
    private static final int RATE = 48_000;

    private static DownwardExpander expander(double threshold, double ratio, double knee, double range) {
        DownwardExpander expander = new DownwardExpander(1);
        expander.curve(threshold, threshold, ratio, ratio, knee, knee, range);
        expander.times(0.010, 0.100, 0, RATE);
        return expander;
    }

    /// The reduction after each frame of a steady level.
    private static float[] run(DownwardExpander expander, double level, int frames) {
        float[] out = new float[frames];
        float[][] x = new float[1][64];
        Arrays.fill(x[0], (float) level);
        for (int at = 0; at < frames; at += 64) {
            expander.process(x, 0, 64, 0);
            System.arraycopy(expander.reduction(0), 0, out, at, Math.min(64, frames - at));
        }
        return out;
    }

    private static double amplitude(double db) {
        return Math.pow(10, db / 20);
    }

    /// 0.001 dB is what single precision leaves of 60 dB and of the logarithm.
    @ParameterizedTest
    @CsvSource({
        "-40, 2, 0, 60",
        "-40, 2, 12, 60",
        "-30, 1.5, 6, 8",
        "-20, 10, 24, 30",
        "-50, 1, 6, 60",
        "-24, 100, 0, 60"
    })
    void steadyLevelsMeetTheCurve(double threshold, double ratio, double knee, double range) {
        SoftExpansion curve = new SoftExpansion(threshold, ratio, knee, range);
        for (double level = -90; level <= 0; level += 0.7) {
            DownwardExpander expander = expander(threshold, ratio, knee, range);
            float[] reduction = run(expander, amplitude(level), 2 * RATE);
            assertThat((double) reduction[2 * RATE - 1])
                    .as("%s dB", level)
                    .isCloseTo(curve.reductionDb(level), within(1e-3));
        }
    }

    @Test
    void theCurveIsStraightBesideTheKneeAndItsSlopeIsContinuous() {
        SoftExpansion curve = new SoftExpansion(-40, 3, 10, 50);
        assertThat(curve.outputDb(-35)).isEqualTo(-35);
        assertThat(curve.outputDb(-45)).isCloseTo(-40 - 3 * 5, within(1e-9));
        assertThat(curve.outputDb(-50)).isCloseTo(-40 - 3 * 10, within(1e-9));
        assertThat(curve.outputDb(-80)).isEqualTo(-130);
        double last = 1;
        for (double level = -34; level > -64; level -= 0.01) {
            double slope = (curve.outputDb(level) - curve.outputDb(level - 0.01)) / 0.01;
            assertThat(slope).isBetween(last - 1e-6, last + 0.0025);
            last = slope;
        }
        assertThat(last).isCloseTo(3, within(1e-6));
    }

    /// The range goes from 40 to 36 dB over a sub-block, as a gain.
    @Test
    void aRangeThatMovesIsGoneAlongFrameByFrame() {
        DownwardExpander expander = expander(0, 3, 0, 40);
        assertThat(run(expander, amplitude(-60), 64)[63]).isEqualTo(40f);
        expander.curve(0, 0, 3, 3, 0, 0, 36);
        float[] moving = run(expander, amplitude(-60), 64);
        for (int i = 0; i < 64; i++) {
            double gain = amplitude(-40) + (i + 1) / 64.0 * (amplitude(-36) - amplitude(-40));
            assertThat((double) moving[i]).isCloseTo(-20 * Math.log10(gain), within(1e-3));
        }
        assertThat(run(expander, amplitude(-60), 64)).containsOnly(36f);
    }

    /// However fast the control goes, so that nothing leaps: 1/15 of full scale a sub-block of 1.3 ms.
    @Test
    void aRangeThatIsTakenAwayComesBackInTwentyMilliseconds() {
        DownwardExpander expander = expander(0, 3, 0, 60);
        run(expander, amplitude(-60), 64);
        expander.curve(0, 0, 3, 3, 0, 0, 0);
        double last = amplitude(-60);
        double largest = 0;
        for (float taken : run(expander, amplitude(-60), 64 * 15)) {
            double gain = amplitude(-taken);
            largest = Math.max(largest, gain - last);
            last = gain;
        }
        assertThat(last).isCloseTo(1, within(1e-6));
        assertThat(largest).isLessThan(1.02 / (0.020 * 48_000));
    }

    /// To the frame.
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.010, 0.100})
    void attackOpensItBy63PercentInItsTime(double attack) {
        DownwardExpander expander = expander(-30, 2, 0, 20);
        expander.times(attack, 0.100, 0, RATE);
        assertThat(run(expander, amplitude(-60), 64)[63]).isEqualTo(20f);
        float[] opening = run(expander, amplitude(-10), RATE);
        int at = (int) Math.rint(attack * RATE);
        assertThat(opening[at - 1] / 20).isCloseTo((float) Math.exp(-1), within(0.002f));
    }

    /// After the hold; a tenth of the release, 10 ms at most, is spent holding too.
    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.100, 0.800})
    void releaseClosesItBy63PercentInItsTime(double release) {
        DownwardExpander expander = expander(-30, 2, 0, 20);
        expander.times(0.001, release, 0, RATE);
        run(expander, amplitude(-10), RATE);
        float[] closing = run(expander, amplitude(-60), 2 * RATE);
        int hold = (int) Math.rint(DownwardExpander.HOLD_SECONDS * RATE);
        assertThat(closing[hold - 1]).isZero();
        int at = hold + (int) Math.rint(release * RATE);
        assertThat(1 - closing[at - 1] / 20).isCloseTo((float) Math.exp(-1), within(0.005f));
    }

    /// Crests of 100 Hz come every 5 ms.
    @Test
    void aLowToneAboveTheThresholdIsLeftAlone() {
        DownwardExpander expander = expander(-30, 4, 6, 60);
        float[][] x = new float[1][64];
        double most = 0;
        for (int at = 0; at < RATE; at += 64) {
            for (int i = 0; i < 64; i++) {
                x[0][i] = (float) (amplitude(-20) * Math.sin(2 * Math.PI * 100 * (at + i) / RATE));
            }
            expander.process(x, 0, 64, 0);
            most = at > RATE / 2 ? Math.max(most, expander.takeDeepestDb()) : expander.takeDeepestDb() * 0;
        }
        assertThat(most).isLessThan(0.001);
    }

    @Test
    void linkedTheLouderChannelOpensBothAndApartEachForItself() {
        for (double link : new double[] {1, 0}) {
            DownwardExpander expander = new DownwardExpander(2);
            expander.curve(-30, -30, 2, 2, 0, 0, 12);
            expander.times(0.001, 0.1, 0, RATE);
            expander.link(link);
            float[][] x = new float[2][64];
            Arrays.fill(x[0], (float) amplitude(-10));
            Arrays.fill(x[1], (float) amplitude(-60));
            for (int k = 0; k < 100; k++) {
                expander.process(x, 0, 64, 0);
            }
            assertThat(expander.reduction(0)[63]).isCloseTo(0f, within(1e-3f));
            assertThat(expander.reduction(1)[63]).isCloseTo(link == 1 ? 0f : 12f, within(1e-3f));
        }
    }

    @Test
    void openedItTakesNothingAtFirst() {
        DownwardExpander expander = expander(-30, 2, 0, 20);
        expander.open();
        assertThat(run(expander, amplitude(-60), 64)[0]).isLessThan(0.01f);
        expander.clear();
        assertThat(run(expander, 0, 64)[0]).as("silence has closed it").isEqualTo(20f);
    }
}
