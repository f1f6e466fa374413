package studio.headroom.dsp.filter;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Any number of bands of minimum phase, not late.
///
/// Each crossover, from the lowest on, is of Linkwitz and Riley's fourth order (S. Linkwitz, JAES 24(1), 1976) and
/// splits what the last left above it. On the way back the sum of the lower bands passes the all-pass that each
/// further crossover's halves add up to (J. D'Appolito, 1987), so all bands are in phase with each other, and bands
/// that were left alone add up to an all-pass: flat to rounding.
///
/// What a crossover is made of says [CrossoverPoint]. Two channels go through one loop, since each waits for its own
/// last
/// frame.
@RealTime
public final class BandSplitter implements CrossoverNetwork {
    /// That an effect has.
    public static final int MOST_BANDS = 6;

    private static final double DAMPING = CrossoverPoint.DAMPING;
    private static final double FLUSH = 1e-15;
    /// Of a crossover: two for its filters and one for its all-pass, two states each.
    private static final int STATES = 6;

    private final int sampleRate;
    private final int bands;
    private final int channels;
    private final CrossoverPoint[] points;
    private final double[][] state;
    private final double[][] rest = new double[2][Timeline.SUB_BLOCK];
    private final float[][][] band;

    /// @param bands 2 or more
    /// @param channels 1 or 2
    public BandSplitter(int sampleRate, int bands, int channels) {
        this.sampleRate = sampleRate;
        this.bands = bands;
        this.channels = channels;
        points = new CrossoverPoint[bands - 1];
        state = new double[2][STATES * (bands - 1)];
        band = new float[bands][2][Timeline.SUB_BLOCK];
        for (int i = 0; i < bands - 1; i++) {
            points[i] = new CrossoverPoint();
            setCrossover(i, 1000);
        }
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public long tail(double lowest) {
        return (long) Math.ceil(5.0 / lowest * sampleRate);
    }

    @Override
    public void setCrossover(int index, double hertz) {
        points[index].set(sampleRate, hertz);
    }

    @Override
    public void clear() {
        for (double[] row : state) {
            Arrays.fill(row, 0.0);
        }
    }

    @Override
    public float[][] band(int index) {
        return band[index];
    }

    @Override
    public void split(float[][] io, int offset, int n) {
        for (int ch = 0; ch < channels; ch++) {
            double[] row = rest[ch];
            float[] in = io[ch];
            for (int i = 0; i < n; i++) {
                row[i] = in[offset + i];
            }
        }
        for (int i = 0; i < bands - 1; i++) {
            cross(i, band[i][0], band[i][1], n);
        }
        float[][] top = band[bands - 1];
        for (int ch = 0; ch < channels; ch++) {
            for (int i = 0; i < n; i++) {
                top[ch][i] = (float) rest[ch][i];
            }
        }
    }

    @Override
    public void join(float[][] out, int offset, int n) {
        for (int ch = 0; ch < channels; ch++) {
            for (int i = 0; i < n; i++) {
                rest[ch][i] = band[0][ch][i];
            }
        }
        for (int i = 1; i < bands - 1; i++) {
            allPassAndAdd(i, band[i][0], band[i][1], n);
        }
        float[][] top = band[bands - 1];
        for (int ch = 0; ch < channels; ch++) {
            float[] row = out[ch];
            for (int i = 0; i < n; i++) {
                row[offset + i] = (float) (rest[ch][i] + top[ch][i]);
            }
        }
    }

    private void cross(int crossover, float[] leftLow, float[] rightLow, int n) {
        double ka = points[crossover].a();
        double kb = points[crossover].b();
        double kc = points[crossover].c();
        double[] left = rest[0];
        double[] right = rest[1];
        double[] ls = state[0];
        double[] rs = state[1];
        int at = STATES * crossover;
        double l1 = ls[at];
        double l2 = ls[at + 1];
        double l3 = ls[at + 2];
        double l4 = ls[at + 3];
        double r1 = rs[at];
        double r2 = rs[at + 1];
        double r3 = rs[at + 2];
        double r4 = rs[at + 3];
        for (int i = 0; i < n; i++) {
            double in = left[i];
            double apart = in - l2;
            double next1 = ka * l1 + kb * apart;
            double next2 = l2 + (kb * l1 + kc * apart);
            double allPassed = in - DAMPING * (l1 + next1);
            double second = 0.5 * (l2 + next2);
            l1 = next1;
            l2 = next2;
            apart = second - l4;
            next1 = ka * l3 + kb * apart;
            next2 = l4 + (kb * l3 + kc * apart);
            double fourth = 0.5 * (l4 + next2);
            l3 = next1;
            l4 = next2;
            leftLow[i] = (float) fourth;
            left[i] = allPassed - fourth;

            in = right[i];
            apart = in - r2;
            next1 = ka * r1 + kb * apart;
            next2 = r2 + (kb * r1 + kc * apart);
            allPassed = in - DAMPING * (r1 + next1);
            second = 0.5 * (r2 + next2);
            r1 = next1;
            r2 = next2;
            apart = second - r4;
            next1 = ka * r3 + kb * apart;
            next2 = r4 + (kb * r3 + kc * apart);
            fourth = 0.5 * (r4 + next2);
            r3 = next1;
            r4 = next2;
            rightLow[i] = (float) fourth;
            right[i] = allPassed - fourth;
        }
        ls[at] = l1;
        ls[at + 1] = l2;
        ls[at + 2] = l3;
        ls[at + 3] = l4;
        rs[at] = r1;
        rs[at + 1] = r2;
        rs[at + 2] = r3;
        rs[at + 3] = r4;
    }

    private void allPassAndAdd(int crossover, float[] leftBand, float[] rightBand, int n) {
        double ka = points[crossover].a();
        double kb = points[crossover].b();
        double kc = points[crossover].c();
        double[] left = rest[0];
        double[] right = rest[1];
        double[] ls = state[0];
        double[] rs = state[1];
        int at = STATES * crossover + 4;
        double l1 = ls[at];
        double l2 = ls[at + 1];
        double r1 = rs[at];
        double r2 = rs[at + 1];
        for (int i = 0; i < n; i++) {
            double apart = left[i] - l2;
            double next = ka * l1 + kb * apart;
            l2 += kb * l1 + kc * apart;
            left[i] += leftBand[i] - DAMPING * (l1 + next);
            l1 = next;
            apart = right[i] - r2;
            next = ka * r1 + kb * apart;
            r2 += kb * r1 + kc * apart;
            right[i] += rightBand[i] - DAMPING * (r1 + next);
            r1 = next;
        }
        ls[at] = l1;
        ls[at + 1] = l2;
        rs[at] = r1;
        rs[at + 1] = r2;
    }

    @Override
    public void flush() {
        for (double[] row : state) {
            boolean spoilt = false;
            for (int i = 0; i < row.length; i++) {
                double size = Math.abs(row[i]);
                // A NaN is not below infinity.
                spoilt |= !(size < Double.POSITIVE_INFINITY);
                row[i] = size >= FLUSH ? row[i] : 0.0;
            }
            if (spoilt) {
                Arrays.fill(row, 0.0);
            }
        }
    }
}
