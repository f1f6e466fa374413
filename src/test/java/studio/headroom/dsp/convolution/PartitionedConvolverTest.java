package studio.headroom.dsp.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionedConvolverTest {
    private static final int FRAMES = 3000;
    private static final double ROUNDING = 2e-6;

    private static double[] taps(int count, long seed) {
        double[] taps = new SplittableRandom(seed).doubles(count, -1, 1).toArray();
        for (int i = 0; i < count; i++) {
            taps[i] /= Math.sqrt(count);
        }
        return taps;
    }

    private static float[][] noise(int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] signal = new float[channels][FRAMES];
        for (float[] row : signal) {
            for (int i = 0; i < FRAMES; i++) {
                row[i] = (float) random.nextDouble(-1, 1);
            }
        }
        return signal;
    }

    /// By the sum that defines it, `late` frames later.
    private static double[] convolve(float[] x, double[] h, int late) {
        double[] y = new double[x.length];
        for (int n = late; n < x.length; n++) {
            for (int k = 0; k < h.length && k <= n - late; k++) {
                y[n] += h[k] * x[n - late - k];
            }
        }
        return y;
    }

    private static float[][][] run(PartitionedConvolver convolver, float[][] in, int outputs, int[] cuts) {
        float[][][] out = new float[outputs][in.length][in[0].length];
        int at = 0;
        for (int turn = 0; at < in[0].length; turn++) {
            int frames = Math.min(cuts[turn % cuts.length], in[0].length - at);
            convolver.process(in, at, out, at, frames);
            at += frames;
        }
        return out;
    }

    /// Rounding to single precision is 6e-8 of a value, here of a few at most.
    @ParameterizedTest
    @CsvSource({"1, 64, 1", "1, 64, 5", "2, 64, 5", "2, 128, 3", "2, 256, 2", "1, 16, 7"})
    void itConvolves(int channels, int partition, int partitions) {
        PartitionedConvolver convolver = new PartitionedConvolver(channels, 2, partition, partitions, 1);
        double[][] h = {taps(partition * partitions, 1), taps(partition * partitions - 7, 2)};
        for (int o = 0; o < 2; o++) {
            ConvolverResponse response = new ConvolverResponse(convolver, false);
            response.load(h[o]);
            convolver.set(o, response);
        }
        float[][] in = noise(channels, 3);
        float[][][] out = run(convolver, in, 2, new int[] {77});
        for (int o = 0; o < 2; o++) {
            for (int c = 0; c < channels; c++) {
                double[] expected = convolve(in[c], h[o], convolver.latency());
                for (int i = 0; i < FRAMES; i++) {
                    assertThat((double) out[o][c][i]).isEqualTo(expected[i], within(ROUNDING));
                }
            }
        }
    }

    /// Four responses, one from each channel to each.
    @Test
    void oneChannelMayGoIntoTheOther() {
        int partition = 64;
        int partitions = 4;
        PartitionedConvolver convolver = new PartitionedConvolver(2, 1, partition, partitions, 1);
        double[][] h = {taps(256, 1), taps(256, 2), taps(256, 3), taps(256, 4)};
        ConvolverResponse response = new ConvolverResponse(convolver, true);
        double[][] part = new double[4][partition];
        for (int p = 0; p < partitions; p++) {
            for (int i = 0; i < partition; i++) {
                int at = p * partition + i;
                part[0][i] = (h[0][at] + h[3][at]) / 2;
                part[1][i] = (h[2][at] - h[1][at]) / 2;
                part[2][i] = (h[0][at] - h[3][at]) / 2;
                part[3][i] = (h[2][at] + h[1][at]) / 2;
            }
            response.load(p, part[0], part[1]);
            response.loadCrossed(p, part[2], part[3]);
        }
        response.cross(true);
        convolver.set(0, response);
        float[][] in = noise(2, 5);
        float[][][] out = run(convolver, in, 1, new int[] {200});
        for (int to = 0; to < 2; to++) {
            double[] left = convolve(in[0], h[2 * to], partition);
            double[] right = convolve(in[1], h[2 * to + 1], partition);
            for (int i = 0; i < FRAMES; i++) {
                assertThat((double) out[0][to][i]).isEqualTo(left[i] + right[i], within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 511, 3000})
    void theCutDoesNotChangeABit(int frames) {
        assertThat(fading(new int[] {frames})).isDeepEqualTo(fading(new int[] {13, 100, 1, 64, 300}));
    }

    private static float[][][] fading(int[] cuts) {
        PartitionedConvolver convolver = new PartitionedConvolver(2, 1, 128, 3, 2);
        ConvolverResponse first = new ConvolverResponse(convolver, false);
        ConvolverResponse second = new ConvolverResponse(convolver, true);
        first.load(taps(300, 1));
        second.load(taps(384, 2));
        convolver.set(0, first);
        float[][] in = noise(2, 6);
        float[][][] a = run(convolver, slice(in, 0, 700), 1, cuts);
        convolver.fade(0, second);
        float[][][] b = run(convolver, slice(in, 700, FRAMES), 1, cuts);
        return new float[][][] {a[0], b[0]};
    }

    private static float[][] slice(float[][] signal, int from, int to) {
        return Arrays.stream(signal)
                .map(row -> Arrays.copyOfRange(row, from, to))
                .toArray(float[][]::new);
    }

    /// Asked for in frame 700, which lies in the sixth partition of 128: it begins with the eighth, 896.
    @Test
    void aChangeIsAStraightFade() {
        float[][][] parts = fading(new int[] {64});
        float[] x = noise(2, 6)[0];
        double[] before = convolve(x, taps(300, 1), 128);
        double[] after = convolve(x, taps(384, 2), 128);
        for (int i = 0; i < FRAMES; i++) {
            double way = Math.clamp((i + 1 - 896) / 256.0, 0.0, 1.0);
            double y = i < 700 ? parts[0][0][i] : parts[1][0][i - 700];
            assertThat(y).isEqualTo(before[i] + way * (after[i] - before[i]), within(ROUNDING));
        }
    }

    @Test
    void afterClearItIsAsNewWithTheResponseWanted() {
        PartitionedConvolver used = new PartitionedConvolver(1, 1, 64, 3, 4);
        ConvolverResponse first = new ConvolverResponse(used, false);
        ConvolverResponse second = new ConvolverResponse(used, false);
        first.load(taps(100, 1));
        second.load(taps(190, 2));
        used.set(0, first);
        run(used, noise(1, 7), 1, new int[] {90});
        used.fade(0, second);
        assertThat(used.isFading(0)).isTrue();
        run(used, slice(noise(1, 7), 0, 150), 1, new int[] {90});
        used.clear();
        assertThat(used.isFading(0)).isFalse();
        float[][] in = noise(1, 8);
        double[] expected = convolve(in[0], taps(190, 2), 64);
        float[] out = run(used, in, 1, new int[] {90})[0][0];
        for (int i = 0; i < FRAMES; i++) {
            assertThat((double) out[i]).isEqualTo(expected[i], within(ROUNDING));
        }
    }

    @Test
    void whatIsNoNumberIsSilence() {
        PartitionedConvolver convolver = new PartitionedConvolver(1, 1, 64, 3, 1);
        ConvolverResponse response = new ConvolverResponse(convolver, false);
        response.load(taps(192, 1));
        convolver.set(0, response);
        float[][] in = noise(1, 9);
        float[][] clean = {in[0].clone()};
        in[0][500] = Float.NaN;
        in[0][501] = Float.POSITIVE_INFINITY;
        in[0][502] = Float.NEGATIVE_INFINITY;
        Arrays.fill(clean[0], 500, 503, 0f);
        float[] out = run(convolver, in, 1, new int[] {64})[0][0];
        double[] expected = convolve(clean[0], taps(192, 1), 64);
        for (int i = 0; i < FRAMES; i++) {
            assertThat((double) out[i]).isEqualTo(expected[i], within(ROUNDING));
        }
    }

    @Test
    void afterTheSoundThereIsExactSilence() {
        PartitionedConvolver convolver = new PartitionedConvolver(1, 1, 64, 3, 1);
        ConvolverResponse response = new ConvolverResponse(convolver, false);
        response.load(taps(192, 1));
        convolver.set(0, response);
        float[][] in = noise(1, 10);
        Arrays.fill(in[0], 1000, FRAMES, 0f);
        float[] out = run(convolver, in, 1, new int[] {64})[0][0];
        for (int i = 1000 + 192 + 64; i < FRAMES; i++) {
            assertThat(out[i]).isZero();
        }
    }

    @Test
    void moreTapsThanThereIsRoomForAreRefused() {
        ConvolverResponse response = new ConvolverResponse(new PartitionedConvolver(1, 1, 64, 3, 1), false);
        assertThatThrownBy(() -> response.load(new double[193])).isInstanceOf(IllegalArgumentException.class);
    }

    /// The virtual machine may allocate once in a while; the convolver would each time.
    @Test
    void runningAllocatesNothing() {
        PartitionedConvolver convolver = new PartitionedConvolver(2, 2, 64, 4, 2);
        ConvolverResponse[] responses = {new ConvolverResponse(convolver, true), new ConvolverResponse(convolver, true)
        };
        responses[0].load(taps(256, 1));
        responses[1].load(taps(256, 2));
        responses[1].cross(true);
        convolver.set(0, responses[0]);
        convolver.set(1, responses[0]);
        float[][] io = noise(2, 11);
        float[][][] out = {io, new float[2][FRAMES]};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            convolver.fade(0, responses[round % 2]);
            convolver.process(io, 0, out, 0, FRAMES);
            long between = threads.getThreadAllocatedBytes(thread);
            long counting = threads.getThreadAllocatedBytes(thread) - between;
            least = Math.min(least, between - before - counting);
        }
        assertThat(least).isLessThanOrEqualTo(0);
    }
}
