package studio.headroom.dsp.dynamics;

import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;

/// The static curve of a downward expander with a quadratic knee: [CompressionCurve] mirrored at the threshold. Above
/// the knee levels stay as they are; below it each dB in makes `ratio` dB out, until the range is reached.
///
/// With `below` the dB below the lower end of the knee or 0, and k those below its upper end but not below its lower,
/// the reduction is (ratio - 1) · (k² / 2W + below), W being the knee.
///
/// @param thresholdDb the middle of the knee
/// @param ratio dB out per dB in below the knee, at least 1
/// @param kneeDb its width, 0 or more
/// @param rangeDb the most that is taken away
public record SoftExpansion(double thresholdDb, double ratio, double kneeDb, double rangeDb) {
    private static final double HARDEST_KNEE = 1e-6;

    /// The level that goes out for one that comes in.
    public double outputDb(double inputDb) {
        return inputDb - reductionDb(inputDb);
    }

    /// What is taken from a steady level, 0 or positive.
    @RealTime
    public double reductionDb(double inputDb) {
        double under = thresholdDb - inputDb;
        double knee = Math.max(kneeDb, HARDEST_KNEE);
        double k = Math.max(0.0, Math.min(knee, under + 0.5 * knee));
        double bent = k * k / (2.0 * knee) + Math.max(0.0, under - 0.5 * knee);
        return Math.min(rangeDb, ExpansionCurve.steepness(ratio) * bent);
    }

    /// The reduction of many levels, as [CompressionCurve#reduce], of levels with the opposite sign.
    ///
    /// @param x in: log2 of amplitudes; out: dB, 0 or positive
    @RealTime
    static void reduce(
            float[] x,
            int n,
            float way,
            float perFrame,
            float threshold0,
            float threshold1,
            float steepness0,
            float steepness1,
            float knee0,
            float knee1,
            float range) {
        float db = (float) -FastMath.DB_PER_LOG2;
        CompressionCurve.reduce(
                x, n, db, way, perFrame, -threshold0, -threshold1, steepness0, steepness1, knee0, knee1, range);
    }
}
