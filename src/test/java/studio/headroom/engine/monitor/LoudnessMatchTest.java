package studio.headroom.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.engine.monitor.Signals.RATE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.dsp.loudness.ProgramMeter;

class LoudnessMatchTest {
    private static final int BLOCK = 512;

    private final LoudnessMatch match = new LoudnessMatch(RATE);

    /// A mastering chain of a test: what becomes of a stretch of sound.
    interface Chain {
        float[][] process(float[][] input);
    }

    private static Chain gain(double db) {
        float factor = (float) Math.pow(10, db / 20);
        return input -> {
            float[][] out = Signals.copy(input);
            for (float[] row : out) {
                for (int i = 0; i < row.length; i++) {
                    row[i] *= factor;
                }
            }
            return out;
        };
    }

    /// Lateness by some frames, at the beginning silence.
    private static Chain late(int frames, Chain chain) {
        return input -> {
            float[][] processed = chain.process(input);
            float[][] out = new float[2][processed[0].length];
            for (int c = 0; c < 2; c++) {
                System.arraycopy(processed[c], 0, out[c], frames, out[c].length - frames);
            }
            return out;
        };
    }

    /// Compression of 4:1 above -18 dB with 12 dB of make-up gain, a peak detector that releases in 100 ms.
    private static float[][] compress(float[][] input) {
        return compress(input, -18);
    }

    private static float[][] compress(float[][] input, double thresholdDb) {
        float[][] out = Signals.copy(input);
        double release = Math.exp(-1 / (0.1 * RATE));
        double envelope = 0;
        for (int i = 0; i < out[0].length; i++) {
            double peak = Math.max(Math.abs(out[0][i]), Math.abs(out[1][i]));
            envelope = Math.max(peak, envelope * release);
            double db = 20 * Math.log10(Math.max(envelope, 1e-6));
            double factor = Math.pow(10, (12 - Math.max(0, db - thresholdDb) * 0.75) / 20);
            out[0][i] *= (float) factor;
            out[1][i] *= (float) factor;
        }
        return out;
    }

    /// Something like music: bars of notes over noise, with loud and soft beats, rests, and another level every two
    /// seconds.
    private static float[][] music(double seconds, long seed) {
        return music(seconds, seed, true);
    }

    private static float[][] music(double seconds, long seed, boolean sections) {
        int frames = (int) (seconds * RATE);
        float[][] signal = Signals.noise(frames, 0.02, seed);
        SplittableRandom random = new SplittableRandom(seed);
        int beat = RATE / 4;
        double section = 0.5;
        for (int from = 0; from < frames; from += beat) {
            if (sections && from % (8 * beat) == 0) {
                section = 0.2 + 0.6 * random.nextDouble();
            }
            double hertz = 80 * Math.pow(2, random.nextInt(36) / 12.0);
            double level = section * (random.nextInt(8) == 0 ? 0 : 0.3 + 0.7 * random.nextDouble());
            double pan = random.nextDouble();
            for (int i = from; i < Math.min(frames, from + beat); i++) {
                double t = (i - from) / (double) RATE;
                double x = level * Math.exp(-6 * t) * Math.sin(2 * Math.PI * hertz * t);
                signal[0][i] += (float) (x * pan);
                signal[1][i] += (float) (x * (1 - pan));
            }
        }
        return signal;
    }

    private static float[][] join(float[][]... parts) {
        float[][] all = new float[2][0];
        for (float[][] part : parts) {
            for (int c = 0; c < 2; c++) {
                int length = all[c].length;
                all[c] = Arrays.copyOf(all[c], length + part[c].length);
                System.arraycopy(part[c], 0, all[c], length, part[c].length);
            }
        }
        return all;
    }

    private static float[][] silence(double seconds) {
        return new float[2][(int) (seconds * RATE)];
    }

    /// Plays input and output in blocks; the gain after each.
    private List<Double> play(float[][] input, float[][] output) {
        List<Double> gains = new ArrayList<>();
        for (int at = 0; at < input[0].length; at += BLOCK) {
            match.process(input, output, at, Math.min(BLOCK, input[0].length - at));
            gains.add(match.gainDb());
        }
        return gains;
    }

    private static double after(double seconds, List<Double> gains) {
        return gains.get((int) (seconds * RATE / BLOCK));
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, -6, 12, -20, 0})
    void aGainIsUndoneWithinThreeSeconds(double db) {
        float[][] input = music(8, 1);
        List<Double> gains = play(input, gain(db).process(input));
        assertThat(after(3, gains)).isCloseTo(-db, within(0.1));
        // A gain is the same in every window, so what is left is rounding to float.
        assertThat(after(7.9, gains)).isCloseTo(-db, within(1e-4));
        assertThat(match.goalDb()).isCloseTo(-db, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 333, 4801, 48_000})
    void theLatenessOfTheChainDoesNotMatter(int frames) {
        match.setLatency(frames);
        float[][] input = join(silence(0.7), music(4, 2), silence(1), music(5, 3));
        List<Double> gains = play(input, late(frames, gain(6)).process(input));
        // At most 5 ms of a window of 400 ms is of another time.
        assertThat(after(4.5, gains)).isCloseTo(-6, within(0.1));
        assertThat(after(10.5, gains)).isCloseTo(-6, within(0.05));
    }

    @Test
    void whatIsHeardIsAsLoudAsTheInputAlsoThroughCompression() {
        float[][] input = music(40, 4, false);
        float[][] output = compress(input);
        match.setOn(true);
        play(input, output);
        double in = loudness(input, 10, 40);
        double out = loudness(output, 10, 40);
        // The match follows the last ten seconds, the loudness is of all thirty and has other gates.
        assertThat(out).isCloseTo(in, within(0.2));
        assertThat(loudness(compress(input), 10, 40) - in)
                .as("what there was to match")
                .isGreaterThan(4);
    }

    private static double loudness(float[][] signal, int fromSeconds, int toSeconds) {
        float[][] part = {
            Arrays.copyOfRange(signal[0], fromSeconds * RATE, toSeconds * RATE),
            Arrays.copyOfRange(signal[1], fromSeconds * RATE, toSeconds * RATE)
        };
        return ProgramMeter.measure(RATE, part).integratedLufs();
    }

    @Test
    void throughCompressionItDoesNotPump() {
        float[][] input = music(40, 5);
        List<Double> gains = play(input, compress(input));
        List<Double> settled = gains.subList(10 * RATE / BLOCK, gains.size());
        double lowest = settled.stream().mapToDouble(x -> x).min().orElseThrow();
        double highest = settled.stream().mapToDouble(x -> x).max().orElseThrow();
        // The song's sections differ by 12 dB, of which the compressor takes 9.
        assertThat(highest - lowest).isLessThan(3);
    }

    @Test
    void aQuietPassageDoesNotRaiseWhatTheCompressorLifts() {
        float[][] loud = music(15, 6);
        float[][] quiet = gain(-20).process(music(8, 7));
        float[][] input = join(loud, quiet);
        // Far above its threshold, so that of the 20 dB 5 are left.
        List<Double> gains = play(input, compress(input, -50));
        double before = after(15, gains);
        double inside = after(22.9, gains);
        // Passages 10 LU below do not count; only the first windows after the change, which hold both.
        assertThat(inside).isCloseTo(before, within(0.3));
    }

    @Test
    void theGainIsKeptThroughSilence() {
        float[][] sound = music(5, 8);
        play(sound, gain(6).process(sound));
        double before = match.gainDb();
        float[][] silence = silence(20);
        play(silence, silence(20));
        assertThat(match.gainDb()).isCloseTo(before, within(1e-6));
        // Noise below -70 LUFS and a chain that lets nothing through are no reason to move either.
        float[][] hiss = Signals.noise(10 * RATE, 1e-4, 9);
        play(hiss, gain(-3).process(hiss));
        play(music(5, 10), silence(5));
        assertThat(match.gainDb()).isCloseTo(before, within(1e-6));
    }

    @Test
    void fromSilenceNothingIsConcluded() {
        play(silence(5), silence(5));
        assertThat(match.gainDb()).isZero();
        assertThat(match.goalDb()).isZero();
    }

    @Test
    void aStepIsFollowedSlowlyAndSmoothly() {
        float[][] input = Signals.noise(60 * RATE, 0.2, 11);
        float[][] output = join(gain(3).process(part(input, 0, 20)), gain(9).process(part(input, 20, 60)));
        List<Double> gains = play(input, output);
        assertThat(after(20, gains)).isCloseTo(-3, within(0.01));
        assertThat(after(21, gains)).isGreaterThan(-3 - LoudnessMatch.SLEW_DB_PER_SECOND);
        // The mean power of the output, k = 10^(dB/10), goes from k(3) to k(9) with e^(-t/10 s).
        double mean = 7.943 - (7.943 - 1.995) * Math.exp(-1);
        assertThat(after(30, gains)).isCloseTo(-10 * Math.log10(mean), within(0.1));
        assertThat(after(59.9, gains)).isCloseTo(-9, within(0.1));
        double most = LoudnessMatch.SLEW_DB_PER_SECOND * (BLOCK + RATE / 100.0) / RATE;
        for (int i = 20 * RATE / BLOCK; i < gains.size(); i++) {
            assertThat(Math.abs(gains.get(i) - gains.get(i - 1))).isLessThanOrEqualTo(most);
        }
    }

    private static float[][] part(float[][] signal, int fromSeconds, int toSeconds) {
        return new float[][] {
            Arrays.copyOfRange(signal[0], fromSeconds * RATE, toSeconds * RATE),
            Arrays.copyOfRange(signal[1], fromSeconds * RATE, toSeconds * RATE)
        };
    }

    @Test
    void afterARestartAChangedChainIsMatchedQuickly() {
        float[][] input = music(10, 12);
        play(input, gain(3).process(input));
        match.restart();
        assertThat(match.goalDb()).isEqualTo(match.gainDb());
        List<Double> gains = play(input, gain(9).process(input));
        // Until there is a window of the new chain alone the gain stays.
        assertThat(after(0.4, gains)).isCloseTo(-3, within(1e-3));
        assertThat(after(3, gains)).isCloseTo(-9, within(0.1));
    }

    @Test
    void theGainStaysWithinItsLimits() {
        float[][] input = Signals.noise(6 * RATE, 0.01, 13);
        play(input, gain(40).process(input));
        assertThat(match.gainDb()).isEqualTo(-LoudnessMatch.LIMIT_DB);
        match.restart();
        play(gain(30).process(input), gain(-5).process(input));
        assertThat(match.gainDb()).isEqualTo(LoudnessMatch.LIMIT_DB);
    }

    @Test
    void switchedOffItMeasuresAndTouchesNothing() {
        float[][] input = music(4, 14);
        float[][] output = gain(6).process(input);
        float[][] before = Signals.copy(output);
        play(input, output);
        assertThat(Signals.bits(output)).isDeepEqualTo(Signals.bits(before));
        assertThat(match.gainDb()).isCloseTo(-6, within(0.1));
    }

    @Test
    void switchingIsAStraightFadeOfTwentyMilliseconds() {
        float[][] sound = Signals.noise(5 * RATE, 0.2, 15);
        play(sound, gain(6.0206).process(sound));
        match.setOn(true);
        float[][] input = Signals.noise(RATE / 10, 0.2, 16);
        float[][] output = gain(6.0206).process(input);
        match.process(input, output, 0, RATE / 10);
        for (int i = 0; i < RATE / 10; i++) {
            double share = Math.min(1, (i + 1.0) / Signals.FADE);
            // The gain is halved, to the 1e-4 dB (1.2e-5) that the match is exact to, of samples up to 0.4.
            assertThat((double) output[0][i]).isCloseTo(input[0][i] * (2 - share), within(1e-5));
            assertThat((double) output[1][i]).isCloseTo(input[1][i] * (2 - share), within(1e-5));
        }
    }

    @Test
    void hostileSamplesAreSurvived() {
        float[][] input = music(4, 16);
        float[][] output = gain(6).process(input);
        output[0][5 * BLOCK] = Float.NaN;
        output[1][9 * BLOCK] = Float.POSITIVE_INFINITY;
        input[0][7 * BLOCK] = Float.NEGATIVE_INFINITY;
        play(input, output);
        float[][] more = music(40, 17);
        List<Double> gains = play(more, gain(6).process(more));
        assertThat(after(39.9, gains)).isCloseTo(-6, within(0.1));
    }

    @Test
    void cutsDoNotChangeABit() {
        float[][] input = music(6, 18);
        float[][] whole = compress(input);
        float[][] cut = Signals.copy(whole);
        LoudnessMatch other = new LoudnessMatch(RATE);
        int[] times = {0, 100_000, 100_500, 180_000, 6 * RATE};
        for (int t = 0; t + 1 < times.length; t++) {
            int from = times[t];
            match.setOn(t % 2 == 0);
            other.setOn(t % 2 == 0);
            match.process(input, whole, from, times[t + 1] - from);
            Signals.cut(times[t + 1] - from, t, (at, frames) -> other.process(input, cut, from + at, frames));
        }
        assertThat(Signals.bits(cut)).isDeepEqualTo(Signals.bits(whole));
        assertThat(other.gainDb()).isEqualTo(match.gainDb());
    }

    @Test
    void nothingIsAllocated() {
        float[][] input = Signals.noise(BLOCK, 0.1, 19);
        float[][] output = Signals.noise(BLOCK, 0.2, 20);
        long allocated = Signals.allocated(() -> {
            for (int i = 0; i < 500; i++) {
                match.setOn(i % 20 < 10);
                match.setLatency(i);
                if (i % 200 == 0) {
                    match.restart();
                }
                match.process(input, output, 0, BLOCK);
            }
        });
        assertThat(allocated).isZero();
    }
}
