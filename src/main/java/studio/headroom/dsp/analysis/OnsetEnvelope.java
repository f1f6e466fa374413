package studio.headroom.dsp.analysis;

import be.tarsos.dsp.util.fft.FFT;
import be.tarsos.dsp.util.fft.HannWindow;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import studio.headroom.audio.SampleStream;

/// How much begins at each moment, about 200 times a second: the spectral flux of S. Böck and G. Widmer, *Maximum
/// Filter Vibrato Suppression for Onset Detection*, DAFx 2013, over a logarithmic filter bank of 12 bands an octave.
/// Takes 3 MB for an hour. Immutable.
public final class OnsetEnvelope {
    private static final int PER_SECOND = 200;
    private static final double WINDOW_SECONDS = 0.020;
    private static final double LOWEST_HZ = 40;
    private static final double HIGHEST_HZ = 16_000;
    private static final int BANDS_PER_OCTAVE = 12;

    /// Magnitudes (a full-scale sine is 1) are compressed as log10(1 + 300 x): linear below -50 dB, so that noise
    /// floors do not count as music.
    private static final float COMPRESSION = 300;

    /// Frames between the spectra that are compared.
    private static final int LAG = 2;

    private final double rate;
    private final double delay;
    private final float[] values;

    private OnsetEnvelope(double rate, double delay, float[] values) {
        this.rate = rate;
        this.delay = delay;
        this.values = values;
    }

    /// Listens to a whole stream at its own rate.
    ///
    /// @param canceled is asked often; work then ends with a [java.io.InterruptedIOException]
    public static OnsetEnvelope of(SampleStream stream, BooleanSupplier canceled) throws IOException {
        int sampleRate = stream.format().sampleRate();
        int size = Math.max(256, Integer.highestOneBit((int) (2 * WINDOW_SECONDS * sampleRate)));
        int hop = Math.max(1, sampleRate / PER_SECOND);
        MonoFrames frames = new MonoFrames(stream, size, hop, canceled);
        FFT fft = new FFT(size, new HannWindow());
        Bands bands = new Bands(size, sampleRate);
        float[] samples = new float[size];
        float[] magnitudes = new float[size / 2];
        float[][] history = new float[LAG + 1][bands.count()];
        float[] values = new float[1 << 12];
        int count = 0;
        // A Hann window halves a sine.
        float scale = 4f / size;
        while (frames.next(samples)) {
            fft.forwardTransform(samples);
            fft.modulus(samples, magnitudes);
            float[] now = history[count % history.length];
            bands.fill(magnitudes, scale, now);
            if (count == values.length) {
                values = Arrays.copyOf(values, count + (count >> 1));
            }
            values[count] = count < LAG ? 0 : rise(now, history[(count + 1) % history.length]);
            count++;
        }
        // The compressed rise is steepest when a little more than half of the window is behind the onset: the mean over
        // clicks, drums and notes.
        double delay = -size / 32.0 / sampleRate;
        return new OnsetEnvelope((double) sampleRate / hop, delay, Arrays.copyOf(values, count));
    }

    /// What rose in each band above the loudest of its neighbors before: a tone that wavers rises nowhere.
    private static float rise(float[] now, float[] before) {
        float sum = 0;
        int last = now.length - 1;
        for (int b = 0; b <= last; b++) {
            float most = Math.max(before[b], Math.max(before[Math.max(0, b - 1)], before[Math.min(last, b + 1)]));
            sum += Math.max(0, now[b] - most);
        }
        return sum / now.length;
    }

    /// Values a second.
    public double rate() {
        return rate;
    }

    public int length() {
        return values.length;
    }

    /// 0 and up; a loud drum is about 1.
    public float value(int index) {
        return values[index];
    }

    /// The time of an onset at which a value is highest, in seconds from the beginning of the sound.
    public double seconds(double index) {
        return index / rate - delay;
    }

    float[] copy() {
        return values.clone();
    }

    /// Overlapping triangles over the bins of a spectrum.
    private static final class Bands {
        private final int[] edges;

        Bands(int size, int sampleRate) {
            int[] found = new int[BANDS_PER_OCTAVE * 16];
            int count = 0;
            double highest = Math.min(HIGHEST_HZ, 0.45 * sampleRate);
            for (double hz = LOWEST_HZ; hz <= highest; hz *= Math.pow(2, 1.0 / BANDS_PER_OCTAVE)) {
                int bin = Math.max(1, (int) Math.round(hz * size / sampleRate));
                if (count == 0 || bin > found[count - 1]) {
                    found[count++] = bin;
                }
            }
            edges = Arrays.copyOf(found, Math.max(3, count));
        }

        int count() {
            return edges.length - 2;
        }

        void fill(float[] magnitudes, float scale, float[] target) {
            for (int b = 0; b < target.length; b++) {
                int low = edges[b];
                int middle = edges[b + 1];
                int high = edges[b + 2];
                float sum = 0;
                for (int bin = low + 1; bin < high; bin++) {
                    float weight = bin <= middle
                            ? (float) (bin - low) / (middle - low)
                            : (float) (high - bin) / (high - middle);
                    sum += weight * magnitudes[bin];
                }
                target[b] = (float) Math.log10(1 + COMPRESSION * scale * sum);
            }
        }
    }
}
