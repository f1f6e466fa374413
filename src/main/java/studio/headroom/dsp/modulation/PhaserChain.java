package studio.headroom.dsp.modulation;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Two channels' chains of equal first-order all-passes whose corner moves, with feedback around them. Linear.
///
/// Each stage turns the phase by 180° over the spectrum, 90° at its corner; half as many notches as stages appear where
/// the chain is mixed with the input. Both channels go through one loop, as each waits for its own last stage.
@RealTime
public final class PhaserChain {
    public static final int MOST_STAGES = 12;

    private static final double FLUSH = 1e-15;
    private static final double LOUDEST = 1e6;

    private final double[] left = new double[MOST_STAGES];
    private final double[] right = new double[MOST_STAGES];
    private final double[] corner0 = new double[2];
    private final double[] corner1 = new double[2];
    private double lastLeft;
    private double lastRight;
    private double feedback0;
    private double feedback1;
    private boolean fresh = true;

    /// Forgets everything; what is set next is reached at once.
    public void clear() {
        Arrays.fill(left, 0);
        Arrays.fill(right, 0);
        lastLeft = lastRight = 0;
        fresh = true;
    }

    /// Sets where the coming sub-block goes.
    ///
    /// @param leftHertz corner of the left chain, below half of the sample rate
    /// @param feedback more than -1 and less than 1
    public void aim(double leftHertz, double rightHertz, double feedback, int sampleRate) {
        System.arraycopy(corner1, 0, corner0, 0, 2);
        feedback0 = feedback1;
        corner1[0] = coefficient(leftHertz, sampleRate);
        corner1[1] = coefficient(rightHertz, sampleRate);
        feedback1 = feedback;
        if (fresh) {
            System.arraycopy(corner1, 0, corner0, 0, 2);
            feedback0 = feedback1;
            fresh = false;
        }
    }

    private static double coefficient(double hertz, int sampleRate) {
        double t = Math.tan(Math.PI * Math.min(0.45, hertz / sampleRate));
        return (t - 1.0) / (t + 1.0);
    }

    /// Sends a run of both channels through; both inputs may be the same array, not the outputs.
    ///
    /// @param done frames of the present sub-block that are past
    public void process(
            float[] leftIn,
            float[] rightIn,
            int offset,
            float[] leftOut,
            float[] rightOut,
            int stages,
            int n,
            int done) {
        double l = lastLeft;
        double r = lastRight;
        double step = 1.0 / Timeline.SUB_BLOCK;
        double a0 = corner0[0];
        double aStep = step * (corner1[0] - a0);
        double b0 = corner0[1];
        double bStep = step * (corner1[1] - b0);
        double feedbackStep = step * (feedback1 - feedback0);
        for (int i = 0; i < n; i++) {
            int at = done + i + 1;
            double a = a0 + at * aStep;
            double b = b0 + at * bStep;
            double back = feedback0 + at * feedbackStep;
            l = limited(leftIn[offset + i] + back * l);
            r = limited(rightIn[offset + i] + back * r);
            for (int s = 0; s < stages; s++) {
                double y = a * l + left[s];
                left[s] = l - a * y;
                l = y;
                double z = b * r + right[s];
                right[s] = r - b * z;
                r = z;
            }
            leftOut[i] = (float) l;
            rightOut[i] = (float) r;
        }
        lastLeft = l;
        lastRight = r;
        if (done + n == Timeline.SUB_BLOCK) {
            flush();
        }
    }

    /// What is not a number is no sound.
    private static double limited(double v) {
        return v >= -LOUDEST ? Math.min(v, LOUDEST) : v < -LOUDEST ? -LOUDEST : 0;
    }

    private void flush() {
        lastLeft = usable(lastLeft);
        lastRight = usable(lastRight);
        for (int s = 0; s < MOST_STAGES; s++) {
            left[s] = usable(left[s]);
            right[s] = usable(right[s]);
        }
    }

    private static double usable(double v) {
        double size = Math.abs(v);
        return size >= FLUSH && size < Double.POSITIVE_INFINITY ? v : 0;
    }
}
