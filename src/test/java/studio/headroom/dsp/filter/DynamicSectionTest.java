package studio.headroom.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.dsp.filter.DynamicSection.Shape;

class DynamicSectionTest {
    private static final int RATE = 48_000;

    /// The analog response at frequencies bent by the trapezoidal rule; exact but for rounding.
    @ParameterizedTest
    @CsvSource({
        "BELL, 1000, 1, -12",
        "BELL, 8000, 2, 6",
        "LOW_SHELF, 200, 0.7071, -9",
        "HIGH_SHELF, 5000, 0.7071, -20",
        "HIGH_SHELF, 5000, 0.7071, 6"
    })
    void aSteadyGainHasTheResponseOfItsFormula(Shape shape, double hertz, double q, double gainDb) {
        double gain = Math.pow(10, gainDb / 20);
        float[] root = new float[64];
        Arrays.fill(root, (float) Math.sqrt(gain));
        float[] impulse = new float[1 << 15];
        impulse[0] = 1;
        DynamicSection section = new DynamicSection();
        section.aim(shape, hertz, q, RATE);
        for (int at = 0; at < impulse.length; at += 64) {
            section.process(0, impulse, at, root, 64, 0);
            section.rest();
        }
        double corner = Math.tan(Math.PI * hertz / RATE);
        for (double hz = 50; hz < 20_000; hz *= 1.3) {
            double w = Math.tan(Math.PI * hz / RATE) / corner;
            double k = 1 / q;
            double r = Math.sqrt(gain);
            double re =
                    switch (shape) {
                        case BELL -> 1 - w * w;
                        case LOW_SHELF -> gain - w * w;
                        case HIGH_SHELF -> 1 - gain * w * w;
                    };
            double im = (shape == Shape.BELL ? gain : r) * k * w;
            double expected = Math.hypot(re, im) / Math.hypot(1 - w * w, k * w);
            assertThat(20 * Math.log10(response(impulse, hz)))
                    .as("%s Hz", hz)
                    .isCloseTo(20 * Math.log10(expected), within(0.01));
        }
    }

    @Test
    void atUnityTheSignalIsLeftAsItIsWhateverMoves() {
        SplittableRandom random = new SplittableRandom(1);
        float[] x = new float[64];
        float[] root = new float[64];
        Arrays.fill(root, 1f);
        DynamicSection section = new DynamicSection();
        for (int k = 0; k < 100; k++) {
            section.aim(
                    Shape.values()[random.nextInt(3)], random.nextDouble(20, 30_000), random.nextDouble(0.1, 10), RATE);
            for (int i = 0; i < 64; i++) {
                x[i] = (float) random.nextDouble(-1, 1);
            }
            float[] before = x.clone();
            section.process(0, x, 0, root, 64, 0);
            assertThat(x).isEqualTo(before);
        }
    }

    private static double response(float[] impulse, double hz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < impulse.length; i++) {
            re += impulse[i] * Math.cos(2 * Math.PI * hz * i / RATE);
            im += impulse[i] * Math.sin(2 * Math.PI * hz * i / RATE);
        }
        return Math.hypot(re, im);
    }
}
