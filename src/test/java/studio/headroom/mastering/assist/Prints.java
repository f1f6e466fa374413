package studio.headroom.mastering.assist;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.jtransforms.fft.DoubleFFT_1D;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.dsp.analysis.ThirdOctaves;

/// Prints made in code: beats of noise with the very tone of a style, loud and soft sections and rests, and what one
/// can do wrong with them.
public final class Prints {
    public static final int RATE = 48_000;
    private static final int LENGTH = 1 << 20;

    private Prints() {}

    /// Sound in memory.
    record Memory(float[][] samples) implements SampleSource {
        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, samples.length);
        }

        @Override
        public long frames() {
            return samples[0].length;
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) {
            for (int c = 0; c < samples.length; c++) {
                for (int i = 0; i < count; i++) {
                    long at = start + i;
                    target[c][offset + i] = at >= 0 && at < samples[c].length ? samples[c][(int) at] : 0;
                }
            }
        }
    }

    /// Keeps what it is given.
    static final class Recording implements SampleSink {
        private final float[][] samples;
        private int at;

        Recording(float[][] samples) {
            this.samples = samples;
        }

        float[][] samples() {
            return samples;
        }

        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, samples.length);
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            for (int c = 0; c < samples.length; c++) {
                System.arraycopy(source[c], offset, samples[c], at, count);
            }
            at += count;
        }

        @Override
        public void close() {}
    }

    public static float[][] pop() {
        return music(hz -> 0, 0.2, 4);
    }

    /// @param extraDb added to the tone of pop at each frequency
    /// @param sides their gain against the middle
    /// @param softDb how much softer every other section of five seconds is
    public static float[][] music(DoubleUnaryOperator extraDb, double sides, double softDb) {
        double[] mid = noise(3, extraDb);
        double[] side = noise(4, extraDb);
        float[][] music = new float[2][LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double t = (double) i / RATE;
            double beat = t % 2;
            // Four beats in two seconds, the last of them a rest.
            double since = beat < 1.5 ? beat % 0.5 : beat - 1;
            double level = 0.5 * Math.exp(-5 * since) * (t % 10 < 5 ? 1 : Math.pow(10, -softDb / 20));
            double m = bent(0.5 * mid[i]);
            double w = sides * bent(0.5 * side[i]);
            music[0][i] = (float) (level * (m + w));
            music[1][i] = (float) (level * (m - w));
        }
        return music;
    }

    /// Noise has higher peaks than music.
    private static double bent(double x) {
        return Math.tanh(x);
    }

    /// Noise of unit power with the middle of the corridor of pop as its tone.
    private static double[] noise(long seed, DoubleUnaryOperator extraDb) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] noise = new double[LENGTH];
        Arrays.setAll(noise, i -> random.nextGaussian());
        DoubleFFT_1D fft = new DoubleFFT_1D(LENGTH);
        fft.realForward(noise);
        Corridor pop = Style.find("pop").orElseThrow().corridor();
        for (int k = 0; k < LENGTH / 2; k++) {
            double hz = (double) k * RATE / LENGTH;
            double db = hz < 20 || hz > 20_000 ? -200 : tone(pop, hz) + extraDb.applyAsDouble(hz) - 10 * Math.log10(hz);
            double gain = Math.pow(10, db / 20);
            noise[2 * k] *= gain;
            noise[2 * k + 1] *= k == 0 ? 0 : gain;
        }
        fft.realInverse(noise, true);
        double squares = Arrays.stream(noise).map(x -> x * x).sum();
        double scale = Math.sqrt(LENGTH / squares);
        return Arrays.stream(noise).map(x -> x * scale).toArray();
    }

    private static double tone(Corridor corridor, double hz) {
        double at = Math.clamp(10 * Math.log10(hz) - 13, 0, ThirdOctaves.BANDS - 1.001);
        int below = (int) at;
        double from = corridor.tone().get(below);
        return from + (corridor.tone().get(below + 1) - from) * (at - below);
    }

    /// A gain in dB between two frequencies, with flanks of half an octave.
    public static DoubleUnaryOperator hill(double fromHz, double toHz, double db) {
        return hz -> {
            double out = Math.max(0, Math.max(Math.log(fromHz / hz), Math.log(hz / toHz)) / Math.log(2));
            return db * Math.clamp(1 - 2 * out, 0, 1);
        };
    }

    public static float[][] each(float[][] music, int channel, DoubleUnaryOperator change) {
        for (int c = 0; c < music.length; c++) {
            if (channel < 0 || c == channel) {
                for (int i = 0; i < music[c].length; i++) {
                    music[c][i] = (float) change.applyAsDouble(music[c][i]);
                }
            }
        }
        return music;
    }
}
