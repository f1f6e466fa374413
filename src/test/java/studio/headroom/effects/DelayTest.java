package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.param.Param;

class DelayTest {
    private static final int RATE = 48_000;

    /// Filters off unless asked for.
    private static Effect delay(String... settings) {
        String[] all = Arrays.copyOf(new String[] {"lowCut=20", "highCut=20000"}, settings.length + 2);
        System.arraycopy(settings, 0, all, 2, settings.length);
        return Wet.effect(Delay.TYPE, RATE, 2, all);
    }

    @ParameterizedTest
    @CsvSource({"1, 48", "5, 240", "250, 12000", "375, 18000", "2000, 96000"})
    void aTimeOfWholeFramesIsExactToTheSample(double milliseconds, int frames) {
        float[][] response = Wet.impulse(delay("time.left=" + milliseconds, "feedback=0"), -1, 97_000);
        for (float[] side : response) {
            assertThat(side[frames]).isEqualTo(1f);
            side[frames] = 0;
            assertThat(Wet.energy(side)).isZero();
        }
    }

    @Test
    void aTimeBetweenFramesIsInterpolated() {
        // 1.01 ms are 48.48 frames: the center of gravity of the echo, which the interpolator keeps to a fiftieth of a
        // frame.
        float[] response = Wet.impulse(delay("time.left=1.01", "feedback=0"), -1, 200)[0];
        double sum = 0;
        double moment = 0;
        for (int t = 0; t < 200; t++) {
            sum += response[t];
            moment += t * response[t];
        }
        assertThat(sum).isCloseTo(1, within(0.003));
        assertThat(moment / sum).isCloseTo(48.48, within(0.02));
    }

    @Test
    void everyEchoIsSofterByTheFeedback() {
        float[] response = Wet.impulse(delay("time.left=10", "feedback=70"), -1, 480 * 41)[0];
        for (int k = 1; k <= 40; k++) {
            assertThat((double) response[480 * k]).isCloseTo(Math.pow(0.7, k - 1), within(1e-6 * Math.pow(0.7, k - 1)));
        }
    }

    @Test
    void pingPongGoesFromLeftToRightAndBack() {
        float[][] response = Wet.impulse(
                delay("mode=ping-pong", "link=off", "time.left=10", "time.right=20", "feedback=50"), -1, 4000);
        // Left after 10 ms, right 20 ms later, left 10 ms later, and so on.
        assertThat(response[0][480]).isEqualTo(1f);
        assertThat(response[1][480 + 960]).isEqualTo(0.5f);
        assertThat(response[0][480 + 960 + 480]).isEqualTo(0.25f);
        assertThat(Wet.energy(Arrays.copyOf(response[1], 1440))).isZero();
        assertThat(Wet.energy(Arrays.copyOfRange(response[0], 481, 1920))).isZero();
    }

    @Test
    void crossFeedSharesTheFeedback() {
        float[][] response = Wet.impulse(delay("time.left=10", "feedback=80", "cross=25"), 0, 1000);
        assertThat(response[0][480]).isEqualTo(1f);
        assertThat(response[0][960]).isCloseTo(0.6f, within(1e-6f));
        assertThat(response[1][960]).isCloseTo(0.2f, within(1e-6f));
    }

    @Test
    void everyEchoPassesTheFiltersOnceMore() {
        Effect effect = Wet.effect(Delay.TYPE, RATE, 2, "time.left=500", "feedback=90", "lowCut=400", "highCut=3000");
        float[] response = Wet.impulse(effect, -1, 24_000 * 4)[0];
        for (double hz : new double[] {100, 400, 1000, 3000, 8000}) {
            double first = magnitude(response, 24_000, hz);
            double second = magnitude(response, 48_000, hz);
            // Each echo decays long before the next one comes.
            assertThat(20 * Math.log10(second / (0.9 * first * first)))
                    .as("%s Hz", hz)
                    .isCloseTo(0, within(0.02));
        }
        double corner = magnitude(response, 24_000, 3000);
        assertThat(20 * Math.log10(corner)).isCloseTo(-3.01, within(0.01));
    }

    private static double magnitude(float[] x, int start, double hz) {
        double re = 0;
        double im = 0;
        for (int t = 0; t < 24_000; t++) {
            re += x[start + t] * Math.cos(2 * Math.PI * hz * t / RATE);
            im += x[start + t] * Math.sin(2 * Math.PI * hz * t / RATE);
        }
        return Math.hypot(re, im);
    }

    @ParameterizedTest
    @CsvSource({
        "1/4, 120, 24000",
        "1/8d, 120, 18000",
        "1/8t, 120, 8000",
        "1/64, 120, 1500",
        "1/1, 120, 96000",
        "1/4, 150, 19200",
        "1/16, 60, 12000",
        "1/1d, 40, 216000"
    })
    void notesFollowTheTempo(String note, double bpm, int frames) {
        // 1/1d at 40 lasts 9 s and is halved to fit into 8 s.
        Effect effect = delay("sync=on", "note.left=" + note, "bpm=" + bpm, "feedback=0");
        float[] response = Wet.impulse(effect, -1, frames + 100)[1];
        assertThat(response[frames]).isEqualTo(1f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sync",
                "note.left",
                "note.right",
                "time.left",
                "time.right",
                "link",
                "mode",
                "feedback",
                "cross",
                "lowCut",
                "highCut",
                "mod.rate",
                "mod.depth",
                "width",
                "mix",
                "bpm"
            })
    void movingAControlDoesNotClick(String id) {
        Param param = Delay.TYPE.params().get(Delay.TYPE.params().indexOf(id));
        Effect effect =
                delay("time.left=100", "feedback=60", "mod.depth=10", id.equals("bpm") ? "sync=on" : "sync=off");
        float[][] io = Wet.sine(4 * RATE, 250, RATE);
        for (int t = 0; t < RATE / 10; t++) {
            // The tone's own beginning is no click of ours.
            io[0][t] *= (float) (0.5 - 0.5 * Math.cos(Math.PI * t / (RATE / 10.0)));
            io[1][t] = io[0][t];
        }
        int part = io[0].length / 10;
        for (int i = 0; i < 10; i++) {
            if (i > 3) {
                Wet.set(effect, Delay.TYPE, id, param.range().plain(i % 2 == 0 ? 0 : i % 4 == 1 ? 1 : 0.5));
            }
            effect.process(io, null, i * part, part);
        }
        double worst = 0;
        for (int t = 4; t < io[0].length; t++) {
            for (float[] x : io) {
                double difference = x[t] - 4.0 * x[t - 1] + 6.0 * x[t - 2] - 4.0 * x[t - 3] + x[t - 4];
                worst = Math.max(worst, Math.abs(difference));
            }
        }
        // A step of 1e-3, 54 dB under the tone, whose own fourth difference is 6e-7.
        assertThat(worst).isLessThan(6e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 64, 511})
    void theCutOfCallsDoesNotMatter(int block) {
        float[][] whole = Wet.noise(RATE / 2, 2);
        float[][] cut = {whole[0].clone(), whole[1].clone()};
        String[] settings = {"time.left=1", "feedback=90", "mod.depth=100", "lowCut=100", "highCut=5000", "cross=30"};
        Effect one = delay(settings);
        Effect other = delay(settings);
        int half = 64 * 150;
        one.process(whole, null, 0, half);
        process(other, cut, 0, half, block);
        for (Effect effect : new Effect[] {one, other}) {
            Wet.set(effect, Delay.TYPE, "time.left", 30.3);
            Wet.set(effect, Delay.TYPE, "mode", 1);
        }
        one.process(whole, null, half, whole[0].length - half);
        process(other, cut, half, whole[0].length - half, block);
        assertThat(cut[0]).isEqualTo(whole[0]);
        assertThat(cut[1]).isEqualTo(whole[1]);
    }

    private static void process(Effect effect, float[][] io, int offset, int frames, int block) {
        for (int done = 0; done < frames; done += block) {
            effect.process(io, null, offset + done, Math.min(block, frames - done));
        }
    }

    @Test
    void echoesEndInExactSilenceAndNotBeforeTheTail() {
        Effect effect = delay("time.left=50", "feedback=80");
        float[][] io = Wet.noise(RATE / 2, 1);
        effect.process(io, null, 0, io[0].length);
        long tail = effect.tail();
        float[][] after = new float[2][20 * RATE];
        effect.process(after, null, 0, after[0].length);
        double level = Wet.energy(Arrays.copyOfRange(io[0], RATE / 4, RATE / 2)) * 4;
        double rest = Wet.energy(Arrays.copyOfRange(after[0], (int) tail, (int) tail + RATE));
        assertThat(Wet.db(rest / level + 1e-30)).isLessThan(-90);
        assertThat(Arrays.copyOfRange(after[0], 19 * RATE, 20 * RATE)).containsOnly(0f);
    }

    @Test
    void theLoopIsStableWithEverythingAtItsMost() {
        Effect effect = delay("time.left=3", "feedback=98", "cross=50", "mod.depth=100", "mod.rate=5", "lowCut=30");
        float[][] io = Wet.noise(RATE, 3);
        effect.process(io, null, 0, RATE);
        float[][] after = new float[2][10 * RATE];
        effect.process(after, null, 0, after[0].length);
        assertThat(Wet.energy(Arrays.copyOfRange(after[0], 9 * RATE, 10 * RATE)))
                .isLessThan(1e-9);
    }

    @Test
    void itIsLinear() {
        float[][] a = Wet.noise(RATE / 2, 4);
        float[][] b = Wet.noise(RATE / 2, 5);
        float[][] sum = new float[2][a[0].length];
        for (int c = 0; c < 2; c++) {
            for (int t = 0; t < sum[c].length; t++) {
                sum[c][t] = a[c][t] + b[c][t];
            }
        }
        for (float[][] io : new float[][][] {a, b, sum}) {
            delay("time.left=20", "feedback=70", "mod.depth=50", "highCut=4000").process(io, null, 0, io[0].length);
        }
        for (int t = 0; t < sum[0].length; t++) {
            // Rounding of a single-precision memory, a few times.
            assertThat(sum[0][t]).isCloseTo(a[0][t] + b[0][t], within(1e-6f));
        }
    }

    @Test
    void dryIsBitExact() {
        float[][] io = Wet.noise(RATE / 4, 6);
        float[][] before = {io[0].clone(), io[1].clone()};
        delay("mix=0").process(io, null, 0, io[0].length);
        assertThat(io[0]).isEqualTo(before[0]);
        assertThat(io[1]).isEqualTo(before[1]);
    }

    @Test
    void monoComesOutInStereoAndNoNumberDoesNoHarm() {
        Effect effect = Wet.effect(
                Delay.TYPE,
                RATE,
                1,
                "lowCut=20",
                "highCut=20000",
                "link=off",
                "time.left=10",
                "time.right=20",
                "feedback=0");
        float[][] io = new float[2][2000];
        Arrays.fill(io[1], Float.NaN);
        io[0][0] = 1;
        io[0][1] = Float.NaN;
        effect.process(io, null, 0, 2000);
        assertThat(io[0][480]).isEqualTo(1f);
        assertThat(io[1][960]).isEqualTo(1f);
        assertThat(io[0][481]).isZero();
        assertThat(Wet.energy(io[0]) + Wet.energy(io[1])).isEqualTo(2);
    }
}
