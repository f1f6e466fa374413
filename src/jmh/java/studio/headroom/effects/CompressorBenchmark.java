package studio.headroom.effects;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import studio.headroom.param.Values;

/// Nanoseconds per frame of the compressor on noise of -6 dBFS, with a fresh input copied in each time.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CompressorBenchmark {
    private static final int BLOCK = 1024;

    @Param({"1", "2"})
    int channels;

    /// What is set apart from the threshold, as `id:text`.
    @Param({"threshold:0", "threshold:-30", "detector:rms", "release.auto:on", "link:50", "lookahead:5", "key.slope:12"
    })
    String setting;

    private final Effect compressor = Compressor.TYPE.factory().get();
    private float[][] input = {};
    private float[][] io = {};

    @Setup
    public void prepare() {
        double[] values = CompressorParams.ALL.resolve(Values.INITIAL);
        values[CompressorParams.ALL.indexOf("threshold")] = -30;
        String[] parts = setting.split(":", 2);
        int index = CompressorParams.ALL.indexOf(parts[0]);
        values[index] = CompressorParams.ALL.get(index).parse(parts[1]);
        compressor.prepare(new Effect.Setup(48_000, channels, values));
        SplittableRandom random = new SplittableRandom(1);
        input = new float[channels][BLOCK];
        io = new float[channels][BLOCK];
        for (float[] row : input) {
            for (int i = 0; i < BLOCK; i++) {
                row[i] = (float) random.nextDouble(-0.5, 0.5);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public float[][] compress() {
        for (int c = 0; c < channels; c++) {
            System.arraycopy(input[c], 0, io[c], 0, BLOCK);
        }
        compressor.process(io, null, 0, BLOCK);
        return io;
    }
}
