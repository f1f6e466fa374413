package studio.headroom.dsp.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CutFiltersTest {
    private static final int RATE = 48_000;

    @Test
    void offIsBitExact() {
        CutFilters cuts = filters(20, 20_000);
        float[] x = new float[64];
        Random random = new Random(1);
        for (int t = 0; t < 64; t++) {
            x[t] = random.nextFloat() - 0.5f;
        }
        float[] before = x.clone();
        cuts.beginSubBlock();
        cuts.process(new float[][] {x}, 64, 0);
        assertThat(x).isEqualTo(before);
    }

    @Test
    void theResponseIsButterworths() {
        for (double hz : new double[] {50, 200, 400, 1000, 3000, 6000, 12_000}) {
            // Bilinear: the analogue response at the warped frequency.
            double w = Math.tan(Math.PI * hz / RATE);
            double low = Math.tan(Math.PI * 200 / RATE) / w;
            double high = w / Math.tan(Math.PI * 6000 / RATE);
            double expected = -10 * Math.log10((1 + Math.pow(low, 4)) * (1 + Math.pow(high, 4)));
            // Single precision at the output.
            assertThat(gainDb(200, 6000, hz)).as("%s Hz", hz).isCloseTo(expected, within(0.001));
        }
    }

    private static double gainDb(double low, double high, double hz) {
        CutFilters cuts = filters(low, high);
        double re = 0;
        double im = 0;
        float[] x = new float[64];
        for (int block = 0; block < 2 * RATE / 64; block++) {
            java.util.Arrays.fill(x, 0f);
            x[0] = block == 0 ? 1 : 0;
            cuts.beginSubBlock();
            cuts.process(new float[][] {x}, 64, 0);
            for (int t = 0; t < 64; t++) {
                double angle = 2 * Math.PI * hz / RATE * (64.0 * block + t);
                re += x[t] * Math.cos(angle);
                im += x[t] * Math.sin(angle);
            }
        }
        return 20 * Math.log10(Math.hypot(re, im));
    }

    private static CutFilters filters(double low, double high) {
        CutFilters cuts = new CutFilters(RATE, 1);
        cuts.tune(low, high);
        cuts.clear();
        return cuts;
    }
}
