package studio.headroom.effects;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;

/// One instance of an effect on a test bench: prepares it, feeds it signals in any cut, and makes those signals.
///
/// Signals are planar float[channel][frame]. Everything is a pure function of its seed.
final class Rig {
    final EffectType type;
    final Effect effect;
    final int sampleRate;
    final int channels;

    Rig(EffectType type, int sampleRate, int channels, double[] values) {
        this.type = type;
        this.sampleRate = sampleRate;
        this.channels = channels;
        effect = type.factory().get();
        effect.prepare(new Effect.Setup(sampleRate, channels, values));
    }

    Rig(EffectType type, int sampleRate, int channels) {
        this(type, sampleRate, channels, initial(type));
    }

    /// How many frames each call of a run gets.
    @FunctionalInterface
    interface Cut {
        int next();

        static Cut every(int frames) {
            return () -> frames;
        }

        static Cut random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            return () -> random.nextInt(1, 700);
        }
    }

    static double[] initial(EffectType type) {
        return type.params().resolve(Values.INITIAL);
    }

    /// Initial values with some set: `values(type, "gain", -6, "width", 150)`.
    static double[] values(EffectType type, Object... idsAndPlain) {
        double[] values = initial(type);
        for (int i = 0; i < idsAndPlain.length; i += 2) {
            int index = type.params().indexOf((String) idsAndPlain[i]);
            if (index < 0) {
                throw new IllegalArgumentException("no parameter " + idsAndPlain[i]);
            }
            Param param = type.params().get(index);
            values[index] = idsAndPlain[i + 1] instanceof Number number
                    ? param.clamp(number.doubleValue())
                    : param.parse((String) idsAndPlain[i + 1]);
        }
        return values;
    }

    /// Every control somewhere on its travel.
    static double[] scattered(EffectType type, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return type.params().params().stream()
                .mapToDouble(param -> param.range().plain(random.nextDouble()))
                .toArray();
    }

    Rig set(String id, double plain) {
        ParamSet params = type.params();
        effect.set(params.indexOf(params.get(params.indexOf(id))), plain);
        return this;
    }

    /// What comes out for `input`, which is left as it is; continues where the last run ended.
    float[][] run(float[][] input, Cut cut) {
        return run(input, null, cut);
    }

    float[][] run(float[][] input) {
        return run(input, null, Cut.every(512));
    }

    float[][] run(float[][] input, float @Nullable [][] key, Cut cut) {
        int frames = input[0].length;
        float[][] io = new float[type.outputChannels(channels)][];
        for (int c = 0; c < io.length; c++) {
            if (c < input.length) {
                io[c] = input[c].clone();
            } else {
                // A second row that the effect is to fill holds whatever was there before.
                io[c] = new float[frames];
                Arrays.fill(io[c], 0.625f);
            }
        }
        for (int at = 0; at < frames; ) {
            int run = Math.min(cut.next(), frames - at);
            effect.process(io, key, at, run);
            at += run;
        }
        return io;
    }

    // ---- Signals

    static float[][] silence(int channels, int frames) {
        return new float[channels][frames];
    }

    /// White noise of the given peak, another in each channel.
    static float[][] noise(int channels, int frames, double peak, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] signal = new float[channels][frames];
        for (float[] row : signal) {
            for (int i = 0; i < frames; i++) {
                row[i] = (float) (peak * (2.0 * random.nextDouble() - 1.0));
            }
        }
        return signal;
    }

    /// The same sine in each channel, starting at phase 0.
    static float[][] sine(int channels, int frames, double peak, double hertz, int sampleRate) {
        float[][] signal = new float[channels][frames];
        for (int i = 0; i < frames; i++) {
            float x = (float) (peak * Math.sin(2.0 * Math.PI * hertz * i / sampleRate));
            for (float[] row : signal) {
                row[i] = x;
            }
        }
        return signal;
    }

    /// Something like music: tones and noise that come and go, with clicks, up to full scale.
    static float[][] lively(int channels, int frames, int sampleRate, long seed) {
        float[][] signal = noise(channels, frames, 0.3, seed);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < frames; i++) {
                double t = (double) i / sampleRate;
                double swell = 0.5 + 0.5 * Math.sin(2.0 * Math.PI * 23.0 * t + c);
                signal[c][i] = (float) (swell
                        * (signal[c][i]
                                + 0.5 * Math.sin(2.0 * Math.PI * 110.0 * t)
                                + 0.2 * Math.sin(2.0 * Math.PI * 3170.0 * t + c)));
            }
            signal[c][frames / 3] = 1f;
            signal[c][frames / 2] = -1f;
        }
        return signal;
    }

    static float[][] sum(float[][] a, float[][] b) {
        float[][] sum = new float[a.length][a[0].length];
        for (int c = 0; c < a.length; c++) {
            for (int i = 0; i < a[c].length; i++) {
                sum[c][i] = a[c][i] + b[c][i];
            }
        }
        return sum;
    }

    static float[][] concat(float[][]... parts) {
        float[][] whole = new float[parts[0].length][];
        for (int c = 0; c < whole.length; c++) {
            int length = 0;
            for (float[][] part : parts) {
                length += part[c].length;
            }
            whole[c] = new float[length];
            int at = 0;
            for (float[][] part : parts) {
                System.arraycopy(part[c], 0, whole[c], at, part[c].length);
                at += part[c].length;
            }
        }
        return whole;
    }

    static float[][] slice(float[][] signal, int from, int to) {
        float[][] slice = new float[signal.length][];
        for (int c = 0; c < signal.length; c++) {
            slice[c] = Arrays.copyOfRange(signal[c], from, to);
        }
        return slice;
    }

    // ---- Measures

    static double peak(float[][] signal, int from, int to) {
        double peak = 0;
        for (float[] row : signal) {
            for (int i = from; i < to; i++) {
                peak = Math.max(peak, Math.abs(row[i]));
            }
        }
        return peak;
    }

    static double rms(float[] row) {
        double power = 0;
        for (float x : row) {
            power += (double) x * x;
        }
        return Math.sqrt(power / row.length);
    }

    /// Frames by which `output` follows `input` best, 0 to `most`.
    static int lag(float[] input, float[] output, int most) {
        int best = 0;
        double highest = -1;
        for (int lag = 0; lag <= most; lag++) {
            double correlation = 0;
            for (int i = 0; i + lag < output.length && i < input.length; i++) {
                correlation += (double) input[i] * output[i + lag];
            }
            if (Math.abs(correlation) > highest) {
                highest = Math.abs(correlation);
                best = lag;
            }
        }
        return best;
    }

    /// The first place where a sample is NaN or infinite, or -1.
    static int firstNotFinite(float[][] signal, int from) {
        for (int i = from; i < signal[0].length; i++) {
            for (float[] row : signal) {
                if (!Float.isFinite(row[i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    static boolean hasDenormals(float[][] signal) {
        for (float[] row : signal) {
            for (float x : row) {
                if (x != 0 && Math.abs(x) < Float.MIN_NORMAL) {
                    return true;
                }
            }
        }
        return false;
    }
}
