package studio.headroom.mastering.gentle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.mastering.gentle.Verdict.Level;
import studio.headroom.mastering.sight.Reduction;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Marker;

class GentlenessTest {
    private static final int RATE = 48_000;
    private static final int STEP = 4800;
    private static final SongPlaces SONG = new SongPlaces(
            List.of(
                    new Marker("m-1", 0, "Verse", "grey", true),
                    new Marker("m-2", 20L * RATE, "Chorus 3", "grey", true),
                    new Marker("m-3", 21L * RATE, "a note", "grey", false)),
            RATE);

    private static Insert insert(String type, Map<String, Double> values) {
        return new Insert("i", type, Values.of(values), null);
    }

    private static Verdict judge(Insert insert, Work work) {
        return Gentleness.of(insert, work, SONG, RATE);
    }

    /// A minute that is turned down by so much from 20 s to 24 s, with a breath of half a second in it, and by 1 dB
    /// elsewhere.
    private static Work chorus(double db) {
        float[] steps = new float[600];
        for (int i = 0; i < steps.length; i++) {
            boolean loud = i >= 200 && i < 240 && (i < 215 || i >= 220);
            steps[i] = loud ? (float) db : 1;
        }
        return Work.of(new Reduction(STEP, steps));
    }

    @ParameterizedTest
    @CsvSource({"0.9, GENTLE", "1, GENTLE", "-1, GENTLE", "1.1, NOTE", "-1.1, NOTE", "0, IDLE"})
    void equalizingIsGentleWithinOneDecibel(double gain, Level level) {
        Verdict verdict = judge(insert("eq", Map.of("band3.gain", gain)), Work.UNKNOWN);
        assertThat(verdict.level()).isEqualTo(level);
    }

    @Test
    void aMoveBeyondIsNamedWithItsPlaceAndWhatWouldBeGentle() {
        Verdict verdict = judge(
                insert("eq", Map.of("band6.freq", 3000.0, "band6.gain", -2.5, "band6.place", 1.0, "band2.gain", 1.2)),
                Work.UNKNOWN);
        assertThat(verdict.title()).isEqualTo("3.00 kHz −2.5 dB (mid) is not gentle");
        assertThat(verdict.reason()).contains("−1.0 dB").contains("one more band");
    }

    @Test
    void theScaleOfGainsCounts() {
        Map<String, Double> half = Map.of("band3.gain", 1.6, "scale", 50.0);
        assertThat(judge(insert("eq", half), Work.UNKNOWN).level()).isEqualTo(Level.GENTLE);
    }

    @Test
    void bandsThatLieOnOneAnotherAddUp() {
        Map<String, Double> both =
                Map.of("band3.freq", 300.0, "band3.gain", 0.9, "band4.freq", 330.0, "band4.gain", 0.9);
        Verdict verdict = judge(insert("eq", both), Work.UNKNOWN);
        assertThat(verdict.level()).isEqualTo(Level.NOTE);
        assertThat(verdict.title()).startsWith("Bands add up to +1.");
        Map<String, Double> apart = Map.of(
                "band3.freq",
                300.0,
                "band3.gain",
                0.9,
                "band3.place",
                1.0,
                "band4.freq",
                330.0,
                "band4.gain",
                0.9,
                "band4.place",
                2.0);
        assertThat(judge(insert("eq", apart), Work.UNKNOWN).level()).isEqualTo(Level.GENTLE);
    }

    @ParameterizedTest
    @CsvSource({"3, 24, GENTLE", "3, 80, NOTE", "4, 18000, GENTLE", "4, 9000, NOTE", "5, 50, NOTE"})
    void cutsAreGentleWhereThereIsLittleMusic(double type, double hertz, Level level) {
        Verdict verdict = judge(insert("eq", Map.of("band1.type", type, "band1.freq", hertz)), Work.UNKNOWN);
        assertThat(verdict.level()).isEqualTo(level);
    }

    @Test
    void dynamicBandsMayMoveByThreeDecibels() {
        Map<String, Double> gentle = Map.of("band6.dyn.on", 1.0, "band6.dyn.range", -3.0);
        assertThat(judge(insert("eq", gentle), Work.UNKNOWN).level()).isEqualTo(Level.GENTLE);
        Map<String, Double> far = Map.of("band6.dyn.on", 1.0, "band6.dyn.range", -6.0);
        assertThat(judge(insert("eq", far), Work.UNKNOWN).level()).isEqualTo(Level.NOTE);
    }

    @ParameterizedTest
    @CsvSource({"compressor, 3, 3.2", "multiband, 3, 3.2", "de-esser, 3, 3.2", "limiter, 4, 4.2", "clipper, 2, 2.2"})
    void whatTurnsDownIsGentleUpToItsLimit(String type, double gentle, double far) {
        Insert insert = insert(type, Map.of());
        assertThat(judge(insert, chorus(gentle)).level()).isEqualTo(Level.GENTLE);
        assertThat(judge(insert, Work.heard(gentle, 1)).level()).isEqualTo(Level.GENTLE);
        assertThat(judge(insert, chorus(far)).level()).isEqualTo(Level.NOTE);
        assertThat(judge(insert, Work.heard(far, 1)).level()).isEqualTo(Level.NOTE);
        assertThat(judge(insert, Work.UNKNOWN).level()).isEqualTo(Level.IDLE);
    }

    @Test
    void aBandThatExpandsTooFarIsToldByItsRange() {
        Insert wide = insert("multiband", Map.of("band2.mode", 1.0, "band2.range", 8.0));
        assertThat(judge(wide, chorus(5)).reason()).contains("A band that expands takes up to 8.0 dB");
        Insert narrow = insert("multiband", Map.of("band2.mode", 1.0, "band2.range", 2.0));
        assertThat(judge(narrow, chorus(5)).reason()).contains("A band beyond 3 dB");
        assertThat(judge(narrow, chorus(2)).level()).isEqualTo(Level.GENTLE);
    }

    @Test
    void whereItGoesTooFarIsSaidByTheSongsSectionAndTime() {
        Verdict verdict = judge(insert("limiter", Map.of("gain", 6.0)), chorus(5.3));
        assertThat(verdict.title()).isEqualTo("Chorus 3: −5.3 dB is not gentle");
        // The deepest is found first; the breath of half a second does not end the part.
        assertThat(verdict.reason())
                .startsWith("0:20–0:24. Beyond 4 dB drums lose their punch. Try 1.3 dB less gain, ");
    }

    @Test
    void aSongWithoutMarkersIsToldByTimeAlone() {
        Verdict verdict =
                Gentleness.of(insert("compressor", Map.of()), chorus(4), new SongPlaces(List.of(), RATE), RATE);
        assertThat(verdict.title()).isEqualTo("−4.0 dB is not gentle");
        assertThat(verdict.reason()).startsWith("0:20–0:24. ");
    }

    @Test
    void aLimiterWithoutGainIsMendedInTheMix() {
        assertThat(judge(insert("limiter", Map.of()), chorus(6)).reason())
                .contains("Lower what peaks there in the mix");
    }

    @Test
    void parallelCompressionTakesLessThanItsCompressor() {
        // Half of -6 dB and half of the sound as it was is -2.5 dB.
        Verdict verdict = judge(insert("compressor", Map.of("mix", 50.0)), chorus(6));
        assertThat(verdict.level()).isEqualTo(Level.GENTLE);
        assertThat(verdict.reason()).contains("−2.5 dB");
    }

    @Test
    void aCompressorWhoseRangeKeepsItGentleNeedsNoHearing() {
        Map<String, Double> kept = Map.of("range", 3.0, "threshold", -30.0);
        assertThat(judge(insert("compressor", kept), Work.UNKNOWN).level()).isEqualTo(Level.GENTLE);
    }

    @ParameterizedTest
    @CsvSource({"3, 30, GENTLE", "6, 100, NOTE", "0, 100, IDLE", "12, 0, IDLE"})
    void harmonicsAreCounted(double drive, double mix, Level level) {
        Verdict verdict = judge(insert("saturation", Map.of("curve", 4.0, "drive", drive, "mix", mix)), Work.UNKNOWN);
        assertThat(verdict.level()).as(verdict.toString()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"100, IDLE", "115, GENTLE", "85, GENTLE", "130, NOTE", "60, NOTE", "0, NOTE"})
    void sidesMayMoveByTwoDecibels(double width, Level level) {
        assertThat(judge(insert("imager", Map.of("width", width)), Work.UNKNOWN).level())
                .isEqualTo(level);
    }

    @Test
    void narrowBassIsUsual() {
        Verdict lows = judge(insert("imager", Map.of("band1.width", 0.0)), Work.UNKNOWN);
        assertThat(lows.level()).isNotEqualTo(Level.NOTE);
        Verdict mono = judge(insert("imager", Map.of("bass.mono", 1.0)), Work.UNKNOWN);
        assertThat(mono.level()).isEqualTo(Level.GENTLE);
        assertThat(mono.title()).isEqualTo("Bass is mono below 120 Hz");
    }

    @Test
    void whatIsBypassedIsNotJudged() {
        assertThat(judge(insert("eq", Map.of("band3.gain", 9.0, "bypass", 1.0)), Work.UNKNOWN)
                        .level())
                .isEqualTo(Level.IDLE);
    }

    @Test
    void anEffectThatIsNotKnownIsSaidSo() {
        assertThat(judge(insert("future", Map.of()), Work.UNKNOWN).title()).contains("not known");
    }

    static List<String> types() {
        return Catalogue.types().stream().map(EffectType::id).toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEffectHasWordsForEveryCase(String type) {
        for (Work work : List.of(Work.UNKNOWN, Work.heard(0, 0), Work.heard(9, 4), chorus(9))) {
            Verdict verdict = judge(insert(type, Map.of()), work);
            assertThat(verdict.title()).isNotBlank().hasSizeLessThan(48);
            assertThat(verdict.reason()).endsWith(".").hasSizeLessThan(170);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eq, max −0.6 dB",
        "compressor, −2.3 dB",
        "limiter, −2.3 dB",
        "saturation, 12 %",
        "imager, 100 %",
        "reverb, ''"
    })
    void theTypicalMoveIsANumber(String type, String move) {
        Insert insert = type.equals("eq")
                ? insert("eq", Map.of("band4.gain", -0.6, "band2.gain", 0.3))
                : insert(type, type.equals("saturation") ? Map.of("mix", 12.0) : Map.of());
        assertThat(Gentleness.move(insert, Work.heard(2.34, 1), RATE)).isEqualTo(move);
    }

    @Test
    void theTaughtExampleIsGentleAllThrough() {
        for (Insert insert : FactoryChain.find("tape-warmth").orElseThrow().chain()) {
            assertThat(judge(insert, Work.UNKNOWN).level()).as(insert.type()).isNotEqualTo(Level.NOTE);
            assertThat(judge(insert, chorus(2)).level()).as(insert.type()).isNotEqualTo(Level.NOTE);
        }
    }
}
