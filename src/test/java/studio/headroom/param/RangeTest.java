package studio.headroom.param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RangeTest {
    private static final int STEPS = 1000;

    static Stream<Range> continuous() {
        return Stream.of(
                new Range.Linear(-24, 24),
                new Range.Linear(0, 200),
                new Range.Linear(-1e-3, 1e6),
                new Range.Log(20, 20_000),
                new Range.Log(0.01, 1),
                new Range.Log(0.1, 5000),
                new Range.Skewed(0, 100, 10),
                new Range.Skewed(-60, 0, -12),
                new Range.Skewed(1, 20, 4),
                new Range.Fader(6),
                new Range.Fader(0),
                new Range.Fader(12));
    }

    static Stream<Range> stepped() {
        return Stream.of(
                new Range.Toggle(), Range.Choice.of("off", "bell"), Range.Choice.of("a", "b", "c", "d", "e", "f", "g"));
    }

    static Stream<Range> all() {
        return Stream.concat(continuous(), stepped());
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void plainAndPositionAreInverse(Range range) {
        for (int i = 0; i <= STEPS; i++) {
            double position = (double) i / STEPS;
            double plain = range.plain(position);
            // Rounding of exp, log and an eighth power, each a few units in the last place.
            assertThat(range.position(plain)).as("position of %s", plain).isCloseTo(position, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("stepped")
    void everyOptionKeepsItsPlace(Range range) {
        for (double plain = 0; plain <= range.max(); plain++) {
            assertThat(range.plain(range.position(plain))).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void plainRisesWithPositionAndStaysInside(Range range) {
        double last = range.min();
        for (int i = 0; i <= STEPS; i++) {
            double plain = range.plain((double) i / STEPS);
            assertThat(plain).isBetween(last, range.max());
            last = plain;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theEndsOfTheTravelAreTheEndsOfTheRange(Range range) {
        assertThat(range.plain(0)).isEqualTo(range.min());
        assertThat(range.plain(1)).isEqualTo(range.max());
        assertThat(range.position(range.min())).isZero();
        assertThat(range.position(range.max())).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatLiesOutsideIsClamped(Range range) {
        assertThat(range.clamp(Double.NEGATIVE_INFINITY)).isEqualTo(range.min());
        assertThat(range.clamp(Double.POSITIVE_INFINITY)).isEqualTo(range.max());
        assertThat(range.clamp(range.max() + 1)).isEqualTo(range.max());
        assertThat(range.plain(-0.5)).isEqualTo(range.min());
        assertThat(range.plain(1.5)).isEqualTo(range.max());
        assertThat(range.position(range.max() + 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void notANumberIsTheLowEnd(Range range) {
        assertThat(range.clamp(Double.NaN)).isEqualTo(range.min());
        assertThat(range.position(Double.NaN)).isZero();
        assertThat(range.plain(Double.NaN)).isEqualTo(range.min());
    }

    @ParameterizedTest
    @MethodSource("all")
    void clampingTwiceIsClampingOnce(Range range) {
        for (int i = -10; i <= STEPS + 10; i++) {
            double clamped = range.clamp(-70 + i * 0.37);
            assertThat(range.clamp(clamped)).isEqualTo(clamped);
        }
    }

    /// The table of the fader's law: decibels and per cent of the travel.
    @ParameterizedTest
    @CsvSource({
        "6, 100",
        "3, 88.5",
        "0, 78.2",
        "-3, 69.0",
        "-6, 60.7",
        "-10, 51.0",
        "-15, 40.9",
        "-20, 32.5",
        "-30, 20.2",
        "-40, 12.1",
        "-60, 4.0"
    })
    void faderFollowsItsLaw(double db, double percent) {
        // The table is rounded to a tenth of a per cent and reckons with a top at twice the amplitude, +6.02 dB.
        assertThat(100 * new Range.Fader(6).position(db)).isCloseTo(percent, within(0.1));
    }

    @Test
    void faderIsSilentAtTheBottomOnly() {
        Range fader = new Range.Fader(6);
        assertThat(fader.plain(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(fader.plain(1e-3)).isGreaterThan(-110);
        assertThat(fader.position(-300)).isZero();
    }

    @Test
    void logarithmicTravelIsEvenInOctaves() {
        Range range = new Range.Log(20, 20_480);
        for (int octave = 0; octave <= 10; octave++) {
            assertThat(range.position(20 * Math.pow(2, octave))).isCloseTo(octave / 10.0, within(1e-12));
        }
    }

    @Test
    void skewPutsItsCenterInTheMiddle() {
        assertThat(new Range.Skewed(1, 20, 4).plain(0.5)).isCloseTo(4, within(1e-12));
        assertThat(new Range.Skewed(1, 20, 4).position(4)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void impossibleRangesAreRefused() {
        assertRefused(() -> new Range.Linear(1, 1));
        assertRefused(() -> new Range.Linear(2, 1));
        assertRefused(() -> new Range.Linear(Double.NaN, 1));
        assertRefused(() -> new Range.Linear(0, Double.POSITIVE_INFINITY));
        assertRefused(() -> new Range.Log(0, 10));
        assertRefused(() -> new Range.Log(-1, 10));
        assertRefused(() -> new Range.Skewed(0, 1, 1));
        assertRefused(() -> new Range.Skewed(0, 1, Double.NaN));
        assertRefused(() -> new Range.Fader(Double.NaN));
        assertRefused(() -> new Range.Fader(Double.NEGATIVE_INFINITY));
        assertRefused(() -> Range.Choice.of("one"));
        assertRefused(() -> Range.Choice.of("one", "ONE"));
        assertRefused(() -> Range.Choice.of("one", " "));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable range) {
        assertThatThrownBy(range).isInstanceOf(IllegalArgumentException.class);
    }
}
