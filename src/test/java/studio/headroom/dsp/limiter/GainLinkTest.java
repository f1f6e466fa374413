package studio.headroom.dsp.limiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GainLinkTest {
    private static final int BLOCK = LimiterGain.BLOCK;

    private static GainLink link(double transients, double release, double rise) {
        GainLink link = new GainLink();
        link.aim(transients, transients, release, release, rise);
        return link;
    }

    @Test
    void theMixtureLiesBetweenBothGainsWhateverTheLinks() {
        SplittableRandom random = new SplittableRandom(1);
        GainLink link = new GainLink();
        double[] common = new double[BLOCK];
        double[] own = new double[BLOCK];
        for (int k = 0; k < 2000; k++) {
            link.aim(
                    random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble(),
                    Math.pow(random.nextDouble(), 3));
            for (int i = 0; i < BLOCK; i++) {
                // Steps, ramps and noise, the common gain above the own one at times.
                common[i] = k % 3 == 0 ? random.nextDouble() : k % 7 / 7.0;
                own[i] = k % 4 == 0 ? random.nextDouble() : Math.min(1, common[i] + i / (double) BLOCK);
            }
            double[] before = own.clone();
            link.blend(common, own, BLOCK, 0);
            for (int i = 0; i < BLOCK; i++) {
                // Sums of doubles are rounded.
                assertThat(own[i])
                        .isBetween(Math.min(common[i], before[i]) - 1e-15, Math.max(common[i], before[i]) + 1e-15);
            }
        }
    }

    @Test
    void equalLinksAreOneMixture() {
        double[] common = new double[BLOCK];
        double[] own = new double[BLOCK];
        Arrays.fill(common, 0.25);
        Arrays.fill(own, 0.75);
        link(0.4, 0.4, 0.01).blend(common, own, BLOCK, 0);
        assertThat(own).containsOnly(0.75 + 0.4 * (0.25 - 0.75));
    }

    /// After the time constant 63 % of what the common gain takes counts as release.
    @Test
    void whatLastsTurnsFromTransientIntoRelease() {
        int constant = 10 * BLOCK;
        GainLink link = link(0, 1, 1 - Math.exp(-1.0 / constant));
        double[] common = new double[BLOCK];
        double[] own = new double[BLOCK];
        Arrays.fill(common, 0.5);
        for (int block = 0; block < 10; block++) {
            Arrays.fill(own, 1);
            link.blend(common, own, BLOCK, 0);
        }
        assertThat(own[BLOCK - 1]).isEqualTo(1 - 0.5 * (1 - Math.exp(-1)), within(1e-9));
        Arrays.fill(own, 1);
        Arrays.fill(common, 1);
        link.blend(common, own, BLOCK, 0);
        assertThat(own).containsOnly(1.0);
    }
}
