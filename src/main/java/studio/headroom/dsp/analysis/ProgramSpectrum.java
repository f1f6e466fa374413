package studio.headroom.dsp.analysis;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.loudness.LoudnessMeter;

/// The long-term spectrum of a program, gated as its loudness is (ITU-R BS.1770-5): Hann windows of about a third of a
/// second that overlap by half; those whose momentary loudness is below -70 LUFS, or more than 10 LU below the mean of
/// the others, do not count.
///
/// Windows are gathered in classes of a quarter LU, so that memory does not grow with the length. One thread. Results
/// do
/// not depend on how the stream is cut.
public final class ProgramSpectrum {
    private static final double LOWEST_CLASS_LUFS = -70;
    private static final int CLASSES_PER_LU = 4;
    private static final int CLASSES = 100 * CLASSES_PER_LU;
    private static final double RELATIVE_GATE_LU = 10;
    private static final double SHORTEST_WINDOW_SECONDS = 0.2;

    private final LoudnessMeter loudness;
    private final int size;
    private final DoubleFFT_1D fft;
    private final double[] window;
    private final float[][] recent;
    private final double[] work;
    /// Of each bin: the lowest band that it lies in, and how much of it.
    private final int[] bandOfBin;

    private final double[] shareOfBin;
    private final double[][] left = new double[CLASSES][];
    private final double[][] right = new double[CLASSES][];
    private final double[][] product = new double[CLASSES][];
    private final long[] count = new long[CLASSES];
    private final double[] power = new double[CLASSES];
    private int filled;

    /// @param format one or two channels; a single one is both left and right
    public ProgramSpectrum(AudioFormat format) {
        int rate = format.sampleRate();
        loudness = new LoudnessMeter(format);
        size = Integer.highestOneBit((int) (2 * SHORTEST_WINDOW_SECONDS * rate));
        fft = new DoubleFFT_1D(size);
        window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
        }
        recent = new float[2][size];
        work = new double[2 * size];
        bandOfBin = new int[size / 2];
        shareOfBin = new double[size / 2];
        double width = (double) rate / size;
        for (int bin = 1; bin < size / 2; bin++) {
            place(bin, (bin - 0.5) * width, (bin + 0.5) * width);
        }
    }

    private void place(int bin, double fromHz, double toHz) {
        int band = -1;
        while (band + 1 <= ThirdOctaves.BANDS && ThirdOctaves.edge(band + 1) <= fromHz) {
            band++;
        }
        bandOfBin[bin] = band;
        shareOfBin[bin] = Math.clamp((ThirdOctaves.edge(band + 1) - fromHz) / (toHz - fromHz), 0, 1);
    }

    /// The meter that the gate listens to, which measures the program on the way.
    public LoudnessMeter loudness() {
        return loudness;
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    public void process(float[][] in, int offset, int frames) {
        float[] second = in[in.length > 1 ? 1 : 0];
        int at = offset;
        int end = offset + frames;
        while (at < end) {
            int now = Math.min(end - at, size - filled);
            loudness.makeRoom();
            loudness.process(in, at, now);
            System.arraycopy(in[0], at, recent[0], filled, now);
            System.arraycopy(second, at, recent[1], filled, now);
            filled += now;
            at += now;
            if (filled == size) {
                analyze();
                for (float[] channel : recent) {
                    System.arraycopy(channel, size / 2, channel, 0, size / 2);
                }
                filled = size / 2;
            }
        }
    }

    /// Both channels at once, as the real and the imaginary part of one transform.
    private void analyze() {
        double lufs = loudness.momentaryLufs();
        if (!(lufs > LOWEST_CLASS_LUFS)) {
            return;
        }
        int group = Math.min(CLASSES - 1, (int) ((lufs - LOWEST_CLASS_LUFS) * CLASSES_PER_LU));
        if (count[group] == 0) {
            left[group] = new double[ThirdOctaves.BANDS + 2];
            right[group] = new double[ThirdOctaves.BANDS + 2];
            product[group] = new double[ThirdOctaves.BANDS + 2];
        }
        count[group]++;
        power[group] += loudness.momentaryPower();
        for (int i = 0; i < size; i++) {
            work[2 * i] = recent[0][i] * window[i];
            work[2 * i + 1] = recent[1][i] * window[i];
        }
        fft.complexForward(work);
        for (int bin = 1; bin < size / 2; bin++) {
            int mirror = size - bin;
            double lr = 0.5 * (work[2 * bin] + work[2 * mirror]);
            double li = 0.5 * (work[2 * bin + 1] - work[2 * mirror + 1]);
            double rr = 0.5 * (work[2 * bin + 1] + work[2 * mirror + 1]);
            double ri = 0.5 * (work[2 * mirror] - work[2 * bin]);
            // Bands from one below the first to one above the last.
            int band = bandOfBin[bin] + 1;
            double share = shareOfBin[bin];
            add(left[group], band, share, lr * lr + li * li);
            add(right[group], band, share, rr * rr + ri * ri);
            add(product[group], band, share, lr * rr + li * ri);
        }
    }

    private static void add(double[] bands, int band, double share, double value) {
        int last = bands.length - 1;
        bands[Math.min(band, last)] += share * value;
        bands[Math.min(band + 1, last)] += (1 - share) * value;
    }

    /// Ends the program; what was shorter than a window counts as if silence followed. Nothing may be processed after
    /// this.
    public ThirdOctaves finish() {
        boolean none = true;
        for (long windows : count) {
            none &= windows == 0;
        }
        if (none) {
            for (float[] channel : recent) {
                Arrays.fill(channel, filled, size, 0f);
            }
            analyze();
        }
        loudness.finish();
        return gated();
    }

    private ThirdOctaves gated() {
        double sum = 0;
        long windows = 0;
        for (int group = 0; group < CLASSES; group++) {
            sum += power[group];
            windows += count[group];
        }
        double gate = windows == 0 ? 0 : sum / windows * Decibels.toGain(-2 * RELATIVE_GATE_LU);
        double[][] total = new double[3][ThirdOctaves.BANDS];
        long kept = 0;
        for (int group = 0; group < CLASSES; group++) {
            if (count[group] > 0 && power[group] / count[group] > gate) {
                kept += count[group];
                for (int band = 0; band < ThirdOctaves.BANDS; band++) {
                    total[0][band] += left[group][band + 1];
                    total[1][band] += right[group][band + 1];
                    total[2][band] += product[group][band + 1];
                }
            }
        }
        // The window takes 3/8 of the power; the other half of it lies at negative frequencies.
        double scale = kept == 0 ? 0 : 2 / (0.375 * size * size * kept);
        for (double[] row : total) {
            for (int band = 0; band < row.length; band++) {
                row[band] *= scale;
            }
        }
        return new ThirdOctaves(total[0], total[1], total[2]);
    }
}
