package studio.headroom.dsp;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.PeakMeter;
import studio.headroom.dsp.loudness.SignalStatistics;
import studio.headroom.dsp.loudness.TruePeakInterpolator;

/// Nanoseconds for each stereo frame at 48 kHz of pink-like noise with a beat, in blocks of 512.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MeteringBenchmark {
    private static final int FRAMES = 512 * 400;
    private static final AudioFormat STEREO = new AudioFormat(48_000, 2);

    private final float[][] music = new float[2][FRAMES];
    private final float[] peaks = new float[512];
    private LoudnessMeter loudness;
    private PeakMeter filePeaks;
    private PeakMeter livePeaks;
    private SignalStatistics statistics;
    private TruePeakInterpolator interpolator;

    @Setup
    public void make() {
        Random random = new Random(1);
        double low = 0;
        for (int i = 0; i < FRAMES; i++) {
            double beat = Math.exp(-(i % 24_000) / 4000.0);
            low += 0.05 * (random.nextGaussian() - low);
            for (float[] channel : music) {
                double sound = low + 0.03 * random.nextGaussian() + beat * Math.sin(i * 0.008);
                channel[i] = (float) (0.7 * Math.tanh(sound));
            }
        }
        loudness = new LoudnessMeter(STEREO);
        filePeaks = new PeakMeter(STEREO, InterpolationKernel.KAISER_16);
        livePeaks = PeakMeter.live(STEREO, InterpolationKernel.KAISER_8);
        statistics = new SignalStatistics(48_000, 2);
        interpolator = new TruePeakInterpolator(InterpolationKernel.KAISER_8, 2);
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void loudness() {
        for (int from = 0; from < FRAMES; from += 512) {
            loudness.process(music, from, 512);
        }
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public double truePeaksOfAFile16x() {
        for (int from = 0; from < FRAMES; from += 512) {
            filePeaks.process(music, from, 512);
        }
        return filePeaks.truePeakDbtp();
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public float truePeaksLive8x() {
        float peak = 0;
        for (int from = 0; from < FRAMES; from += 512) {
            livePeaks.process(music, from, 512);
            if (from % 4096 == 0) {
                peak += livePeaks.takeRecentPeak();
            }
        }
        return peak;
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public double statistics() {
        for (int from = 0; from < FRAMES; from += 512) {
            statistics.process(music, from, 512);
        }
        return statistics.correlation();
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public float limiterDetector8xAboveMinus6() {
        for (int from = 0; from < FRAMES; from += 512) {
            interpolator.linkedPeaks(music, from, 512, 0.5f, peaks, 0);
        }
        return peaks[0];
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public float everyPeak8x() {
        for (int from = 0; from < FRAMES; from += 512) {
            interpolator.linkedPeaks(music, from, 512, 0, peaks, 0);
        }
        return peaks[0];
    }
}
