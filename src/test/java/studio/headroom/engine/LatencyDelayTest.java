package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A delay, and one that follows another.
class LatencyDelayTest {
    private static final int FADE = 960;
    private static final int MAX = 512;
    private static final float[] NOISE = TestSong.noise(20_000, 5);

    private static float at(int frame) {
        return frame < 0 ? 0 : NOISE[frame];
    }

    /// In calls of random length.
    private static void process(LatencyDelay delay, float[] target, int from, int to, boolean go, Random random) {
        float[] block = new float[MAX];
        for (int at = from; at < to; ) {
            int n = Math.min(to - at, 1 + random.nextInt(MAX));
            System.arraycopy(NOISE, at, block, 0, n);
            delay.process(block, block, 0, n, go);
            System.arraycopy(block, 0, target, at, n);
            at += n;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 511, 512, 513, 1024, 4000})
    void itGivesOutWhatCameInThatManyFramesAgo(int frames) {
        float[] heard = new float[NOISE.length];
        process(new LatencyDelay(frames, MAX), heard, 0, NOISE.length, true, new Random(frames));
        for (int i = 0; i < heard.length; i++) {
            assertThat(heard[i]).isEqualTo(at(i - frames));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "200, 0", "64, 65", "511, 1024", "1024, 511", "3000, 1", "1, 3000", "200, 200"})
    void oneThatFollowsGoesOnAndFadesOverWhenItMay(int old, int frames) {
        Random random = new Random(old + frames);
        int adopted = 5003;
        int begin = adopted + frames + 10;
        float[] heard = new float[NOISE.length];
        LatencyDelay first = new LatencyDelay(old, MAX);
        process(first, heard, 0, adopted, true, random);
        LatencyDelay second = new LatencyDelay(frames, old, FADE, MAX);
        second.follow(first);
        assertThat(second.settled()).isFalse();
        process(second, heard, adopted, begin, false, random);
        assertThat(second.settled()).isFalse();
        process(second, heard, begin, NOISE.length, true, random);
        assertThat(second.settled()).isTrue();
        for (int i = 0; i < heard.length; i++) {
            double share = Math.clamp((i - begin) / (double) FADE, 0, 1);
            double expected = at(i - old) + (at(i - frames) - (double) at(i - old)) * share;
            // float32 arithmetic within the fade, none beside it.
            assertThat((double) heard[i])
                    .as("frame %d", i)
                    .isCloseTo(expected, within(share == 0 || share == 1 ? 0 : 1e-6));
        }
    }

    /// Where nothing was held back there is no other to follow: the new one has heard nothing yet, and fills while it
    /// waits.
    @ParameterizedTest
    @ValueSource(ints = {1, 64, 700})
    void oneThatFollowsNoneFillsBeforeItFades(int frames) {
        Random random = new Random(frames);
        float[] heard = new float[NOISE.length];
        LatencyDelay delay = new LatencyDelay(frames, 0, FADE, MAX);
        delay.follow(null);
        process(delay, heard, 1000, 1000 + frames, false, random);
        process(delay, heard, 1000 + frames, NOISE.length, true, random);
        for (int i = 1000; i < heard.length; i++) {
            double share = Math.clamp((i - 1000.0 - frames) / FADE, 0, 1);
            double expected = at(i) + (at(i - frames) - (double) at(i)) * share;
            assertThat((double) heard[i]).as("frame %d", i).isCloseTo(expected, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void clearedItIsSilentAndSettled(int frames) {
        LatencyDelay delay = new LatencyDelay(frames, 300, FADE, MAX);
        delay.follow(null);
        process(delay, new float[NOISE.length], 0, 5000, false, new Random(1));
        delay.clear();
        assertThat(delay.settled()).isTrue();
        float[] heard = new float[NOISE.length];
        process(delay, heard, 7000, 9000, true, new Random(2));
        for (int i = 7000; i < 9000; i++) {
            assertThat(heard[i]).isEqualTo(i - frames < 7000 ? 0 : at(i - frames));
        }
    }
}
