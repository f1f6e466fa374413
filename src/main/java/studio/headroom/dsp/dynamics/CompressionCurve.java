package studio.headroom.dsp.dynamics;

import studio.headroom.concurrent.RealTime;

/// The static curve of a compressor with a quadratic knee (Giannoulis, Massberg, Reiss, "Digital Dynamic Range
/// Compressor Design", JAES 60(6), 2012): straight below and above the knee, with a continuous slope.
///
/// The curve is one sum without branches: with `above` the dB above the upper end of the knee or 0, and k those above
/// its lower end but not above its upper, the reduction is slope · (k² / 2W + above), W being the knee.
///
/// @param thresholdDb the middle of the knee
/// @param ratio dB in per dB out above the knee, at least 1; from 100 on the output stays where it is
/// @param kneeDb its width, 0 or more
/// @param rangeDb the most that is taken away
public record CompressionCurve(double thresholdDb, double ratio, double kneeDb, double rangeDb) {
    /// From this ratio on, a compressor is a limiter.
    public static final double LIMITING = 100;

    private static final double HARDEST_KNEE = 1e-6;

    /// The level that goes out for one that comes in, before any make-up gain.
    public double outputDb(double inputDb) {
        return inputDb - reductionDb(inputDb);
    }

    /// What is taken from a level, 0 or positive.
    public double reductionDb(double inputDb) {
        return reductionDb(inputDb, thresholdDb, ratio, kneeDb, rangeDb);
    }

    @RealTime
    public static double reductionDb(double inputDb, double thresholdDb, double ratio, double kneeDb, double rangeDb) {
        double over = inputDb - thresholdDb;
        double knee = Math.max(kneeDb, HARDEST_KNEE);
        double k = Math.max(0.0, Math.min(knee, over + 0.5 * knee));
        return Math.min(rangeDb, slope(ratio) * (k * k / (2.0 * knee) + Math.max(0.0, over - 0.5 * knee)));
    }

    /// dB taken away per dB above the knee.
    @RealTime
    public static double slope(double ratio) {
        return ratio >= LIMITING ? 1.0 : 1.0 - 1.0 / ratio;
    }

    /// The reduction of many levels, while threshold, slope and knee move in straight lines from the values at `way` 0
    /// to those at 1.
    ///
    /// @param x in: log2 of amplitudes; out: dB, 0 or positive
    /// @param db what a unit of `x` is in dB
    /// @param way of the frame before the first
    /// @param perFrame growth of `way`
    @RealTime
    static void reduce(
            float[] x,
            int n,
            float db,
            float way,
            float perFrame,
            float threshold0,
            float threshold1,
            float slope0,
            float slope1,
            float knee0,
            float knee1,
            float range) {
        float first = Math.max(knee0, (float) HARDEST_KNEE);
        float last = Math.max(knee1, (float) HARDEST_KNEE);
        float thresholdD = threshold1 - threshold0;
        float slopeD = slope1 - slope0;
        if (thresholdD == 0 && slopeD == 0 && first == last) {
            reduce(x, n, db, threshold1, slope1, last, range);
            return;
        }
        float kneeD = last - first;
        for (int i = 0; i < n; i++) {
            float w = way + (i + 1) * perFrame;
            float knee = first + w * kneeD;
            float over = x[i] * db - (threshold0 + w * thresholdD) + 0.5f * knee;
            float above = positive(over - knee);
            float k = positive(over) - above;
            x[i] = range - positive(range - (slope0 + w * slopeD) * (k * k / (2f * knee) + above));
        }
    }

    @RealTime
    private static void reduce(float[] x, int n, float db, float threshold, float slope, float knee, float range) {
        float bottom = threshold - 0.5f * knee;
        float scale = 0.5f / knee;
        for (int i = 0; i < n; i++) {
            float over = x[i] * db - bottom;
            float above = positive(over - knee);
            float k = positive(over) - above;
            x[i] = range - positive(range - slope * (k * k * scale + above));
        }
    }

    /// max(0, v), exactly, in fewer instructions than Math.max takes to get every NaN and zero right. The limit from
    /// above is made of it too: that leaves 0 as it is and is good to 4e-6 dB.
    @RealTime
    private static float positive(float v) {
        return 0.5f * (v + Math.abs(v));
    }
}
