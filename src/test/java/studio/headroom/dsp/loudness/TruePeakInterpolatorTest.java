package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TruePeakInterpolatorTest {
    private static final int FRAMES = 1000;

    /// Steady tones up to a third of the rate in many phases: what each kernel's comment states.
    @ParameterizedTest
    @CsvSource({
        "KAISER_2, -1.26, 0.001",
        "KAISER_4, -0.31, 0.001",
        "KAISER_8, -0.076, 0.001",
        "KAISER_16, -0.020, 0.001",
        "KAISER_16_WIDE, -0.020, 0.001",
        "ITU_48, -0.31, 0.23"
    })
    void tonesReadWithinTheStatedError(InterpolationKernel kernel, double lowest, double highest) {
        double worstUnder = 0;
        double worstOver = 0;
        for (int step = 1; step <= 36; step++) {
            double frequency = step / 108.0;
            for (int phase = 0; phase < 12; phase++) {
                float[][] tone = {new float[FRAMES]};
                for (int i = 0; i < FRAMES; i++) {
                    tone[0][i] = (float) Math.sin(2 * Math.PI * frequency * i + Math.PI * phase / 12);
                }
                double peak = 0;
                float[] peaks = peaks(kernel, tone, 0, FRAMES);
                for (int i = 2 * kernel.reach(); i < FRAMES; i++) {
                    peak = Math.max(peak, peaks[i]);
                }
                worstUnder = Math.min(worstUnder, 20 * Math.log10(peak));
                worstOver = Math.max(worstOver, 20 * Math.log10(peak));
            }
        }
        assertThat(worstUnder).isBetween(lowest, 0.0);
        assertThat(worstOver).isBetween(0.0, highest);
    }

    @ParameterizedTest
    @EnumSource
    void peaksAreThoseOfADirectConvolution(InterpolationKernel kernel) {
        float[][] noise = noise(2, 500, 1);
        float[] peaks = peaks(kernel, noise, 0, 500);
        for (int n = 100; n < 300; n++) {
            double expected = Math.max(direct(kernel, noise[0], n), direct(kernel, noise[1], n));
            // As many float products of up to 1 each as taps round to about 1e-6.
            assertThat((double) peaks[n + kernel.reach()]).isCloseTo(expected, within(3e-6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFloorHidesWhatIsBelowAndChangesNothingAbove(InterpolationKernel kernel) {
        float[][] mixed = noise(2, 4000, 2);
        for (int i = 0; i < 4000; i++) {
            // Loud and quiet, smooth and rough stretches.
            float envelope = (float) Math.pow(Math.sin(i / 300.0), 4);
            mixed[0][i] = envelope * (0.2f * mixed[0][i] + (float) Math.sin(i * 0.02));
            mixed[1][i] *= envelope;
        }
        float[] all = peaks(kernel, mixed, 0, 4000);
        for (float floor : new float[] {0.1f, 0.4f, 0.8f}) {
            float[] above = peaks(kernel, mixed, floor, 4000);
            for (int i = 0; i < 4000; i++) {
                assertThat(above[i]).isEqualTo(Math.max(all[i], floor));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void maximaAreThoseOfTheFrames(InterpolationKernel kernel) {
        float[][] noise = noise(2, 5000, 3);
        float[] maxima = new float[2];
        new TruePeakInterpolator(kernel, 2).raiseMaxima(noise, 0, 5000, maxima);
        for (int channel = 0; channel < 2; channel++) {
            float expected = 0;
            for (float peak : peaks(kernel, new float[][] {noise[channel]}, 0, 5000)) {
                expected = Math.max(expected, peak);
            }
            assertThat(maxima[channel]).isEqualTo(expected);
        }
    }

    @Test
    void howTheStreamIsCutDoesNotMatter() {
        float[][] noise = noise(2, FRAMES, 4);
        float[] whole = peaks(InterpolationKernel.KAISER_8, noise, 0.5f, FRAMES);
        for (int block : new int[] {1, 7, 64, 511}) {
            assertThat(peaks(InterpolationKernel.KAISER_8, noise, 0.5f, block)).containsExactly(whole);
        }
    }

    @Test
    void resetForgetsTheStream() {
        float[][] noise = noise(1, FRAMES, 5);
        TruePeakInterpolator interpolator = new TruePeakInterpolator(InterpolationKernel.KAISER_4, 1);
        float[] first = new float[FRAMES];
        interpolator.linkedPeaks(noise, 0, FRAMES, 0, first, 0);
        interpolator.reset();
        float[] second = new float[FRAMES];
        interpolator.linkedPeaks(noise, 0, FRAMES, 0, second, 0);
        assertThat(second).containsExactly(first);
    }

    @Test
    void aNanSpoilsOnlyWhatIsWithinReach() {
        float[][] noise = noise(1, FRAMES, 6);
        float[] clean = peaks(InterpolationKernel.KAISER_8, noise, 0, FRAMES);
        noise[0][500] = Float.NaN;
        float[] spoilt = peaks(InterpolationKernel.KAISER_8, noise, 0, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            if (i < 500 || i > 548) {
                assertThat(spoilt[i]).isEqualTo(clean[i]);
            }
        }
    }

    private static float[] peaks(InterpolationKernel kernel, float[][] signal, float floor, int block) {
        TruePeakInterpolator interpolator = new TruePeakInterpolator(kernel, signal.length);
        int frames = signal[0].length;
        float[] peaks = new float[frames];
        for (int from = 0; from < frames; from += block) {
            interpolator.linkedPeaks(signal, from, Math.min(block, frames - from), floor, peaks, from);
        }
        return peaks;
    }

    private static double direct(InterpolationKernel kernel, float[] x, int n) {
        double peak = kernel.includesSamples() ? Math.abs(x[n]) : 0;
        int reach = kernel.reach();
        for (int pair = 0; pair < kernel.pairs(); pair++) {
            double early = 0;
            double late = 0;
            for (int k = 0; k < reach; k++) {
                double even = kernel.even()[pair * reach + k];
                double odd = kernel.odd()[pair * reach + k];
                early += (even + odd) * x[n - k] + (even - odd) * x[n + 1 + k];
                late += (even - odd) * x[n - k] + (even + odd) * x[n + 1 + k];
            }
            peak = Math.max(peak, Math.max(Math.abs(early), Math.abs(late)));
        }
        return peak;
    }

    private static float[][] noise(int channels, int frames, long seed) {
        Random random = new Random(seed);
        float[][] noise = new float[channels][frames];
        for (float[] channel : noise) {
            for (int i = 0; i < frames; i++) {
                channel[i] = random.nextFloat() * 2 - 1;
            }
        }
        return noise;
    }
}
