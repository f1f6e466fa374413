package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.param.Param;
import studio.headroom.param.Range;

/// What every effect of the catalogue keeps, whatever it does: one test for all of them, at every rate and width.
class EffectContractTest {
    private static final int FRAMES = 6000;

    record Case(EffectType type, int sampleRate, int channels) {
        Rig rig() {
            return new Rig(type, sampleRate, channels);
        }

        Rig rig(double[] values) {
            return new Rig(type, sampleRate, channels, values);
        }

        float[][] lively(long seed) {
            return Rig.lively(channels, FRAMES, sampleRate, seed);
        }

        @Override
        public String toString() {
            return type.label() + " " + sampleRate + " Hz " + (channels == 1 ? "mono" : "stereo");
        }
    }

    /// Effects that work in quite another way when a choice is made.
    private static final EffectType LINEAR_EQ = Variant.of("eq", "phase", "linear");

    private static final List<EffectType> SIX_BANDS =
            List.of(Variant.of("multiband", sixBands("minimum")), Variant.of("multiband", sixBands("linear")));

    private static Object[] sixBands(String phase) {
        return new Object[] {
            "bands",
            "6",
            "phase",
            phase,
            "crossover2.freq",
            300,
            "crossover3.freq",
            1000,
            "crossover4.freq",
            3000,
            "crossover5.freq",
            8000,
            "band2.mode",
            "expand",
            "band5.mode",
            "limit",
            "link",
            50
        };
    }

    static Stream<Case> everyCase() {
        Stream<Case> all = Stream.concat(Catalogue.types().stream(), Stream.of(LINEAR_EQ))
                .flatMap(type -> Stream.of(44_100, 48_000, 96_000, 192_000)
                        .flatMap(rate -> Stream.of(1, 2).map(channels -> new Case(type, rate, channels))));
        Stream<Case> few =
                SIX_BANDS.stream().flatMap(type -> Stream.of(new Case(type, 44_100, 1), new Case(type, 96_000, 2)));
        return Stream.concat(all, few);
    }

    static Stream<Named<EffectType>> everyType() {
        return Stream.concat(Catalogue.types().stream(), Stream.concat(Stream.of(LINEAR_EQ), SIX_BANDS.stream()))
                .map(type -> Named.of(type.label(), type));
    }

    /// What scattered values might miss: other ways that sound takes through an effect.
    private static final Map<String, List<Map<String, Double>>> MODES = Map.of(
            "de-esser", List.of(Map.of("channels", 1.0, "sensitivity", 100.0), Map.of("channels", 4.0)),
            "eq", List.of(Map.of("band3.dyn.on", 1.0, "band3.dyn.threshold", -50.0, "dyn.auto", 1.0)),
            "multiband",
                    List.of(
                            Map.of(
                                    "band1.mode",
                                    1.0,
                                    "band1.threshold",
                                    -12.0,
                                    "band3.mode",
                                    1.0,
                                    "band3.threshold",
                                    -30.0),
                            Map.of("band2.mode", 2.0, "band2.threshold", -30.0, "band4.mode", 1.0, "channels", 2.0)),
            "limiter", List.of(Map.of("gain", 12.0, "link", 0.0, "link.split", 1.0, "link.release", 70.0)),
            "saturation",
                    List.of(
                            Map.of("curve", 6.0, "drive", 18.0),
                            Map.of("curve", 6.0, "bias", 60.0, "channels", 3.0),
                            Map.of("bands", 2.0, "channels", 2.0, "band1.drive", -10.0, "band3.mix", 40.0)),
            "clipper", List.of(Map.of("channels", 2.0, "gain", 12.0), Map.of("channels", 3.0, "ceiling", -20.0)));

    /// Initial values, controls scattered over their travel, and the ways above.
    private static List<double[]> settings(EffectType type) {
        List<double[]> settings = starts(type);
        settings.add(Rig.scattered(type, 1));
        settings.add(Rig.scattered(type, 2));
        return settings;
    }

    /// Initial values, and the ways above.
    private static List<double[]> starts(EffectType type) {
        List<double[]> settings = new ArrayList<>(List.of(Rig.initial(type)));
        for (Map<String, Double> mode : MODES.getOrDefault(type.id(), List.of())) {
            double[] values = Rig.initial(type);
            mode.forEach((id, plain) -> values[type.params().indexOf(id)] = plain);
            settings.add(values);
        }
        return settings;
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void theCutIntoCallsDoesNotMatter(Case c) {
        for (double[] values : settings(c.type)) {
            float[][] expected = movingRun(c, values, () -> Integer.MAX_VALUE);
            List<Rig.Cut> cuts = List.of(
                    Rig.Cut.every(1), Rig.Cut.every(64), Rig.Cut.every(511), Rig.Cut.every(1024), Rig.Cut.random(3));
            for (Rig.Cut cut : cuts) {
                assertThat(movingRun(c, values, cut)).isDeepEqualTo(expected);
            }
        }
    }

    /// Rests, moves every control at an odd place, and moves on.
    private static float[][] movingRun(Case c, double[] values, Rig.Cut cut) {
        float[][] input = c.lively(4);
        float[][] key = c.type.keyInput() ? Rig.lively(2, FRAMES, c.sampleRate, 5) : null;
        Rig rig = c.rig(values);
        float[][] first = rig.run(Rig.slice(input, 0, 2500), key == null ? null : Rig.slice(key, 0, 2500), cut);
        double[] others = Rig.scattered(c.type, 6);
        for (int p = 0; p < others.length; p++) {
            rig.effect.set(p, others[p]);
        }
        float[][] second =
                rig.run(Rig.slice(input, 2500, FRAMES), key == null ? null : Rig.slice(key, 2500, FRAMES), cut);
        return Rig.concat(first, second);
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void afterAResetItIsAsNewWithTheValuesLastSet(Case c) {
        double[] values = Rig.scattered(c.type, 7);
        double[] others = Rig.scattered(c.type, 8);
        Rig used = c.rig(values);
        used.run(c.lively(9));
        for (int p = 0; p < values.length; p++) {
            used.effect.set(p, others[p]);
            if (!c.type.params().get(p).automatable()) {
                others[p] = values[p];
            }
        }
        used.run(c.lively(10));
        used.effect.reset();
        float[][] expected = c.rig(others).run(c.lively(11));
        assertThat(used.run(c.lively(11))).isDeepEqualTo(expected);
        used.effect.reset();
        assertThat(used.run(c.lively(11))).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void silenceStaysSilence(Case c) {
        for (double[] values : settings(c.type)) {
            if (c.type == ToneGenerator.TYPE) {
                values[c.type.params().indexOf("on")] = 0;
            }
            Rig rig = c.rig(values);
            float[][] output = rig.run(Rig.silence(c.channels, FRAMES));
            assertThat(Rig.peak(output, 0, FRAMES)).isEqualTo(0.0);
            if (!closesInSilence(c.type, values)) {
                assertThat(rig.effect.gainReductionDb()).isEqualTo(0.0, within(1e-9));
            }
        }
    }

    /// A gate is closed in silence, and so is a band that expands.
    private static boolean closesInSilence(EffectType type, double[] values) {
        return type == Gate.TYPE
                || type.params().params().stream()
                        .filter(param -> param.id().endsWith(".mode"))
                        .anyMatch(param -> values[type.params().indexOf(param)] == MultibandParams.EXPAND);
    }

    /// What bands say of themselves fits what the effect says: nothing in silence, and no band goes further down than
    /// the
    /// deepest.
    @ParameterizedTest
    @MethodSource("everyCase")
    void bandsSayHowFarTheyGo(Case c) {
        int bands = c.rig().effect.reductionBands();
        for (double[] values : settings(c.type)) {
            Rig rig = c.rig(values);
            assertThat(rig.effect.reductionBands()).isEqualTo(bands);
            rig.run(c.lively(21), Rig.Cut.every(512));
            double deepest = 0;
            for (int b = 0; b < bands; b++) {
                deepest = Math.min(deepest, rig.effect.bandGainDb(b));
            }
            assertThat(deepest).isBetween(rig.effect.gainReductionDb() - 1e-9, 0.0);
            if (bands > 0) {
                assertThat(deepest).isEqualTo(rig.effect.gainReductionDb(), within(1e-9));
            }
            rig.effect.reset();
            for (int b = 0; b < bands; b++) {
                assertThat(rig.effect.bandGainDb(b)).isZero();
            }
        }
    }

    /// 90 dB down after the tail by definition; twice the tail is 180 dB for what decays exponentially, so -140
    /// dBFS is safe there; and all recursive states are flushed at 1e-15, 300 dB down, so five tails end in exact
    /// silence.
    @ParameterizedTest
    @MethodSource("everyCase")
    void aBurstDiesAwayWithinTheTailAndEndsInExactSilence(Case c) {
        Rig rig = c.rig();
        float[][] burst = rig.run(Rig.noise(c.channels, FRAMES, 0.5, 12));
        long late = rig.effect.latency() + rig.effect.tail();
        assertThat(late).as("tail that can be waited for").isLessThan(30L * c.sampleRate);
        float[][] upTo = rig.run(Rig.silence(c.channels, (int) late));
        double loudest = Math.max(Rig.peak(burst, 0, FRAMES), Rig.peak(upTo, 0, (int) late));
        float[][] then = rig.run(Rig.silence(c.channels, FRAMES));
        assertThat(Rig.peak(then, 0, FRAMES)).isLessThanOrEqualTo(loudest * 3.2e-5);
        int second = c.sampleRate;
        rig.run(Rig.silence(c.channels, (int) rig.effect.tail() + second));
        float[][] quiet = rig.run(Rig.silence(c.channels, FRAMES));
        assertThat(Rig.peak(quiet, 0, FRAMES)).isLessThanOrEqualTo(1e-7);
        float[][] rest = rig.run(Rig.silence(c.channels, 3 * (int) rig.effect.tail() + second));
        assertThat(Rig.peak(rig.run(Rig.silence(c.channels, FRAMES)), 0, FRAMES))
                .isEqualTo(0.0);
        assertThat(Rig.hasDenormals(upTo) || Rig.hasDenormals(then) || Rig.hasDenormals(rest))
                .as("denormal output")
                .isFalse();
    }

    /// What effects put to rest in silence has to wake up where it would be by then.
    @ParameterizedTest
    @MethodSource("everyType")
    void soundThatBeginsWithinASubBlockIsNoneTheWorse(EffectType type) {
        int silent = 37;
        int frames = 48_000;
        float[][] input = Rig.noise(2, frames, 0.1, 19);
        for (float[] row : input) {
            java.util.Arrays.fill(row, 0, silent, 0f);
        }
        float[][] whole = new Rig(type, 48_000, 2, Rig.initial(type)).run(input);
        Rig rig = new Rig(type, 48_000, 2, Rig.initial(type));
        float[][] first = rig.run(Rig.slice(input, 0, silent));
        float[][] cut = Rig.concat(first, rig.run(Rig.slice(input, silent, frames)));
        assertThat(cut).isDeepEqualTo(whole);
    }

    /// Noise of -30 dBFS passes an untouched effect nearly as it is. Effects that replace sound (delays, reverbs)
    /// are measured with their mix at the bottom, where what passes is the input, as late as everything else.
    @ParameterizedTest
    @MethodSource("everyCase")
    void theLatencyIsWhatItSays(Case c) {
        double[] values = Rig.initial(c.type);
        int mix = c.type.params().indexOf("mix");
        boolean untouchedFirst = mix < 0 || c.rig().effect.latency() > 0;
        for (boolean untouched : new boolean[] {true, false}) {
            if (untouched && !untouchedFirst || !untouched && mix < 0) {
                continue;
            }
            if (!untouched) {
                values[mix] = c.type.params().get(mix).range().min();
            }
            Rig rig = c.rig(values);
            int latency = rig.effect.latency();
            int frames = Math.max(latency, 0) + 3000;
            float[][] input = Rig.noise(1, frames, 0.03, 13);
            float[][] both = c.channels == 1 ? input : new float[][] {input[0], input[0]};
            float[][] output = rig.run(both);
            for (float[] row : output) {
                assertThat(Rig.lag(Rig.slice(input, 0, 2000)[0], row, latency + 900))
                        .isEqualTo(latency);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void theLatencyNeverChangesWhileItRuns(Case c) {
        Rig rig = c.rig();
        int latency = rig.effect.latency();
        assertThat(latency).isNotNegative();
        assertThat(rig.effect.tail()).isNotNegative();
        double[] others = Rig.scattered(c.type, 14);
        for (int p = 0; p < others.length; p++) {
            rig.effect.set(p, others[p]);
            rig.run(Rig.noise(c.channels, 70, 0.1, 15));
            assertThat(rig.effect.latency()).isEqualTo(latency);
        }
    }

    /// Finite input gives finite output, always. What is not finite may spoil the output only until latency, tail
    /// and 100 ms have passed: an effect finds a spoilt memory by itself, and clears it.
    @ParameterizedTest
    @MethodSource("everyCase")
    void hostileInputDoesNoLastingHarm(Case c) {
        List<double[]> settings = settings(c.type);
        for (double[] values : settings) {
            Rig rig = c.rig(values);
            for (float bad : new float[] {1e30f, -1e30f, Float.MIN_VALUE, 1e-40f, 1e-20f}) {
                assertThat(Rig.firstNotFinite(rig.run(spoilt(c, bad)), 0))
                        .as("after %s", bad)
                        .isEqualTo(-1);
            }
            float[][] square = Rig.silence(c.channels, FRAMES);
            for (float[] row : square) {
                for (int i = 0; i < FRAMES; i++) {
                    row[i] = i / 50 % 2 == 0 ? 1f : -1f;
                }
            }
            assertThat(Rig.firstNotFinite(rig.run(square), 0)).as("square").isEqualTo(-1);
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                rig.run(spoilt(c, bad));
            }
            long pause = rig.effect.latency() + Math.min(rig.effect.tail(), 10L * c.sampleRate);
            rig.run(Rig.silence(c.channels, (int) pause + c.sampleRate / 10));
            // Long enough for the first echo of a delay at any rate.
            int listening = Math.max(FRAMES, c.sampleRate);
            float[][] after = rig.run(Rig.noise(c.channels, listening, 0.1, 17));
            assertThat(Rig.firstNotFinite(after, 0)).isEqualTo(-1);
            assertThat(Double.isFinite(rig.effect.gainReductionDb())).isTrue();
            if (values == settings.getFirst()) {
                assertThat(Rig.peak(after, listening / 2, listening))
                        .as("sounds again")
                        .isGreaterThan(1e-4);
            }
        }
    }

    private static float[][] spoilt(Case c, float bad) {
        float[][] signal = Rig.noise(c.channels, FRAMES, 0.5, 18);
        for (float[] row : signal) {
            for (int i = 1000; i < 1010; i++) {
                row[i] = bad;
            }
        }
        return signal;
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void extremeValuesStayFinite(Case c) {
        List<double[]> extremes = new ArrayList<>();
        int n = c.type.params().size();
        for (int p = 0; p < n; p++) {
            Range range = c.type.params().get(p).range();
            for (double edge : new double[] {range.min(), range.max()}) {
                double[] values = Rig.initial(c.type);
                values[p] = edge;
                extremes.add(values);
            }
        }
        SplittableRandom random = new SplittableRandom(19);
        for (int k = 0; k < 12; k++) {
            double[] corner = new double[n];
            for (int p = 0; p < n; p++) {
                Range range = c.type.params().get(p).range();
                corner[p] = k == 0 || k > 1 && random.nextBoolean() ? range.min() : range.max();
            }
            extremes.add(corner);
        }
        float[][] loud = Rig.noise(c.channels, 1500, 1.0, 20);
        Rig moved = c.rig();
        for (double[] values : extremes) {
            assertThat(Rig.firstNotFinite(c.rig(values).run(loud), 0))
                    .as("at %s", (Object) values)
                    .isEqualTo(-1);
            for (int p = 0; p < n; p++) {
                moved.effect.set(p, values[p]);
            }
            assertThat(Rig.firstNotFinite(moved.run(loud), 0))
                    .as("moving to %s", (Object) values)
                    .isEqualTo(-1);
        }
    }

    /// Error of the sum against the sum of the parts, as power: single precision carries 6e-8 per rounding, and a
    /// few of them add up in a buffer or two.
    @ParameterizedTest
    @MethodSource("everyCase")
    void whatIsCalledLinearIsLinear(Case c) {
        if (!c.type.linear()) {
            return;
        }
        for (double[] values : settings(c.type)) {
            for (String toggle : c.type.bending()) {
                values[c.type.params().indexOf(toggle)] = 0;
            }
            assertThat(c.type.isLinear(values)).isTrue();
            float[][] a = c.lively(21);
            float[][] b = Rig.noise(c.channels, FRAMES, 0.3, 22);
            float[][] apart = Rig.sum(c.rig(values).run(a), c.rig(values).run(b));
            float[][] together = c.rig(values).run(Rig.sum(a, b));
            for (int row = 0; row < together.length; row++) {
                float[] error = new float[FRAMES];
                for (int i = 0; i < FRAMES; i++) {
                    error[i] = together[row][i] - apart[row][i];
                }
                assertThat(Rig.rms(error)).isLessThanOrEqualTo(1e-6 * Math.max(Rig.rms(together[row]), 0.01));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void runningAllocatesNothing(EffectType type) {
        Rig rig = new Rig(type, 48_000, 2);
        float[][] io = Rig.lively(2, 512, 48_000, 23);
        double[][] positions = {Rig.scattered(type, 24), Rig.scattered(type, 25), Rig.initial(type)};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        exercise(rig.effect, io, positions, 300);
        long least = Long.MAX_VALUE;
        // The virtual machine itself may allocate once in a while, when it links or compiles; an effect would each
        // time.
        for (int round = 0; round < 5; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            exercise(rig.effect, io, positions, 100);
            long between = threads.getThreadAllocatedBytes(thread);
            long counting = threads.getThreadAllocatedBytes(thread) - between;
            least = Math.min(least, between - before - counting);
        }
        assertThat(least).isLessThanOrEqualTo(0);
    }

    private static void exercise(Effect effect, float[][] io, double[][] positions, int calls) {
        for (int k = 0; k < calls; k++) {
            double[] values = positions[k % positions.length];
            for (int p = 0; p < values.length; p++) {
                effect.set(p, values[p]);
            }
            effect.process(io, null, 0, 512);
            if (effect.gainReductionDb() > 1 || k % 50 == 49) {
                effect.reset();
            }
            for (int i = 0; i < 512; i++) {
                io[0][i] = io[1][i] = (float) ((i * 37 % 101) / 101.0 - 0.5);
            }
        }
    }

    /// Each control goes from bottom to top, back, and from both to its initial value while a sine sounds. The
    /// yardstick is a linear fade of 20 ms between what the effect gives at five fixed places of that control's travel:
    /// its second difference is at most theirs, plus twice the fade's slope times the slope of their difference, plus
    /// the slope times the difference at the fade's ends. A move may have eight times that; a hard switch would have
    /// some thousand times, steps of one sub-block some sixty.
    @ParameterizedTest
    @MethodSource("everyType")
    void noControlClicks(EffectType type) {
        int rate = 48_000;
        int before = rate / 4 + 120;
        int frames = before + rate / 4;
        float[][] input = Rig.sine(2, frames, 0.5, 100, rate);
        for (double[] start : starts(type)) {
            for (int p = 0; p < type.params().size(); p++) {
                Param param = type.params().get(p);
                // What six bands have alike is tested once.
                boolean known = SIX_BANDS.contains(type) && param.id().matches("band[346].*");
                if (param.automatable() && !known) {
                    moveFromStopToStop(type, start, p, input, before);
                }
            }
        }
    }

    private static void moveFromStopToStop(EffectType type, double[] start, int p, float[][] input, int before) {
        Param param = type.params().get(p);
        double min = param.range().min();
        double max = param.range().max();
        double allowed = 8 * fadeRoughness(type, start, p, input, before, 48_000 / 50) + 1e-6;
        double[][] moves = {{min, max}, {max, min}, {min, param.initial()}, {max, param.initial()}};
        for (double[] move : moves) {
            if (move[0] == move[1]) {
                continue;
            }
            double[] values = start.clone();
            values[p] = move[0];
            Rig rig = new Rig(type, 48_000, 2, values);
            float[][] still = rig.run(Rig.slice(input, 0, before));
            rig.effect.set(p, move[1]);
            float[][] output = Rig.concat(still, rig.run(Rig.slice(input, before, input[0].length)));
            assertThat(roughness(output, before - 8))
                    .as("%s %s from %s to %s", type.id(), param.id(), move[0], move[1])
                    .isLessThanOrEqualTo(allowed);
        }
    }

    private static double fadeRoughness(EffectType type, double[] start, int p, float[][] input, int from, int fade) {
        int places = 5;
        float[][][] fixed = new float[places][][];
        double roughest = 0;
        for (int k = 0; k < places; k++) {
            double[] values = start.clone();
            values[p] = type.params().get(p).range().plain(k / (places - 1.0));
            fixed[k] = new Rig(type, 48_000, 2, values).run(input);
            roughest = Math.max(roughest, roughness(fixed[k], from));
        }
        double apart = 0;
        double slope = 0;
        for (int c = 0; c < 2; c++) {
            for (int a = 0; a < places; a++) {
                for (int b = 0; b < a; b++) {
                    for (int i = from; i < input[0].length; i++) {
                        double here = fixed[a][c][i] - fixed[b][c][i];
                        double last = fixed[a][c][i - 1] - fixed[b][c][i - 1];
                        apart = Math.max(apart, Math.abs(here));
                        slope = Math.max(slope, Math.abs(here - last));
                    }
                }
            }
        }
        return roughest + (2 * slope + apart) / fade;
    }

    /// The greatest second difference.
    private static double roughness(float[][] signal, int from) {
        double most = 0;
        for (float[] row : signal) {
            for (int i = from; i < row.length; i++) {
                most = Math.max(most, Math.abs(row[i] - 2.0 * row[i - 1] + row[i - 2]));
            }
        }
        return most;
    }
}
