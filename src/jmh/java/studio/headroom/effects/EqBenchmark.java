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

/// Nanoseconds per frame of the equalizer, with a fresh input copied in each time.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EqBenchmark {
    private static final int BLOCK = 1024;

    @Param({"1", "2"})
    int channels;

    @Param({"0", "4", "8"})
    int bands;

    /// Minimum, linear, fine linear.
    @Param({"0", "1", "2"})
    int phase;

    private final Effect eq = Eq.TYPE.factory().get();
    private float[][] input = {};
    private float[][] io = {};
    private int turn;

    @Setup
    public void prepare() {
        double[] values = Eq.PARAMS.resolve(Values.INITIAL);
        for (int b = 0; b < bands; b++) {
            values[b * EqBand.CONTROLS + EqBand.GAIN] = b % 2 == 0 ? 4 : -3;
        }
        values[Eq.PARAMS.indexOf(Eq.PHASE)] = phase;
        eq.prepare(new Effect.Setup(48_000, channels, values));
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
    public float[][] still() {
        return run();
    }

    /// One band's frequency is automated, so that all sections run one by one.
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public float[][] automated() {
        turn ^= 1;
        eq.set(EqBand.FREQ, 100 + 50 * turn);
        return run();
    }

    private float[][] run() {
        for (int c = 0; c < channels; c++) {
            System.arraycopy(input[c], 0, io[c], 0, BLOCK);
        }
        eq.process(io, null, 0, BLOCK);
        return io;
    }
}
