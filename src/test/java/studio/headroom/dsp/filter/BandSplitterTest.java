package studio.headroom.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandSplitterTest {
    private static final int LENGTH = 1 << 15;
    private static final double[] HERTZ = {120, 1200, 6000, 12_000};

    private static float[][] run(int rate, int bands, int solo) {
        BandSplitter splitter = new BandSplitter(rate, bands, 1);
        for (int i = 0; i < bands - 1; i++) {
            splitter.setCrossover(i, HERTZ[i]);
        }
        float[][] io = new float[1][LENGTH];
        io[0][0] = 1;
        for (int at = 0; at < LENGTH; at += 64) {
            splitter.split(io, at, 64);
            for (int b = 0; b < bands && solo >= 0; b++) {
                for (int i = 0; i < 64 && b != solo; i++) {
                    splitter.band(b)[0][i] = 0;
                }
            }
            splitter.join(io, at, 64);
            splitter.flush();
        }
        return io;
    }

    /// The bands add up to the product of the crossovers' all-passes (s² - √2·s + 1) / (s² + √2·s + 1): nothing is left
    /// when that is taken away. Single precision, once for each band.
    @ParameterizedTest
    @CsvSource({"2, 48000", "3, 48000", "4, 44100", "5, 48000", "5, 192000"})
    void bandsThatAreLeftAloneAddUpToAllPasses(int bands, int rate) {
        float[] sum = run(rate, bands, -1)[0];
        double[] expected = new double[LENGTH];
        expected[0] = 1;
        for (int i = 0; i < bands - 1; i++) {
            double g = Math.tan(Math.PI * HERTZ[i] / rate);
            double d = 1 / (1 + g * (g + Math.sqrt(2)));
            double a1 = 2 * (g * g - 1) * d;
            double a2 = (1 - g * (Math.sqrt(2) - g)) * d;
            double x1 = 0;
            double x2 = 0;
            double y1 = 0;
            double y2 = 0;
            for (int t = 0; t < LENGTH; t++) {
                double x = expected[t];
                double y = a2 * x + a1 * x1 + x2 - a1 * y1 - a2 * y2;
                x2 = x1;
                x1 = x;
                y2 = y1;
                y1 = y;
                expected[t] = y;
            }
        }
        double worst = 0;
        for (int t = 0; t < LENGTH; t++) {
            worst = Math.max(worst, Math.abs(sum[t] - expected[t]));
        }
        assertThat(worst).isLessThan(2e-7);
        for (double hz = 20; hz < 0.45 * rate; hz *= 1.2) {
            assertThat(20 * Math.log10(response(sum, hz, rate))).as("%s Hz", hz).isCloseTo(0, within(0.001));
        }
    }

    /// 6 dB down at each border, 24 dB an octave beyond.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aBandIsWhatLiesBetweenItsCrossovers(int band) {
        int rate = 48_000;
        float[] alone = run(rate, 3, band)[0];
        double[] border = {HERTZ[0], HERTZ[1]};
        for (int i = 0; i < 2; i++) {
            boolean edge = band == i || band == i + 1;
            if (edge) {
                assertThat(20 * Math.log10(response(alone, border[i], rate))).isCloseTo(-6.02, within(0.05));
            }
        }
        double away = band == 0 ? 4 * HERTZ[0] : band == 2 ? HERTZ[1] / 4 : HERTZ[0] / 4;
        assertThat(20 * Math.log10(response(alone, away, rate))).isCloseTo(-48.2, within(0.3));
    }

    private static double response(float[] impulse, double hz, int rate) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < impulse.length; i++) {
            re += impulse[i] * Math.cos(2 * Math.PI * hz * i / rate);
            im += impulse[i] * Math.sin(2 * Math.PI * hz * i / rate);
        }
        return Math.hypot(re, im);
    }
}
