package studio.headroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.engine.meter.StripMeter;

class MeterTest {
    private static final double SILENCE = Double.NEGATIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(doubles = {1.0 / 144, 1.0 / 60, 1.0 / 25, 0.173})
    void barsFallTwentyDecibelsInOneAndAHalfSecondsAtAnyFrameRate(double frame) {
        MeterBallistics meter = new MeterBallistics();
        meter.advance(-5, 0);
        double seconds = 0;
        for (; seconds < 1.5 - frame / 2; seconds += frame) {
            meter.advance(SILENCE, frame);
        }
        assertThat(meter.bar()).isCloseTo(-5 - 20 * seconds / 1.5, within(1e-9));
        assertThat(MeterBallistics.FALL_DB_PER_SECOND).isCloseTo(13.3, within(0.05));
    }

    @Test
    void aFallThatWasChosenHolds() {
        MeterBallistics meter = new MeterBallistics();
        meter.setFall(32);
        meter.advance(-5, 0);
        meter.advance(SILENCE, 0.5);
        assertThat(meter.bar()).isCloseTo(-21, within(1e-9));
    }

    @Test
    void barsRiseAtOnceAndNeverFallBelowTheSound() {
        MeterBallistics meter = new MeterBallistics();
        meter.advance(-20, 0.016);
        assertThat(meter.bar()).isEqualTo(-20);
        meter.advance(-3, 0.016);
        assertThat(meter.bar()).isEqualTo(-3);
        for (int i = 0; i < 200; i++) {
            meter.advance(-12, 0.016);
        }
        assertThat(meter.bar()).isEqualTo(-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0 / 144, 1.0 / 60, 1.0 / 30})
    void theLineStaysOneAndAHalfSecondsThenFallsAsTheBarDoes(double frame) {
        MeterBallistics meter = new MeterBallistics();
        meter.advance(0, 0);
        double seconds = 0;
        while (seconds + frame <= 1.5) {
            meter.advance(SILENCE, frame);
            seconds += frame;
            assertThat(meter.hold()).isEqualTo(0);
        }
        while (seconds < 2.5) {
            meter.advance(SILENCE, frame);
            seconds += frame;
        }
        // Sums of frames are exact to rounding only.
        assertThat(meter.hold()).isCloseTo(-(seconds - 1.5) * 20 / 1.5, within(1e-6));
    }

    @Test
    void aHigherPeakRenewsTheLine() {
        MeterBallistics meter = new MeterBallistics();
        meter.advance(-10, 0);
        meter.advance(SILENCE, 1.4);
        meter.advance(-6, 0.1);
        meter.advance(SILENCE, 1.4);
        assertThat(meter.hold()).isEqualTo(-6);
    }

    @Test
    void everythingComesToRest() {
        MeterBallistics meter = new MeterBallistics();
        meter.advance(6, 0);
        assertThat(meter.atRest()).isFalse();
        for (int i = 0; i < 60 * 10; i++) {
            meter.advance(SILENCE, 1.0 / 60);
        }
        assertThat(meter.atRest()).isTrue();
        assertThat(meter.bar()).isEqualTo(SILENCE);
    }

    // ---- the model of a strip's meter, with the engine's meter as source ----

    private final StripMeter engine = new StripMeter(48_000);
    private final MeterModel model = new MeterModel(MeterSource.of(engine));

    private void play(float left, float right) {
        float[][] block = new float[2][4800];
        Arrays.fill(block[0], left);
        Arrays.fill(block[1], right);
        engine.process(block, 0, 4800);
        engine.process(block, 0, 4800);
        engine.process(block, 0, 4800);
        model.advance(0.3);
    }

    @Test
    void bothSidesAreShownWithPeakAndMean() {
        play(0.5f, 0.25f);
        // Decibels of 0.5 and 0.25; a constant has its peak as its mean.
        assertThat(model.bar(0)).isCloseTo(-6.0206, within(1e-3));
        assertThat(model.bar(1)).isCloseTo(-12.0412, within(1e-3));
        assertThat(model.rms(0)).isCloseTo(-6.0206, within(1e-3));
        assertThat(model.highest()).isCloseTo(-6.0206, within(1e-3));
        assertThat(model.clipped()).isFalse();
        assertThat(model.spoken()).isEqualTo("peak minus 6.0 decibels");
    }

    @Test
    void aClipStaysUntilItIsCleared() {
        play(1.2f, 0.1f);
        play(0.1f, 0.1f);
        assertThat(model.clipped()).isTrue();
        assertThat(model.highest()).isCloseTo(1.58, within(0.01));
        model.clear();
        assertThat(model.clipped()).isFalse();
        assertThat(model.highest()).isEqualTo(SILENCE);
        play(0.1f, 0.1f);
        assertThat(model.clipped()).isFalse();
        assertThat(model.highest()).isCloseTo(-20, within(0.01));
    }

    @Test
    void whatWasClearedStaysClearedWhileNothingPlays() {
        play(1.2f, 1.2f);
        model.clear();
        model.advance(0.016);
        assertThat(model.clipped()).isFalse();
        assertThat(model.highest()).isEqualTo(SILENCE);
        assertThat(model.spoken()).isEqualTo("silent");
    }

    // ---- the scale ----

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
    void theScaleIsTheFadersLaw(double db, double percent) {
        // The table has a tenth of a percent and puts 6.02 dB, the double, at the top; the range ends at 6 dB.
        assertThat(LevelScale.FADER.position(db) * 100).isCloseTo(percent, within(0.1));
        assertThat(LevelScale.FADER.position(db))
                .isEqualTo(Params.VOLUME.range().position(db));
        double law = Math.pow((6 * db / (20 * Math.log10(2)) + 192) / 198, 8);
        assertThat(LevelScale.FADER.position(db)).isCloseTo(law, within(0.001));
    }

    @Test
    void marksGoDownAndThoseThatCrowdDropOut() {
        for (int i = 1; i < LevelScale.MARKS.size(); i++) {
            assertThat(LevelScale.MARKS.get(i).db())
                    .isLessThan(LevelScale.MARKS.get(i - 1).db());
        }
        assertThat(LevelScale.MARKS.stream()
                        .filter(mark -> mark.minTravel() > 120)
                        .map(LevelScale.Mark::db))
                .containsExactly(-30.0, -60.0);
        assertThat(LevelScale.MARKS.stream()
                        .filter(mark -> mark.minTravel() <= 40)
                        .map(LevelScale.Mark::db))
                .as("on the shortest fader")
                .containsExactly(0.0);
        assertThat(LevelScale.MARKS.stream().filter(LevelScale.Mark::isZero)).hasSize(1);
    }

    @Test
    void theLinearScaleIsEvenAndClamps() {
        assertThat(LevelScale.LINEAR.position(-60)).isZero();
        assertThat(LevelScale.LINEAR.position(SILENCE)).isZero();
        assertThat(LevelScale.LINEAR.position(3)).isEqualTo(1);
        assertThat(LevelScale.LINEAR.position(9)).isEqualTo(1);
        assertThat(LevelScale.LINEAR.position(-28.5)).isEqualTo(0.5);
    }
}
