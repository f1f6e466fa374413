package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;

class LiveMeterTest {
    private static final int RATE = 48_000;

    @Test
    void peakToShortTermRatioForgetsAfterThreeSecondsAndPeakToLoudnessRatioDoesNot() {
        LiveMeter meter = new LiveMeter(new AudioFormat(RATE, 2));
        Tone tone = Tone.stereo(RATE, meter::process).play(0.1, 0).play(2.8, -20);
        assertThat(meter.psrDb()).isCloseTo(-meter.loudness().shortTermLufs(), within(0.05));
        tone.play(4, -20);
        // A stereo sine has its peak and its loudness at the same figure.
        assertThat(meter.psrDb()).isCloseTo(0, within(0.05));
        assertThat(meter.plrDb()).isCloseTo(-meter.loudness().integratedLufs(), within(0.05));
        assertThat(meter.peaks().truePeakDbtp()).isCloseTo(0, within(0.01));
        assertThat(meter.statistics().runningCorrelation()).isCloseTo(1, within(1e-9));
    }

    @Test
    void silenceHasNoRatios() {
        LiveMeter meter = new LiveMeter(new AudioFormat(RATE, 2));
        Tone.stereo(RATE, meter::process).silence(1);
        assertThat(meter.psrDb()).isZero();
        assertThat(meter.plrDb()).isZero();
    }

    @Test
    void resetForgets() {
        LiveMeter meter = new LiveMeter(new AudioFormat(RATE, 2));
        Tone.stereo(RATE, meter::process).play(1, 0);
        meter.reset();
        assertThat(meter.psrDb()).isZero();
        assertThat(meter.peaks().samplePeakDbfs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(meter.loudness().momentaryLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(meter.statistics().runningCorrelation()).isZero();
    }

    @Test
    void processingAllocatesNothing() {
        LiveMeter meter = new LiveMeter(new AudioFormat(RATE, 2));
        float[][] block = new float[2][512];
        for (int i = 0; i < 512; i++) {
            block[0][i] = i == 100 ? Float.NaN : (float) Math.sin(i);
            block[1][i] = (float) Math.cos(i * 0.1);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        // The first rounds may allocate for the loading of classes.
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 200; i++) {
                meter.process(block, 0, 512);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        long ofTheCounter = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(least).isLessThanOrEqualTo(ofTheCounter);
    }
}
