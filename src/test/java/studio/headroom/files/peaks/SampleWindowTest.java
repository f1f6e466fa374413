package studio.headroom.files.peaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleWindowTest {
    private final Sound sound = Sound.noise(2, 1_000_000, 11);
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private int told;
    private final SampleWindow window = new SampleWindow(() -> sound, 2, sound.frames(), tasks::add, () -> told++);

    private final float[] min = new float[800];
    private final float[] max = new float[800];
    private final float[] rms = new float[800];

    private void load() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void readsLaterAndSaysSo() {
        assertThat(window.read(0, 0, 64, min, max, rms)).isFalse();
        assertThat(max).containsOnly(0);
        assertThat(tasks).hasSize(1);
        load();
        // 800 columns of 64 frames lie in four pages of 16384.
        assertThat(told).isEqualTo(4);
        assertThat(window.read(0, 0, 64, min, max, rms)).isTrue();
        assertThat(tasks).isEmpty();
    }

    @Test
    void columnsAreExactlyTheSound() {
        Random random = new Random(2);
        for (int view = 0; view < 100; view++) {
            double framesPerPixel = Math.pow(64, random.nextDouble() * 1.5 - 0.5);
            double from = random.nextDouble() * 1_020_000 - 10_000;
            window.read(1, from, framesPerPixel, min, max, rms);
            load();
            assertThat(window.read(1, from, framesPerPixel, min, max, rms)).isTrue();
            for (int column = 0; column < min.length; column++) {
                int begin = (int) Math.floor(from + column * framesPerPixel);
                int end = Math.max(begin + 1, (int) Math.floor(from + (column + 1) * framesPerPixel));
                float[] part = Arrays.copyOfRange(
                        sound.samples()[1], Math.clamp(begin, 0, 1_000_000), Math.clamp(end, 0, 1_000_000));
                double low = Double.MAX_VALUE;
                double high = -Double.MAX_VALUE;
                for (float x : part) {
                    low = Math.min(low, x);
                    high = Math.max(high, x);
                }
                assertThat((double) min[column]).isEqualTo(part.length > 0 ? low : 0);
                assertThat((double) max[column]).isEqualTo(part.length > 0 ? high : 0);
            }
        }
    }

    @Test
    void samplesAreThoseOfTheSoundAndSilenceAroundIt() {
        float[] target = new float[40_000];
        for (long from : new long[] {-20_000, 0, 16_383, 500_001, 980_000, 1_000_000, 5_000_000}) {
            window.samples(0, from, target);
            load();
            assertThat(window.samples(0, from, target)).isTrue();
            float[][] expected = new float[2][target.length];
            sound.read(from, expected, 0, target.length);
            assertThat(target).isEqualTo(expected[0]);
        }
    }

    @Test
    void scrollingFarReadsOnlyWhatIsStillWanted() {
        for (int at = 0; at < 60; at++) {
            window.samples(0, (at % 60) * 16_384L, new float[16_384]);
        }
        load();
        assertThat(told).isEqualTo(SampleWindow.PAGES);
        assertThat(window.samples(0, 59 * 16_384L, new float[16_384])).isTrue();
        assertThat(window.samples(0, 0, new float[16_384])).isFalse();
    }

    @Test
    void aSoundThatCannotBeReadIsAFaultOnce() {
        SampleWindow broken = new SampleWindow(
                () -> {
                    throw new IOException("the drive is gone");
                },
                1,
                1_000,
                tasks::add,
                () -> told++);
        assertThat(broken.samples(0, 0, new float[10])).isFalse();
        load();
        assertThat(broken.fault()).contains("the drive is gone");
        assertThat(told).isOne();
        assertThat(broken.samples(0, 0, new float[10])).isFalse();
        assertThat(tasks).isEmpty();
    }

    @Test
    void onceClosedItReadsNothing() {
        window.close();
        assertThat(window.samples(0, 0, new float[10])).isFalse();
        assertThat(tasks).isEmpty();
    }
}
