package studio.headroom.mastering.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.SequentialReader;
import studio.headroom.mastering.Progress;

/// Whatever the print: no move that is listed makes its own figure worse or leaves it as it is, nothing goes too far,
/// and
/// twice gives the same.
class MovesHelpTest {
    private static final List<Style> STYLES = Style.all();

    /// By what each move's figure has to gain to be listed, in dB or LU.
    private static final double LEAST = Draft.LEAST - 1e-9;

    static void everyMoveHelps(Advice advice) {
        assertThat(advice.moves()).allSatisfy(move -> {
            Move.Figure figure = move.figure().orElseThrow();
            assertThat(off(advice, move, figure.after()))
                    .as("%s: %s", move.reason(), figure)
                    .isLessThanOrEqualTo(off(advice, move, figure.before()) - LEAST);
        });
    }

    /// How far a figure is from where its move is to bring it.
    private static double off(Advice advice, Move move, double figure) {
        return switch (move.aspect()) {
            case TONE -> Math.abs(figure);
            case DYNAMICS -> figure;
            case WIDTH -> wider(move) ? -figure : figure;
            case LOUDNESS -> Math.abs(figure - advice.corridor().lufs());
        };
    }

    private static boolean wider(Move move) {
        return move.changes().stream().filter(Move.Change::scaled).allMatch(change -> change.to() > change.from());
    }

    private static float[][] mix(SplittableRandom random) {
        DoubleUnaryOperator tone = hz -> 0;
        for (int i = 0; i < 4; i++) {
            double from = 40 * Math.pow(200, random.nextDouble());
            DoubleUnaryOperator hill =
                    Prints.hill(from, from * (1.2 + 4 * random.nextDouble()), 20 * (random.nextDouble() - 0.5));
            DoubleUnaryOperator before = tone;
            tone = hz -> before.applyAsDouble(hz) + hill.applyAsDouble(hz);
        }
        float[][] mix = Prints.music(tone, 0.6 * random.nextDouble(), 18 * random.nextDouble());
        double drive = 0.5 + 3 * random.nextDouble();
        return random.nextInt(3) == 0 ? Prints.each(mix, -1, x -> Math.tanh(drive * x)) : mix;
    }

    private static Advice advise(float[][] mix, Corridor corridor, Amounts amounts, Manner manner) throws IOException {
        return AssistJob.run(
                new Prints.Memory(mix),
                "mix",
                new AssistJob.Settings(corridor, amounts, manner, -1, OptionalDouble.empty()),
                Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void ofAnyMix(int seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] mix = mix(random);
        Corridor corridor = STYLES.get(random.nextInt(STYLES.size())).corridor();
        Advice advice = advise(mix, corridor, Amounts.all(1), Manner.ASSIST);
        everyMoveHelps(advice);
        AssistFaultsTest.staysWithinLimits(mix, advice);
        Advice again = advise(mix, corridor, Amounts.all(1), Manner.ASSIST);
        assertThat(again.moves()).isEqualTo(advice.moves());
        assertThat(again.chain()).isEqualTo(advice.chain());
        assertThat(again.lufs()).isEqualTo(advice.lufs());
        Amounts part = new Amounts(random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble());
        everyMoveHelps(advise(mix, corridor, part, Manner.ASSIST));
    }

    @Test
    void ofAMatch() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        float[][] mix = mix(random);
        Corridor reference = Corridor.of(
                List.of(PrintAnalysis.of(new SequentialReader(new Prints.Memory(mix(random))), "", Progress.NONE)));
        everyMoveHelps(advise(mix, reference, Amounts.all(0.5), Manner.MATCH));
        everyMoveHelps(advise(mix, reference, Amounts.all(1), Manner.MATCH));
    }

    /// A print of floating point whose peaks stand far over the ceiling gets softer for that, which is no move but
    /// said.
    @Test
    void whatTheCeilingCostsIsSaidAndIsNoMove() throws IOException {
        Corridor corridor = Style.find("electronic").orElseThrow().corridor();
        double lufs = advise(Prints.pop(), corridor, Amounts.all(0), Manner.ASSIST)
                .before()
                .report()
                .integratedLufs();
        double gain = Math.pow(10, (corridor.lufs() - 0.5 - lufs) / 20);
        Advice advice =
                advise(Prints.each(Prints.pop(), -1, x -> gain * x), corridor, new Amounts(0, 0, 0, 1), Manner.ASSIST);
        assertThat(advice.before().report().truePeakDbtp()).isGreaterThan(2);
        assertThat(advice.lufs()).isLessThan(corridor.lufs() - 0.5);
        assertThat(advice.moves()).isEmpty();
        assertThat(advice.notes()).singleElement().asString().startsWith("the loudness goes from");
    }
}
