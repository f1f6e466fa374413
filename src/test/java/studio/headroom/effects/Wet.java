package studio.headroom.effects;

import java.util.Random;
import studio.headroom.param.Param;
import studio.headroom.param.Values;

/// Runs effects with a memory and measures what comes out.
final class Wet {
    private Wet() {}

    /// An instance with values as a person would type them: `"decay=2s"`.
    static Effect effect(EffectType type, int rate, int channels, String... settings) {
        Values values = Values.INITIAL;
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            Param param = type.params().get(type.params().indexOf(pair[0]));
            values = values.with(param, param.parse(pair[1]));
        }
        Effect effect = type.factory().get();
        effect.prepare(new Effect.Setup(rate, channels, type.params().resolve(values)));
        return effect;
    }

    static void set(Effect effect, EffectType type, String id, double plain) {
        effect.set(type.params().indexOf(id), plain);
    }

    /// What a unit impulse in one channel, or both for -1, becomes.
    static float[][] impulse(Effect effect, int channel, int frames) {
        float[][] io = new float[2][frames];
        for (int c = 0; c < 2; c++) {
            io[c][0] = channel == c || channel < 0 ? 1 : 0;
        }
        effect.process(io, null, 0, frames);
        return io;
    }

    static float[][] noise(int frames, long seed) {
        Random random = new Random(seed);
        float[][] io = new float[2][frames];
        for (float[] row : io) {
            for (int t = 0; t < frames; t++) {
                row[t] = (float) (0.1 * random.nextGaussian());
            }
        }
        return io;
    }

    static float[][] sine(int frames, double hz, int rate) {
        float[][] io = new float[2][frames];
        for (float[] row : io) {
            for (int t = 0; t < frames; t++) {
                row[t] = (float) (0.5 * Math.sin(2 * Math.PI * hz * t / rate));
            }
        }
        return io;
    }

    static double energy(float[] x) {
        double sum = 0;
        for (float v : x) {
            sum += (double) v * v;
        }
        return sum;
    }

    static double db(double power) {
        return 10 * Math.log10(power);
    }

    /// A spectrum of `re.length` bins.
    record Spectrum(double[] re, double[] im, double rate) {}

    /// Power by time, at a rate of its own.
    record Power(double[] values, double rate) {
        void add(Power other) {
            for (int t = 0; t < values.length; t++) {
                values[t] += other.values[t];
            }
        }
    }

    /// Zero-padded to twice a power of two, so that bands cut out of it do not wrap.
    static Spectrum spectrum(float[] x, int rate) {
        int size = Integer.highestOneBit(Math.max(1, x.length - 1)) << 2;
        double[] re = new double[size];
        for (int t = 0; t < x.length; t++) {
            re[t] = x[t];
        }
        Spectrum spectrum = new Spectrum(re, new double[size], rate);
        fft(spectrum.re, spectrum.im);
        return spectrum;
    }

    /// Power in a band, cut out of the spectrum with edges of a sixth of an octave and moved down to 0 Hz.
    static Power bandPower(Spectrum spectrum, double low, double high) {
        int size = spectrum.re.length;
        int first = (int) (low * 0.94 * size / spectrum.rate);
        int last = Math.min(size / 2, (int) (high * 1.07 * size / spectrum.rate));
        int count = Integer.highestOneBit(last - first) << 1;
        double[] re = new double[count];
        double[] im = new double[count];
        for (int k = first; k <= last; k++) {
            double hz = k * spectrum.rate / size;
            double gain = edge(hz / low) * edge(high / hz);
            re[k - first] = gain * spectrum.re[k];
            im[k - first] = -gain * spectrum.im[k];
        }
        fft(re, im);
        double[] power = new double[count / 2];
        for (int t = 0; t < power.length; t++) {
            power[t] = 2 * (re[t] * re[t] + im[t] * im[t]) / size / size;
        }
        return new Power(power, spectrum.rate * count / size);
    }

    private static double edge(double ratio) {
        double place = 6 * Math.log(ratio) / Math.log(2) + 0.5;
        return place <= 0 || Double.isNaN(place) ? 0 : place >= 1 ? 1 : Math.sin(Math.PI / 2 * place);
    }

    /// Seconds to fall by 60 dB, from the slope of Schroeder's backward integral between -5 and -35 dB.
    static double decayTime(Power power) {
        double[] curve = decayCurve(power.values);
        int n = 0;
        double st = 0;
        double sy = 0;
        double stt = 0;
        double sty = 0;
        for (int i = 0; i < curve.length && curve[i] > -35; i++) {
            if (curve[i] <= -5) {
                double t = i / power.rate;
                n++;
                st += t;
                sy += curve[i];
                stt += t * t;
                sty += t * curve[i];
            }
        }
        return -60 * (n * stt - st * st) / (n * sty - st * sy);
    }

    /// The energy still to come, in dB of all of it.
    static double[] decayCurve(double[] power) {
        double[] curve = new double[power.length];
        double sum = 0;
        for (int t = power.length - 1; t >= 0; t--) {
            sum += power[t];
            curve[t] = sum;
        }
        for (int t = 0; t < curve.length; t++) {
            curve[t] = db(curve[t] / sum + 1e-30);
        }
        return curve;
    }

    private static void fft(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swap = re[i];
                re[i] = re[j];
                re[j] = swap;
                swap = im[i];
                im[i] = im[j];
                im[j] = swap;
            }
        }
        double[] cos = new double[n / 2];
        double[] sin = new double[n / 2];
        for (int k = 0; k < n / 2; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / n);
            sin[k] = -Math.sin(2 * Math.PI * k / n);
        }
        for (int half = 1; half < n; half *= 2) {
            int stride = n / (2 * half);
            for (int start = 0; start < n; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    double c = cos[k * stride];
                    double s = sin[k * stride];
                    int a = start + k;
                    int b = a + half;
                    double xr = re[b] * c - im[b] * s;
                    double xi = re[b] * s + im[b] * c;
                    re[b] = re[a] - xr;
                    im[b] = im[a] - xi;
                    re[a] += xr;
                    im[a] += xi;
                }
            }
        }
    }
}
