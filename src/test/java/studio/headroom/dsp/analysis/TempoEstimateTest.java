package studio.headroom.dsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempoEstimateTest {
    private static final double SECONDS = 30;
    private static final double START = 0.37;

    private static TempoEstimate of(Synth synth) throws IOException {
        return TempoEstimate.of(synth.stream(), Synth.GO_ON);
    }

    private static void assertTempo(TempoEstimate estimate, double tempo) {
        assertThat(estimate.isKnown()).as("%s", estimate).isTrue();
        assertThat(estimate.beatsPerMinute()).as("%s", estimate).isCloseTo(tempo, withPercentage(0.2));
        double beats = (estimate.firstBeat() - START) * tempo / 60;
        // On a beat, within 15 ms and what 0.2 % of the tempo make.
        assertThat(Math.abs(beats - Math.rint(beats)) * 60 / tempo)
                .as("%s", estimate)
                .isLessThan(0.015);
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 67.3, 75, 82.5, 90, 99.1, 110, 120, 128, 133.7, 140, 150, 160, 174, 180})
    void clicksHaveTheirTempo(double tempo) throws IOException {
        Synth synth = new Synth(44_100, SECONDS, 1);
        for (double at = START; at < SECONDS; at += 60 / tempo) {
            synth.click(at, 0.5);
        }
        assertTempo(of(synth), tempo);
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 72, 84, 96, 110, 124, 138, 152, 166, 180})
    void aFifthOfTheBeatsMayBeMissingAndAllMayBeLoose(double tempo) throws IOException {
        Random random = new Random(5);
        Synth synth = new Synth(48_000, SECONDS, 2);
        for (double at = START; at < SECONDS; at += 60 / tempo) {
            if (random.nextDouble() > 0.2) {
                synth.click(at + 0.005 * random.nextGaussian(), 0.3 + 0.4 * random.nextDouble());
            }
        }
        assertTempo(of(synth), tempo);
    }

    @ParameterizedTest
    @ValueSource(doubles = {70, 85, 100, 120, 140, 160})
    void swungEighthsDoNotMoveTheBeat(double tempo) throws IOException {
        Synth synth = new Synth(44_100, SECONDS, 3);
        for (double at = START; at < SECONDS; at += 60 / tempo) {
            synth.click(at, 0.5);
            synth.click(at + 60 / tempo * 2 / 3, 0.2);
        }
        assertTempo(of(synth), tempo);
    }

    private static Synth drums(double tempo) {
        Synth synth = new Synth(44_100, SECONDS, 4);
        int eighth = 0;
        for (double at = START; at < SECONDS; at += 30 / tempo) {
            synth.noise(at, 0.015, 0.1);
            switch (eighth++ % 8) {
                case 0, 4, 5 -> synth.kick(at, 0.7);
                case 2, 6 -> synth.noise(at, 0.06, 0.5);
                default -> {}
            }
        }
        return synth;
    }

    /// Eighths at 60 bpm are beats at 120 to anybody: one of the two is the answer, the other is offered.
    @ParameterizedTest
    @ValueSource(doubles = {60, 68, 76, 170})
    void aDrumPatternOfUnusualTempoHasItOrIsOfferedIt(double tempo) throws IOException {
        TempoEstimate estimate = of(drums(tempo));
        assertThat(estimate.isKnown()).isTrue();
        assertThat(DoubleStream.concat(
                        DoubleStream.of(estimate.beatsPerMinute()),
                        estimate.alternatives().stream().mapToDouble(other -> other)))
                .as("%s", estimate)
                .anyMatch(offered -> Math.abs(offered / tempo - 1) < 0.002);
    }

    @ParameterizedTest
    @ValueSource(doubles = {84, 92, 105, 112, 120, 128, 140, 150})
    void aDrumPatternHasItsTempo(double tempo) throws IOException {
        assertTempo(of(drums(tempo)), tempo);
    }

    @Test
    void halfAndDoubleAreOffered() throws IOException {
        Synth synth = new Synth(44_100, SECONDS, 1);
        for (double at = START; at < SECONDS; at += 0.5) {
            synth.click(at, 0.5);
        }
        assertThat(of(synth).alternatives()).hasSize(4);
        assertThat(of(synth).alternatives().getFirst()).isCloseTo(60, withPercentage(0.2));
        assertThat(of(synth).alternatives().get(1)).isCloseTo(240, withPercentage(0.2));
        assertThat(of(synth).alternatives().get(2)).isCloseTo(80, withPercentage(0.2));
        assertThat(of(synth).alternatives().get(3)).isCloseTo(180, withPercentage(0.2));
    }

    @Test
    void silenceNoiseAndTonesHaveNoTempo() throws IOException {
        assertThat(of(new Synth(44_100, SECONDS, 1)).isKnown()).isFalse();
        assertThat(of(new Synth(44_100, 0, 1)).isKnown()).isFalse();
        for (int seed = 0; seed < 5; seed++) {
            assertThat(of(new Synth(44_100, SECONDS, seed).hiss(0.1)).isKnown()).isFalse();
        }
        assertThat(of(new Synth(44_100, SECONDS, 1).note(0.5, 29, 60, 0.5)).isKnown())
                .isFalse();
    }

    @Test
    void strokesWithoutABeatHaveNoTempo() throws IOException {
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            Synth synth = new Synth(44_100, SECONDS, seed);
            for (double at = START; at < SECONDS; at += 0.1 - 0.5 * Math.log(1 - random.nextDouble())) {
                synth.noise(at, 0.05, 0.5);
            }
            assertThat(of(synth).isKnown()).as("%s", of(synth)).isFalse();
        }
    }

    @Test
    void threeStrokesAreNoTempo() throws IOException {
        assertThat(of(new Synth(44_100, SECONDS, 1).click(1, 1).click(1.5, 1).click(2, 1))
                        .isKnown())
                .isFalse();
    }
}
