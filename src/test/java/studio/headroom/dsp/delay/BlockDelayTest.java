package studio.headroom.dsp.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockDelayTest {
    @Test
    void everyDelayIsExactWhateverTheRuns() {
        Random random = new Random(1);
        int longest = 301;
        BlockDelay line = new BlockDelay(longest);
        float[] input = new float[5000];
        for (int t = 0; t < input.length; t++) {
            input[t] = random.nextFloat();
        }
        int done = 0;
        while (done < input.length - 64) {
            int run = Math.min(1 + random.nextInt(64), 64 - done % 64);
            line.write(input, done, run);
            for (int delay : new int[] {0, 1, 63, 64, 127, 128, 200, longest}) {
                for (int t = 0; t < run; t++) {
                    float expected = done + t - delay < 0 ? 0 : input[done + t - delay];
                    assertThat(line.data()[line.start(delay) + t]).isEqualTo(expected);
                }
            }
            line.advance(run);
            done += run;
        }
    }

    @Test
    void aWholeDelayIsReadToTheBit() {
        Interpolator reader = new Interpolator();
        reader.glide(70, 70);
        assertThat(read(reader, 0.11)).isEqualTo(read(70, 0.11));
    }

    @Test
    void aDelayBetweenSamplesIsThatLongAndAsLoud() {
        for (double delay = 70; delay < 72; delay += 0.0625) {
            Interpolator reader = new Interpolator();
            reader.glide(delay, delay);
            float[] out = read(reader, 0.2);
            for (int t = 0; t < 64; t++) {
                // 0.07 dB at a fifth of the sample rate.
                assertThat((double) out[t]).isCloseTo(Math.cos(2 * Math.PI * 0.2 * (t + 936 - delay)), within(0.008));
            }
        }
    }

    @Test
    void aGlideGoesInAStraightLine() {
        Interpolator reader = new Interpolator();
        reader.glide(70.3, 70.7);
        float[] out = read(reader, 0.05);
        for (int t = 0; t < 64; t++) {
            double delay = 70.3 + 0.4 * t / 64;
            assertThat((double) out[t]).isCloseTo(Math.cos(2 * Math.PI * 0.05 * (t + 936 - delay)), within(0.006));
        }
    }

    @Test
    void noFractionAmplifiesAnything() {
        for (double delay = 70; delay < 71; delay += 0.03125) {
            Interpolator reader = new Interpolator();
            reader.glide(delay, delay);
            for (double f = 0; f <= 0.5; f += 0.0625) {
                double power = 0;
                for (double phase : new double[] {0, Math.PI / 2}) {
                    float[] out = read(reader, f, phase);
                    power += out[10] * (double) out[10];
                }
                // A loop of 20 s must not grow: single-precision rounding of eight products is all that may be over.
                assertThat(power).as("%s at %s", delay, f).isLessThan(1 + 2e-6);
            }
        }
    }

    private static float[] read(Interpolator reader, double f) {
        return read(reader, f, 0);
    }

    private static float[] read(Interpolator reader, double f, double phase) {
        BlockDelay line = cosine(f, phase);
        float[] out = new float[64];
        reader.read(line, 0, out, 64);
        return out;
    }

    private static float[] read(int delay, double f) {
        BlockDelay line = cosine(f, 0);
        float[] out = new float[64];
        System.arraycopy(line.data(), line.start(delay), out, 0, 64);
        return out;
    }

    /// A line into which cos(2πft) has been written for 936 frames, so that the next run begins there.
    private static BlockDelay cosine(double f, double phase) {
        BlockDelay line = new BlockDelay(200);
        float[] run = new float[64];
        for (int start = 0; start < 936; start += 8) {
            for (int t = 0; t < 8; t++) {
                run[t] = (float) Math.cos(2 * Math.PI * f * (start + t) + phase);
            }
            line.write(run, 0, 8);
            line.advance(8);
        }
        return line;
    }
}
