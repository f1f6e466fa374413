package studio.headroom.dsp.filter;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// A bell or shelf whose gain may be another at each frame, for one or two channels.
///
/// A state variable filter with trapezoidal integrators (A. Simper, "Linear Trapezoidal Integrated SVF", 2013), whose
/// poles stay where they are. With G the gain, the numerators over s² + k·s + 1 are
///
///     bell s² + G·k·s + 1, low shelf s² + √G·k·s + G, high shelf G·s² + √G·k·s + 1
///
/// so the output is the input plus (G - 1) times one mixture of the filter's outputs and (√G - 1) times its
/// band-pass: no coefficient depends on the gain. At gain 1 the output is the input, to the bit. Frequency, width
/// and shape move in a straight line through a sub-block.
@RealTime
public final class DynamicSection {
    /// What the gain acts on.
    public enum Shape {
        BELL,
        LOW_SHELF,
        HIGH_SHELF
    }

    private static final double FLUSH = 1e-15;
    private static final int G = 0;
    private static final int K = 1;
    /// Of (G - 1): the input, the band-pass and the low-pass.
    private static final int X = 2;

    private static final int V1 = 3;
    private static final int V2 = 4;
    /// Of (√G - 1): the band-pass.
    private static final int ROOT = 5;

    private static final int SIZE = 6;

    private final double[] from = new double[SIZE];
    private final double[] to = new double[SIZE];
    private final double[] memory = new double[4];
    private boolean moving;
    private boolean fresh = true;

    /// |H|² at `hz` with a steady gain.
    public static double power(Shape shape, double hertz, double q, double gain, double sampleRate, double hz) {
        double w = Math.tan(0.5 * MatchedBiquad.angular(hz, sampleRate))
                / Math.tan(0.5 * MatchedBiquad.angular(hertz, sampleRate));
        double w2 = w * w;
        double k2 = 1.0 / (q * q);
        double real = shape == Shape.BELL ? 1.0 - w2 : shape == Shape.LOW_SHELF ? gain - w2 : 1.0 - gain * w2;
        double band = shape == Shape.BELL ? gain * gain : gain;
        return (real * real + band * k2 * w2) / ((1.0 - w2) * (1.0 - w2) + k2 * w2);
    }

    /// Forgets everything; the next [#aim] is reached at once.
    public void clear() {
        forget();
        fresh = true;
    }

    /// Forgets the sound, while its gain is 1.
    public void forget() {
        Arrays.fill(memory, 0);
    }

    /// Sets where the coming sub-block goes; to be called at the beginning of each.
    ///
    /// @param hertz moved below Nyquist where it is not
    /// @param q of the poles
    public void aim(Shape shape, double hertz, double q, double sampleRate) {
        System.arraycopy(to, 0, from, 0, SIZE);
        double k = 1.0 / q;
        to[G] = Math.tan(0.5 * MatchedBiquad.angular(hertz, sampleRate));
        to[K] = k;
        to[X] = shape == Shape.HIGH_SHELF ? 1 : 0;
        to[V1] = shape == Shape.BELL ? k : shape == Shape.HIGH_SHELF ? -k : 0;
        to[V2] = shape == Shape.HIGH_SHELF ? -1 : shape == Shape.LOW_SHELF ? 1 : 0;
        to[ROOT] = shape == Shape.BELL ? 0 : k;
        if (fresh) {
            System.arraycopy(to, 0, from, 0, SIZE);
            fresh = false;
        }
        moving = !Arrays.equals(from, to);
    }

    /// As [#aim] where nothing has changed.
    public void rest() {
        if (moving) {
            System.arraycopy(to, 0, from, 0, SIZE);
            moving = false;
        }
    }

    /// Filters a part of a sub-block in place.
    ///
    /// @param channel whose memory is used, 0 or 1
    /// @param root the square root of the gain at each frame, from its beginning on
    /// @param done frames of the sub-block that are past
    public void process(int channel, float[] x, int offset, float[] root, int n, int done) {
        if (moving) {
            processMoving(channel, x, offset, root, n, done);
            return;
        }
        double g = to[G];
        double a = 1.0 / (1.0 + g * (g + to[K]));
        double mx = to[X];
        double m1 = to[V1];
        double m2 = to[V2];
        double mr = to[ROOT];
        double s1 = memory[2 * channel];
        double s2 = memory[2 * channel + 1];
        for (int i = 0; i < n; i++) {
            double v0 = x[offset + i];
            double v1 = a * (s1 + g * (v0 - s2));
            double v2 = s2 + g * v1;
            s1 = v1 + v1 - s1;
            s2 = v2 + v2 - s2;
            double r = root[i];
            x[offset + i] = (float) (v0 + (r * r - 1.0) * (mx * v0 + m1 * v1 + m2 * v2) + (r - 1.0) * (mr * v1));
        }
        memory[2 * channel] = s1;
        memory[2 * channel + 1] = s2;
    }

    /// Lets the memory follow a signal that is to be left as it is.
    public void follow(int channel, float[] x, int offset, int n) {
        double g = to[G];
        double a = 1.0 / (1.0 + g * (g + to[K]));
        double s1 = memory[2 * channel];
        double s2 = memory[2 * channel + 1];
        for (int i = 0; i < n; i++) {
            double v1 = a * (s1 + g * (x[offset + i] - s2));
            double v2 = s2 + g * v1;
            s1 = v1 + v1 - s1;
            s2 = v2 + v2 - s2;
        }
        memory[2 * channel] = s1;
        memory[2 * channel + 1] = s2;
    }

    private void processMoving(int channel, float[] x, int offset, float[] root, int n, int done) {
        double s1 = memory[2 * channel];
        double s2 = memory[2 * channel + 1];
        for (int i = 0; i < n; i++) {
            double way = (double) (done + i + 1) / Timeline.SUB_BLOCK;
            double g = at(G, way);
            double v0 = x[offset + i];
            double v1 = (s1 + g * (v0 - s2)) / (1.0 + g * (g + at(K, way)));
            double v2 = s2 + g * v1;
            s1 = v1 + v1 - s1;
            s2 = v2 + v2 - s2;
            double r = root[i];
            double full = at(X, way) * v0 + at(V1, way) * v1 + at(V2, way) * v2;
            x[offset + i] = (float) (v0 + (r * r - 1.0) * full + (r - 1.0) * (at(ROOT, way) * v1));
        }
        memory[2 * channel] = s1;
        memory[2 * channel + 1] = s2;
    }

    private double at(int coefficient, double way) {
        return from[coefficient] + way * (to[coefficient] - from[coefficient]);
    }

    /// Clears what is spoilt or too small to matter; at the end of each sub-block.
    public void flush() {
        for (int i = 0; i < memory.length; i++) {
            double size = Math.abs(memory[i]);
            // A NaN is not below infinity.
            if (!(size >= FLUSH && size < Double.POSITIVE_INFINITY)) {
                memory[i] = 0;
            }
        }
    }
}
