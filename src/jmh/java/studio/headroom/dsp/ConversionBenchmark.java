package studio.headroom.dsp;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.dither.NoiseShaping;
import studio.headroom.dsp.dither.Requantizer;
import studio.headroom.dsp.resample.ResampledStream;

/// Milliseconds for a minute of stereo: sample rates, and 44.1 kHz to 16 bits.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class ConversionBenchmark {
    private static final int BLOCK = 4096;

    private final float[][] noise = new float[2][BLOCK];
    private final float[][] out = new float[2][BLOCK];
    private final int[][] integers = new int[2][BLOCK];

    @Setup
    public void make() {
        Random random = new Random(1);
        for (float[] channel : noise) {
            for (int i = 0; i < BLOCK; i++) {
                channel[i] = random.nextFloat() - 0.5f;
            }
        }
    }

    /// The rates of a conversion, read by its benchmark alone.
    @State(Scope.Thread)
    public static class Rates {
        @Param({"44100-48000", "48000-44100", "96000-48000", "44100-47999"})
        String rates;
    }

    @Benchmark
    public float resampleMinute(Rates state) throws IOException {
        int from = Integer.parseInt(state.rates.split("-")[0]);
        int to = Integer.parseInt(state.rates.split("-")[1]);
        try (SampleStream stream = ResampledStream.of(new Minute(from), to)) {
            int read = 0;
            while (read >= 0) {
                read = stream.read(out, 0, BLOCK);
            }
        }
        return out[0][0];
    }

    /// The shapes of noise, read by their benchmark alone.
    @State(Scope.Thread)
    public static class Shapes {
        @Param
        NoiseShaping shaping;
    }

    @Benchmark
    public int ditherMinute(Shapes state) {
        Requantizer requantizer = Requantizer.dithering(44_100, 2, 16, state.shaping, 1);
        for (int from = 0; from < 60 * 44_100; from += BLOCK) {
            requantizer.process(noise, 0, integers, 0, BLOCK);
        }
        return integers[0][0];
    }

    private final class Minute implements SampleStream {
        private final int rate;
        private int position;

        Minute(int rate) {
            this.rate = rate;
        }

        @Override
        public AudioFormat format() {
            return new AudioFormat(rate, 2);
        }

        @Override
        public long expectedFrames() {
            return 60L * rate;
        }

        @Override
        public int read(float[][] target, int offset, int count) {
            int frames = Math.min(count, 60 * rate - position);
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(noise[channel], 0, target[channel], offset, frames);
            }
            position += frames;
            return frames == 0 ? -1 : frames;
        }

        @Override
        public void close() {}
    }
}
