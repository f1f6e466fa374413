package studio.headroom.dsp.analysis;

import org.jtransforms.fft.FloatFFT_1D;

/// The spectrum of a short piece of sound, from 20 Hz to 20 kHz in rows of equal ratio, 24 to an octave. A row holds
/// the level of the strongest tone in it: a sine of full scale on all channels reads 0 dB, wherever its frequency lies
/// between the lines of the transform. Channels are summed by power, so that what is opposite in them is there.
///
/// The window is Gaussian, for its transform is a parabola in decibels: three lines beside a peak tell its height and
/// its place (J. O. Smith, Spectral Audio Signal Processing, "Quadratic Interpolation of Spectral Peaks"). One thread.
public final class LogSpectrum {
    public static final int ROWS = 240;
    public static final double LOWEST_HZ = 20;
    public static final double HIGHEST_HZ = 20_000;

    private static final double RATIO = HIGHEST_HZ / LOWEST_HZ;
    private static final double SHORTEST_SECONDS = 0.1;
    /// Half of the window's length in standard deviations.
    private static final double ALPHA = 3.5;
    /// Of a power, below everything that can be heard.
    private static final double NOTHING = 1e-30;

    private final int size;
    private final FloatFFT_1D fft;
    private final float[] window;
    private final float[] work;
    private final double[] power;
    private final double scale;
    private final double hertzPerLine;

    public LogSpectrum(int sampleRate) {
        size = Integer.highestOneBit((int) (2 * SHORTEST_SECONDS * sampleRate));
        fft = new FloatFFT_1D(size);
        window = new float[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double place = ALPHA * (2.0 * i / size - 1);
            window[i] = (float) Math.exp(-0.5 * place * place);
            sum += window[i];
        }
        work = new float[2 * size];
        power = new double[size / 2 + 1];
        scale = 1 / (sum * sum);
        hertzPerLine = (double) sampleRate / size;
    }

    /// Frames that are looked at.
    public int size() {
        return size;
    }

    /// The lower edge of a row in Hz; that of [#ROWS] is the upper edge of the last.
    public static double hertz(double row) {
        return LOWEST_HZ * Math.pow(RATIO, row / ROWS);
    }

    /// The row that a frequency lies in, counted from 0; its whole part is the row's index.
    public static double row(double hertz) {
        return ROWS * Math.log(hertz / LOWEST_HZ) / Math.log(RATIO);
    }

    /// Looks at [#size()] frames.
    ///
    /// @param left at least so many
    /// @param right likewise; the same as `left` for one channel
    /// @param db [#ROWS] levels, set by this
    public void transform(float[] left, float[] right, float[] db) {
        for (int i = 0; i < size; i++) {
            work[2 * i] = left[i] * window[i];
            work[2 * i + 1] = right[i] * window[i];
        }
        fft.complexForward(work);
        int half = size / 2;
        for (int line = 1; line < half; line++) {
            power[line] = scale * (square(line) + square(size - line)) + NOTHING;
        }
        power[0] = NOTHING;
        power[half] = NOTHING;
        double from = hertz(0) / hertzPerLine;
        for (int row = 0; row < ROWS; row++) {
            double to = hertz(row + 1) / hertzPerLine;
            db[row] = (float) (10 * Math.log10(Math.E) * strongest(from, to));
            from = to;
        }
    }

    private double square(int line) {
        double re = work[2 * line];
        double im = work[2 * line + 1];
        return re * re + im * im;
    }

    /// The natural logarithm of the power of the strongest tone between two places.
    ///
    /// @param from in lines of the transform
    private double strongest(double from, double to) {
        int last = size / 2 - 1;
        int first = (int) Math.round(from);
        if (first > last) {
            return Math.log(NOTHING);
        }
        int line = Math.clamp(first, 1, last);
        for (int i = line + 1; i <= Math.min(last, (int) Math.round(to)); i++) {
            if (power[i] > power[line]) {
                line = i;
            }
        }
        double below = Math.log(power[line - 1]);
        double here = Math.log(power[line]);
        double above = Math.log(power[line + 1]);
        double slope = 0.5 * (above - below);
        double bend = above - 2 * here + below;
        double top = bend < 0 ? -slope / bend : 0;
        double at = Math.clamp(Math.clamp(line + top, from, to), line - 1.0, line + 1.0) - line;
        return here + slope * at + 0.5 * bend * at * at;
    }
}
