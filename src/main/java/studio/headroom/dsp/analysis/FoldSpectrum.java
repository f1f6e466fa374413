package studio.headroom.dsp.analysis;

import org.jtransforms.fft.FloatFFT_1D;

/// Power spectra of one or two channels, window by window, and of their sum in mono. Hann windows, one after the
/// other. Both channels go through one complex transform. One thread at a time; results do not depend on how
/// the stream is cut.
public final class FoldSpectrum {
    private static final int SMALLEST = 256;

    /// Hears of each window.
    public interface Listener {
        /// @param total by bin, the mean of the channels' powers; all bins add up to the mean square of the window
        /// @param mono by bin, the power of the channels' mean: between 0 and `total`
        /// @param at first frame of the window
        void window(float[] total, float[] mono, long at);
    }

    private final int size;
    private final int channels;
    private final FloatFFT_1D fft;
    private final float[] window;
    private final float[] work;
    private final float[] total;
    private final float[] mono;
    private final float scale;
    private int filled;
    private long at;

    private FoldSpectrum(int channels, int size) {
        this.channels = channels;
        this.size = size;
        fft = new FloatFFT_1D(size);
        window = new float[size];
        double squares = 0;
        for (int i = 0; i < size; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
            squares += window[i] * window[i];
        }
        scale = (float) (2 / (size * squares));
        work = new float[2 * size];
        total = new float[size / 2];
        mono = new float[size / 2];
    }

    /// @param seconds longest window; it may be half as long
    /// @param channels 1 or 2
    public static FoldSpectrum of(double seconds, int sampleRate, int channels) {
        return new FoldSpectrum(channels, Math.max(SMALLEST, Integer.highestOneBit((int) (sampleRate * seconds))));
    }

    /// Frames of a window.
    public int size() {
        return size;
    }

    /// Takes in `count` frames of `in[channel][offset ..)`. A last window that is not complete is not heard of.
    public void process(float[][] in, int offset, int count, Listener listener) {
        float[] left = in[0];
        float[] right = in[channels - 1];
        int done = 0;
        while (done < count) {
            int now = Math.min(count - done, size - filled);
            for (int i = 0; i < now; i++) {
                float w = window[filled + i];
                work[2 * (filled + i)] = w * left[offset + done + i];
                work[2 * (filled + i) + 1] = w * right[offset + done + i];
            }
            done += now;
            filled += now;
            if (filled == size) {
                transform();
                listener.window(total, mono, at);
                at += size;
                filled = 0;
            }
        }
    }

    /// With Z the transform of left + j·right, left is (Z[k] + Z*[-k]) / 2 and right (Z[k] - Z*[-k]) / 2j.
    private void transform() {
        fft.complexForward(work);
        for (int k = 1; k < size / 2; k++) {
            float ar = work[2 * k];
            float ai = work[2 * k + 1];
            float br = work[2 * (size - k)];
            float bi = work[2 * (size - k) + 1];
            float sumReal = 0.25f * (ar + br + ai + bi);
            float sumImaginary = 0.25f * (ai - bi + br - ar);
            total[k] = 0.25f * scale * (ar * ar + ai * ai + br * br + bi * bi);
            mono[k] = scale * (sumReal * sumReal + sumImaginary * sumImaginary);
        }
    }
}
