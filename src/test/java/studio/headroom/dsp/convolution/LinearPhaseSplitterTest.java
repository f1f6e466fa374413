package studio.headroom.dsp.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPhaseSplitterTest {
    private static final double[] HERTZ = {60, 250, 1000, 4000, 12_000};

    private static LinearPhaseSplitter splitter(int rate, int bands, int channels) {
        LinearPhaseSplitter splitter = new LinearPhaseSplitter(rate, bands, channels);
        for (int i = 0; i < bands - 1; i++) {
            splitter.setCrossover(i, HERTZ[i]);
        }
        splitter.clear();
        return splitter;
    }

    private static float[][] noise(int channels, int frames) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] x = new float[channels][frames];
        for (float[] row : x) {
            for (int i = 0; i < frames; i++) {
                row[i] = (float) (random.nextDouble() - 0.5);
            }
        }
        return x;
    }

    /// One band, or with -1 the sum.
    private static float[][] run(LinearPhaseSplitter splitter, float[][] in, int band) {
        float[][] out = new float[in.length][in[0].length];
        for (int at = 0; at + 64 <= in[0].length; at += 64) {
            splitter.split(in, at, 64);
            if (band >= 0) {
                for (int c = 0; c < in.length; c++) {
                    System.arraycopy(splitter.band(band)[c], 0, out[c], at, 64);
                }
            } else {
                splitter.join(out, at, 64);
            }
            splitter.flush();
        }
        return out;
    }

    private static double db(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    /// Single precision, once for each band: below -120 dB of what came in.
    @ParameterizedTest
    @CsvSource({"2, 1, 48000", "3, 2, 44100", "6, 2, 48000", "6, 2, 96000", "6, 1, 192000"})
    void bandsThatAreLeftAloneAddUpToTheInputAndNothingElse(int bands, int channels, int rate) {
        LinearPhaseSplitter splitter = splitter(rate, bands, channels);
        int late = splitter.latency();
        float[][] in = noise(channels, late + 40_000);
        float[][] out = run(splitter, in, -1);
        double worst = 0;
        for (int c = 0; c < channels; c++) {
            for (int i = late; i < in[0].length / 64 * 64; i++) {
                worst = Math.max(worst, Math.abs(out[c][i] - in[c][i - late]));
            }
        }
        assertThat(db(worst / 0.5)).isLessThan(-125);
    }

    /// While crossovers move, too.
    @Test
    void theSumHoldsWhileCrossoversMove() {
        LinearPhaseSplitter splitter = splitter(48_000, 4, 1);
        int late = splitter.latency();
        float[][] in = noise(1, 48_000);
        float[][] out = new float[1][48_000];
        for (int at = 0; at < 48_000; at += 64) {
            splitter.setCrossover(1, 300 + at * 0.03);
            splitter.split(in, at, 64);
            splitter.join(out, at, 64);
            splitter.flush();
        }
        double worst = 0;
        for (int i = late; i < 48_000; i++) {
            worst = Math.max(worst, Math.abs(out[0][i] - in[0][i - late]));
        }
        assertThat(db(worst / 0.5)).isLessThan(-125);
    }

    /// Each band is what is left of the neighbors' low-passes, each of which is Linkwitz and Riley's: 0.001 dB where it
    /// is heard, and below -110 dB where it is not. The response is the same on both sides of its middle.
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 192_000})
    void amplitudesAreThoseOfTheCrossoversAndThePhaseIsLinear(int rate) {
        for (int band = 0; band < 4; band++) {
            LinearPhaseSplitter splitter = splitter(rate, 4, 1);
            int late = splitter.latency();
            float[][] impulse = new float[1][2 * late];
            impulse[0][0] = 1;
            float[] response = run(splitter, impulse, band)[0];
            for (int i = 1; i < late / 2; i++) {
                assertThat(response[late - i]).isCloseTo(response[late + i], within(1e-8f));
            }
            for (double hz = 20; hz < 20_000; hz *= 1.17) {
                double sum = 0;
                for (int i = -late / 2; i < late; i++) {
                    sum += response[late + i] * Math.cos(2 * Math.PI * hz * i / rate);
                }
                double expected =
                        (band == 3 ? 1 : low(HERTZ[band], hz, rate)) - (band == 0 ? 0 : low(HERTZ[band - 1], hz, rate));
                assertThat(sum).as("band %s, %s Hz", band, hz).isCloseTo(expected, within(3e-6 + 1e-4 * expected));
            }
        }
    }

    private static double low(double border, double hz, int rate) {
        return 1 / (1 + Math.pow(Math.tan(Math.PI * hz / rate) / Math.tan(Math.PI * border / rate), 4));
    }

    /// A start from silence with crossovers that have moved sounds as one whose responses are all there, to the bit,
    /// and no sub-block has more to load than two partitions of them.
    @ParameterizedTest
    @CsvSource({"2, 1, 48000, 1", "6, 2, 48000, 2", "6, 2, 44100, 2", "6, 1, 96000, 1", "6, 2, 192000, 1"})
    void aStartWithMovedCrossoversIsSpreadAndSoundsAsIfNothingHadMoved(int bands, int channels, int rate, int most) {
        LinearPhaseSplitter ready = splitter(rate, bands, channels);
        int frames = (ready.latency() + rate / 8) / 64 * 64;
        float[][] in = noise(channels, frames);
        run(ready, in, 0);
        ready.clear();
        assertThat(ready.pending()).isZero();
        LinearPhaseSplitter moved = new LinearPhaseSplitter(rate, bands, channels);
        for (int i = 0; i < bands - 1; i++) {
            moved.setCrossover(i, 1.5 * HERTZ[i] - 10);
        }
        moved.clear();
        run(moved, in, 0);
        for (int i = 0; i < bands - 1; i++) {
            moved.setCrossover(i, HERTZ[i]);
        }
        moved.clear();
        // Again, while it is not done.
        moved.flush();
        moved.clear();
        int pending = moved.pending();
        assertThat(pending).isGreaterThanOrEqualTo((bands - 1) * 14);
        for (int at = 0; at < frames; at += 64) {
            ready.split(in, at, 64);
            moved.split(in, at, 64);
            for (int b = 0; b < bands; b++) {
                for (int c = 0; c < channels; c++) {
                    assertThat(Arrays.equals(moved.band(b)[c], ready.band(b)[c]))
                            .as("band %s, frame %s", b, at)
                            .isTrue();
                }
            }
            ready.flush();
            moved.flush();
            assertThat(pending - moved.pending()).isBetween(0, most);
            pending = moved.pending();
        }
        assertThat(pending).isZero();
    }

    /// What moves while the start is prepared goes on afterwards.
    @Test
    void aMoveDuringTheStartIsNotForgotten() {
        LinearPhaseSplitter splitter = splitter(48_000, 3, 1);
        LinearPhaseSplitter expected = new LinearPhaseSplitter(48_000, 3, 1);
        expected.setCrossover(0, 90);
        expected.setCrossover(1, 400);
        expected.clear();
        splitter.split(noise(1, 64), 0, 64);
        splitter.flush();
        splitter.setCrossover(0, 90);
        splitter.setCrossover(1, 400);
        float[][] in = noise(1, 32_000);
        float[] out = run(splitter, in, 0)[0];
        assertThat(Arrays.copyOfRange(out, 20_480, 32_000))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6f ? 0 : Float.compare(a, b))
                .isEqualTo(Arrays.copyOfRange(run(expected, in, 0)[0], 20_480, 32_000));
    }

    @Test
    void theCutOfThePartsDoesNotMatter() {
        float[][] in = noise(2, 12_800);
        float[][] whole = run(splitter(48_000, 3, 2), in, 1);
        LinearPhaseSplitter splitter = splitter(48_000, 3, 2);
        float[][] cut = new float[2][12_800];
        for (int at = 0; at < 12_800; ) {
            int n = Math.min(64 - at % 64, 1 + at % 7);
            splitter.split(in, at, n);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(splitter.band(1)[c], 0, cut[c], at, n);
            }
            at += n;
            if (at % 64 == 0) {
                splitter.flush();
            }
        }
        assertThat(cut).isDeepEqualTo(whole);
    }

    /// A tone goes over from one side of a crossover to the other in 10 ms: 480 steps of the difference, a corner at
    /// both ends. Its second difference stays within that of a few tones of its height.
    @Test
    void aCrossoverThatMovesDoesNotClick() {
        LinearPhaseSplitter splitter = splitter(48_000, 2, 1);
        float[][] in = new float[1][48_000];
        for (int i = 0; i < 48_000; i++) {
            in[0][i] = (float) Math.sin(2 * Math.PI * 100 * i / 48_000);
        }
        float[] low = new float[48_000];
        for (int at = 0; at < 48_000; at += 64) {
            splitter.setCrossover(0, at < 20_000 ? 60 : 1000);
            splitter.split(in, at, 64);
            System.arraycopy(splitter.band(0)[0], 0, low, at, 64);
            splitter.flush();
        }
        double tone = Math.pow(2 * Math.PI * 100 / 48_000, 2);
        for (int i = 15_000; i < 48_000; i++) {
            assertThat(Math.abs(low[i] - 2 * low[i - 1] + low[i - 2]))
                    .as("frame %s", i)
                    .isLessThan((float) (12 * tone));
        }
        assertThat(peak(low, 40_000, 48_000)).isCloseTo((float) low(1000, 100, 48_000), within(1e-3f));
    }

    private static float peak(float[] x, int from, int to) {
        float most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(x[i]));
        }
        return most;
    }
}
