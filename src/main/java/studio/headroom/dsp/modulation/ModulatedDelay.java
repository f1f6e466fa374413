package studio.headroom.dsp.modulation;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// One channel's delay line with up to [#MOST_VOICES] moving taps and feedback, from chorus to flanger.
///
/// Taps are read between samples by a cubic through four of them (Catmull and Rom), and go in straight lines from
/// delay to delay. The feedback is the taps' mean, so that it stays stable below 1. Linear.
@RealTime
public final class ModulatedDelay {
    public static final int MOST_VOICES = 4;

    /// The shortest delay, in frames, that a tap can have: what the cubic reaches ahead of it, and the feedback.
    public static final double SHORTEST = 2;

    private static final double FLUSH = 1e-15;
    private static final double LOUDEST = 1e6;

    private final float[] line;
    private final int mask;
    private int write;
    private final double[] from = new double[MOST_VOICES];
    private final double[] to = new double[MOST_VOICES];
    private final double[] level0 = new double[MOST_VOICES];
    private final double[] level1 = new double[MOST_VOICES];
    private double feedback0;
    private double feedback1;
    private boolean fresh = true;

    /// @param longest delay in frames
    public ModulatedDelay(int longest) {
        int size = Integer.highestOneBit(longest + Timeline.SUB_BLOCK + 4) << 1;
        line = new float[size];
        mask = size - 1;
    }

    /// Empties the line; what is set next is reached at once.
    public void clear() {
        Arrays.fill(line, 0f);
        write = 0;
        fresh = true;
    }

    /// Sets where a tap goes in the coming sub-block; all of them are set before each.
    ///
    /// @param frames of delay, at least [#SHORTEST]
    public void aim(int voice, double frames, double level) {
        from[voice] = fresh ? frames : to[voice];
        to[voice] = frames;
        level0[voice] = fresh ? level : level1[voice];
        level1[voice] = level;
    }

    /// Sets the feedback of the coming sub-block, after all taps.
    ///
    /// @param share of the taps' mean, more than -1 and less than 1
    public void feedback(double share) {
        feedback0 = fresh ? share : feedback1;
        feedback1 = share;
        fresh = false;
    }

    /// Sets `wet[0 .. n)` to the sum of the taps, each at its level.
    ///
    /// @param done frames of the present sub-block that are past
    public void process(float[] x, int offset, float[] wet, int n, int done) {
        for (int i = 0; i < n; i++) {
            double way = (done + i + 1) * (1.0 / Timeline.SUB_BLOCK);
            double sum = 0;
            double weight = 0;
            double mean = 0;
            for (int v = 0; v < MOST_VOICES; v++) {
                double level = level0[v] + way * (level1[v] - level0[v]);
                if (level == 0) {
                    continue;
                }
                double tap = read(from[v] + way * (to[v] - from[v]));
                sum += level * tap;
                mean += level * tap;
                weight += level;
            }
            double back = weight > 0 ? (feedback0 + way * (feedback1 - feedback0)) * mean / weight : 0;
            double in = x[offset + i] + back;
            double size = Math.abs(in);
            line[write] = size >= FLUSH && size <= LOUDEST
                    ? (float) in
                    : size > LOUDEST ? (float) Math.copySign(LOUDEST, in) : 0f;
            write = (write + 1) & mask;
            wet[i] = (float) sum;
        }
    }

    private double read(double delay) {
        int whole = (int) delay;
        double f = delay - whole;
        int at = write - whole;
        double a = line[(at + 1) & mask];
        double b = line[at & mask];
        double c = line[(at - 1) & mask];
        double d = line[(at - 2) & mask];
        double slopeB = 0.5 * (c - a);
        double slopeC = 0.5 * (d - b);
        double rise = c - b;
        return b + f * (slopeB + f * (3.0 * rise - 2.0 * slopeB - slopeC + f * (slopeB + slopeC - 2.0 * rise)));
    }
}
