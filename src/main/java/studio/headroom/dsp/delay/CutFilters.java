package studio.headroom.dsp.delay;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// A low cut and a high cut of 12 dB per octave for one or two channels: Butterworth (Q = 1/√2), so that their
/// gain never exceeds 1 and a feedback loop may hold them.
///
/// State variable filters with trapezoidal integrators (A. Simper, "Linear Trapezoidal Integrated State
/// Variable Filter", 2013): stable and smooth while the corners move. At its outer end each is off, to the bit;
/// within a sixth of an octave of it, it is blended in.
public final class CutFilters {
    /// Hz; a low cut here or below is off.
    public static final double LOW_OFF = 20;

    /// Hz; a high cut here or above is off.
    public static final double HIGH_OFF = 20_000;

    private static final double DAMPING = Math.sqrt(2);
    private static final double BLEND = 6;
    private static final double TINY = 1e-15;

    private final double sampleRate;
    private final int channels;
    private final double[] state;
    private double lowHz = Double.NaN;
    private double highHz = Double.NaN;
    private final Section lowCut = new Section(true);
    private final Section highCut = new Section(false);
    /// How much of each filter is in: at the start of the present sub-block, and by how much it grows per frame.
    private double low;

    private double lowStep;
    private double high;
    private double highStep;
    private double lowGoal;
    private double highGoal;

    public CutFilters(int sampleRate, int channels) {
        this.sampleRate = sampleRate;
        this.channels = channels;
        state = new double[4 * channels];
    }

    /// Empties the memories and takes on the corners of the last [#tune] at once.
    @RealTime
    public void clear() {
        clearMemory();
        low = lowGoal;
        high = highGoal;
        lowStep = 0;
        highStep = 0;
    }

    @RealTime
    public void clearMemory() {
        Arrays.fill(state, 0);
    }

    /// Sets the corners in Hz, to be taken on by the coming sub-block.
    @RealTime
    public void tune(double newLowHz, double newHighHz) {
        if (newLowHz != lowHz) {
            lowHz = newLowHz;
            lowCut.tune(warp(newLowHz));
            lowGoal = newLowHz <= LOW_OFF ? 0 : Math.min(1, BLEND * Math.log(newLowHz / LOW_OFF) / Math.log(2));
        }
        if (newHighHz != highHz) {
            highHz = newHighHz;
            highCut.tune(warp(newHighHz));
            highGoal = newHighHz >= HIGH_OFF ? 0 : Math.min(1, BLEND * Math.log(HIGH_OFF / newHighHz) / Math.log(2));
        }
    }

    @RealTime
    private double warp(double hz) {
        return Math.tan(Math.PI * Math.min(hz / sampleRate, 0.49));
    }

    /// Begins a sub-block: the filters are blended in or out over its length.
    @RealTime
    public void beginSubBlock() {
        low += lowStep * Timeline.SUB_BLOCK;
        high += highStep * Timeline.SUB_BLOCK;
        if (Math.abs(low - lowGoal) < 1e-9) {
            low = lowGoal;
        }
        if (Math.abs(high - highGoal) < 1e-9) {
            high = highGoal;
        }
        lowStep = (lowGoal - low) / Timeline.SUB_BLOCK;
        highStep = (highGoal - high) / Timeline.SUB_BLOCK;
    }

    /// Filters a run of all channels in place.
    ///
    /// @param phase frames of the present sub-block that are done
    @RealTime
    public void process(float[][] x, int frames, int phase) {
        if (low == 0 && lowStep == 0 && high == 0 && highStep == 0) {
            return;
        }
        if (lowStep != 0 || highStep != 0) {
            for (int t = 0; t < frames; t++) {
                lowCut.blend(low + lowStep * (phase + t));
                highCut.blend(high + highStep * (phase + t));
                filter(x, t, t + 1);
            }
        } else {
            lowCut.blend(low);
            highCut.blend(high);
            filter(x, 0, frames);
        }
        if (phase + frames == Timeline.SUB_BLOCK) {
            for (int i = 0; i < state.length; i++) {
                state[i] = Math.abs(state[i]) < TINY ? 0 : state[i];
            }
        }
    }

    @RealTime
    private void filter(float[][] x, int begin, int end) {
        if (channels == 1) {
            filterOne(x[0], begin, end);
        } else {
            filterTwo(x[0], x[1], begin, end);
        }
    }

    @RealTime
    private void filterOne(float[] x, int begin, int end) {
        Section l = lowCut;
        Section h = highCut;
        double l1 = state[0];
        double l2 = state[1];
        double h1 = state[2];
        double h2 = state[3];
        for (int t = begin; t < end; t++) {
            double v = x[t];
            double y = l.d * v + (l.c1 * l1 + l.c2 * l2);
            double next = l.b1 * v - l.a12 * l2 + l.a11 * l1;
            l2 = l.b2 * v + l.a12 * l1 + l.a22 * l2;
            l1 = next;
            x[t] = (float) (h.d * y + (h.c1 * h1 + h.c2 * h2));
            next = h.b1 * y - h.a12 * h2 + h.a11 * h1;
            h2 = h.b2 * y + h.a12 * h1 + h.a22 * h2;
            h1 = next;
        }
        state[0] = l1;
        state[1] = l2;
        state[2] = h1;
        state[3] = h2;
    }

    @RealTime
    private void filterTwo(float[] xa, float[] xb, int begin, int end) {
        Section l = lowCut;
        Section h = highCut;
        double la1 = state[0];
        double la2 = state[1];
        double ha1 = state[2];
        double ha2 = state[3];
        double lb1 = state[4];
        double lb2 = state[5];
        double hb1 = state[6];
        double hb2 = state[7];
        for (int t = begin; t < end; t++) {
            double a = xa[t];
            double b = xb[t];
            double ya = l.d * a + (l.c1 * la1 + l.c2 * la2);
            double yb = l.d * b + (l.c1 * lb1 + l.c2 * lb2);
            double nextA = l.b1 * a - l.a12 * la2 + l.a11 * la1;
            double nextB = l.b1 * b - l.a12 * lb2 + l.a11 * lb1;
            la2 = l.b2 * a + l.a12 * la1 + l.a22 * la2;
            lb2 = l.b2 * b + l.a12 * lb1 + l.a22 * lb2;
            la1 = nextA;
            lb1 = nextB;
            xa[t] = (float) (h.d * ya + (h.c1 * ha1 + h.c2 * ha2));
            xb[t] = (float) (h.d * yb + (h.c1 * hb1 + h.c2 * hb2));
            nextA = h.b1 * ya - h.a12 * ha2 + h.a11 * ha1;
            nextB = h.b1 * yb - h.a12 * hb2 + h.a11 * hb1;
            ha2 = h.b2 * ya + h.a12 * ha1 + h.a22 * ha2;
            hb2 = h.b2 * yb + h.a12 * hb1 + h.a22 * hb2;
            ha1 = nextA;
            hb1 = nextB;
        }
        state[0] = la1;
        state[1] = la2;
        state[2] = ha1;
        state[3] = ha2;
        state[4] = lb1;
        state[5] = lb2;
        state[6] = hb1;
        state[7] = hb2;
    }

    /// One filter, solved for its next state, so that a frame costs little waiting:
    /// `s1' = a11·s1 - a12·s2 + b1·x`, `s2' = a12·s1 + a22·s2 + b2·x`, `y = d·x + c1·s1 + c2·s2`.
    @RealTime
    private static final class Section {
        private final boolean lowCut;
        private double a11;
        private double a12;
        private double a22;
        private double b1;
        private double b2;
        private double c1;
        private double c2;
        private double d;
        private double fullC1;
        private double fullC2;
        private double fullD;

        Section(boolean lowCut) {
            this.lowCut = lowCut;
        }

        /// @param g tan(π·f/fs)
        void tune(double g) {
            double g1 = 1 / (1 + g * (g + DAMPING));
            double g2 = g * g1;
            double g3 = g * g2;
            a11 = 2 * g1 - 1;
            a12 = 2 * g2;
            a22 = 1 - 2 * g3;
            b1 = 2 * g2;
            b2 = 2 * g3;
            fullC1 = lowCut ? -DAMPING * g1 - g2 : g2;
            fullC2 = lowCut ? DAMPING * g2 - 1 + g3 : 1 - g3;
            fullD = lowCut ? 1 - DAMPING * g2 - g3 : g3;
        }

        /// @param in 0 for the plain input, 1 for the filter
        void blend(double in) {
            c1 = in * fullC1;
            c2 = in * fullC2;
            d = 1 + in * (fullD - 1);
        }
    }
}
