package studio.headroom.dsp.limiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimiterGainTest {
    private static final int FRAMES = 64 * 400;

    /// Rare or frequent requests of any depth, in bursts and alone.
    private static double[] requests(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] requests = new double[FRAMES];
        double density = 0;
        for (int i = 0; i < FRAMES; i++) {
            if (i % 500 == 0) {
                density = Math.pow(10, -4 * random.nextDouble());
            }
            requests[i] = random.nextDouble() < density ? random.nextDouble() : 1.0;
        }
        return requests;
    }

    private static LimiterGain gain(int lookahead, int attack, int boxes, boolean twoStages) {
        LimiterGain gain = new LimiterGain(lookahead, attack, boxes);
        gain.setRelease(0.01, twoStages ? 700 : 0, 0.001, 0.0002, twoStages);
        return gain;
    }

    private static double[] run(LimiterGain gain, double[] requests) {
        double[] gains = new double[requests.length];
        double[] in = new double[64];
        double[] out = new double[64];
        for (int at = 0; at < requests.length; at += 64) {
            System.arraycopy(requests, at, in, 0, 64);
            gain.beginSubBlock();
            gain.process(in, out, 64);
            System.arraycopy(out, 0, gains, at, 64);
        }
        return gains;
    }

    /// Gains are rounded down, and the last multiplication may add one part in 2^52.
    @ParameterizedTest
    @CsvSource({"192,192,3", "192,96,2", "192,48,2", "22,22,3", "8,2,2", "1920,1920,3", "100,100,1"})
    void theGainIsNeverAboveWhatAFrameOrItsNeighborsAskFor(int lookahead, int attack, int boxes) {
        for (boolean twoStages : new boolean[] {false, true}) {
            double[] requests = requests(lookahead + boxes);
            double[] gains = run(gain(lookahead, attack, boxes, twoStages), requests);
            for (int i = lookahead + 1; i < FRAMES; i++) {
                int n = i - lookahead;
                double allowed = Math.min(requests[n], Math.min(requests[n - 1], requests[n + 1]));
                assertThat(gains[i]).isBetween(0.0, allowed * (1 + 1e-15));
            }
        }
    }

    @Test
    void restIsExactlyOneAndIsFoundAgain() {
        LimiterGain gain = gain(192, 192, 3, true);
        double[] requests = new double[FRAMES];
        Arrays.fill(requests, 1.0);
        assertThat(gain.atRest()).isTrue();
        requests[700] = 0.3;
        double[] gains = run(gain, requests);
        assertThat(gains[700 + 192]).isLessThanOrEqualTo(0.3);
        assertThat(gain.atRest()).isTrue();
        // Exact to what a float can hold: the product with a sample is the sample.
        assertThat((float) gains[FRAMES - 1]).isEqualTo(1f);
    }

    /// What is announced as sure holds although the frames of that sub-block ask for nothing at all, and even when
    /// a faster way up is set right after.
    @Test
    void whatIsSureHoldsWhateverComes() {
        double[] requests = requests(7);
        for (int at = 64; at < 64 * 300; at += 64) {
            LimiterGain gain = gain(192, 192, 3, at % 128 == 0);
            run(gain, Arrays.copyOf(requests, at));
            gain.beginSubBlock();
            double sure = gain.sure();
            double[] nothing = new double[64];
            Arrays.fill(nothing, 1.0);
            double[] gains = new double[64 + 192 + 64];
            double[] out = new double[64];
            for (int k = 0; k < gains.length; k += 64) {
                if (k > 0) {
                    gain.beginSubBlock();
                }
                gain.process(nothing, out, 64);
                System.arraycopy(out, 0, gains, k, 64);
                gain.setRelease(0.2, 0, 0.001, 0.0002, false);
            }
            for (int i = 192; i < 192 + 64; i++) {
                assertThat(gains[i]).as("sub-block at %s", at).isLessThanOrEqualTo(sure);
            }
        }
    }
}
