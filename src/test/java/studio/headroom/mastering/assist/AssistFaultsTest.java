package studio.headroom.mastering.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.audio.SequentialReader;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EqCurve;
import studio.headroom.mastering.ChainRender;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.assist.Finding.Fault;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// Ten faults made in code: each is named, what mastering may mend moves the right way, and nothing goes too far.
class AssistFaultsTest {
    private static final Corridor POP = Style.find("pop").orElseThrow().corridor();

    private static float[][] with(Fault fault) {
        return switch (fault) {
            case DULL -> Prints.music(Prints.hill(5_000, 30_000, -9), 0.2, 4);
            case BOOMY -> Prints.music(Prints.hill(60, 200, 8), 0.2, 4);
            case HARSH -> Prints.music(Prints.hill(2_200, 4_500, 7), 0.2, 4);
            case NARROW -> Prints.music(hz -> 0, 0.05, 4);
            case TOO_DYNAMIC -> Prints.music(hz -> 0, 0.2, 16);
            case OVER_COMPRESSED -> Prints.each(Prints.pop(), -1, x -> 0.4 * Math.tanh(8 * x));
            case LEFT_HEAVY -> Prints.each(Prints.pop(), 1, x -> 0.6 * x);
            case DC -> Prints.each(Prints.pop(), -1, x -> x + 0.01);
            case CLIPPED -> Prints.each(Prints.pop(), -1, x -> Math.clamp(x, -0.3, 0.3));
            case NOISY -> {
                SplittableRandom random = new SplittableRandom(9);
                yield Prints.each(Prints.pop(), -1, x -> x + 0.003 * random.nextGaussian());
            }
            default -> throw new IllegalArgumentException(fault.toString());
        };
    }

    private static Advice advise(float[][] print, Amounts amounts) throws IOException {
        return AssistJob.run(
                new Prints.Memory(print),
                "print",
                new AssistJob.Settings(POP, amounts, Manner.ASSIST, -1, OptionalDouble.empty()),
                Progress.NONE);
    }

    @Test
    void aPrintInsideTheCorridorIsLeftAlone() throws IOException {
        Advice advice = advise(Prints.pop(), Amounts.all(1));
        assertThat(advice.findings()).isEmpty();
        assertThat(advice.chain()).extracting(Insert::type).containsExactly("limiter");
        assertThat(advice.moves()).extracting(Move::aspect).containsOnly(Aspect.LOUDNESS);
    }

    /// On average such a bass is as loud as usual.
    @Test
    void anOctaveThatStandsOutOfAThinBassIsNamedAndLowered() throws IOException {
        Advice advice = advise(
                Prints.music(
                        hz -> Prints.hill(100, 140, 6).applyAsDouble(hz)
                                + Prints.hill(30, 62, -8).applyAsDouble(hz)
                                + Prints.hill(200, 260, -7).applyAsDouble(hz),
                        0.2,
                        4),
                new Amounts(1, 0, 0, 0));
        assertThat(advice.findings()).extracting(Finding::fault).containsExactly(Fault.BOOMY);
        assertThat(advice.findings().getFirst().text()).contains("a hump in the bass");
        EqCurve curve = new EqCurve(
                Catalogue.find("eq")
                        .orElseThrow()
                        .params()
                        .resolve(advice.chain().getFirst().values()),
                Prints.RATE);
        assertThat(curve.responseDb(115)).isBetween(-3.0, -0.8);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DULL",
                "BOOMY",
                "HARSH",
                "NARROW",
                "TOO_DYNAMIC",
                "OVER_COMPRESSED",
                "LEFT_HEAVY",
                "DC",
                "CLIPPED",
                "NOISY"
            })
    void everyFaultIsNamedAndMovesTheRightWayWithinLimits(Fault fault) throws IOException {
        float[][] print = with(fault);
        Advice advice = advise(print, Amounts.all(1));
        assertThat(advice.findings()).extracting(Finding::fault).contains(fault);
        assertThat(advice.findings()).allSatisfy(finding -> {
            assertThat(finding.text()).containsPattern("\\d");
            assertThat(finding.fault()).isIn(fault, Fault.CLIPPED);
        });
        assertThat(advice.findings())
                .allSatisfy(finding -> assertThat(finding.place().end()).isLessThanOrEqualTo(print[0].length));
        assertThat(advice.moves()).allSatisfy(move -> assertThat(move.figure()).isPresent());
        PrintAnalysis before = advice.before();
        PrintAnalysis after = advice.after();
        switch (fault) {
            case DULL, BOOMY, HARSH -> {
                assertThat(excess(after)).isLessThan(0.85 * excess(before));
                assertThat(advice.moves()).extracting(Move::aspect).contains(Aspect.TONE);
            }
            case NARROW -> {
                for (int i = 1; i < 4; i++) {
                    // The limit of 3 dB, or as much as the corridor asks for; neighbors overlap a little.
                    assertThat(after.bands().get(i).sideDb()
                                    - before.bands().get(i).sideDb())
                            .isBetween(1.0, 3.3);
                }
            }
            case TOO_DYNAMIC ->
                assertThat(after.report().loudnessRangeLu())
                        .isLessThan(before.report().loudnessRangeLu() - 1);
            default -> // Mended in the mix: nothing here touches the sound but the limiter.
                assertThat(advice.chain()).extracting(Insert::type).containsExactly("limiter");
        }
        staysWithinLimits(print, advice);
        MovesHelpTest.everyMoveHelps(advice);
        Advice again = advise(with(fault), Amounts.all(1));
        assertThat(again.chain()).isEqualTo(advice.chain());
        assertThat(again.moves()).isEqualTo(advice.moves());
        assertThat(again.findings()).isEqualTo(advice.findings());
        assertThat(again.lufs()).isEqualTo(advice.lufs());
    }

    private static double excess(PrintAnalysis print) {
        double sum = 0;
        for (double band : POP.excess(print.spectrum())) {
            sum += Math.abs(band);
        }
        return sum;
    }

    /// Measured: the equalizer's response, and what each dynamic effect takes from any sample.
    static void staysWithinLimits(float[][] print, Advice advice) throws IOException {
        float[][] in = print;
        for (Insert insert : advice.chain()) {
            if (insert.type().equals("eq")) {
                EqCurve curve =
                        new EqCurve(Catalogue.find("eq").orElseThrow().params().resolve(insert.values()), Prints.RATE);
                for (double hz = 20; hz < 20_000; hz *= 1.02) {
                    assertThat(curve.responseDb(hz)).isBetween(-3.0, 3.0);
                }
            }
            double gain = insert.type().equals("limiter") ? advice.lufs() - integrated(in) : 0;
            Prints.Recording out = new Prints.Recording(new float[2][print[0].length]);
            List<Insert> single = insert.type().equals("limiter")
                    ? List.of(insert.withValues(Values.of(Map.of("ceiling", -1.0))))
                    : List.of(insert);
            ChainRender.run(new Prints.Memory(in), gain, single, in[0].length, out, "", Progress.NONE);
            if (insert.type().equals("compressor") || insert.type().equals("limiter")) {
                assertThat(reduction(in, out.samples(), gain)).isLessThanOrEqualTo(3.0);
            }
            in = out.samples();
        }
    }

    private static double integrated(float[][] sound) throws IOException {
        return PrintAnalysis.of(new SequentialReader(new Prints.Memory(sound)), "", Progress.NONE)
                .report()
                .integratedLufs();
    }

    private static double reduction(float[][] in, float[][] out, double gainDb) {
        double gain = Math.pow(10, gainDb / 20);
        double most = 0;
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < in[c].length; i++) {
                // Quieter samples are rounding, after the effect's latency has been taken up too.
                if (Math.abs(in[c][i]) > 0.01) {
                    most = Math.max(most, -20 * Math.log10(Math.abs(out[c][i]) / (gain * Math.abs(in[c][i]))));
                }
            }
        }
        return most;
    }

    @Test
    void aFaultLiesWhereItIsPlainest() throws IOException {
        // Boomy in its second half only.
        float[][] print = Prints.pop();
        float[][] boomy = Prints.music(Prints.hill(60, 200, 12), 0.2, 4);
        int from = 10 * Prints.RATE;
        int to = print[0].length;
        for (int c = 0; c < 2; c++) {
            System.arraycopy(boomy[c], from, print[c], from, to - from);
        }
        assertThat(advise(print, Amounts.all(1)).findings())
                .filteredOn(finding -> finding.fault() == Fault.BOOMY)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place().end()).isGreaterThan(from);
                    assertThat(finding.place().start()).isLessThan(to);
                });
        float[][] clipped = Prints.pop();
        Arrays.fill(clipped[0], from, from + 60, 0.9f);
        for (int i = 1; i < 4; i++) {
            Arrays.fill(clipped[0], from + 5_000 * i, from + 5_000 * i + 60, 0.9f);
        }
        assertThat(advise(clipped, Amounts.all(1)).findings())
                .filteredOn(finding -> finding.fault() == Fault.CLIPPED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().start()).isEqualTo(from));
    }

    /// Tape joins in where peaks stand higher than is usual; what it takes off them is little.
    @Test
    void tapeRoundsPeaksThatStandOutWhereItIsCustomary() throws IOException {
        float[][] peaky = Prints.pop();
        for (int beat = 0; beat < peaky[0].length; beat += Prints.RATE / 2) {
            for (float[] row : peaky) {
                for (int i = beat; i < Math.min(row.length, beat + 60); i++) {
                    row[i] += (float) (0.9 * Math.sin(Math.PI * (i - beat) / 12));
                }
            }
        }
        Advice advice = advise(peaky, Amounts.all(1));
        assertThat(advice.chain()).extracting(Insert::type).containsSubsequence("compressor", "saturation", "limiter");
        assertThat(advice.moves())
                .filteredOn(move -> move.effect().equals("saturation"))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.reason()).containsPattern("\\d").contains("tape");
                    assertThat(move.figure().orElseThrow().after())
                            .isLessThan(move.figure().orElseThrow().before());
                });
        staysWithinLimits(peaky, advice);
        assertThat(advise(peaky, new Amounts(1, 1, 0, 1)).chain())
                .extracting(Insert::type)
                .doesNotContain("saturation", "compressor");
    }

    @Test
    void movesAreTakenOneByOneAndInPart() throws IOException {
        Advice advice = advise(with(Fault.BOOMY), Amounts.all(1));
        int count = advice.moves().size();
        List<Double> none = Collections.nCopies(count, 0.0);
        assertThat(advice.front(Collections.nCopies(count, 1.0)))
                .isEqualTo(advice.chain().subList(0, advice.chain().size() - 1));
        assertThat(advice.front(none)).isEmpty();
        assertThat(advice.lufs(none)).isEqualTo(advice.before().report().integratedLufs());
        List<Insert> soft = advice.driven(List.of(), -2.5);
        assertThat(soft).extracting(Insert::type).containsExactly("utility", "limiter");
        List<Insert> loud = advice.driven(List.of(), 2.5);
        assertThat(loud).extracting(Insert::type).containsExactly("limiter");
        assertThat(loud.getFirst().values().asMap()).containsEntry("gain", 2.5);
    }

    @Test
    void halfTheAmountIsHalfTheMove() throws IOException {
        float[][] boomy = with(Fault.BOOMY);
        Advice whole = advise(boomy, new Amounts(1, 0, 0, 0));
        Advice half = advise(boomy, new Amounts(0.5, 0, 0, 0));
        Advice none = advise(boomy, Amounts.all(0));
        int band = 8;
        assertThat(ThirdOctaves.hertz(band)).isEqualTo(125, within(2.0));
        double full = POP.distance(whole.before().spectrum())[band]
                - POP.distance(whole.after().spectrum())[band];
        double part = POP.distance(half.before().spectrum())[band]
                - POP.distance(half.after().spectrum())[band];
        assertThat(full).isGreaterThan(2);
        assertThat(part).isEqualTo(full / 2, within(0.4));
        assertThat(none.moves()).isEmpty();
        assertThat(none.lufs()).isEqualTo(none.before().report().integratedLufs(), within(0.11));
    }

    @Test
    void everyMoveIsAnOrdinaryControlWithAReasonInNumbers() throws IOException {
        Advice advice = advise(with(Fault.BOOMY), Amounts.all(1));
        assertThat(advice.moves()).isNotEmpty().allSatisfy(move -> {
            assertThat(move.reason()).containsPattern("\\d");
            assertThat(move.changes()).isNotEmpty();
        });
        Move tone = advice.moves().getFirst();
        assertThat(tone.reason()).matches("\\d.* dB over the corridor of pop: -\\d\\.\\d dB at \\d+ Hz, Q \\d\\.\\d");
        Insert eq = advice.chain().getFirst();
        for (Move.Change change : tone.changes()) {
            var params = Catalogue.find("eq").orElseThrow().params();
            assertThat(eq.values().get(params.get(params.indexOf(change.param()))))
                    .isEqualTo(change.to());
        }
    }
}
