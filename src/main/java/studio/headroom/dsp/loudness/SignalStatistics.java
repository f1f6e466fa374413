package studio.headroom.dsp.loudness;

import java.util.Arrays;
import studio.headroom.audio.Decibels;
import studio.headroom.concurrent.RealTime;

/// Mean (DC offset) and mean square of each channel of a stream, and the correlation of the first two channels, over
/// the whole stream and over about the last 0.3 s.
///
/// A step of 10 ms in which a channel holds a NaN or an infinity counts as silent. One thread processes; others may
/// read the values meanwhile. Results do not depend on how the stream is cut; the last step of a stream counts only
/// once it is complete or after [#finish()].
public final class SignalStatistics {
    private static final int STEPS_PER_SECOND = 100;
    private static final double RUNNING_SECONDS = 0.3;
    private static final double FORGET = Math.exp(-1.0 / (STEPS_PER_SECOND * RUNNING_SECONDS));
    private static final double TINY = 1e-30;

    private final int channels;
    private final int stepFrames;
    private int inStep;
    private long frames;
    private final double[] stepSum;
    private final double[] stepSquares;
    private double stepProduct;
    private final double[] sum;
    private final double[] squares;
    private double product;
    private double runningLeft;
    private double runningRight;
    private double runningProduct;

    public SignalStatistics(int sampleRate, int channels) {
        this.channels = channels;
        stepFrames = Math.max(1, sampleRate / STEPS_PER_SECOND);
        stepSum = new double[channels];
        stepSquares = new double[channels];
        sum = new double[channels];
        squares = new double[channels];
    }

    /// Forgets everything.
    @RealTime
    public void reset() {
        inStep = 0;
        frames = 0;
        Arrays.fill(stepSum, 0);
        Arrays.fill(stepSquares, 0);
        Arrays.fill(sum, 0);
        Arrays.fill(squares, 0);
        stepProduct = 0;
        product = 0;
        runningLeft = 0;
        runningRight = 0;
        runningProduct = 0;
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    @RealTime
    public void process(float[][] in, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            int now = Math.min(end - at, stepFrames - inStep);
            int channel = 0;
            if (channels > 1) {
                addPair(in[0], in[1], at, now);
                channel = 2;
            }
            for (; channel < channels; channel++) {
                add(in[channel], at, now, channel);
            }
            at += now;
            inStep += now;
            if (inStep == stepFrames) {
                endStep();
            }
        }
    }

    @RealTime
    private void addPair(float[] left, float[] right, int from, int count) {
        double sumLeft = stepSum[0];
        double sumRight = stepSum[1];
        double squaresLeft = stepSquares[0];
        double squaresRight = stepSquares[1];
        double products = stepProduct;
        for (int i = from; i < from + count; i++) {
            double x = left[i];
            double y = right[i];
            sumLeft += x;
            sumRight += y;
            squaresLeft += x * x;
            squaresRight += y * y;
            products += x * y;
        }
        stepSum[0] = sumLeft;
        stepSum[1] = sumRight;
        stepSquares[0] = squaresLeft;
        stepSquares[1] = squaresRight;
        stepProduct = products;
    }

    @RealTime
    private void add(float[] in, int from, int count, int channel) {
        double total = stepSum[channel];
        double totalSquares = stepSquares[channel];
        for (int i = from; i < from + count; i++) {
            double x = in[i];
            total += x;
            totalSquares += x * x;
        }
        stepSum[channel] = total;
        stepSquares[channel] = totalSquares;
    }

    @RealTime
    private void endStep() {
        boolean pairIsFinite = true;
        for (int channel = 0; channel < channels; channel++) {
            boolean finite = stepSquares[channel] < Double.POSITIVE_INFINITY;
            if (finite) {
                sum[channel] += stepSum[channel];
                squares[channel] += stepSquares[channel];
            }
            pairIsFinite &= finite || channel > 1;
        }
        boolean pair = channels > 1 && pairIsFinite;
        runningLeft = FORGET * runningLeft + (pair ? stepSquares[0] : 0);
        runningRight = FORGET * runningRight + (pair ? stepSquares[1] : 0);
        runningProduct = FORGET * runningProduct + (pair ? stepProduct : 0);
        if (runningLeft + runningRight < TINY) {
            runningLeft = 0;
            runningRight = 0;
            runningProduct = 0;
        }
        product += pair ? stepProduct : 0;
        Arrays.fill(stepSum, 0);
        Arrays.fill(stepSquares, 0);
        stepProduct = 0;
        frames += inStep;
        inStep = 0;
    }

    /// Counts the begun step. Nothing may be processed after this until [#reset()].
    public void finish() {
        endStep();
    }

    /// The mean of a channel, full scale being 1.
    public double dcOffset(int channel) {
        return frames == 0 ? 0 : sum[channel] / frames;
    }

    /// The largest mean of all channels by magnitude, with its sign.
    public double dcOffset() {
        double largest = 0;
        for (int channel = 0; channel < channels; channel++) {
            double offset = dcOffset(channel);
            largest = Math.abs(offset) > Math.abs(largest) ? offset : largest;
        }
        return largest;
    }

    /// The root mean square of a channel in dBFS, where a full-scale sine reads -3.01; -∞ for silence.
    public double rmsDbfs(int channel) {
        return frames == 0 ? Double.NEGATIVE_INFINITY : Decibels.fromPower(squares[channel] / frames);
    }

    /// How much louder the first channel is than the second in dB, by root mean square; 0 where there is one channel
    /// only or both are silent.
    public double balanceDb() {
        if (channels < 2 || squares[0] == squares[1]) {
            return 0;
        }
        return Decibels.fromPower(squares[0]) - Decibels.fromPower(squares[1]);
    }

    /// Correlation of the first two channels over the whole stream: from -1, opposite, to 1, equal. 1 where there is
    /// one channel only, 0 where one of the two is silent.
    public double correlation() {
        return channels < 2 ? 1 : correlation(squares[0], squares[1], product);
    }

    /// The same over about the last 0.3 s, weighted exponentially.
    @RealTime
    public double runningCorrelation() {
        return channels < 2 ? 1 : correlation(runningLeft, runningRight, runningProduct);
    }

    @RealTime
    private static double correlation(double left, double right, double product) {
        double scale = Math.sqrt(left) * Math.sqrt(right);
        return scale == 0 ? 0 : Math.clamp(product / scale, -1, 1);
    }
}
