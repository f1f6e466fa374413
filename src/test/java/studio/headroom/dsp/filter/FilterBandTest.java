package studio.headroom.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FilterBandTest {
    private static final int[] ORDERS = {1, 2, 3, 4, 6, 8, 12, 16};
    private final FilterBand band = new FilterBand();

    /// The product's own promise.
    @Test
    void aBellOfSixDecibelsAtSixteenKilohertzFollowsTheAnalogCurve() {
        band.design(FilterShape.BELL, 16_000, 6, 0.7, 2, 44_100);
        assertThat(deviation(-100)).isLessThan(0.3);
    }

    /// The bounds are those that MatchedBiquad states.
    @ParameterizedTest
    @CsvSource({
        "44100, BELL, 0.5", "48000, BELL, 0.2", "96000, BELL, 0.01",
        "44100, LOW_SHELF, 0.55", "48000, LOW_SHELF, 0.35", "96000, LOW_SHELF, 0.02",
        "44100, HIGH_SHELF, 0.55", "48000, HIGH_SHELF, 0.35", "96000, HIGH_SHELF, 0.02",
        "44100, LOW_BAXANDALL, 0.3", "48000, LOW_BAXANDALL, 0.15", "96000, LOW_BAXANDALL, 0.02",
        "44100, HIGH_BAXANDALL, 0.3", "48000, HIGH_BAXANDALL, 0.15", "96000, HIGH_BAXANDALL, 0.02",
        "44100, TILT, 0.55", "48000, TILT, 0.35", "96000, TILT, 0.02",
        "44100, LOW_CUT, 0.65", "48000, LOW_CUT, 0.45", "96000, LOW_CUT, 0.03",
        "44100, HIGH_CUT, 0.8", "48000, HIGH_CUT, 0.25", "96000, HIGH_CUT, 0.01",
        "44100, BAND_PASS, 0.7", "48000, BAND_PASS, 0.3", "96000, BAND_PASS, 0.02",
        "44100, NOTCH, 1.7", "48000, NOTCH, 1.15", "96000, NOTCH, 0.1"
    })
    void everyShapeFollowsItsAnalogPrototype(int rate, FilterShape shape, double bound) {
        double gain = shape == FilterShape.TILT ? 6 : 12;
        double worst = 0;
        for (double hertz = 10; hertz <= 10_000; hertz *= 1.1) {
            for (double q : new double[] {0.5, 0.7071, 1, 2}) {
                for (double sign : new double[] {1, -1}) {
                    band.design(shape, hertz, sign * gain, q, 2, rate);
                    worst = Math.max(worst, deviation(-24));
                }
            }
        }
        assertThat(worst).isLessThan(bound);
    }

    /// A cut without resonance raises nothing, wherever it stands. The bounds are what the two points leave that each
    /// of
    /// its sections is matched at, and some air.
    @ParameterizedTest
    @CsvSource({"2, 0.15", "4, 0.4", "8, 0.8", "16, 1.5"})
    void aHighCutNearOrBeyondNyquistRaisesNothing(int order, double bound) {
        for (int rate : new int[] {44_100, 48_000}) {
            for (double hertz : new double[] {14_000, 16_000, 18_000, 20_000, 22_000, 30_000}) {
                band.design(FilterShape.HIGH_CUT, hertz, 0, Math.sqrt(0.5), order, rate);
                for (double hz = 10; hz <= 20_000; hz *= 1.03) {
                    assertThat(10 * Math.log10(band.power(hz) + 1e-30))
                            .as("%d Hz: a cut at %s Hz, heard at %s Hz", rate, hertz, hz)
                            .isLessThan(bound);
                }
            }
        }
    }

    /// The largest difference in dB up to 20 kHz, where the analog response is above `floor`.
    private double deviation(double floor) {
        double worst = 0;
        for (double hz = 10; hz <= 20_000; hz *= 1.03) {
            double analog = 10 * Math.log10(band.analogPower(hz) + 1e-30);
            if (analog > floor) {
                worst = Math.max(worst, Math.abs(10 * Math.log10(band.power(hz) + 1e-30) - analog));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @EnumSource
    void everySectionIsStable(FilterShape shape) {
        for (int rate : new int[] {8000, 44_100, 192_000, 768_000}) {
            for (double hertz = 10; hertz <= 30_000; hertz *= 1.3) {
                for (double q = 0.1; q <= 40; q *= 1.8) {
                    for (double gain : new double[] {-48, -12, -0.001, 0.001, 12, 48}) {
                        band.design(shape, hertz, gain, q, ORDERS[(int) (hertz + q) % ORDERS.length], rate);
                        assertStable();
                    }
                }
            }
        }
    }

    private void assertStable() {
        for (int i = 0; i < band.count(); i++) {
            double[] c = band.section(i);
            assertThat(c).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            assertThat(Math.abs(c[4])).isLessThan(1);
            assertThat(Math.abs(c[3])).isLessThan(1 + c[4]);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BELL", "LOW_SHELF", "HIGH_SHELF", "LOW_BAXANDALL", "HIGH_BAXANDALL", "TILT"})
    void aCutUndoesABoost(FilterShape shape) {
        FilterBand cut = new FilterBand();
        for (double hertz = 20; hertz <= 20_000; hertz *= 1.5) {
            band.design(shape, hertz, 9, 1.3, 2, 44_100);
            cut.design(shape, hertz, -9, 1.3, 2, 44_100);
            for (double hz = 10; hz < 22_050; hz *= 1.2) {
                // Near 0 Hz a filter at 20 Hz is a small difference of large numbers: 1e-9 of it is rounding.
                assertThat(band.power(hz) * cut.power(hz)).isCloseTo(1.0, within(1e-6));
            }
        }
    }

    @Test
    void atItsFrequencyACutHasTheGainOfItsQ() {
        for (int order : new int[] {2, 4, 6, 8, 12, 16}) {
            for (FilterShape shape : new FilterShape[] {FilterShape.LOW_CUT, FilterShape.HIGH_CUT}) {
                for (double q : new double[] {0.5, Math.sqrt(0.5), 4}) {
                    band.design(shape, 1000, 0, q, order, 48_000);
                    assertThat(Math.sqrt(band.power(1000))).isCloseTo(q, within(1e-6 * q));
                }
            }
        }
    }

    /// That is what makes it gentler than a shelf of any Q: it takes three octaves and more from one end to the other.
    @ParameterizedTest
    @CsvSource({"LOW_BAXANDALL, 1", "HIGH_BAXANDALL, -1"})
    void aBaxandallShelfHasHalfItsGainAtItsFrequencyAndNeverRisesBySixDecibelsAnOctave(FilterShape shape, int side) {
        for (double gain : new double[] {-18, -3, 3, 18}) {
            band.design(shape, 1000, gain, 9, 2, 96_000);
            assertThat(10 * Math.log10(band.power(1000))).isCloseTo(0.5 * gain, within(0.01));
            assertThat(10 * Math.log10(band.power(1000 * Math.pow(2, -7 * side))))
                    .isCloseTo(gain, within(0.05));
            assertThat(10 * Math.log10(band.power(1000 * Math.pow(2, 4 * side))))
                    .isCloseTo(0, within(0.3));
            for (double hz = 20; hz <= 10_000; hz *= 2) {
                assertThat(Math.abs(10 * Math.log10(band.power(2 * hz) / band.power(hz))))
                        .as("dB in the octave from %s Hz", hz)
                        .isLessThan(Math.min(6, 0.36 * Math.abs(gain)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 6.0", "2, 12.0", "3, 18.1", "4, 24.1", "8, 48.2", "16, 96.3"})
    void aCutFallsAsSteeplyAsItsOrder(int order, double dbPerOctave) {
        band.design(FilterShape.LOW_CUT, 2000, 0, Math.sqrt(0.5), order, 96_000);
        // At an eighth of its frequency, a first-order filter is still 0.05 dB short of its slope.
        assertThat(10 * Math.log10(band.power(250) / band.power(125))).isCloseTo(dbPerOctave, within(0.1));
        band.design(FilterShape.HIGH_CUT, 500, 0, Math.sqrt(0.5), order, 96_000);
        assertThat(10 * Math.log10(band.power(4000) / band.power(8000))).isCloseTo(dbPerOctave, within(0.15));
    }

    @Test
    void aNotchTakesItsFrequencyOutAndAnAllPassNothing() {
        band.design(FilterShape.NOTCH, 3000, 0, 10, 2, 48_000);
        assertThat(band.power(3000)).isLessThan(1e-14);
        assertThat(band.power(20)).isCloseTo(1, within(1e-4));
        band.design(FilterShape.ALL_PASS, 3000, 0, 3, 2, 48_000);
        for (double hz = 10; hz < 24_000; hz *= 1.3) {
            assertThat(band.power(hz)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void frequenciesAboveNyquistAreMovedBelow() {
        band.design(FilterShape.BELL, 30_000, 12, 1, 2, 44_100);
        FilterBand highest = new FilterBand();
        highest.design(FilterShape.BELL, MatchedBiquad.HIGHEST * 44_100, 12, 1, 2, 44_100);
        assertThat(band.section(0)).containsExactly(highest.section(0));
    }
}
