package studio.headroom.effects;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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

/// Nanoseconds for each stereo frame at 48 kHz of music-like tones and noise near full scale, in blocks of 512.
///
/// A setting is a type id followed by parameters as on the command line; the copy of the input is part of the
/// figure.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EffectBenchmark {
    private static final int BLOCK = 512;
    private static final int BLOCKS = 100;

    @Param({
        "utility",
        "utility gain=-3 width=120 bass.mono=on dc=on",
        "imager width=120",
        "imager width=120 stereoize=50",
        "saturation curve=tape drive=12",
        "saturation curve=tube drive=12",
        "saturation curve=transformer drive=12",
        "saturation curve=transistor drive=12",
        "saturation curve=soft drive=12",
        "saturation curve=hard drive=12",
        "limiter",
        "limiter gain=3",
        "limiter gain=12",
        "limiter gain=12 link=50",
        "limiter gain=12 truePeak=off",
        "gate threshold=-30",
        "gate ratio=2 threshold=-6",
        "de-esser sensitivity=100",
        "de-esser mode=wide sensitivity=100",
        "multiband bands=3",
        "multiband",
        "multiband bands=5",
        "multiband bands=6",
        "multiband phase=linear",
        "multiband bands=6 phase=linear",
        "eq band2.dyn.on=on",
        "transient attack=50",
        "clipper gain=12",
        "clipper gain=12 quality=8x",
        "clipper gain=12 quality=off",
        "chorus",
        "chorus voices=4",
        "phaser",
        "phaser stages=12",
        "tremolo"
    })
    public String setting;

    private final float[][] music = new float[2][BLOCK * BLOCKS];
    private final float[][] io = new float[2][BLOCK];
    private Effect effect;

    @Setup(Level.Trial)
    public void make() {
        String[] words = setting.split(" ");
        EffectType type = Catalogue.find(words[0]).orElseThrow();
        double[] values = type.params().resolve(Values.INITIAL);
        for (int w = 1; w < words.length; w++) {
            String[] pair = words[w].split("=");
            int index = type.params().indexOf(pair[0]);
            values[index] = type.params().get(index).parse(pair[1]);
        }
        effect = type.factory().get();
        effect.prepare(new Effect.Setup(48_000, 2, values));
        Random random = new Random(1);
        for (int i = 0; i < BLOCK * BLOCKS; i++) {
            double swell = 0.6 + 0.4 * Math.sin(i * 0.0003);
            double tones = swell * (0.35 * Math.sin(i * 0.01) + 0.2 * Math.sin(i * 0.13));
            for (float[] row : music) {
                row[i] = (float) (tones + 0.06 * random.nextGaussian());
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(BLOCK * BLOCKS)
    public float[][] process() {
        for (int at = 0; at < BLOCK * BLOCKS; at += BLOCK) {
            System.arraycopy(music[0], at, io[0], 0, BLOCK);
            System.arraycopy(music[1], at, io[1], 0, BLOCK);
            effect.process(io, null, 0, BLOCK);
        }
        return io;
    }
}
