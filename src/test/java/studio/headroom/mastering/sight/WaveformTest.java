package studio.headroom.mastering.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveformTest {
    private static final int FRAMES = 100_003;

    private static float[][] noise() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] made = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            made[0][i] = (float) (random.nextDouble() - 0.7);
            made[1][i] = (float) (random.nextDouble() - 0.3);
        }
        return made;
    }

    private static Waveform made(float[][] sound) {
        Waveform.Builder builder = new Waveform.Builder(10);
        for (int at = 0; at < FRAMES; at += 777) {
            builder.add(sound, at, Math.min(777, FRAMES - at));
        }
        return builder.finish();
    }

    /// Each column holds the extremes of its own frames, and no others than those of the steps that it touches.
    @ParameterizedTest
    @ValueSource(doubles = {1, 20, 32, 100.5, 129, 517.3, 3000, 40_000, 200_000})
    void columnsHoldTheExtremesOfTheirFrames(double framesPerPixel) {
        float[][] sound = noise();
        Waveform waveform = made(sound);
        int count = 50;
        float[] min = new float[count];
        float[] max = new float[count];
        double from = 1000.25;
        waveform.read(from, framesPerPixel, min, max, count);
        // A level is used while a column is at least as wide as its steps.
        double slack = Math.max(waveform.stepFrames(), framesPerPixel);
        for (int i = 0; i < count; i++) {
            double begin = from + i * framesPerPixel;
            double end = begin + framesPerPixel;
            float[] inner = extremes(sound, Math.ceil(begin), Math.floor(end));
            float[] outer = extremes(sound, begin - slack, end + slack);
            if (begin >= FRAMES) {
                assertThat(min[i]).isZero();
                assertThat(max[i]).isZero();
            } else {
                assertThat(min[i]).isLessThanOrEqualTo(inner[0]).isGreaterThanOrEqualTo(outer[0]);
                assertThat(max[i]).isGreaterThanOrEqualTo(inner[1]).isLessThanOrEqualTo(outer[1]);
            }
        }
        assertThat(waveform.frames()).isEqualTo(FRAMES);
        assertThat(waveform.peak()).isEqualTo(Math.max(-extremes(sound, 0, FRAMES)[0], extremes(sound, 0, FRAMES)[1]));
    }

    private static float[] extremes(float[][] sound, double from, double to) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float[] channel : sound) {
            for (int i = (int) Math.max(0, from); i < Math.min(FRAMES, to); i++) {
                low = Math.min(low, channel[i]);
                high = Math.max(high, channel[i]);
            }
        }
        return new float[] {low, high};
    }
}
