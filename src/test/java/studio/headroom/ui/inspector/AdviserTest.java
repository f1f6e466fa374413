package studio.headroom.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.ui.inspector.Advice.Kind;
import studio.headroom.ui.inspector.Advice.Target;

class AdviserTest {
    /// A strip that nothing is to be said of.
    private static Measured fine() {
        return new Measured("Kick", "Drums", -6, 0, -8, 30, -12, 0, 0.8, 100, 4, 2, 0, -18);
    }

    private static Measured over(double highest, long clipped, double recent, String output) {
        Measured m = fine();
        return new Measured(m.name(), output, highest, clipped, recent, 30, m.inputDb(), 0, 0.8, 100, 4, 2, 0, -18);
    }

    private static Measured quiet(double input, double trim, double seconds) {
        return new Measured("Kick", "Drums", -40, 0, -40, seconds, input, trim, 0.8, 100, 0, 0, 0, Double.NaN);
    }

    private static Measured sides(double correlation, double width) {
        return new Measured("Pad", "Mix", -6, 0, -8, 30, -12, 0, correlation, width, 0, 0, 0, Double.NaN);
    }

    private static Measured pressed(double deepest, double seconds) {
        return new Measured("Kick", "Drums", -6, 0, -8, 30, -12, 0, 0.8, 100, deepest, 8.1, seconds, -32);
    }

    private static List<Kind> kinds(Measured measured) {
        return Adviser.advise(measured).stream().map(Advice::kind).toList();
    }

    @Test
    void aStripThatIsFineGetsNoAdvice() {
        assertThat(Adviser.advise(fine())).isEmpty();
    }

    @Test
    void peaksOverFullScaleAreToldWithTheirNumbers() {
        Advice advice = Adviser.advise(over(1.24, 214, 0.9, "Drums")).getFirst();
        assertThat(advice.kind()).isEqualTo(Kind.OVER);
        assertThat(advice.title()).isEqualTo("Kick peaks 1.2 dB over full scale");
        assertThat(advice.detail()).contains("214 samples", "Drums", "3.0 dB");
        assertThat(advice.target()).isEqualTo(Target.TRIM);
    }

    @Test
    void theMasterIsToldOfFiles() {
        assertThat(Adviser.advise(over(0.3, 1, 0.3, "")).getFirst().detail())
                .startsWith("1 sample was beyond it.")
                .contains("A file of 16 or 24 bits");
    }

    @Test
    void aLatchThatIsOldLeadsToItsNumber() {
        Advice advice = Adviser.advise(over(1.24, 214, -6, "Drums")).getFirst();
        assertThat(advice.kind()).isEqualTo(Kind.OLD_CLIP);
        assertThat(advice.target()).isEqualTo(Target.PEAK);
        assertThat(advice.detail()).contains("1.2 dB", "\u22126.0 dBFS");
    }

    @Test
    void aLatchIsToldBeforeAnythingHasPlayed() {
        assertThat(kinds(over(1.24, 214, Double.NaN, "Drums"))).containsExactly(Kind.OVER);
    }

    @ParameterizedTest
    @CsvSource({"12.1, 0.5, true", "12.0, 3, false", "14, 0.4, false"})
    void aCompressorIsToldOfBeyondTwelveDecibelsForHalfASecond(double deepest, double seconds, boolean told) {
        assertThat(kinds(pressed(deepest, seconds)).contains(Kind.SQUASHED)).isEqualTo(told);
    }

    @Test
    void aCompressorIsToldOfWithMeanAndThreshold() {
        Advice advice = Adviser.advise(pressed(14.23, 2)).getFirst();
        assertThat(advice.title()).contains("14.2 dB");
        assertThat(advice.detail()).contains("8.1 dB", "\u221232.0 dB");
        assertThat(advice.target()).isEqualTo(Target.THRESHOLD);
    }

    @ParameterizedTest
    @CsvSource({"-0.3, true", "-0.2, false", "0.5, false", "NaN, false"})
    void opposedSidesAreTold(double correlation, boolean told) {
        assertThat(kinds(sides(correlation, 100)).contains(Kind.OPPOSED)).isEqualTo(told);
    }

    @Test
    void aWidthThatCausesItIsNamed() {
        assertThat(Adviser.advise(sides(-0.35, 180)).getFirst().detail()).contains("\u22120.35", "180 %");
        assertThat(Adviser.advise(sides(-0.93, 100)).getFirst().detail()).contains("upside down");
    }

    @ParameterizedTest
    @CsvSource({"-38, 0, 6, true", "-38, 0, 4, false", "-29, 0, 60, false", "NaN, 0, 60, false"})
    void aSoftStripIsToldWhenEnoughWasHeard(double input, double trim, double seconds, boolean told) {
        assertThat(kinds(quiet(input, trim, seconds)).contains(Kind.QUIET)).isEqualTo(told);
    }

    @Test
    void theTrimThatWouldDoIsNamedAndNeverBeyondItsEnd() {
        assertThat(Adviser.advise(quiet(-34.5, 3, 10)).getFirst().detail()).contains("+24.0 dB");
        assertThat(Adviser.advise(quiet(-31.5, -6, 10)).getFirst().detail()).contains("+15.0 dB");
        assertThat(Adviser.advise(quiet(-40, 24, 10)).getFirst().detail()).contains("at its end");
    }

    @Test
    void theMostUrgentComesFirst() {
        Measured all = new Measured("Kick", "Drums", 2, 9, 1, 30, -40, 0, -0.9, 100, 20, 10, 3, -30);
        assertThat(kinds(all)).containsExactly(Kind.OVER, Kind.OPPOSED, Kind.SQUASHED, Kind.QUIET);
    }
}
