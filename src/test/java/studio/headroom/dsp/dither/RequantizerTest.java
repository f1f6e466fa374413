package studio.headroom.dsp.dither;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequantizerTest {
    private static final int RATE = 44_100;
    private static final int MANY = 400_000;

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 20, 24})
    void roundingKeepsWhatFits(int bits) {
        Random random = new Random(1);
        float[][] in = new float[2][10_000];
        int[][] expected = new int[2][10_000];
        int full = 1 << (bits - 1);
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i < 10_000; i++) {
                expected[channel][i] = i == 0 ? -full : i == 1 ? full - 1 : random.nextInt(-full, full);
                in[channel][i] = expected[channel][i] / (float) full;
            }
        }
        int[][] out = new int[2][10_000];
        Requantizer requantizer = Requantizer.rounding(RATE, 2, bits);
        requantizer.process(in, 0, out, 0, 10_000);
        assertThat(out).isDeepEqualTo(expected);
        assertThat(requantizer.clippedSamples()).isZero();
    }

    /// No noise modulation: at every level, also between the steps, the error has mean 0 and variance 1/4 LSB².
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.25, 0.5, 0.77, 1, 1000.3, -3.5, -0.9})
    void errorHasMeanZeroAndTheSameVarianceAtEveryLevel(double level) {
        double[] errors = errors(constant(level), NoiseShaping.NONE, RATE);
        double mean = Arrays.stream(errors).average().orElseThrow();
        double variance = Arrays.stream(errors).map(e -> e * e).average().orElseThrow() - mean * mean;
        // Five standard deviations of the estimates from 400 000 samples.
        assertThat(mean).isCloseTo(0, within(5 * 0.5 / Math.sqrt(MANY)));
        assertThat(variance).isCloseTo(0.25, within(5 * 0.25 * Math.sqrt(2.0 / MANY)));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "GENTLE", "MEDIUM", "STRONG"})
    void harmonicsOfAQuietSineAreGone(NoiseShaping shaping) {
        int length = 1 << 18;
        // -90 dBFS, one LSB of 16 bits, on an exact bin near 1 kHz.
        int bin = 5945;
        float[] sine = new float[length];
        for (int i = 0; i < length; i++) {
            sine[i] = (float) (Math.pow(10, -90 / 20.0) * Math.sin(2 * Math.PI * bin * i / length));
        }
        double[] dithered = powers(quantized(Requantizer.dithering(RATE, 1, 16, shaping, 5), sine), length);
        double[] rounded = powers(quantized(Requantizer.rounding(RATE, 1, 16), sine), length);
        for (int harmonic = 2; harmonic <= 9; harmonic++) {
            double noise = 0;
            for (int i = -200; i < 200; i++) {
                noise += dithered[bin * harmonic + i] / 400;
            }
            // A single bin of noise exceeds its mean 14-fold once in a million.
            assertThat(dithered[bin * harmonic]).as("harmonic %d", harmonic).isLessThan(14 * noise);
        }
        assertThat(rounded[3 * bin]).as("what plain rounding makes").isGreaterThan(3e-4 * rounded[bin]);
    }

    /// Total noise and level at 3.5 and 20 kHz against flat dither, as published.
    @ParameterizedTest
    @CsvSource({"GENTLE, 6.6, -18.7, 11.2", "MEDIUM, 12.2, -21.5, 18.7", "STRONG, 18.4, -24.5, 25.5"})
    void shapedNoiseHasThePublishedSpectrum(NoiseShaping shaping, double total, double keen, double dull) {
        double[] taps = shaping.filter(RATE);
        assertThat(10 * Math.log10(NoiseShaping.noisePower(taps, 3500.0 / RATE)))
                .isCloseTo(keen, within(0.1));
        assertThat(10 * Math.log10(NoiseShaping.noisePower(taps, 20_000.0 / RATE)))
                .isCloseTo(dull, within(0.1));

        double[] errors = errors(constant(1000.3), shaping, RATE);
        double power = Arrays.stream(errors).map(e -> e * e).average().orElseThrow();
        assertThat(10 * Math.log10(power / 0.25)).isCloseTo(total, within(0.1));
        int length = 1 << 18;
        double[] spectrum = powers(Arrays.copyOf(errors, length), length);
        for (double frequency : new double[] {1000, 3500, 8000, 14_000, 20_000}) {
            int bin = (int) (frequency * length / RATE);
            double band =
                    Arrays.stream(spectrum, bin - 300, bin + 300).average().orElseThrow() / (0.25 * length);
            double expected = 0;
            for (int i = -300; i < 300; i++) {
                expected += NoiseShaping.noisePower(taps, (double) (bin + i) / length) / 600;
            }
            // The mean of 600 bins has a standard deviation of 0.18 dB.
            assertThat(10 * Math.log10(band / expected)).as("%f Hz", frequency).isCloseTo(0, within(0.8));
        }
    }

    /// At other rates the same noise is moved from the same places; more bandwidth can only help.
    @ParameterizedTest
    @CsvSource({
        "GENTLE, 48000",
        "MEDIUM, 48000",
        "STRONG, 48000",
        "STRONG, 88200",
        "MEDIUM, 96000",
        "STRONG, 96000",
        "STRONG, 192000"
    })
    void shapingAtOtherRatesIsAsQuietWhereTheEarIsKeen(NoiseShaping shaping, int rate) {
        double[] published = shaping.filter(RATE);
        double[] made = shaping.filter(rate);
        for (double frequency : new double[] {1000, 2000, 3500, 5000}) {
            double then = 10 * Math.log10(NoiseShaping.noisePower(published, frequency / RATE));
            double now = 10 * Math.log10(NoiseShaping.noisePower(made, frequency / rate));
            assertThat(now).as("%f Hz", frequency).isLessThan(then + 2);
        }
        double[] errors = errors(constant(1000.3), shaping, rate);
        double power = Arrays.stream(errors).map(e -> e * e).average().orElseThrow();
        assertThat(10 * Math.log10(power / 0.25)).as("total noise").isBetween(0.0, 20.0);
    }

    @Test
    void lowRatesAreNotShaped() {
        assertThat(NoiseShaping.STRONG.filter(32_000)).isEmpty();
        assertThat(NoiseShaping.NONE.filter(96_000)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void digitalSilenceStaysSilent(NoiseShaping shaping) {
        float[] sound = new float[5 * RATE];
        for (int i = RATE; i < 2 * RATE; i++) {
            sound[i] = (float) Math.sin(i * 0.1) * 0.3f;
        }
        double[] out = quantized(Requantizer.dithering(RATE, 1, 16, shaping, 1), sound);
        for (int i = 0; i < RATE; i++) {
            assertThat(out[i]).isZero();
        }
        int blanked = 2 * RATE + (int) (Requantizer.BLANK_SECONDS * RATE);
        assertThat(Arrays.stream(out, 2 * RATE, blanked).anyMatch(y -> y != 0)).isTrue();
        for (int i = blanked; i < 5 * RATE; i++) {
            assertThat(out[i]).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void fullScaleIsHeldAndTheShaperRecovers(NoiseShaping shaping) {
        float[] loud = new float[20_000];
        Arrays.fill(loud, 0, 5000, 2f);
        Arrays.fill(loud, 5000, 10_000, Float.NEGATIVE_INFINITY);
        Arrays.fill(loud, 10_000, 10_100, Float.NaN);
        Arrays.fill(loud, 10_100, 20_000, 0.1f);
        Requantizer requantizer = Requantizer.dithering(RATE, 1, 16, shaping, 1);
        double[] out = quantized(requantizer, loud);
        assertThat(Arrays.stream(out, 0, 5000)).containsOnly(32767.0);
        assertThat(Arrays.stream(out, 5000, 10_000)).containsOnly(-32768.0);
        assertThat(requantizer.clippedSamples()).isGreaterThanOrEqualTo(10_000);
        for (int i = 10_200; i < 20_000; i++) {
            // The strongest shaper's error stays below the sum of its taps, 22, times 1.5 LSB.
            assertThat(out[i]).isCloseTo(3276.8, within(34.0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedSameBitsHoweverCut(NoiseShaping shaping) {
        float[][] noise = noise(2, 20_000);
        int[][] whole = new int[2][20_000];
        Requantizer requantizer = Requantizer.dithering(RATE, 2, 16, shaping, 9);
        requantizer.process(noise, 0, whole, 0, 20_000);
        for (int block : new int[] {1, 63, 4096}) {
            int[][] cut = new int[2][20_000];
            requantizer.reset();
            for (int from = 0; from < 20_000; from += block) {
                requantizer.process(noise, from, cut, from, Math.min(block, 20_000 - from));
            }
            assertThat(cut).isDeepEqualTo(whole);
        }
        int[][] other = new int[2][20_000];
        Requantizer.dithering(RATE, 2, 16, shaping, 10).process(noise, 0, other, 0, 20_000);
        assertThat(Arrays.deepEquals(other, whole)).isFalse();
    }

    @Test
    void channelsAreIndependent() {
        float[] level = new float[MANY];
        Arrays.fill(level, 1000.3f / 32768);
        int[][] out = new int[2][MANY];
        Requantizer.dithering(RATE, 2, 16, NoiseShaping.NONE, 1).process(new float[][] {level, level}, 0, out, 0, MANY);
        double product = 0;
        for (int i = 0; i < MANY; i++) {
            product += (out[0][i] - 1000.3) * (out[1][i] - 1000.3) / MANY;
        }
        // Five standard deviations.
        assertThat(product).isCloseTo(0, within(5 * 0.25 / Math.sqrt(MANY)));
    }

    @Test
    void twentyFourBitsHoldFloatsToTheirLastStep() {
        float[][] noise = noise(1, 10_000);
        int[][] out = new int[1][10_000];
        Requantizer.dithering(RATE, 1, 24, NoiseShaping.NONE, 3).process(noise, 0, out, 0, 10_000);
        for (int i = 0; i < 10_000; i++) {
            // Dither of 1 LSB and rounding of half.
            assertThat(out[0][i] - noise[0][i] * 8388608.0).isCloseTo(0, within(1.5));
        }
    }

    @Test
    void wordLengthsOutsideTheRangeAreRefused() {
        assertThatThrownBy(() -> Requantizer.rounding(RATE, 1, 32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Requantizer.rounding(RATE, 1, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16, 20, 24})
    void usedBitsAreFound(int bits) {
        Random random = new Random(bits);
        float[][] in = new float[2][1000];
        for (float[] row : in) {
            for (int i = 0; i < 1000; i++) {
                row[i] = random.nextInt(-(1 << (bits - 1)), 1 << (bits - 1)) / (float) (1 << (bits - 1));
            }
        }
        BitDepthMeter meter = new BitDepthMeter();
        assertThat(meter.bits()).isEqualTo(1);
        meter.process(in, 0, 1000);
        assertThat(meter.bits()).isEqualTo(bits);
        meter.process(new float[][] {{0.1f}}, 0, 1);
        assertThat(meter.bits()).isEqualTo(BitDepthMeter.FLOATING_POINT);
    }

    @ParameterizedTest
    @ValueSource(floats = {1f, -1.5f, Float.NaN, Float.POSITIVE_INFINITY, 1e-30f})
    void whatNoIntegerHoldsIsFloatingPoint(float value) {
        BitDepthMeter meter = new BitDepthMeter();
        meter.process(new float[][] {{value}}, 0, 1);
        assertThat(meter.bits()).isEqualTo(BitDepthMeter.FLOATING_POINT);
    }

    private static float[] constant(double level) {
        float[] constant = new float[MANY];
        Arrays.fill(constant, (float) (level / 32768));
        return constant;
    }

    /// Errors in LSB.
    private static double[] errors(float[] in, NoiseShaping shaping, int rate) {
        double[] out = quantized(Requantizer.dithering(rate, 1, 16, shaping, 7), in);
        for (int i = 0; i < out.length; i++) {
            out[i] -= in[i] * 32768.0;
        }
        return out;
    }

    private static double[] quantized(Requantizer requantizer, float[] in) {
        int[][] out = new int[1][in.length];
        requantizer.process(new float[][] {in}, 0, out, 0, in.length);
        return Arrays.stream(out[0]).asDoubleStream().toArray();
    }

    private static double[] powers(double[] signal, int length) {
        double[] copy = Arrays.copyOf(signal, length);
        new DoubleFFT_1D(length).realForward(copy);
        double[] powers = new double[length / 2];
        for (int i = 1; i < powers.length; i++) {
            powers[i] = copy[2 * i] * copy[2 * i] + copy[2 * i + 1] * copy[2 * i + 1];
        }
        return powers;
    }

    private static float[][] noise(int channels, int frames) {
        Random random = new Random(1);
        float[][] noise = new float[channels][frames];
        for (float[] channel : noise) {
            for (int i = 0; i < frames; i++) {
                channel[i] = random.nextFloat() - 0.5f;
            }
        }
        return noise;
    }
}
