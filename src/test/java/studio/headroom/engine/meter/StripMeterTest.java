package studio.headroom.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripMeterTest {
    private static final int RATE = 48_000;
    private static final int STEP = RATE / 100;

    private final StripMeter meter = new StripMeter(RATE);

    private void play(double left, double right, int frames) {
        float[][] block = new float[2][frames];
        Arrays.fill(block[0], (float) left);
        Arrays.fill(block[1], (float) right);
        meter.process(block, 0, frames);
    }

    private static float[][] noise(int frames, double peak, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] signal = new float[2][frames];
        for (float[] row : signal) {
            for (int i = 0; i < frames; i++) {
                row[i] = (float) (peak * (2 * random.nextDouble() - 1));
            }
        }
        return signal;
    }

    private double[] readings() {
        return Arrays.stream(StripReading.values()).mapToDouble(meter::get).toArray();
    }

    @Test
    void beforeTheFirstFrameEverythingIsZero() {
        assertThat(readings()).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void aSineReadsItsPeakAndItsRms(int rate) {
        StripMeter other = new StripMeter(rate);
        float[][] sine = new float[2][rate];
        for (int i = 0; i < rate; i++) {
            sine[0][i] = (float) Math.sin(2 * Math.PI * 1000 * i / rate);
            sine[1][i] = 0.5f * sine[0][i];
        }
        other.process(sine, 0, rate);
        // At 44.1 kHz the samples miss the crest by at most 2 degrees.
        assertThat(other.get(StripReading.PEAK_LEFT)).isCloseTo(1, within(1e-3));
        assertThat(other.get(StripReading.PEAK_RIGHT)).isEqualTo(0.5 * other.get(StripReading.PEAK_LEFT));
        assertThat(other.get(StripReading.RMS_LEFT)).isCloseTo(Math.sqrt(0.5), within(1e-6));
        assertThat(other.get(StripReading.RMS_RIGHT)).isCloseTo(0.5 * Math.sqrt(0.5), within(1e-6));
        assertThat(other.get(StripReading.CLIPPED)).isZero();
    }

    @Test
    void rmsIsTheMeanOverThreeHundredMilliseconds() {
        play(0.5, -0.25, 15 * STEP);
        assertThat(meter.get(StripReading.RMS_LEFT)).isCloseTo(0.5 * Math.sqrt(0.5), within(1e-12));
        play(0.5, -0.25, 15 * STEP);
        assertThat(meter.get(StripReading.RMS_LEFT)).isCloseTo(0.5, within(1e-12));
        assertThat(meter.get(StripReading.RMS_RIGHT)).isCloseTo(0.25, within(1e-12));
        play(0, 0, 30 * STEP - 1);
        assertThat(meter.get(StripReading.RMS_LEFT)).isPositive();
        play(0, 0, 1);
        assertThat(meter.get(StripReading.RMS_LEFT)).isZero();
    }

    @Test
    void aPeakIsShownAtOnceAndForAHundredMilliseconds() {
        play(0.1, 0.1, 100);
        play(-0.8, 0.1, 1);
        assertThat(meter.get(StripReading.PEAK_LEFT)).isEqualTo(0.8f);
        assertThat(meter.get(StripReading.PEAK_RIGHT)).isEqualTo(0.1f);
        for (int frames = 0; frames < RATE / 10; frames += 64) {
            assertThat(meter.get(StripReading.PEAK_LEFT)).isEqualTo(0.8f);
            play(0.1, 0.1, 64);
        }
        play(0.1, 0.1, STEP);
        assertThat(meter.get(StripReading.PEAK_LEFT)).isEqualTo(0.1f);
    }

    @Test
    void aReaderThatLooksAfterEachBlockOf4096MissesNoPeak() {
        SplittableRandom random = new SplittableRandom(1);
        for (int block = 0; block < 200; block++) {
            float[][] signal = noise(4096, 0.1 + 0.8 * random.nextDouble(), block);
            float peak = 0;
            for (float x : signal[0]) {
                peak = Math.max(peak, Math.abs(x));
            }
            for (int at = 0; at < 4096; at += 512) {
                meter.process(signal, at, 512);
            }
            assertThat(meter.get(StripReading.PEAK_LEFT)).isGreaterThanOrEqualTo(peak);
        }
    }

    @Test
    void theHighestPeakIsKeptUntilItIsReset() {
        play(0.3, 0.9, 100);
        play(0.7, 0.1, 100);
        play(0, 0, RATE);
        assertThat(meter.get(StripReading.HIGHEST_PEAK_LEFT)).isEqualTo(0.7f);
        assertThat(meter.get(StripReading.HIGHEST_PEAK_RIGHT)).isEqualTo(0.9f);
        meter.resetHeld();
        play(0.2, 0.1, 100);
        assertThat(meter.get(StripReading.HIGHEST_PEAK_LEFT)).isEqualTo(0.2f);
        assertThat(meter.get(StripReading.HIGHEST_PEAK_RIGHT)).isEqualTo(0.1f);
    }

    @Test
    void onlySamplesBeyondFullScaleCountAsClipped() {
        play(1, -1, 1000);
        assertThat(meter.get(StripReading.CLIPPED)).isZero();
        play(Math.nextUp(1f), -1, 3);
        play(0.5, -2, 4);
        assertThat(meter.get(StripReading.CLIPPED)).isEqualTo(7);
        assertThat(meter.get(StripReading.HIGHEST_PEAK_RIGHT)).isEqualTo(2);
        meter.resetHeld();
        play(0, 0, 1);
        assertThat(meter.get(StripReading.CLIPPED)).isZero();
    }

    @Test
    void whatIsNoNumberCountsAsClippedAndAsZero() {
        float[][] signal = new float[2][30 * STEP];
        Arrays.fill(signal[0], 0.5f);
        Arrays.fill(signal[1], 0.25f);
        signal[0][7] = Float.NaN;
        signal[0][8] = Float.POSITIVE_INFINITY;
        signal[1][9] = Float.NEGATIVE_INFINITY;
        signal[1][10] = Float.NaN;
        meter.process(signal, 0, 30 * STEP);
        assertThat(meter.get(StripReading.CLIPPED)).isEqualTo(4);
        assertThat(meter.get(StripReading.HIGHEST_PEAK_LEFT)).isEqualTo(0.5);
        assertThat(meter.get(StripReading.PEAK_RIGHT)).isEqualTo(0.25);
        // Two of 14400 samples are missing.
        assertThat(meter.get(StripReading.RMS_LEFT)).isCloseTo(0.5, within(1e-4));
        assertThat(meter.get(StripReading.RMS_RIGHT)).isCloseTo(0.25, within(1e-4));
    }

    @Test
    void theLargestNumberIsSurvived() {
        play(Float.MAX_VALUE, 0, 30 * STEP);
        // Its square has no more digits than a double.
        assertThat(meter.get(StripReading.RMS_LEFT) / Float.MAX_VALUE).isCloseTo(1, within(1e-12));
        play(0, 0, 30 * STEP);
        assertThat(meter.get(StripReading.RMS_LEFT)).isZero();
    }

    @Test
    void oneChannelIsShownOnBothSidesAndCountedOnce() {
        float[] mono = new float[RATE];
        Arrays.fill(mono, 0.5f);
        mono[100] = 1.5f;
        meter.process(new float[][] {mono}, 0, RATE);
        assertThat(meter.get(StripReading.CLIPPED)).isEqualTo(1);
        assertThat(meter.get(StripReading.RMS_RIGHT))
                .isEqualTo(meter.get(StripReading.RMS_LEFT))
                .isEqualTo(0.5);
        assertThat(meter.get(StripReading.HIGHEST_PEAK_RIGHT)).isEqualTo(1.5);
    }

    @Test
    void clearingForgetsTheWindowsAndKeepsWhatIsHeld() {
        play(1.5, 0.5, 12_345);
        meter.clear();
        assertThat(meter.get(StripReading.PEAK_LEFT)).isZero();
        assertThat(meter.get(StripReading.RMS_LEFT)).isZero();
        assertThat(meter.get(StripReading.HIGHEST_PEAK_LEFT)).isEqualTo(1.5);
        play(0.25, 0.25, STEP);
        assertThat(meter.get(StripReading.PEAK_LEFT)).isEqualTo(0.25);
        assertThat(meter.get(StripReading.RMS_LEFT)).isCloseTo(0.25 * Math.sqrt(1.0 / 30), within(1e-12));
        assertThat(meter.get(StripReading.CLIPPED)).isEqualTo(12_345);
    }

    @Test
    void cutsDoNotChangeAReading() {
        float[][] signal = noise(RATE, 1.1, 3);
        StripMeter whole = new StripMeter(RATE);
        whole.process(signal, 0, RATE);
        SplittableRandom random = new SplittableRandom(4);
        for (int at = 0; at < RATE; ) {
            int frames = Math.min(RATE - at, random.nextInt(1, 1500));
            meter.process(signal, at, frames);
            at += frames;
        }
        for (StripReading reading : StripReading.values()) {
            assertThat(meter.get(reading)).as(reading.name()).isEqualTo(whole.get(reading));
        }
    }

    @Test
    void nothingIsAllocated() {
        float[][] signal = noise(512, 1.1, 5);
        assertThat(Allocation.of(() -> {
                    for (int i = 0; i < 2000; i++) {
                        meter.process(signal, 0, 512);
                        if (i % 100 == 0) {
                            meter.clear();
                        }
                    }
                }))
                .isZero();
    }
}
