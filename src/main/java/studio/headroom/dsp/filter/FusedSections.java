package studio.headroom.dsp.filter;

import studio.headroom.concurrent.RealTime;

/// One to four second-order sections in a row, in one loop over one or two channels.
///
/// Each section has its first coefficient taken out (the caller multiplies by all of them at the end), which leaves
/// four products a section:
///
///     y = x + s1, s1' = p·x - a1·s1 + s2, s2' = q·x - a2·s1 with p = b1/b0 - a1, q = b2/b0 - a2
///
/// As y is one addition away from x, the sections and channels of a frame overlap in the processor; four sections of
/// two channels run at the rate its multipliers allow. Local variables, not arrays, keep the state in registers.
///
/// Coefficients lie as `a1 a2 p q` and state as `s1 s2` one section after the other, from section `at`.
@RealTime
final class FusedSections {
    /// The most sections in one loop.
    static final int MOST = 4;

    private FusedSections() {}

    static void mono(int sections, double[] x, int n, double[] c, double[] s, int at) {
        switch (sections) {
            case 1 -> mono1(x, n, c, s, at);
            case 2 -> mono2(x, n, c, s, at);
            case 3 -> mono3(x, n, c, s, at);
            default -> mono4(x, n, c, s, at);
        }
    }

    static void stereo(int sections, double[] l, double[] r, int n, double[] c, double[] left, double[] right, int at) {
        switch (sections) {
            case 1 -> stereo1(l, r, n, c, left, right, at);
            case 2 -> stereo2(l, r, n, c, left, right, at);
            case 3 -> stereo3(l, r, n, c, left, right, at);
            default -> stereo4(l, r, n, c, left, right, at);
        }
    }

    private static void mono1(double[] in, int n, double[] c, double[] state, int at) {
        double a1 = c[4 * at];
        double a2 = c[4 * at + 1];
        double ap = c[4 * at + 2];
        double aq = c[4 * at + 3];
        double s1 = state[2 * at];
        double s2 = state[2 * at + 1];
        for (int i = 0; i < n; i++) {
            double x = in[i];
            double s = s1;
            s1 = ap * x + s2 - a1 * s;
            s2 = aq * x - a2 * s;
            in[i] = x + s;
        }
        state[2 * at] = s1;
        state[2 * at + 1] = s2;
    }

    private static void mono2(double[] in, int n, double[] c, double[] state, int at) {
        double a1 = c[4 * at];
        double a2 = c[4 * at + 1];
        double ap = c[4 * at + 2];
        double aq = c[4 * at + 3];
        double b1 = c[4 * at + 4];
        double b2 = c[4 * at + 5];
        double bp = c[4 * at + 6];
        double bq = c[4 * at + 7];
        double s1 = state[2 * at];
        double s2 = state[2 * at + 1];
        double s3 = state[2 * at + 2];
        double s4 = state[2 * at + 3];
        for (int i = 0; i < n; i++) {
            double x = in[i];
            double s = s1;
            s1 = ap * x + s2 - a1 * s;
            s2 = aq * x - a2 * s;
            x += s;
            s = s3;
            s3 = bp * x + s4 - b1 * s;
            s4 = bq * x - b2 * s;
            in[i] = x + s;
        }
        state[2 * at] = s1;
        state[2 * at + 1] = s2;
        state[2 * at + 2] = s3;
        state[2 * at + 3] = s4;
    }

    private static void mono3(double[] in, int n, double[] c, double[] state, int at) {
        double a1 = c[4 * at];
        double a2 = c[4 * at + 1];
        double ap = c[4 * at + 2];
        double aq = c[4 * at + 3];
        double b1 = c[4 * at + 4];
        double b2 = c[4 * at + 5];
        double bp = c[4 * at + 6];
        double bq = c[4 * at + 7];
        double c1 = c[4 * at + 8];
        double c2 = c[4 * at + 9];
        double cp = c[4 * at + 10];
        double cq = c[4 * at + 11];
        double s1 = state[2 * at];
        double s2 = state[2 * at + 1];
        double s3 = state[2 * at + 2];
        double s4 = state[2 * at + 3];
        double s5 = state[2 * at + 4];
        double s6 = state[2 * at + 5];
        for (int i = 0; i < n; i++) {
            double x = in[i];
            double s = s1;
            s1 = ap * x + s2 - a1 * s;
            s2 = aq * x - a2 * s;
            x += s;
            s = s3;
            s3 = bp * x + s4 - b1 * s;
            s4 = bq * x - b2 * s;
            x += s;
            s = s5;
            s5 = cp * x + s6 - c1 * s;
            s6 = cq * x - c2 * s;
            in[i] = x + s;
        }
        state[2 * at] = s1;
        state[2 * at + 1] = s2;
        state[2 * at + 2] = s3;
        state[2 * at + 3] = s4;
        state[2 * at + 4] = s5;
        state[2 * at + 5] = s6;
    }

    private static void mono4(double[] in, int n, double[] c, double[] state, int at) {
        double a1 = c[4 * at];
        double a2 = c[4 * at + 1];
        double ap = c[4 * at + 2];
        double aq = c[4 * at + 3];
        double b1 = c[4 * at + 4];
        double b2 = c[4 * at + 5];
        double bp = c[4 * at + 6];
        double bq = c[4 * at + 7];
        double c1 = c[4 * at + 8];
        double c2 = c[4 * at + 9];
        double cp = c[4 * at + 10];
        double cq = c[4 * at + 11];
        double d1 = c[4 * at + 12];
        double d2 = c[4 * at + 13];
        double dp = c[4 * at + 14];
        double dq = c[4 * at + 15];
        double s1 = state[2 * at];
        double s2 = state[2 * at + 1];
        double s3 = state[2 * at + 2];
        double s4 = state[2 * at + 3];
        double s5 = state[2 * at + 4];
        double s6 = state[2 * at + 5];
        double s7 = state[2 * at + 6];
        double s8 = state[2 * at + 7];
        for (int i = 0; i < n; i++) {
            double x = in[i];
            double s = s1;
            s1 = ap * x + s2 - a1 * s;
            s2 = aq * x - a2 * s;
            x += s;
            s = s3;
            s3 = bp * x + s4 - b1 * s;
            s4 = bq * x - b2 * s;
            x += s;
            s = s5;
            s5 = cp * x + s6 - c1 * s;
            s6 = cq * x - c2 * s;
            x += s;
            s = s7;
            s7 = dp * x + s8 - d1 * s;
            s8 = dq * x - d2 * s;
            in[i] = x + s;
        }
        state[2 * at] = s1;
        state[2 * at + 1] = s2;
        state[2 * at + 2] = s3;
        state[2 * at + 3] = s4;
        state[2 * at + 4] = s5;
        state[2 * at + 5] = s6;
        state[2 * at + 6] = s7;
        state[2 * at + 7] = s8;
    }

    private static void stereo1(
            double[] left, double[] right, int n, double[] c, double[] stateL, double[] stateR, int at) {
        double a1 = c[4 * at];
        double a2 = c[4 * at + 1];
        double ap = c[4 * at + 2];
        double aq = c[4 * at + 3];
        double l1 = stateL[2 * at];
        double l2 = stateL[2 * at + 1];
        double r1 = stateR[2 * at];
        double r2 = stateR[2 * at + 1];
        for (int i = 0; i < n; i++) {
            double x = left[i];
            double s = l1;
            l1 = ap * x + l2 - a1 * s;
            l2 = aq * x - a2 * s;
            left[i] = x + s;
            x = right[i];
            s = r1;
            r1 = ap * x + r2 - a1 * s;
            r2 = aq * x - a2 * s;
            right[i] = x + s;
        }
        stateL[2 * at] = l1;
        stateL[2 * at + 1] = l2;
        stateR[2 * at] = r1;
        stateR[2 * at + 1] = r2;
    }

    private static void stereo2(
            double[] left, double[] right, int n, double[] c, double[] stateL, double[] stateR, int at) {
        double a1 = c[4 * at];
        double a2 = c[4 * at + 1];
        double ap = c[4 * at + 2];
        double aq = c[4 * at + 3];
        double b1 = c[4 * at + 4];
        double b2 = c[4 * at + 5];
        double bp = c[4 * at + 6];
        double bq = c[4 * at + 7];
        double l1 = stateL[2 * at];
        double l2 = stateL[2 * at + 1];
        double l3 = stateL[2 * at + 2];
        double l4 = stateL[2 * at + 3];
        double r1 = stateR[2 * at];
        double r2 = stateR[2 * at + 1];
        double r3 = stateR[2 * at + 2];
        double r4 = stateR[2 * at + 3];
        for (int i = 0; i < n; i++) {
            double x = left[i];
            double s = l1;
            l1 = ap * x + l2 - a1 * s;
            l2 = aq * x - a2 * s;
            x += s;
            s = l3;
            l3 = bp * x + l4 - b1 * s;
            l4 = bq * x - b2 * s;
            left[i] = x + s;
            x = right[i];
            s = r1;
            r1 = ap * x + r2 - a1 * s;
            r2 = aq * x - a2 * s;
            x += s;
            s = r3;
            r3 = bp * x + r4 - b1 * s;
            r4 = bq * x - b2 * s;
            right[i] = x + s;
        }
        stateL[2 * at] = l1;
        stateL[2 * at + 1] = l2;
        stateL[2 * at + 2] = l3;
        stateL[2 * at + 3] = l4;
        stateR[2 * at] = r1;
        stateR[2 * at + 1] = r2;
        stateR[2 * at + 2] = r3;
        stateR[2 * at + 3] = r4;
    }

    private static void stereo3(
            double[] left, double[] right, int n, double[] c, double[] stateL, double[] stateR, int at) {
        double a1 = c[4 * at];
        double a2 = c[4 * at + 1];
        double ap = c[4 * at + 2];
        double aq = c[4 * at + 3];
        double b1 = c[4 * at + 4];
        double b2 = c[4 * at + 5];
        double bp = c[4 * at + 6];
        double bq = c[4 * at + 7];
        double c1 = c[4 * at + 8];
        double c2 = c[4 * at + 9];
        double cp = c[4 * at + 10];
        double cq = c[4 * at + 11];
        double l1 = stateL[2 * at];
        double l2 = stateL[2 * at + 1];
        double l3 = stateL[2 * at + 2];
        double l4 = stateL[2 * at + 3];
        double l5 = stateL[2 * at + 4];
        double l6 = stateL[2 * at + 5];
        double r1 = stateR[2 * at];
        double r2 = stateR[2 * at + 1];
        double r3 = stateR[2 * at + 2];
        double r4 = stateR[2 * at + 3];
        double r5 = stateR[2 * at + 4];
        double r6 = stateR[2 * at + 5];
        for (int i = 0; i < n; i++) {
            double x = left[i];
            double s = l1;
            l1 = ap * x + l2 - a1 * s;
            l2 = aq * x - a2 * s;
            x += s;
            s = l3;
            l3 = bp * x + l4 - b1 * s;
            l4 = bq * x - b2 * s;
            x += s;
            s = l5;
            l5 = cp * x + l6 - c1 * s;
            l6 = cq * x - c2 * s;
            left[i] = x + s;
            x = right[i];
            s = r1;
            r1 = ap * x + r2 - a1 * s;
            r2 = aq * x - a2 * s;
            x += s;
            s = r3;
            r3 = bp * x + r4 - b1 * s;
            r4 = bq * x - b2 * s;
            x += s;
            s = r5;
            r5 = cp * x + r6 - c1 * s;
            r6 = cq * x - c2 * s;
            right[i] = x + s;
        }
        stateL[2 * at] = l1;
        stateL[2 * at + 1] = l2;
        stateL[2 * at + 2] = l3;
        stateL[2 * at + 3] = l4;
        stateL[2 * at + 4] = l5;
        stateL[2 * at + 5] = l6;
        stateR[2 * at] = r1;
        stateR[2 * at + 1] = r2;
        stateR[2 * at + 2] = r3;
        stateR[2 * at + 3] = r4;
        stateR[2 * at + 4] = r5;
        stateR[2 * at + 5] = r6;
    }

    private static void stereo4(
            double[] left, double[] right, int n, double[] c, double[] stateL, double[] stateR, int at) {
        double a1 = c[4 * at];
        double a2 = c[4 * at + 1];
        double ap = c[4 * at + 2];
        double aq = c[4 * at + 3];
        double b1 = c[4 * at + 4];
        double b2 = c[4 * at + 5];
        double bp = c[4 * at + 6];
        double bq = c[4 * at + 7];
        double c1 = c[4 * at + 8];
        double c2 = c[4 * at + 9];
        double cp = c[4 * at + 10];
        double cq = c[4 * at + 11];
        double d1 = c[4 * at + 12];
        double d2 = c[4 * at + 13];
        double dp = c[4 * at + 14];
        double dq = c[4 * at + 15];
        double l1 = stateL[2 * at];
        double l2 = stateL[2 * at + 1];
        double l3 = stateL[2 * at + 2];
        double l4 = stateL[2 * at + 3];
        double l5 = stateL[2 * at + 4];
        double l6 = stateL[2 * at + 5];
        double l7 = stateL[2 * at + 6];
        double l8 = stateL[2 * at + 7];
        double r1 = stateR[2 * at];
        double r2 = stateR[2 * at + 1];
        double r3 = stateR[2 * at + 2];
        double r4 = stateR[2 * at + 3];
        double r5 = stateR[2 * at + 4];
        double r6 = stateR[2 * at + 5];
        double r7 = stateR[2 * at + 6];
        double r8 = stateR[2 * at + 7];
        for (int i = 0; i < n; i++) {
            double x = left[i];
            double s = l1;
            l1 = ap * x + l2 - a1 * s;
            l2 = aq * x - a2 * s;
            x += s;
            s = l3;
            l3 = bp * x + l4 - b1 * s;
            l4 = bq * x - b2 * s;
            x += s;
            s = l5;
            l5 = cp * x + l6 - c1 * s;
            l6 = cq * x - c2 * s;
            x += s;
            s = l7;
            l7 = dp * x + l8 - d1 * s;
            l8 = dq * x - d2 * s;
            left[i] = x + s;
            x = right[i];
            s = r1;
            r1 = ap * x + r2 - a1 * s;
            r2 = aq * x - a2 * s;
            x += s;
            s = r3;
            r3 = bp * x + r4 - b1 * s;
            r4 = bq * x - b2 * s;
            x += s;
            s = r5;
            r5 = cp * x + r6 - c1 * s;
            r6 = cq * x - c2 * s;
            x += s;
            s = r7;
            r7 = dp * x + r8 - d1 * s;
            r8 = dq * x - d2 * s;
            right[i] = x + s;
        }
        stateL[2 * at] = l1;
        stateL[2 * at + 1] = l2;
        stateL[2 * at + 2] = l3;
        stateL[2 * at + 3] = l4;
        stateL[2 * at + 4] = l5;
        stateL[2 * at + 5] = l6;
        stateL[2 * at + 6] = l7;
        stateL[2 * at + 7] = l8;
        stateR[2 * at] = r1;
        stateR[2 * at + 1] = r2;
        stateR[2 * at + 2] = r3;
        stateR[2 * at + 3] = r4;
        stateR[2 * at + 4] = r5;
        stateR[2 * at + 5] = r6;
        stateR[2 * at + 6] = r7;
        stateR[2 * at + 7] = r8;
    }
}
