package studio.headroom.effects;

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
import studio.headroom.param.Values;

/// Nanoseconds per stereo frame of the delay with its initial values at 48 kHz, fed with noise in blocks of 512 frames.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DelayBenchmark {
    private static final int FRAMES = 512;

    private final Effect effect = Delay.TYPE.factory().get();
    private final float[][] noise = new float[2][FRAMES];
    private final float[][] io = new float[2][FRAMES];

    @Setup
    public void prepare() {
        effect.prepare(new Effect.Setup(48_000, 2, Delay.TYPE.params().resolve(Values.INITIAL)));
        long seed = 1;
        for (float[] row : noise) {
            for (int t = 0; t < FRAMES; t++) {
                seed = seed * 6364136223846793005L + 1442695040888963407L;
                row[t] = (seed >> 40) * 0x1p-25f;
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public float[][] process() {
        System.arraycopy(noise[0], 0, io[0], 0, FRAMES);
        System.arraycopy(noise[1], 0, io[1], 0, FRAMES);
        effect.process(io, null, 0, FRAMES);
        return io;
    }
}
