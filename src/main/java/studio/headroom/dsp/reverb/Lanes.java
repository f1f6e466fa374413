package studio.headroom.dsp.reverb;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.delay.Ramp;

/// Loops over runs of frames, simple enough for the compiler to vectorize.
@RealTime
final class Lanes {
    private static final int ROW = Timeline.SUB_BLOCK;

    private Lanes() {}

    /// `out[t] += g · x[s + t]`, the sum of four. The sum is of another type than what is read, so that the
    /// compiler sees that they do not overlap.
    ///
    /// @param first whether this is the first of what is to be summed
    static void addFour(
            double[] out,
            boolean first,
            int frames,
            float[] xa,
            int sa,
            float ga,
            float[] xb,
            int sb,
            float gb,
            float[] xc,
            int sc,
            float gc,
            float[] xd,
            int sd,
            float gd) {
        if (first) {
            for (int t = 0; t < frames; t++) {
                out[t] = ga * xa[sa + t] + gb * xb[sb + t] + gc * xc[sc + t] + gd * xd[sd + t];
            }
        } else {
            for (int t = 0; t < frames; t++) {
                out[t] += ga * xa[sa + t] + gb * xb[sb + t] + gc * xc[sc + t] + gd * xd[sd + t];
            }
        }
    }

    /// `out += g · x`.
    static void add(float[] out, float[] x, float[] gain, int length) {
        for (int t = 0; t < length; t++) {
            out[t] += gain[t] * x[t];
        }
    }

    /// The Hadamard transform of eight rows in place, not scaled. Rows of one array at constant distances, and as many
    /// as possible in one loop: that it vectorizes, and soon enough.
    static void mixEight(float[] x, int frames) {
        mixHalves(x);
        mixFour(x, 0, frames);
        mixFour(x, 4 * ROW, frames);
    }

    /// Whole rows, of which what is not in use has to be 0.
    private static void mixHalves(float[] x) {
        for (int t = 0; t < 4 * ROW; t++) {
            float p = x[t];
            float q = x[t + 4 * ROW];
            x[t] = p + q;
            x[t + 4 * ROW] = p - q;
        }
    }

    private static void mixFour(float[] x, int from, int frames) {
        for (int t = from; t < from + frames; t++) {
            float a = x[t];
            float b = x[t + ROW];
            float c = x[t + 2 * ROW];
            float d = x[t + 3 * ROW];
            float p = a + b;
            float q = a - b;
            float r = c + d;
            float s = c - d;
            x[t] = p + r;
            x[t + ROW] = q + s;
            x[t + 2 * ROW] = p - r;
            x[t + 3 * ROW] = q - s;
        }
    }

    /// The same with a gain for each row before it.
    static void mixEight(float[] x, float[] gain, int frames) {
        mixFour(x, 0, gain[0], gain[1], gain[2], gain[3], frames);
        mixFour(x, 4 * ROW, gain[4], gain[5], gain[6], gain[7], frames);
        mixHalves(x);
    }

    private static void mixFour(float[] x, int from, float ga, float gb, float gc, float gd, int frames) {
        for (int t = from; t < from + frames; t++) {
            float a = ga * x[t];
            float b = gb * x[t + ROW];
            float c = gc * x[t + 2 * ROW];
            float d = gd * x[t + 3 * ROW];
            float p = a + b;
            float q = a - b;
            float r = c + d;
            float s = c - d;
            x[t] = p + r;
            x[t + ROW] = q + s;
            x[t + 2 * ROW] = p - r;
            x[t + 3 * ROW] = q - s;
        }
    }

    /// The Hadamard transform of two signals in place, not scaled.
    static void mixTwo(float[] a, float[] b, int frames) {
        for (int t = 0; t < frames; t++) {
            float p = a[t];
            float q = b[t];
            a[t] = p + q;
            b[t] = p - q;
        }
    }

    /// `out = ga · a + gb · b` with gains that ramp.
    static void combine(double[] a, Ramp ga, double[] b, Ramp gb, float[] out, int phase, int frames) {
        float[] ramp = Ramp.FRAMES;
        float fromA = ga.from();
        float stepA = ga.step();
        float fromB = gb.from();
        float stepB = gb.step();
        if (stepA == 0 && stepB == 0) {
            for (int t = 0; t < frames; t++) {
                out[t] = (float) (fromA * a[t] + fromB * b[t]);
            }
            return;
        }
        for (int t = 0; t < frames; t++) {
            float at = ramp[phase + t];
            out[t] = (float) ((fromA + stepA * at) * a[t] + (fromB + stepB * at) * b[t]);
        }
    }

    static void scale(float[] x, float gain, int frames) {
        for (int t = 0; t < frames; t++) {
            x[t] *= gain;
        }
    }

    /// Goes from `a` to `b` over the present sub-block.
    static void cross(double[] a, double[] b, int phase, int frames) {
        float[] ramp = Ramp.FRAMES;
        for (int t = 0; t < frames; t++) {
            a[t] += (b[t] - a[t]) * ramp[phase + t] / Timeline.SUB_BLOCK;
        }
    }

    /// Goes from a gain of 1 to another one over the present sub-block.
    static void scaleTo(float[] x, int row, float gain, int phase, int frames) {
        float[] ramp = Ramp.FRAMES;
        float step = (gain - 1) / Timeline.SUB_BLOCK;
        for (int t = 0; t < frames; t++) {
            x[row + t] *= 1 + step * ramp[phase + t];
        }
    }

    /// `out += sign · go · x`, then `x *= gx`, with gains that ramp.
    static void split(float[] x, Ramp gx, float[] out, Ramp go, int row, float sign, int phase, int frames) {
        float[] ramp = Ramp.FRAMES;
        float fromX = gx.from();
        float stepX = gx.step();
        float fromO = go.from();
        float stepO = go.step();
        for (int t = 0; t < frames; t++) {
            float at = ramp[phase + t];
            out[row + t] += sign * (fromO + stepO * at) * x[row + t];
            x[row + t] *= fromX + stepX * at;
        }
    }
}
