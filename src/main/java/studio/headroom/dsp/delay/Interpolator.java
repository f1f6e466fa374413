package studio.headroom.dsp.delay;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Reads a [BlockDelay] between its samples while the delay glides: a sinc seven frames wide under a Kaiser
/// window (β = 5), scaled so that its gain nowhere exceeds 1, which keeps feedback loops stable.
///
/// Up to 0.257 of the sample rate the gain is within 0.1 dB of 1 for every fraction, 0.03 dB on average, so
/// that even a loop that decays for many seconds keeps its decay time; at whole delays the reading is exact.
/// Within a sub-block the weights go in a straight line from one delay's to the other's, which holds for glides
/// of up to half a frame per sub-block.
///
/// T. I. Laakso et al., "Splitting the Unit Delay", IEEE Signal Processing Magazine 13 (1996).
public final class Interpolator {
    /// Frames by which the window reaches back behind the delay and forward in front of it.
    public static final int REACH = 4;

    /// The steepest glide, in frames per sub-block, at which [#read] keeps its quality.
    public static final double STEEPEST = 0.5;

    private static final int POINTS = 8;
    private static final double HALF_WIDTH = 3.5;
    private static final int PHASES = 512;
    private static final double BETA = 5.0;

    /// Rows of weights for fractions from -0.5 to 1.5.
    private static final float[] TABLE = table();

    private final float[] weights = new float[POINTS];
    private final float[] slopes = new float[POINTS];
    private final int[] place = new int[POINTS];
    private final double[] steady = new double[Timeline.SUB_BLOCK];
    private final double[] change = new double[Timeline.SUB_BLOCK];
    private int whole;
    private boolean exact;

    /// Sets the glide of the coming sub-block.
    ///
    /// @param from delay in frames at its start, at least `SUB_BLOCK + REACH` when what is read feeds what is
    /// written
    /// @param to delay in frames at its end
    @RealTime
    public void glide(double from, double to) {
        whole = (int) (0.5 * (from + to));
        exact = from == to && whole == from;
        if (exact) {
            return;
        }
        weigh(from - whole, weights);
        weigh(to - whole, slopes);
        for (int k = 0; k < POINTS; k++) {
            slopes[k] = (slopes[k] - weights[k]) / Timeline.SUB_BLOCK;
        }
    }

    /// Reads one run.
    ///
    /// @param phase frames of the present sub-block that are done
    @RealTime
    public void read(BlockDelay line, int phase, float[] dest, int frames) {
        float[] x = line.data();
        if (exact) {
            System.arraycopy(x, line.start(whole), dest, 0, frames);
            return;
        }
        int start = line.start(whole + REACH);
        for (int k = 0; k < POINTS; k++) {
            place[k] = start + k;
        }
        setFour(steady, x, 0, weights, frames);
        addFour(steady, x, 4, weights, frames);
        setFour(change, x, 0, slopes, frames);
        addFour(change, x, 4, slopes, frames);
        float[] ramp = Ramp.FRAMES;
        for (int t = 0; t < frames; t++) {
            dest[t] = (float) (steady[t] + change[t] * ramp[phase + t]);
        }
    }

    // Four points at a time, from places the compiler does not know to be neighbors, into an array of another type than
    // it
    // reads, so that the two cannot overlap: that it vectorizes.

    @RealTime
    private void setFour(double[] dest, float[] x, int k, float[] weight, int frames) {
        int a = place[k];
        int b = place[k + 1];
        int c = place[k + 2];
        int d = place[k + 3];
        float wa = weight[k];
        float wb = weight[k + 1];
        float wc = weight[k + 2];
        float wd = weight[k + 3];
        for (int t = 0; t < frames; t++) {
            dest[t] = wa * x[a + t] + wb * x[b + t] + wc * x[c + t] + wd * x[d + t];
        }
    }

    @RealTime
    private void addFour(double[] dest, float[] x, int k, float[] weight, int frames) {
        int a = place[k];
        int b = place[k + 1];
        int c = place[k + 2];
        int d = place[k + 3];
        float wa = weight[k];
        float wb = weight[k + 1];
        float wc = weight[k + 2];
        float wd = weight[k + 3];
        for (int t = 0; t < frames; t++) {
            dest[t] += wa * x[a + t] + wb * x[b + t] + wc * x[c + t] + wd * x[d + t];
        }
    }

    /// The weights for a delay `fraction` frames beyond the whole one, oldest frame first.
    @RealTime
    private static void weigh(double fraction, float[] dest) {
        double at = Math.clamp((fraction + 0.5) * PHASES, 0, 2.0 * PHASES);
        int row = Math.min(2 * PHASES - 1, (int) at);
        float between = (float) (at - row);
        for (int k = 0; k < POINTS; k++) {
            float low = TABLE[row * POINTS + k];
            dest[k] = low + between * (TABLE[(row + 1) * POINTS + k] - low);
        }
    }

    private static float[] table() {
        float[] table = new float[(2 * PHASES + 1) * POINTS];
        double[] h = new double[POINTS];
        for (int row = 0; row <= 2 * PHASES; row++) {
            double center = REACH + 0.5 - (double) row / PHASES;
            double sum = 0;
            for (int k = 0; k < POINTS; k++) {
                double x = k - center;
                double inside = 1 - (x / HALF_WIDTH) * (x / HALF_WIDTH);
                double window = inside <= 0 ? 0 : bessel(BETA * Math.sqrt(inside)) / bessel(BETA);
                h[k] = (x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)) * window;
                sum += h[k];
            }
            double peak = peakGain(h) / sum;
            boolean whole = row == PHASES / 2 || row == PHASES / 2 + PHASES;
            for (int k = 0; k < POINTS; k++) {
                double exact = Math.abs(k - center) < 0.5 ? 1 : 0;
                table[row * POINTS + k] = (float) (whole ? exact : h[k] / (sum * Math.max(1, peak)));
            }
        }
        return table;
    }

    private static double peakGain(double[] h) {
        double peak = 0;
        for (int i = 0; i <= 64; i++) {
            double re = 0;
            double im = 0;
            for (int k = 0; k < POINTS; k++) {
                re += h[k] * Math.cos(Math.PI * i / 64 * k);
                im += h[k] * Math.sin(Math.PI * i / 64 * k);
            }
            peak = Math.max(peak, Math.hypot(re, im));
        }
        return peak;
    }

    /// The modified Bessel function of the first kind and order 0.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-18 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
