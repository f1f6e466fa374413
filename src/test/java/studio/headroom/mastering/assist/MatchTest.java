package studio.headroom.mastering.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.SequentialReader;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EqCurve;
import studio.headroom.mastering.Progress;
import studio.headroom.project.Insert;

/// Matching a reference: pairs whose tones lie some dB apart, two of them by more in places than a band may move.
class MatchTest {
    private static final DoubleUnaryOperator DARK = hz -> -1.2 * Math.log(hz / 1000) / Math.log(2);
    private static final DoubleUnaryOperator SCOOPED = sum(Prints.hill(300, 1_200, -6), Prints.hill(20, 90, 4));
    private static final DoubleUnaryOperator FORWARD = sum(Prints.hill(1_500, 5_000, 5), Prints.hill(60, 160, -5));

    private static final DoubleUnaryOperator DULL = hz -> -9 / (1 + Math.pow(3_000 / hz, 2));
    private static final DoubleUnaryOperator HARSH = Prints.hill(2_500, 5_000, 8);

    private static DoubleUnaryOperator sum(DoubleUnaryOperator one, DoubleUnaryOperator other) {
        return hz -> one.applyAsDouble(hz) + other.applyAsDouble(hz);
    }

    private static float[][] sound(String name) {
        return switch (name) {
            case "dark" -> Prints.music(DARK, 0.1, 4);
            case "scooped" -> Prints.music(SCOOPED, 0.25, 6);
            case "dull" -> Prints.music(DULL, 0.2, 4);
            case "harsh" -> Prints.music(HARSH, 0.2, 4);
            case "forward" -> Prints.music(FORWARD, 0.2, 3);
            default -> Prints.pop();
        };
    }

    private static PrintAnalysis listen(float[][] sound) throws IOException {
        return PrintAnalysis.of(new SequentialReader(new Prints.Memory(sound)), "reference", Progress.NONE);
    }

    private static Advice match(float[][] print, Corridor corridor, Amounts amounts) throws IOException {
        return AssistJob.run(
                new Prints.Memory(print),
                "print",
                new AssistJob.Settings(corridor, amounts, Manner.MATCH, -1, OptionalDouble.empty()),
                Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pop dark", "scooped pop", "dark forward", "dull pop", "harsh pop"})
    void halfTheAmountHalvesTheDistanceAndNoBandMovesOverSixDecibels(String pair) throws IOException {
        String[] names = pair.split(" ");
        Corridor reference = Corridor.of(List.of(listen(sound(names[1]))));
        Advice advice = match(sound(names[0]), reference, new Amounts(0.5, 0, 0, 0));
        double before = reference.toneDistanceDb(advice.before());
        assertThat(before).isGreaterThan(2);
        assertThat(reference.toneDistanceDb(advice.after())).isLessThanOrEqualTo(before / 2);
        Advice whole = match(sound(names[0]), reference, new Amounts(1, 0, 0, 0));
        assertThat(reference.toneDistanceDb(whole.after())).isLessThan(before / 2);
        for (Advice each : List.of(advice, whole)) {
            Insert eq = each.chain().getFirst();
            EqCurve curve =
                    new EqCurve(Catalogue.find("eq").orElseThrow().params().resolve(eq.values()), Prints.RATE);
            for (double hz = 20; hz < 20_000; hz *= 1.02) {
                assertThat(curve.responseDb(hz)).isBetween(-6.0, 6.0);
            }
        }
    }

    @Test
    void widthDynamicsAndLoudnessAreMatchedEachForItself() throws IOException {
        PrintAnalysis wide = listen(Prints.music(hz -> 0, 0.4, 2));
        Corridor reference = Corridor.of(List.of(wide));
        float[][] print = Prints.music(hz -> 0, 0.2, 12);
        Advice width = match(print, reference, new Amounts(0, 1, 0, 0));
        assertThat(width.chain()).extracting(Insert::type).containsExactly("imager", "limiter");
        for (int i = 0; i < 4; i++) {
            assertThat(Math.abs(reference.beyond(width.after().bands().get(i), i)))
                    .isLessThan(0.6);
        }
        Advice dynamics = match(print, reference, new Amounts(0, 0, 1, 0));
        assertThat(dynamics.chain()).extracting(Insert::type).containsExactly("compressor", "limiter");
        assertThat(dynamics.after().report().loudnessRangeLu())
                .isLessThan(dynamics.before().report().loudnessRangeLu() - 1);
        Advice loudness = match(print, reference, new Amounts(0, 0, 0, 1));
        assertThat(loudness.chain()).extracting(Insert::type).containsExactly("limiter");
        double from = loudness.before().report().integratedLufs();
        assertThat(Math.abs(loudness.lufs() - reference.lufs())).isLessThan(Math.abs(from - reference.lufs()) + 0.1);
    }

    /// What lies between two references is left alone.
    @Test
    void severalReferencesAreACorridor() throws IOException {
        Corridor between = Corridor.of(List.of(
                listen(Prints.music(hz -> 1.5 * DARK.applyAsDouble(hz), 0.2, 4)),
                listen(Prints.music(hz -> -1.5 * DARK.applyAsDouble(hz), 0.2, 4))));
        assertThat(match(Prints.pop(), between, Amounts.all(1)).chain())
                .extracting(Insert::type)
                .containsExactly("limiter");
    }
}
