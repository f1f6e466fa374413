package studio.headroom.dsp.filter;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// A second-order section that may be re-tuned while it runs.
///
/// Any stable biquad is also a state variable filter with trapezoidal integrators (A. Simper, "Linear Trapezoidal
/// Integrated SVF", 2013), y = m0·x + m1·v1 + m2·v2. With A and H taken at z = 1 and z = -1 and D = 4 / A(-1):
///
///     g² = A(1) / A(-1), k = (1 - a2)·D / 2g, m0 = H(-1), m2 = H(1) - H(-1)
///
/// In that form the coefficients may move at each frame: the memory holds what the integrators hold, not a mixture
/// that depends on the coefficients, and it stays bounded however they move. Flat is m = (1, 0, 0).
///
/// The coefficients move in a straight line through each sub-block, and from goal to goal in as many sub-blocks as the
/// caller wants. A section that changes its [Placement] goes by way of flat.
@RealTime
final class Section {
    private static final double FLUSH = 1e-15;
    private static final double FRAME = 1.0 / Timeline.SUB_BLOCK;

    private static final int G = 0;
    private static final int K = 1;
    private static final int M0 = 2;
    private static final int M1 = 3;
    private static final int M2 = 4;
    private static final int SIZE = 5;

    /// Coefficients at the start and at the end of the present sub-block, and where they go.
    private final double[] from = new double[SIZE];

    private final double[] to = new double[SIZE];
    private final double[] goal = new double[SIZE];

    /// The integrators: two of each channel; the first channel's serve a filter of mid or side.
    private final double[] memory = new double[4];

    private Placement placement = Placement.STEREO;
    private Placement goalPlacement = Placement.STEREO;
    private int remaining;
    private int glide;
    private boolean moving;

    /// Whether the memory follows the signal.
    private boolean warm;

    Section() {
        clear();
    }

    /// Flat at once, and forgets everything.
    void clear() {
        setFlat(from);
        setFlat(to);
        setFlat(goal);
        from[G] = to[G] = goal[G] = 1.0;
        from[K] = to[K] = goal[K] = 1.0;
        placement = goalPlacement = Placement.STEREO;
        remaining = 0;
        moving = false;
        warm = false;
        clearMemory();
    }

    /// Goes to the filter `b0 b1 b2 a1 a2` in `subBlocks`, or at once for 0.
    void aim(double[] c, Placement place, int subBlocks) {
        double nyquist = 1.0 - c[3] + c[4];
        double d = 4.0 / nyquist;
        double g = Math.sqrt((1.0 + c[3] + c[4]) / nyquist);
        double m0 = (c[0] - c[1] + c[2]) / nyquist;
        goal[G] = g;
        goal[K] = (1.0 - c[4]) * d / (2.0 * g);
        goal[M0] = m0;
        goal[M1] = (c[0] - c[2] - m0 * (1.0 - c[4])) * d / (2.0 * g);
        goal[M2] = (c[0] + c[1] + c[2]) / (1.0 + c[3] + c[4]) - m0;
        goalPlacement = place;
        start(subBlocks);
    }

    /// Goes to flat in `subBlocks`, or at once for 0.
    void aimFlat(int subBlocks) {
        setFlat(goal);
        goalPlacement = placement;
        start(subBlocks);
    }

    private void start(int subBlocks) {
        if (subBlocks == 0) {
            placement = goalPlacement;
            System.arraycopy(goal, 0, from, 0, SIZE);
            System.arraycopy(goal, 0, to, 0, SIZE);
            remaining = 0;
            moving = false;
            warm = !isFlat(to);
            return;
        }
        glide = remaining > 0 ? Math.max(glide, subBlocks) : subBlocks;
        remaining = Math.max(remaining, subBlocks);
    }

    /// Takes up the coefficients of the next sub-block.
    void advance() {
        System.arraycopy(to, 0, from, 0, SIZE);
        moving = remaining > 0;
        if (!moving) {
            return;
        }
        if (isFlat(from) && !warm) {
            // Nobody hears the poles of a flat section, so they need not travel. It runs unheard for a sub-block, until
            // an empty memory makes no difference.
            from[G] = to[G] = goal[G];
            from[K] = to[K] = goal[K];
            placement = goalPlacement;
            clearMemory();
            warm = !isFlat(goal);
            moving = warm;
            remaining = warm ? remaining : 0;
            return;
        }
        boolean detour = placement != goalPlacement;
        for (int i = 0; i < SIZE; i++) {
            double end = !detour ? goal[i] : i == M0 ? 1.0 : i < M0 ? from[i] : 0.0;
            to[i] = remaining == 1 ? end : from[i] + (end - from[i]) / remaining;
        }
        remaining = remaining == 1 && detour ? glide : remaining - 1;
        warm = !isFlat(to);
    }

    /// Whether the coefficients change within the present sub-block.
    boolean isMoving() {
        return moving;
    }

    /// Whether another sub-block will differ from this one.
    boolean isBound() {
        return remaining > 0 || moving;
    }

    /// Whether the section does nothing in the present sub-block.
    boolean isFlat() {
        return isFlat(from) && isFlat(to) && !warm;
    }

    Placement placement() {
        return placement;
    }

    /// Filters one channel's part of a sub-block of which `done` frames are past.
    void process(double[] x, int frames, int done, int channel) {
        if (moving) {
            processMoving(x, frames, done, channel);
            return;
        }
        double g = to[G];
        double m0 = to[M0];
        double m1 = to[M1];
        double m2 = to[M2];
        double a = 1.0 / (1.0 + g * (g + to[K]));
        double s1 = memory[2 * channel];
        double s2 = memory[2 * channel + 1];
        for (int i = 0; i < frames; i++) {
            double v1 = a * (s1 + g * (x[i] - s2));
            double v2 = s2 + g * v1;
            s1 = v1 + v1 - s1;
            s2 = v2 + v2 - s2;
            x[i] = m0 * x[i] + m1 * v1 + m2 * v2;
        }
        memory[2 * channel] = s1;
        memory[2 * channel + 1] = s2;
    }

    private void processMoving(double[] x, int frames, int done, int channel) {
        double g0 = from[G];
        double gd = to[G] - g0;
        double k0 = from[K];
        double kd = to[K] - k0;
        double p0 = from[M0];
        double p1 = from[M1];
        double p2 = from[M2];
        double d0 = to[M0] - p0;
        double d1 = to[M1] - p1;
        double d2 = to[M2] - p2;
        double s1 = memory[2 * channel];
        double s2 = memory[2 * channel + 1];
        for (int i = 0; i < frames; i++) {
            double way = (done + i + 1) * FRAME;
            double g = g0 + way * gd;
            double v1 = (s1 + g * (x[i] - s2)) / (1.0 + g * (g + k0 + way * kd));
            double v2 = s2 + g * v1;
            s1 = v1 + v1 - s1;
            s2 = v2 + v2 - s2;
            x[i] = (p0 + way * d0) * x[i] + (p1 + way * d1) * v1 + (p2 + way * d2) * v2;
        }
        memory[2 * channel] = s1;
        memory[2 * channel + 1] = s2;
    }

    /// Clears what is spoilt or too small to matter; at the end of each sub-block.
    void flush() {
        for (int i = 0; i < memory.length; i++) {
            double s = Math.abs(memory[i]);
            // A NaN is not below infinity.
            if (!(s >= FLUSH && s < Double.POSITIVE_INFINITY)) {
                memory[i] = 0.0;
            }
        }
    }

    /// Writes `b0 b1 b2 a1 a2` of a section at rest.
    void biquad(double[] c) {
        double g = to[G];
        double g2 = g * g;
        double d = 1.0 + g * to[K] + g2;
        c[3] = 2.0 * (g2 - 1.0) / d;
        c[4] = (1.0 - g * to[K] + g2) / d;
        double low = to[M2] * g2 / d;
        double band = to[M1] * g / d;
        c[0] = to[M0] + band + low;
        c[1] = to[M0] * c[3] + 2.0 * low;
        c[2] = to[M0] * c[4] - band + low;
    }

    /// Writes the memory as that of a transposed direct form II with the feedback coefficient `a1`: what either would
    /// put out from now on without input is the same.
    void writeDirectForm(int channel, double a1, double[] state, int at) {
        double g = to[G];
        double a = 1.0 / (1.0 + g * (g + to[K]));
        double s1 = memory[2 * channel];
        double s2 = memory[2 * channel + 1];
        double v1 = a * (s1 - g * s2);
        double v2 = s2 + g * v1;
        double first = to[M1] * v1 + to[M2] * v2;
        s1 = v1 + v1 - s1;
        s2 = v2 + v2 - s2;
        v1 = a * (s1 - g * s2);
        v2 = s2 + g * v1;
        double second = to[M1] * v1 + to[M2] * v2;
        state[at] = first;
        state[at + 1] = second + a1 * first;
    }

    /// The inverse of [#writeDirectForm]. A memory that cannot be heard, because a zero cancels a pole, becomes empty.
    void readDirectForm(int channel, double a1, double state1, double state2) {
        double g = to[G];
        double a = 1.0 / (1.0 + g * (g + to[K]));
        double first = state1;
        double second = state2 - a1 * state1;
        // The output without input, of the first frame and the second, as a matrix of the two integrators.
        double r11 = a * (to[M1] + g * to[M2]);
        double r12 = to[M2] - a * g * (to[M1] + g * to[M2]);
        double r21 = r11 * (2.0 * a - 1.0) + r12 * 2.0 * g * a;
        double r22 = -r11 * 2.0 * a * g + r12 * (1.0 - 2.0 * g * g * a);
        double determinant = r11 * r22 - r12 * r21;
        double size = (Math.abs(r11) + Math.abs(r12)) * (Math.abs(r21) + Math.abs(r22));
        boolean heard = Math.abs(determinant) > 1e-13 * size;
        memory[2 * channel] = heard ? (first * r22 - second * r12) / determinant : 0.0;
        memory[2 * channel + 1] = heard ? (second * r11 - first * r21) / determinant : 0.0;
    }

    private void clearMemory() {
        for (int i = 0; i < memory.length; i++) {
            memory[i] = 0.0;
        }
    }

    private static boolean isFlat(double[] c) {
        return c[M0] == 1.0 && c[M1] == 0.0 && c[M2] == 0.0;
    }

    private static void setFlat(double[] c) {
        c[M0] = 1.0;
        c[M1] = 0.0;
        c[M2] = 0.0;
    }
}
