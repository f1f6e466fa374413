package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;

class ProgramMeterTest {
    private static final int RATE = 48_000;

    @Test
    void figuresOfATone() {
        float[][] tone = sine(1000, 10, 0.5, 0.25);
        for (int i = 0; i < tone[0].length; i++) {
            tone[0][i] += 0.01f;
        }
        LoudnessReport report = ProgramMeter.measure(RATE, tone);
        assertThat(report.integratedLufs()).isCloseTo(10 * Math.log10(0.25 + 0.0625) - 3.01, within(0.01));
        // 71 short-term values and 15 on the way into the closing silence: the tenth percentile is among those.
        assertThat(report.loudnessRangeLu()).isBetween(0.0, 1.0);
        assertThat(report.samplePeakDbfs()).isCloseTo(20 * Math.log10(0.51), within(0.001));
        assertThat(report.truePeakDbtp()).isCloseTo(20 * Math.log10(0.51), within(0.001));
        assertThat(report.plrDb()).isCloseTo(report.truePeakDbtp() - report.integratedLufs(), within(1e-12));
        assertThat(report.dcOffset()).isCloseTo(0.01, within(1e-6));
        assertThat(report.correlation()).isCloseTo(1, within(0.001));
        assertThat(report.balanceDb()).isCloseTo(6.02, within(0.01));
        assertThat(report.channels().get(1).rmsDbfs()).isCloseTo(-15.05, within(0.01));
        // Half the power of 0.5 and 0.25 peak each, and of the offset of one side.
        assertThat(report.rmsDbfs()).isCloseTo(10 * Math.log10((0.125 + 0.0001 + 0.03125) / 2), within(0.01));
        assertThat(report.crestDb()).isCloseTo(report.samplePeakDbfs() - report.rmsDbfs(), within(1e-12));
        assertThat(report.channels().get(1).samplePeakDbfs()).isCloseTo(-12.04, within(0.01));
        assertThat(report.frames()).isEqualTo(10 * RATE);
        assertThat(report.clippedSamples()).isZero();
    }

    @Test
    void silenceHasNoLevels() {
        LoudnessReport report = ProgramMeter.measure(RATE, new float[RATE], new float[RATE]);
        assertThat(report.integratedLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(report.truePeakDbtp()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(report.samplePeakDbfs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(report.plrDb()).isZero();
        assertThat(report.rmsDbfs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(report.crestDb()).isZero();
        assertThat(report.correlation()).isZero();
        assertThat(report.balanceDb()).isZero();
    }

    @Test
    void anEmptyProgramIsMeasured() {
        LoudnessReport report = ProgramMeter.measure(RATE, new float[0]);
        assertThat(report.integratedLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(report.frames()).isZero();
        assertThat(report.dcOffset()).isZero();
    }

    @Test
    void correlationKnowsPolarity() {
        assertThat(ProgramMeter.measure(RATE, sine(500, 1, 0.5, -0.3)).correlation())
                .isCloseTo(-1, within(1e-6));
        assertThat(ProgramMeter.measure(RATE, noise(RATE, 1), noise(RATE, 2)).correlation())
                .isCloseTo(0, within(0.02));
        assertThat(ProgramMeter.measure(RATE, noise(RATE, 1)).correlation()).isEqualTo(1);
    }

    @Test
    void runningCorrelationFollows() {
        SignalStatistics statistics = new SignalStatistics(RATE, 2);
        float[] noise = noise(2 * RATE, 1);
        statistics.process(new float[][] {noise, noise}, 0, 2 * RATE);
        assertThat(statistics.runningCorrelation()).isCloseTo(1, within(1e-9));
        float[] opposite = new float[2 * RATE];
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = -noise[i];
        }
        statistics.process(new float[][] {noise, opposite}, 0, 2 * RATE);
        // Two seconds are 6.7 times the memory: 2·e^-6.7 = 0.0025 is left.
        assertThat(statistics.runningCorrelation()).isCloseTo(-1, within(0.003));
        assertThat(statistics.correlation()).isCloseTo(0, within(1e-9));
    }

    @Test
    void clippedAndInvalidSamplesAreCounted() {
        float[] signal = noise(RATE, 3);
        signal[10] = 1;
        signal[11] = -1.5f;
        signal[12] = 32767 / 32768f;
        signal[20_000] = Float.NaN;
        signal[30_000] = Float.NEGATIVE_INFINITY;
        LoudnessReport report = ProgramMeter.measure(RATE, signal);
        assertThat(report.clippedSamples()).isEqualTo(3);
        assertThat(report.invalidSamples()).isEqualTo(2);
        assertThat(report.samplePeakDbfs()).isCloseTo(20 * Math.log10(1.5), within(1e-6));
        assertThat(report.truePeakDbtp()).isFinite().isGreaterThanOrEqualTo(report.samplePeakDbfs());
        assertThat(report.integratedLufs()).isFinite();
        assertThat(report.dcOffset()).isFinite();
    }

    @Test
    void truePeakOfTheLastSamplesCounts() {
        float[] signal = new float[1000];
        signal[998] = 1;
        signal[999] = 1;
        // Two equal samples with silence around overshoot to 4/pi, less what the window takes.
        assertThat(ProgramMeter.measure(RATE, signal).truePeakDbtp())
                .isCloseTo(20 * Math.log10(4 / Math.PI), within(0.05));
    }

    @Test
    void aStreamReadsLikeABuffer() throws IOException {
        float[][] noise = {noise(100_000, 1), noise(100_000, 2)};
        SampleStream stream = new SampleStream() {
            private int position;

            @Override
            public AudioFormat format() {
                return new AudioFormat(RATE, 2);
            }

            @Override
            public long expectedFrames() {
                return -1;
            }

            @Override
            public int read(float[][] target, int offset, int count) {
                int now = Math.min(Math.min(count, 777), 100_000 - position);
                for (int channel = 0; channel < 2; channel++) {
                    System.arraycopy(noise[channel], position, target[channel], offset, now);
                }
                position += now;
                return now == 0 ? -1 : now;
            }

            @Override
            public void close() {}
        };
        assertThat(ProgramMeter.measure(stream)).isEqualTo(ProgramMeter.measure(RATE, noise));
    }

    @Test
    void recentPeaksComeAndGo() {
        PeakMeter meter = PeakMeter.live(new AudioFormat(RATE, 1), InterpolationKernel.KAISER_8);
        float[][] tone = sine(1000, 1, 0.5);
        meter.process(tone, 0, RATE);
        assertThat((double) meter.takeRecentPeak()).isCloseTo(0.5, within(0.001));
        float[][] silence = {new float[1000]};
        meter.process(silence, 0, 1000);
        meter.takeRecentPeak();
        meter.process(silence, 0, 1000);
        assertThat(meter.takeRecentPeak()).isZero();
        assertThat(meter.truePeakDbtp()).isCloseTo(-6.02, within(0.01));
    }

    @Test
    void processingAllocatesNothing() {
        AudioFormat format = new AudioFormat(RATE, 2);
        ProgramMeter meter = new ProgramMeter(format);
        PeakMeter live = PeakMeter.live(format, InterpolationKernel.KAISER_8);
        TruePeakInterpolator interpolator = new TruePeakInterpolator(InterpolationKernel.KAISER_8, 2);
        float[][] noise = {noise(RATE, 1), noise(RATE, 2)};
        noise[0][100] = Float.NaN;
        float[] peaks = new float[512];
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        // The first rounds may allocate for class loading and the counters themselves.
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int from = 0; from + 512 <= RATE; from += 512) {
                meter.process(noise, from, 512);
                live.process(noise, from, 512);
                live.takeRecentPeak();
                interpolator.linkedPeaks(noise, from, 512, 0.2f, peaks, 0);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // What the reading of the counter itself takes.
        long before = threads.getCurrentThreadAllocatedBytes();
        long own = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(least).isLessThanOrEqualTo(own);
    }

    @Test
    void weightsMustFitTheChannels() {
        assertThatThrownBy(() -> new ProgramMeter(new AudioFormat(RATE, 2), InterpolationKernel.KAISER_4, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[][] sine(double hertz, int seconds, double... amplitudes) {
        float[][] sine = new float[amplitudes.length][seconds * RATE];
        for (int channel = 0; channel < amplitudes.length; channel++) {
            for (int i = 0; i < sine[channel].length; i++) {
                sine[channel][i] = (float) (amplitudes[channel] * Math.sin(2 * Math.PI * hertz * i / RATE));
            }
        }
        return sine;
    }

    private static float[] noise(int frames, long seed) {
        Random random = new Random(seed);
        float[] noise = new float[frames];
        for (int i = 0; i < frames; i++) {
            noise[i] = 0.1f * (float) random.nextGaussian();
        }
        return noise;
    }
}
