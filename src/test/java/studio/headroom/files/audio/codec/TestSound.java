package studio.headroom.files.audio.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import studio.headroom.audio.SampleStream;

/// Sounds for tests, and ways to compare them.
public final class TestSound {
    private TestSound() {}

    /// Noise of full scale that lies on the grid of an integer format, so that it survives it bit for bit.
    public static float[][] gridNoise(long seed, int channels, int frames, int bits) {
        Random random = new Random(seed);
        float[][] sound = new float[channels][frames];
        int grid = Math.min(bits, 24);
        for (float[] channel : sound) {
            for (int i = 0; i < frames; i++) {
                channel[i] = (random.nextInt() >> (32 - grid)) / (float) (1 << (grid - 1));
            }
        }
        return sound;
    }

    /// A tone of amplitude 0.5 for each channel, 440 Hz, 550 Hz and so on.
    public static float[][] tones(int channels, int frames, int rate) {
        float[][] sound = new float[channels][frames];
        for (int ch = 0; ch < channels; ch++) {
            for (int i = 0; i < frames; i++) {
                sound[ch][i] = (float) (0.5 * Math.sin(2 * Math.PI * (440 + 110 * ch) * i / rate));
            }
        }
        return sound;
    }

    /// Something like music: decaying harmonics and a little noise, on the grid of `bits`.
    public static float[][] music(long seed, int channels, int frames, int rate, int bits) {
        Random random = new Random(seed);
        double scale = Math.scalb(1.0, bits - 1);
        float[][] sound = new float[channels][frames];
        for (int i = 0; i < frames; i++) {
            double t = (double) i / rate;
            double note = 110 * Math.pow(2, (int) (t * 4) % 12 / 12.0);
            double env = Math.exp(-3 * (t * 4 % 1));
            double mid = 0;
            for (int h = 1; h < 12; h++) {
                mid += Math.sin(2 * Math.PI * note * h * t) / (h * h);
            }
            for (int ch = 0; ch < channels; ch++) {
                double side = 0.1 * Math.sin(2 * Math.PI * (300 + 70 * ch) * t);
                double value = 0.4 * env * mid + side + 0.002 * random.nextGaussian();
                sound[ch][i] = (float) (Math.rint(Math.max(-0.99, Math.min(0.99, value)) * scale) / scale);
            }
        }
        return sound;
    }

    /// Reads everything, in blocks of odd sizes.
    public static float[][] readAll(SampleStream stream) throws IOException {
        int channels = stream.format().channels();
        List<float[][]> blocks = new ArrayList<>();
        int total = 0;
        for (int size = 1; ; size = size % 4096 + 577) {
            float[][] block = new float[channels][size + 3];
            int got = stream.read(block, 3, size);
            if (got < 0) {
                break;
            }
            if (got == 0 || got > size) {
                throw new AssertionError("read " + got + " of " + size);
            }
            for (int ch = 0; ch < channels; ch++) {
                block[ch] = Arrays.copyOfRange(block[ch], 3, 3 + got);
            }
            blocks.add(block);
            total += got;
        }
        float[][] all = new float[channels][total];
        int at = 0;
        for (float[][] block : blocks) {
            for (int ch = 0; ch < channels; ch++) {
                System.arraycopy(block[ch], 0, all[ch], at, block[ch].length);
            }
            at += block[0].length;
        }
        return all;
    }

    /// Signal to noise in dB of `actual` against `expected` over the frames that both have from `from` to `to`.
    public static double snr(float[] expected, float[] actual, int from, int to) {
        double signal = 0;
        double noise = 1e-30;
        for (int i = from; i < to; i++) {
            signal += expected[i] * (double) expected[i];
            double d = expected[i] - (double) actual[i];
            noise += d * d;
        }
        return 10 * Math.log10(signal / noise);
    }

    /// The delay of `actual` against `expected` in frames, -40 to 40, at which they agree best whatever the gain.
    public static int lag(float[] expected, float[] actual) {
        int best = 0;
        double bestRatio = Double.NEGATIVE_INFINITY;
        for (int lag = -40; lag <= 40; lag++) {
            double ratio = fittedSnr(expected, actual, lag);
            if (ratio > bestRatio) {
                bestRatio = ratio;
                best = lag;
            }
        }
        return best;
    }

    /// Signal to noise in dB after the gain that fits best; both ends, where codecs settle, are left out.
    public static double fittedSnr(float[] expected, float[] actual, int lag) {
        double cross = 0;
        double power = 1e-30;
        double all = 0;
        int edge = Math.min(2000, actual.length / 4);
        for (int i = edge; i < actual.length - edge; i++) {
            double e = expected[Math.clamp(i - lag, 0, expected.length - 1)];
            cross += e * actual[i];
            power += e * e;
            all += actual[i] * (double) actual[i];
        }
        double explained = cross * cross / power;
        return 10 * Math.log10(explained / Math.max(1e-30, all - explained));
    }
}
