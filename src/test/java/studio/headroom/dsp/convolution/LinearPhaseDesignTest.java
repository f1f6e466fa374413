package studio.headroom.dsp.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.FilterShape;

class LinearPhaseDesignTest {
    private static final int[] RATES = {44_100, 48_000, 88_200, 96_000, 176_400, 192_000};

    /// From 0 to half a circle of as many frequencies as there are taps, rounded up to a power of two.
    @ParameterizedTest
    @CsvSource({"2, 4", "3, 8", "3584, 8192", "4096, 8192", "15360, 32768", "61440, 131072"})
    void theGridHasAtLeastAsManyFrequenciesAsTheResponseHasTaps(int half, int around) {
        assertThat(new LinearPhaseDesign(half).bins()).isEqualTo(around / 2 + 1);
    }

    /// What a filter of an equalizer is and by how many dB its response may miss it from 30 Hz to 20 kHz.
    record Filter(FilterShape shape, double hertz, double gainDb, double q, int order, double usual, double fine) {}

    /// 0.1 dB for usual filters; steep cuts miss a little more far down their slope. What is narrower in the bass does
    /// not fit into the usual length, but into the fine one.
    static Stream<Filter> filters() {
        double soft = Math.sqrt(0.5);
        return Stream.of(
                new Filter(FilterShape.LOW_CUT, 20, 0, soft, 2, 0.05, 0.01),
                new Filter(FilterShape.LOW_CUT, 30, 0, soft, 4, 0.1, 0.01),
                new Filter(FilterShape.LOW_CUT, 80, 0, soft, 8, 0.25, 0.01),
                new Filter(FilterShape.HIGH_CUT, 18_000, 0, soft, 4, 0.01, 0.01),
                new Filter(FilterShape.LOW_SHELF, 40, 9, soft, 0, 0.05, 0.01),
                new Filter(FilterShape.LOW_SHELF, 100, -12, 1, 0, 0.05, 0.01),
                new Filter(FilterShape.HIGH_SHELF, 8000, 12, soft, 0, 0.01, 0.01),
                new Filter(FilterShape.TILT, 700, 6, 0.5, 0, 0.01, 0.01),
                new Filter(FilterShape.BELL, 50, 6, 1, 0, 0.05, 0.01),
                new Filter(FilterShape.BELL, 120, 6, 4, 0, 0.1, 0.01),
                new Filter(FilterShape.BELL, 250, -9, 8, 0, 0.1, 0.01),
                new Filter(FilterShape.BELL, 20, 6, 4, 0, 0.5, 0.02),
                new Filter(FilterShape.BELL, 40, 6, 4, 0, 1.2, 0.02),
                new Filter(FilterShape.BELL, 3000, 12, 20, 0, 0.01, 0.01));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void theResponseIsThatOfTheFilter(Filter filter) {
        for (int rate : RATES) {
            FilterBand band = new FilterBand();
            band.design(filter.shape, filter.hertz, filter.gainDb, filter.q, filter.order, rate);
            DoubleUnaryOperator amplitude = f -> Math.sqrt(band.power(f * rate));
            assertThat(missDb(LinearPhaseLength.usual(rate), amplitude, rate))
                    .as("usual at %s", rate)
                    .isLessThanOrEqualTo(filter.usual);
            assertThat(missDb(LinearPhaseLength.fine(rate), amplitude, rate))
                    .as("fine at %s", rate)
                    .isLessThanOrEqualTo(filter.fine);
        }
    }

    /// The most that a response misses its amplitudes by, in dB, where they are above -40 dB.
    private static double missDb(LinearPhaseLength length, DoubleUnaryOperator amplitude, int rate) {
        double[] taps = LinearPhaseDesign.response(amplitude, length.half());
        ComplexFft fft = ComplexFft.of(8 * Integer.highestOneBit(taps.length));
        double[] re = new double[fft.size()];
        double[] im = new double[fft.size()];
        for (int i = 0; i < taps.length; i++) {
            re[i - length.half() & fft.size() - 1] = taps[i];
        }
        fft.forward(re, im);
        double most = 0;
        for (int k = (int) Math.ceil(30.0 * fft.size() / rate); k < 20_000.0 * fft.size() / rate; k++) {
            double wanted = amplitude.applyAsDouble((double) k / fft.size());
            if (wanted > 0.01) {
                most = Math.max(most, Math.abs(20 * Math.log10(Math.abs(re[fft.place(k)]) / wanted)));
            }
        }
        return most;
    }

    @Test
    void bothSidesAreTheSameToTheBit() {
        int half = 100;
        double[] taps = LinearPhaseDesign.response(f -> 1 / (1 + 30 * f), half);
        assertThat(taps).hasSize(200);
        assertThat(taps[0]).isZero();
        for (int n = 1; n < half; n++) {
            assertThat(taps[half + n]).isEqualTo(taps[half - n]);
        }
    }

    @Test
    void flatIsASingleTap() {
        double[] taps = LinearPhaseDesign.response(_ -> -2, 64);
        for (int i = 0; i < taps.length; i++) {
            assertThat(taps[i]).isEqualTo(i == 64 ? -2 : 0, within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 16, 1000})
    void sharesAndPairsMakeTheSame(int shares) {
        LinearPhaseDesign design = new LinearPhaseDesign(96);
        for (int bin = 0; bin < design.bins(); bin++) {
            double f = design.frequency(bin);
            design.set(bin, 1 / (1 + 30 * f), Math.cos(3 * f));
        }
        for (int share = 0; share < shares; share++) {
            design.transform(share, shares);
        }
        double[] first = new double[192];
        double[] second = new double[192];
        for (int part = 0; part < 192; part += 64) {
            double[] a = new double[64];
            double[] b = new double[64];
            design.taps(part, 64, a, b);
            System.arraycopy(a, 0, first, part, 64);
            System.arraycopy(b, 0, second, part, 64);
        }
        double[] alone = LinearPhaseDesign.response(f -> 1 / (1 + 30 * f), 96);
        double[] other = LinearPhaseDesign.response(f -> Math.cos(3 * f), 96);
        for (int i = 0; i < 192; i++) {
            // The two share a transform, whose rounding differs with what is beside.
            assertThat(first[i]).isEqualTo(alone[i], within(1e-15));
            assertThat(second[i]).isEqualTo(other[i], within(1e-15));
        }
    }

    @Test
    void amplitudesAreThoseOfTheResponse() {
        double[] taps = LinearPhaseDesign.response(f -> 0.5 * Math.cos(6 * Math.PI * f) - 0.2, 300);
        double[] hertz = {0, 13.7, 1000, 4321, 24_000};
        double[] amplitudes = LinearPhaseDesign.amplitudes(taps, hertz, 48_000);
        for (int i = 0; i < hertz.length; i++) {
            // A line between bins of 1/4096 misses a curve of second derivative 178 by 178 / 8 / 4096², 1.3e-6.
            double wanted = 0.5 * Math.cos(6 * Math.PI * hertz[i] / 48_000) - 0.2;
            assertThat(amplitudes[i]).isEqualTo(wanted, within(2e-6));
        }
    }

    @Test
    void lengthsKeepTheirTimeAtEveryRate() {
        for (int rate : RATES) {
            assertThat(LinearPhaseLength.usual(rate).latency() / (double) rate).isBetween(0.085, 0.093);
            assertThat(LinearPhaseLength.fine(rate).latency() / (double) rate).isBetween(0.341, 0.372);
        }
        assertThat(LinearPhaseLength.usual(48_000).latency()).isEqualTo(4096);
        assertThat(LinearPhaseLength.fine(48_000).latency()).isEqualTo(16_384);
    }
}
