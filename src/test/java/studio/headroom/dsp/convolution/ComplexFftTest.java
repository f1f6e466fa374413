package studio.headroom.dsp.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplexFftTest {
    private static double[] random(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(size, -1, 1).toArray();
    }

    /// Against the sum that defines it; each of its terms rounds to 1e-16.
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 32, 64, 512, 1024})
    void forwardIsTheTransform(int size) {
        ComplexFft fft = ComplexFft.of(size);
        double[] xr = random(size, 1);
        double[] xi = random(size, 2);
        double[] re = xr.clone();
        double[] im = xi.clone();
        fft.forward(re, im);
        for (int k = 0; k < size; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int n = 0; n < size; n++) {
                double angle = -2 * Math.PI * ((long) k * n % size) / size;
                sumRe += xr[n] * Math.cos(angle) - xi[n] * Math.sin(angle);
                sumIm += xr[n] * Math.sin(angle) + xi[n] * Math.cos(angle);
            }
            assertThat(re[fft.place(k)]).isEqualTo(sumRe, within(1e-11));
            assertThat(im[fft.place(k)]).isEqualTo(sumIm, within(1e-11));
        }
    }

    /// The error grows with the logarithm of the size.
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 2048, 4096, 65536})
    void inverseBringsBackWhatWas(int size) {
        ComplexFft fft = ComplexFft.of(size);
        double[] re = random(size, 3);
        double[] im = random(size, 4);
        double[] xr = re.clone();
        double[] xi = im.clone();
        fft.forward(re, im);
        fft.inverse(re, im);
        for (int n = 0; n < size; n++) {
            assertThat(re[n] / size).isEqualTo(xr[n], within(1e-14));
            assertThat(im[n] / size).isEqualTo(xi[n], within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void partsMakeTheWholeToTheBit(int size) {
        ComplexFft fft = ComplexFft.of(size);
        double[] wholeRe = random(size, 5);
        double[] wholeIm = random(size, 6);
        double[] re = wholeRe.clone();
        double[] im = wholeIm.clone();
        fft.forward(wholeRe, wholeIm);
        for (int pass = 0; pass < fft.passes(); pass++) {
            for (int from = 0; from < size / 4; from += 5) {
                fft.forward(re, im, pass, from, Math.min(size / 4, from + 5));
            }
        }
        assertThat(re).containsExactly(wholeRe);
        assertThat(im).containsExactly(wholeIm);
    }

    @Test
    void sizesWithoutATransformAreRefused() {
        assertThatThrownBy(() -> ComplexFft.of(24)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ComplexFft.of(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ComplexFft.of(1 << 21)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ComplexFft.of(64)).isSameAs(ComplexFft.of(64));
    }
}
