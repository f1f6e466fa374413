package studio.headroom.dsp.reverb;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// What each line of the network loses on each pass: as many decibels as its length over the decay time of each
/// of three bands asks for, so that all lines, and so all modes, decay alike. Two first-order crossovers, alike
/// for all lines, split the bands; halfway in dB at their frequencies.
final class Absorption {
    private static final int LINES = Geometry.LINES;

    /// Lines that are filtered together.
    private static final int HALF = LINES / 2;

    private static final int ROW = Timeline.SUB_BLOCK;
    private static final float TINY = 1e-15f;

    /// The Hadamard transform of 16 signals multiplies them by 4.
    private static final double SCALE = 0.25;

    private final double sampleRate;
    private final double[] direct = new double[LINES];
    private final double[] viaLow = new double[LINES];
    private final double[] viaHigh = new double[LINES];
    private final float[] low = new float[LINES];
    private final float[] high = new float[LINES];
    /// Whether the low band decays like the middle one, so that the crossover between them need not run.
    private boolean flatLow;

    private double lowPole;
    private double highPole;

    /// What has been tuned, what the present sub-block goes to, and by how much per frame: rows of direct, low, high.
    private final double[][] goal = new double[3][LINES];

    private final double[][] end = new double[3][LINES];
    private final double[][] step = new double[3][LINES];
    private double lowPoleGoal;
    private double highPoleGoal;
    private double lowPoleEnd;
    private double highPoleEnd;
    private double lowPoleStep;
    private double highPoleStep;
    private boolean tuned;
    private boolean moving;

    /// The coefficients while they stand still, repeated over a row for each line, so that one loop serves all rows.
    private final float[][] directs = new float[2][HALF * ROW];

    private final float[][] viaLows = new float[2][HALF * ROW];
    private final float[][] viaHighs = new float[2][HALF * ROW];
    private boolean repeated;

    /// What the crossovers of eight lines remember, by frame.
    private final float[] lows = new float[HALF * ROW];

    private final float[] highs = new float[HALF * ROW];

    Absorption(double sampleRate) {
        this.sampleRate = sampleRate;
    }

    @RealTime
    void clear() {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
    }

    /// @param lengths of the lines, on the way to `others` by `share`
    /// @param decay seconds to fall by 60 dB between the crossovers
    /// @param lowRatio decay below `lowHz` relative to that, `highRatio` above `highHz`
    @RealTime
    void tune(
            int[] lengths,
            int[] others,
            double share,
            double decay,
            double lowRatio,
            double lowHz,
            double highRatio,
            double highHz) {
        double perFrame = -3 * Math.log(10) / (decay * sampleRate);
        double lowWarp = warp(lowHz);
        double highWarp = warp(highHz);
        lowPoleGoal = (1 - lowWarp) / (1 + lowWarp);
        highPoleGoal = (1 - highWarp) / (1 + highWarp);
        tuned = true;
        double lowGain = lowWarp / (1 + lowWarp);
        double highGain = highWarp / (1 + highWarp);
        for (int i = 0; i < LINES; i++) {
            double length = lengths[i] + share * (others[i] - lengths[i]);
            double gLow = SCALE * Math.exp(perFrame / lowRatio * length);
            double gMid = SCALE * Math.exp(perFrame * length);
            double gHigh = SCALE * Math.exp(perFrame / highRatio * length);
            // gHigh + (gMid - gHigh)·LP(high) + (gLow - gMid)·LP(low) with LP = k·x + k·(1 + p)·s, s += x after each
            // frame.
            goal[0][i] = gHigh + (gMid - gHigh) * highGain + (gLow - gMid) * lowGain;
            goal[2][i] = (gMid - gHigh) * highGain * (1 + highPoleGoal);
            goal[1][i] = (gLow - gMid) * lowGain * (1 + lowPoleGoal);
        }
    }

    @RealTime
    private double warp(double hz) {
        return Math.tan(Math.PI * Math.min(hz / sampleRate, 0.49));
    }

    /// Begins a sub-block: coefficients go in a straight line to what has been tuned.
    ///
    /// @param fresh whether that is reached at once
    @RealTime
    void beginSubBlock(boolean fresh) {
        if (moving) {
            arrive();
        }
        moving = tuned && !fresh;
        if (tuned) {
            depart();
        }
        if (tuned && fresh) {
            arrive();
        }
        tuned = false;
        if (!moving && !repeated) {
            repeat();
        }
        for (int i = 0; i < LINES; i++) {
            low[i] = Math.abs(low[i]) < TINY ? 0 : low[i];
            high[i] = Math.abs(high[i]) < TINY ? 0 : high[i];
        }
    }

    @RealTime
    private void depart() {
        for (int row = 0; row < 3; row++) {
            System.arraycopy(goal[row], 0, end[row], 0, LINES);
        }
        lowPoleEnd = lowPoleGoal;
        highPoleEnd = highPoleGoal;
        for (int i = 0; i < LINES; i++) {
            step[0][i] = (end[0][i] - direct[i]) / Timeline.SUB_BLOCK;
            step[1][i] = (end[1][i] - viaLow[i]) / Timeline.SUB_BLOCK;
            step[2][i] = (end[2][i] - viaHigh[i]) / Timeline.SUB_BLOCK;
        }
        lowPoleStep = (lowPoleEnd - lowPole) / Timeline.SUB_BLOCK;
        highPoleStep = (highPoleEnd - highPole) / Timeline.SUB_BLOCK;
    }

    @RealTime
    private void repeat() {
        repeated = true;
        for (int i = 0; i < LINES; i++) {
            int row = i % HALF * ROW;
            Arrays.fill(directs[i / HALF], row, row + ROW, (float) direct[i]);
            Arrays.fill(viaLows[i / HALF], row, row + ROW, (float) viaLow[i]);
            Arrays.fill(viaHighs[i / HALF], row, row + ROW, (float) viaHigh[i]);
        }
    }

    @RealTime
    private void arrive() {
        repeated = false;
        boolean flat = true;
        for (int i = 0; i < LINES; i++) {
            direct[i] = end[0][i];
            viaLow[i] = end[1][i];
            viaHigh[i] = end[2][i];
            flat &= viaLow[i] == 0;
        }
        lowPole = lowPoleEnd;
        highPole = highPoleEnd;
        if (flat && !flatLow) {
            Arrays.fill(low, 0);
        }
        flatLow = flat;
    }

    /// Filters a run of eight lines in place and scales it by a quarter.
    ///
    /// @param first the first of the lines, 0 or 8
    /// @param x a row of a sub-block for each, of which what is not in use has to be 0
    @RealTime
    void process(int first, float[] x, int phase, int frames) {
        if (moving) {
            for (int i = 0; i < HALF; i++) {
                processMoving(first + i, x, i * ROW, phase, frames);
            }
            return;
        }
        integrate(x, highs, high, first, (float) highPole, frames);
        if (flatLow) {
            combine(x, directs[first / HALF], highs, viaHighs[first / HALF]);
        } else {
            integrate(x, lows, low, first, (float) lowPole, frames);
            combine(x, directs[first / HALF], highs, viaHighs[first / HALF], lows, viaLows[first / HALF]);
        }
    }

    @RealTime
    private void processMoving(int i, float[] x, int row, int phase, int frames) {
        float l = low[i];
        float h = high[i];
        for (int t = 0; t < frames; t++) {
            int at = phase + t;
            float v = x[row + t];
            x[row + t] = (float) ((direct[i] + step[0][i] * at) * v
                    + (viaLow[i] + step[1][i] * at) * l
                    + (viaHigh[i] + step[2][i] * at) * h);
            l = (float) ((lowPole + lowPoleStep * at) * l + v);
            h = (float) ((highPole + highPoleStep * at) * h + v);
        }
        low[i] = l;
        high[i] = h;
    }

    /// What each line's crossover remembers before each frame. Eight lines side by side, because each frame of a line
    /// has to wait for the one before it.
    ///
    /// In single precision: even at 50 Hz, where rounding adds up over 150 frames, it stays 120 dB under the
    /// lows, and of them only the difference to the middle is added to the sound.
    @RealTime
    private static void integrate(float[] x, float[] sum, float[] state, int first, float pole, int frames) {
        float a = state[first];
        float b = state[first + 1];
        float c = state[first + 2];
        float d = state[first + 3];
        float e = state[first + 4];
        float f = state[first + 5];
        float g = state[first + 6];
        float h = state[first + 7];
        for (int t = 0; t < frames; t++) {
            sum[t] = a;
            sum[t + ROW] = b;
            sum[t + 2 * ROW] = c;
            sum[t + 3 * ROW] = d;
            sum[t + 4 * ROW] = e;
            sum[t + 5 * ROW] = f;
            sum[t + 6 * ROW] = g;
            sum[t + 7 * ROW] = h;
            a = pole * a + x[t];
            b = pole * b + x[t + ROW];
            c = pole * c + x[t + 2 * ROW];
            d = pole * d + x[t + 3 * ROW];
            e = pole * e + x[t + 4 * ROW];
            f = pole * f + x[t + 5 * ROW];
            g = pole * g + x[t + 6 * ROW];
            h = pole * h + x[t + 7 * ROW];
        }
        state[first] = a;
        state[first + 1] = b;
        state[first + 2] = c;
        state[first + 3] = d;
        state[first + 4] = e;
        state[first + 5] = f;
        state[first + 6] = g;
        state[first + 7] = h;
    }

    @RealTime
    private static void combine(float[] x, float[] gx, float[] y, float[] gy) {
        for (int t = 0; t < HALF * ROW; t++) {
            x[t] = gx[t] * x[t] + gy[t] * y[t];
        }
    }

    @RealTime
    private static void combine(float[] x, float[] gx, float[] y, float[] gy, float[] z, float[] gz) {
        for (int t = 0; t < HALF * ROW; t++) {
            x[t] = gx[t] * x[t] + gy[t] * y[t] + gz[t] * z[t];
        }
    }
}
