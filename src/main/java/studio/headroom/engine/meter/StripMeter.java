package studio.headroom.engine.meter;

import java.util.Arrays;
import studio.headroom.concurrent.MeterSlots;
import studio.headroom.concurrent.RealTime;

/// The meter of a strip: what [StripReading] lists, for two sides.
///
/// **Peaks** stay for 100 ms, so a reader that looks ten times a second or more misses none, whatever the block size
/// and however many readers there are; nobody has to reset anything. How a bar falls from there (13.3 dB/s by
/// IEC 60268-10 for type I, or what the user likes) is up to the one who draws it. **RMS** is the mean over a
/// rectangular window of 300 ms: a steady tone reads its level 300 ms after it began, and nothing is left of it 300 ms
/// after its end.
///
/// A sample that is NaN or infinite counts as clipped and as 0 in levels.
///
/// **Who writes:** one thread at a time processes. **Who reads:** any thread; [#resetHeld()] one thread. **Ordering and
/// progress:** as [MeterSlots]. What is measured does not depend on how the stream is cut; it is shown at the end of
/// each call.
public final class StripMeter {
    private static final int STEPS_PER_SECOND = 100;
    private static final int RMS_STEPS = 30;
    private static final int PEAK_STEPS = 10;
    private static final StripReading[] READINGS = StripReading.values();

    private static final int PEAK_LEFT = StripReading.PEAK_LEFT.ordinal();
    private static final int PEAK_RIGHT = StripReading.PEAK_RIGHT.ordinal();
    private static final int RMS_LEFT = StripReading.RMS_LEFT.ordinal();
    private static final int RMS_RIGHT = StripReading.RMS_RIGHT.ordinal();
    private static final int HIGHEST_PEAK_LEFT = StripReading.HIGHEST_PEAK_LEFT.ordinal();
    private static final int HIGHEST_PEAK_RIGHT = StripReading.HIGHEST_PEAK_RIGHT.ordinal();
    private static final int CLIPPED = StripReading.CLIPPED.ordinal();

    private final MeterSlots slots = new MeterSlots(READINGS.length, 0);
    private final int stepFrames;
    private final double perMeanFrame;

    private final Side left = new Side();
    private final Side right = new Side();
    private int inStep;
    private int step;

    /// One side's windows, in steps of 10 ms.
    private static final class Side {
        final double[] squares = new double[RMS_STEPS];
        final float[] peaks = new float[PEAK_STEPS];
        /// Of the begun step.
        double sum;

        float peak;
        /// Of the whole steps in the window.
        float windowPeak;
        /// Of the present call.
        float callPeak;

        int clipped;

        @RealTime
        void endStep(int step) {
            squares[step % RMS_STEPS] = sum;
            peaks[step % PEAK_STEPS] = peak;
            sum = 0;
            peak = 0;
            windowPeak = 0;
            for (int i = 0; i < PEAK_STEPS; i++) {
                windowPeak = Math.max(windowPeak, peaks[i]);
            }
        }

        @RealTime
        double sumOfWindow() {
            double all = 0;
            for (int i = 0; i < RMS_STEPS; i++) {
                all += squares[i];
            }
            return all;
        }

        @RealTime
        void take(double sumWithThese, float largest) {
            sum = sumWithThese;
            peak = Math.max(peak, largest);
            callPeak = Math.max(callPeak, largest);
        }

        /// As [#take], sample by sample, where some are beyond full scale or no number.
        @RealTime
        void takeClipped(float[] in, int from, int to) {
            double squareSum = sum;
            float largest = 0;
            for (int i = from; i < to; i++) {
                float x = Math.abs(in[i]);
                if (!(x <= 1f)) {
                    clipped++;
                }
                if (x <= Float.MAX_VALUE) {
                    squareSum += (double) x * x;
                    largest = Math.max(largest, x);
                }
            }
            take(squareSum, largest);
        }

        @RealTime
        void clear() {
            Arrays.fill(squares, 0);
            Arrays.fill(peaks, 0);
            sum = 0;
            peak = 0;
            windowPeak = 0;
        }
    }

    public StripMeter(int sampleRate) {
        stepFrames = Math.max(1, sampleRate / STEPS_PER_SECOND);
        perMeanFrame = 1.0 / ((double) RMS_STEPS * stepFrames);
    }

    /// A value as it was shown last. Any thread.
    public double get(StripReading reading) {
        return slots.get(reading.ordinal());
    }

    /// Lets highest peaks and clipped samples start anew with the next call that processes. UI thread.
    public void resetHeld() {
        slots.reset(HIGHEST_PEAK_LEFT);
        slots.reset(HIGHEST_PEAK_RIGHT);
        slots.reset(CLIPPED);
    }

    /// Forgets the windows, as if silence had come before, and keeps what is held. For when the stream is cut.
    @RealTime
    public void clear() {
        left.clear();
        right.clear();
        inStep = 0;
        step = 0;
        slots.set(PEAK_LEFT, 0);
        slots.set(PEAK_RIGHT, 0);
        slots.set(RMS_LEFT, 0);
        slots.set(RMS_RIGHT, 0);
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    ///
    /// @param in one channel, shown on both sides, or two
    @RealTime
    public void process(float[][] in, int offset, int count) {
        float[] leftIn = in[0];
        float[] rightIn = in.length > 1 ? in[1] : leftIn;
        int at = offset;
        int end = offset + count;
        while (at < end) {
            int now = Math.min(end - at, stepFrames - inStep);
            take(leftIn, rightIn, at, at + now);
            at += now;
            inStep += now;
            if (inStep == stepFrames) {
                endStep();
            }
        }
        show(leftIn == rightIn);
    }

    @RealTime
    private void take(float[] leftIn, float[] rightIn, int from, int to) {
        double leftSum = left.sum;
        double rightSum = right.sum;
        float leftPeak = 0;
        float rightPeak = 0;
        for (int i = from; i < to; i++) {
            float x = leftIn[i];
            float y = rightIn[i];
            leftSum += (double) x * x;
            rightSum += (double) y * y;
            leftPeak = Math.max(leftPeak, Math.abs(x));
            rightPeak = Math.max(rightPeak, Math.abs(y));
        }
        if (leftPeak <= 1f) {
            left.take(leftSum, leftPeak);
        } else {
            left.takeClipped(leftIn, from, to);
        }
        if (rightPeak <= 1f) {
            right.take(rightSum, rightPeak);
        } else {
            right.takeClipped(rightIn, from, to);
        }
    }

    @RealTime
    private void endStep() {
        left.endStep(step);
        right.endStep(step);
        inStep = 0;
        step = (step + 1) % (RMS_STEPS * PEAK_STEPS);
        slots.set(RMS_LEFT, Math.sqrt(left.sumOfWindow() * perMeanFrame));
        slots.set(RMS_RIGHT, Math.sqrt(right.sumOfWindow() * perMeanFrame));
    }

    @RealTime
    private void show(boolean mono) {
        slots.set(PEAK_LEFT, Math.max(left.windowPeak, left.peak));
        slots.set(PEAK_RIGHT, Math.max(right.windowPeak, right.peak));
        slots.hold(HIGHEST_PEAK_LEFT, left.callPeak);
        slots.hold(HIGHEST_PEAK_RIGHT, right.callPeak);
        slots.add(CLIPPED, mono ? left.clipped : left.clipped + right.clipped);
        left.callPeak = 0;
        right.callPeak = 0;
        left.clipped = 0;
        right.clipped = 0;
    }
}
