package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.param.Param;

/// What the reverb sounds like beside its decay time, and how it behaves in a session.
class ReverbTest {
    private static final int RATE = 48_000;
    private static final String[] TYPES = {"room", "hall", "plate", "chamber"};

    private static Effect reverb(String... settings) {
        return Wet.effect(Reverb.TYPE, RATE, 2, settings);
    }

    private static float[][] tail(String type, int frames) {
        return Wet.impulse(
                reverb("type=" + type, "predelay=0", "lowCut=20", "highCut=20000", "balance=100", "high.decay=100"),
                -1,
                frames);
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "hall", "plate", "chamber"})
    void echoesAreAsDenseAsNoiseBy80Milliseconds(String type) {
        float[][] response = tail(type, RATE / 2);
        double sum = 0;
        int count = 0;
        for (int center = RATE * 80 / 1000; center < RATE / 5; center += RATE / 100) {
            for (float[] side : response) {
                double density = echoDensity(side, center);
                sum += density;
                count++;
                assertThat(density).as("at %d frames", center).isGreaterThan(0.75);
            }
        }
        // 1 for Gaussian noise; a window of 20 ms of it scatters by 0.05.
        assertThat(sum / count).isBetween(0.9, 1.1);
    }

    /// Share of the samples of a 20 ms Hann window outside one standard deviation, relative to Gaussian noise: J. Abel
    /// and P. Huang,
    /// "A simple, robust measure of reverberation echo density", AES 121 (2006).
    private static double echoDensity(float[] x, int center) {
        int half = RATE / 100;
        double power = 0;
        double total = 0;
        for (int t = -half; t <= half; t++) {
            double weight = 0.5 + 0.5 * Math.cos(Math.PI * t / half);
            power += weight * x[center + t] * x[center + t];
            total += weight;
        }
        double deviation = Math.sqrt(power / total);
        double outside = 0;
        for (int t = -half; t <= half; t++) {
            double weight = 0.5 + 0.5 * Math.cos(Math.PI * t / half);
            outside += Math.abs(x[center + t]) > deviation ? weight : 0;
        }
        return outside / total / 0.3173;
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "hall", "plate", "chamber"})
    void noFrequencyStandsOutOfTheTailAsInAMetallicRing(String type) {
        // The power of Rayleigh fading is spread by as much as its mean (1), and the largest of 20000 bins is 10 dB
        // over it. Modes
        // that are neither dense nor moving give 1.6 to 2 and 14 to 17 dB: seen here without modulation.
        double[] moving = spread(type, "mod.depth=20");
        double[] still = spread(type, "mod.depth=0");
        assertThat(moving[0]).isLessThan(1.35).isLessThan(still[0] - 0.15);
        assertThat(moving[1]).isLessThan(15.5);
    }

    /// The standard deviation of the tail's power spectrum relative to a mean over 200 Hz, and the peak of it in dB.
    private static double[] spread(String type, String modulation) {
        Effect effect = reverb(
                "type=" + type,
                modulation,
                "predelay=0",
                "lowCut=20",
                "highCut=20000",
                "balance=100",
                "high.decay=100");
        float[][] response = Wet.impulse(effect, -1, 13 * RATE / 5);
        double square = 0;
        double peak = 0;
        int count = 0;
        for (float[] side : response) {
            float[] flat = Arrays.copyOfRange(side, 2 * RATE / 5, side.length);
            for (int t = 0; t < flat.length; t++) {
                double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * t / flat.length);
                flat[t] *= (float) (hann * Math.pow(10, 3.0 / 2 * t / RATE));
            }
            Wet.Spectrum spectrum = Wet.spectrum(flat, RATE);
            // The padding makes neighbors alike: take bins as far apart as the signal is long.
            double step = (double) spectrum.re().length / flat.length;
            double[] power = new double[(int) (flat.length * 10_000.0 / RATE)];
            for (int k = 0; k < power.length; k++) {
                int bin = (int) (k * step);
                power[k] = spectrum.re()[bin] * spectrum.re()[bin] + spectrum.im()[bin] * spectrum.im()[bin];
            }
            int reach = (int) (100.0 * flat.length / RATE);
            for (int k = 2 * reach; k < power.length - reach; k++) {
                double mean = 0;
                for (int j = k - reach; j < k + reach; j++) {
                    mean += power[j] / (2 * reach);
                }
                square += (power[k] / mean - 1) * (power[k] / mean - 1);
                peak = Math.max(peak, power[k] / mean);
                count++;
            }
        }
        return new double[] {Math.sqrt(square / count), Wet.db(peak)};
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "hall", "plate", "chamber"})
    void theLateTailIsFlatInThirdsOfAnOctave(String type) {
        float[][] response = tail(type, 2 * RATE);
        double[] level = new double[18];
        for (int band = 0; band < level.length; band++) {
            double center = 1000 * Math.pow(2, (band - 8) / 3.0);
            for (float[] side : response) {
                float[] late = Arrays.copyOfRange(side, RATE / 10, side.length);
                Wet.Power power = Wet.bandPower(
                        Wet.spectrum(late, RATE), center * Math.pow(2, -1 / 6.0), center * Math.pow(2, 1 / 6.0));
                level[band] += Arrays.stream(power.values()).sum() / power.rate() / center;
            }
        }
        double mean = Wet.db(Arrays.stream(level).average().orElseThrow());
        for (int band = 0; band < level.length; band++) {
            // The lowest band, 36 Hz wide, holds 2·36·2·0.43 s independent samples: 0.6 dB of scatter.
            assertThat(Wet.db(level[band])).as("band %d", band).isCloseTo(mean, within(1.6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "hall", "plate", "chamber"})
    void theSidesAreUnlikeAndSurviveTheFoldDownToMono(String type) {
        float[][] response = tail(type, 2 * RATE);
        double both = 0;
        for (int t = 0; t < response[0].length; t++) {
            both += response[0][t] * (double) response[1][t];
        }
        double left = Wet.energy(response[0]);
        double right = Wet.energy(response[1]);
        assertThat(both / Math.sqrt(left * right)).isCloseTo(0, within(0.1));
        double mono = (left + right + 2 * both) / 4;
        assertThat(Wet.db(mono / ((left + right) / 2))).isGreaterThan(-3.5);
        assertThat(Wet.db(left / right)).isCloseTo(0, within(0.7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "hall", "plate", "chamber"})
    void loudnessDoesNotDependOnDecayOrSize(String type) {
        for (String decay : new String[] {"300ms", "2s", "8s"}) {
            for (String size : new String[] {"50", "100", "200"}) {
                Effect effect = reverb(
                        "type=" + type,
                        "decay=" + decay,
                        "size=" + size,
                        "high.decay=100",
                        "lowCut=20",
                        "highCut=20000",
                        "predelay=0",
                        "balance=100");
                float[][] response = Wet.impulse(effect, -1, 6 * RATE);
                // Above 10 kHz long tails lose some to the interpolation of their wandering lines.
                double level = 0;
                for (float[] side : response) {
                    Wet.Power power = Wet.bandPower(Wet.spectrum(side, RATE), 100, 10_000);
                    level += Arrays.stream(power.values()).sum() / power.rate() * RATE / (2 * 9900.0 / RATE) / 2;
                }
                level = Wet.db(level);
                // As loud as its input for a steady sound.
                assertThat(level).as("%s, %s %%", decay, size).isCloseTo(0, within(1.5));
            }
        }
    }

    @Test
    void aSustainedToneStaysInTune() {
        float[][] io = Wet.sine(4 * RATE, 1000, RATE);
        reverb("type=hall", "decay=2s").process(io, null, 0, io[0].length);
        float[] steady = Arrays.copyOfRange(io[0], 2 * RATE, 4 * RATE);
        for (int t = 0; t < steady.length; t++) {
            steady[t] *= (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * t / steady.length));
        }
        Wet.Spectrum spectrum = Wet.spectrum(steady, RATE);
        double inTune = 0;
        double all = 0;
        for (int k = 0; k < spectrum.re().length / 2; k++) {
            double power = spectrum.re()[k] * spectrum.re()[k] + spectrum.im()[k] * spectrum.im()[k];
            double hz = (double) k * RATE / spectrum.re().length;
            all += power;
            inTune += Math.abs(hz - 1000) < 4 ? power : 0;
        }
        // 4 Hz are 7 cents at 1 kHz: beyond them at most a hundredth.
        assertThat(inTune / all).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "decay",
                "predelay",
                "size",
                "balance",
                "diffusion",
                "low.decay",
                "low.freq",
                "high.decay",
                "high.freq",
                "mod.rate",
                "mod.depth",
                "width",
                "lowCut",
                "highCut",
                "mix"
            })
    void movingAControlDoesNotClick(String id) {
        Param param = Reverb.TYPE.params().get(Reverb.TYPE.params().indexOf(id));
        Effect effect = reverb("decay=1s");
        float[][] io = Wet.sine(4 * RATE, 250, RATE);
        int moves = 10;
        for (int i = 0; i < moves; i++) {
            int from = i * io[0].length / moves;
            double place = i % 2 == 0 ? 0 : i % 4 == 1 ? 1 : 0.5;
            if (i > 3) {
                Wet.set(effect, Reverb.TYPE, id, param.range().plain(place));
            }
            effect.process(io, null, from, io[0].length / moves);
        }
        // The fourth difference lifts a step above the tone: of a step of 1 it makes 6, of this tone 6e-7.
        double worst = 0;
        for (int t = RATE; t < io[0].length; t++) {
            for (float[] x : io) {
                double difference = x[t] - 4.0 * x[t - 1] + 6.0 * x[t - 2] - 4.0 * x[t - 3] + x[t - 4];
                worst = Math.max(worst, Math.abs(difference));
            }
        }
        // A step of 1e-3, 54 dB under the tone.
        assertThat(worst).isLessThan(6e-3);
    }

    @Test
    void theTailEndsInExactSilenceByItself() {
        Effect effect = reverb("decay=300ms");
        float[][] io = Wet.noise(RATE / 2, 1);
        effect.process(io, null, 0, io[0].length);
        float[][] silence = new float[2][5 * RATE];
        effect.process(silence, null, 0, silence[0].length);
        assertThat(Arrays.copyOfRange(silence[0], 4 * RATE, 5 * RATE)).containsOnly(0f);
        assertThat(Arrays.copyOfRange(silence[1], 4 * RATE, 5 * RATE)).containsOnly(0f);
        assertThat(Wet.energy(Arrays.copyOf(silence[0], 1000))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 511})
    void theCutOfCallsDoesNotMatter(int block) {
        float[][] whole = Wet.noise(RATE / 2, 2);
        float[][] cut = {whole[0].clone(), whole[1].clone()};
        Effect one = reverb();
        Effect other = reverb();
        int half = 64 * 150;
        one.process(whole, null, 0, half);
        process(other, cut, 0, half, block);
        for (Effect effect : new Effect[] {one, other}) {
            Wet.set(effect, Reverb.TYPE, "size", 60);
            Wet.set(effect, Reverb.TYPE, "lowCut", 200);
            Wet.set(effect, Reverb.TYPE, "decay", 700);
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
    void whatComesAfterTheTailIs90DecibelsDown() {
        for (String type : TYPES) {
            Effect effect = reverb("type=" + type, "decay=1s", "low.decay=150", "mod.depth=100");
            float[][] io = Wet.noise(2 * RATE, 3);
            effect.process(io, null, 0, io[0].length);
            double level = Wet.energy(Arrays.copyOfRange(io[0], RATE, 2 * RATE)) / RATE;
            long tail = effect.tail();
            float[][] after = new float[2][(int) tail + RATE];
            effect.process(after, null, 0, after[0].length);
            double rest = Wet.energy(Arrays.copyOfRange(after[0], (int) tail, after[0].length)) / RATE;
            assertThat(Wet.db(rest / level + 1e-30)).as(type).isLessThan(-90);
        }
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
            reverb().process(io, null, 0, io[0].length);
        }
        for (int t = 0; t < sum[0].length; t++) {
            // Rounding of single-precision memories: 2^-24 of signals of about 0.5, some hundred times.
            assertThat(sum[0][t]).isCloseTo(a[0][t] + b[0][t], within(2e-6f));
        }
    }

    @Test
    void dryIsBitExact() {
        float[][] io = Wet.noise(RATE / 4, 6);
        float[][] before = {io[0].clone(), io[1].clone()};
        reverb("mix=0").process(io, null, 0, io[0].length);
        assertThat(io[0]).isEqualTo(before[0]);
        assertThat(io[1]).isEqualTo(before[1]);
    }

    @Test
    void theFirstReflectionComesAfterThePredelay() {
        float[][] response =
                Wet.impulse(reverb("type=plate", "predelay=100", "lowCut=20", "highCut=20000"), -1, RATE / 2);
        assertThat(Wet.energy(Arrays.copyOf(response[0], 4800))).isZero();
        // The plate's burst begins within 6 ms.
        assertThat(Wet.energy(Arrays.copyOfRange(response[0], 4800, 5088))).isPositive();
    }

    @Test
    void monoComesOutInStereo() {
        Effect effect = Wet.effect(Reverb.TYPE, RATE, 1);
        float[][] io = new float[2][RATE];
        io[0][0] = 1;
        Arrays.fill(io[1], Float.NaN);
        effect.process(io, null, 0, RATE);
        double ratio = Wet.energy(io[0]) / Wet.energy(io[1]);
        assertThat(Wet.db(ratio)).isCloseTo(0, within(1.0));
        assertThat(io[0]).isNotEqualTo(io[1]);
    }

    @Test
    void whatIsNoSoundDoesNoLastingHarm() {
        Effect effect = reverb("decay=300ms");
        float[][] io = Wet.noise(RATE / 10, 7);
        io[0][100] = Float.NaN;
        io[1][200] = Float.POSITIVE_INFINITY;
        io[0][300] = -3e38f;
        effect.process(io, null, 0, io[0].length);
        for (float v : io[0]) {
            assertThat(Float.isFinite(v)).isTrue();
        }
        float[][] silence = new float[2][8 * RATE];
        effect.process(silence, null, 0, silence[0].length);
        assertThat(silence[0][8 * RATE - 1]).isZero();
    }
}
