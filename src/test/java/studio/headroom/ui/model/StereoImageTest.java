package studio.headroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.concurrent.FrameRing;

class StereoImageTest {
    private static final int RATE = 48_000;
    private static final int SIZE = 101;
    private static final int MIDDLE = SIZE / 2;

    private final StereoImage image = new StereoImage(RATE);

    StereoImageTest() {
        image.resize(SIZE);
    }

    private static float[] noise(long seed, int frames) {
        Random random = new Random(seed);
        float[] all = new float[frames];
        for (int i = 0; i < frames; i++) {
            all[i] = (float) (random.nextDouble() - 0.5);
        }
        return all;
    }

    private static float[] times(float[] in, double gain) {
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = (float) (in[i] * gain);
        }
        return out;
    }

    /// The share of the light for which a line of the picture is at most so many pixels away.
    private double along(double dx, double dy) {
        double near = 0;
        double all = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double light = image.light()[y * SIZE + x];
                double off = Math.abs((x - MIDDLE) * dy - (y - MIDDLE) * dx) / Math.hypot(dx, dy);
                all += light;
                near += off <= 1 ? light : 0;
            }
        }
        return near / all;
    }

    private double light(int fromX, int toX, int fromY, int toY) {
        double sum = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                sum += image.light()[y * SIZE + x];
            }
        }
        return sum;
    }

    @Test
    void whatIsInBothSidesAlikeStandsUpright() {
        float[] sound = noise(1, 4800);
        image.add(sound, sound, sound.length);
        assertThat(along(0, 1)).isGreaterThan(0.999);
    }

    @Test
    void whatIsOppositeLies() {
        float[] sound = noise(1, 4800);
        image.add(sound, times(sound, -1), sound.length);
        assertThat(along(1, 0)).isGreaterThan(0.999);
    }

    @Test
    void theLeftSideAloneLeansToTheLeft() {
        float[] sound = noise(1, 4800);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = Math.abs(sound[i]);
        }
        image.add(sound, new float[sound.length], sound.length);
        assertThat(along(-1, -1)).isGreaterThan(0.999);
        assertThat(light(0, MIDDLE, 0, MIDDLE)).isGreaterThan(0.9 * light(0, SIZE, 0, SIZE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.25, 0.01})
    void itsSizeSaysNothingOfTheLevel(double gain) {
        float[] sound = noise(1, 4800);
        float[] at = times(sound, gain);
        image.add(at, at, at.length);
        int highest = SIZE;
        for (int y = SIZE - 1; y >= 0; y--) {
            highest = image.light()[y * SIZE + MIDDLE] > 0 ? y : highest;
        }
        // The margin around the picture is 6 % of its half.
        assertThat(highest).isBetween(1, 5);
    }

    @Test
    void nothingLeavesThePicture() {
        float[] loud = times(noise(3, 4800), 8);
        float[] other = times(noise(4, 4800), 8);
        image.add(loud, other, loud.length);
        float[] broken = {Float.NaN, Float.POSITIVE_INFINITY, 0.5f};
        image.add(broken, broken, 3);
        assertThat(light(0, SIZE, 0, SIZE)).isFinite().isGreaterThan(1000);
        assertThat(image.correlation()).isBetween(-0.1, 0.1);
    }

    @Test
    void lightFadesToNothing() {
        float[] sound = noise(1, 4800);
        image.add(sound, sound, sound.length);
        double before = light(0, SIZE, 0, SIZE);
        image.setAfterglow(0.5);
        assertThat(image.advance(0.5)).isTrue();
        assertThat(light(0, SIZE, 0, SIZE)).isCloseTo(before / Math.E, within(before * 1e-4));
        int frames = 0;
        while (image.advance(0.05)) {
            frames++;
        }
        assertThat(frames).isBetween(10, 200);
        assertThat(light(0, SIZE, 0, SIZE)).isZero();
        assertThat(image.advance(0.05)).isFalse();
    }

    @Test
    void correlationIsThatOfTheTwoSides() {
        float[] one = noise(1, RATE);
        float[] other = noise(2, RATE);
        image.add(one, times(one, 0.3), RATE);
        assertThat(image.correlation()).isCloseTo(1, within(1e-6));
        image.clear();
        image.add(one, times(one, -2), RATE);
        assertThat(image.correlation()).isCloseTo(-1, within(1e-6));
        image.clear();
        image.add(one, other, RATE);
        // Of 0.65 s of noise: the spread of a mean over some 60 000 products.
        assertThat(image.correlation()).isCloseTo(0, within(0.03));
    }

    @Test
    void withoutTwoSidesOrBeforeThereWasSoundThereIsNone() {
        assertThat(image.correlation()).isNaN();
        float[] one = noise(1, RATE);
        image.add(one, new float[RATE], RATE);
        assertThat(image.correlation()).isNaN();
    }

    @Test
    void aRingIsEmptiedWhole() {
        FrameRing ring = new FrameRing(6, 8192);
        float[] left = noise(1, 8000);
        float[] right = noise(2, 8000);
        ring.put(2, left, 8000);
        ring.put(3, right, 8000);
        ring.publish(8000);
        image.take(ring, 2);
        StereoImage same = new StereoImage(RATE);
        same.resize(SIZE);
        for (int i = 0; i < 8000; i += 2048) {
            int n = Math.min(2048, 8000 - i);
            same.add(java.util.Arrays.copyOfRange(left, i, i + n), java.util.Arrays.copyOfRange(right, i, i + n), n);
        }
        assertThat(ring.available()).isZero();
        assertThat(image.light()).isEqualTo(same.light());
        assertThat(image.correlation()).isEqualTo(same.correlation());
    }

    @Test
    void aFrameOfTheScreenAllocatesNothing() {
        FrameRing ring = new FrameRing(2, 8192);
        float[] left = noise(1, 800);
        float[] right = noise(2, 800);
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            bytes = Math.min(bytes, allocated(ring, left, right));
        }
        assertThat(bytes).isZero();
    }

    private long allocated(FrameRing ring, float[] left, float[] right) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 200; i++) {
            ring.put(0, left, 800);
            ring.put(1, right, 800);
            ring.publish(800);
            image.advance(1 / 60.0);
            image.take(ring, 0);
            image.correlation();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
