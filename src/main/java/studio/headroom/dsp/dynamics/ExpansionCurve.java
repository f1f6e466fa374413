package studio.headroom.dsp.dynamics;

import studio.headroom.concurrent.RealTime;

/// The static curve of a gate, an expander or a ducker: what is taken from steady levels.
///
/// A gate takes from levels below the threshold, `ratio - 1` dB for each dB that they are below; from
/// [#HARD] on all of the range at once. Once open it stays so until the level falls below the threshold by more than
/// the hysteresis. A ducker is its mirror image: it takes from what is above.
///
/// @param thresholdDb where a gate opens, or a ducker begins
/// @param hysteresisDb how far below that it closes, or lets go; 0 or more
/// @param ratio at least 1
/// @param rangeDb the most that is taken away
/// @param duck whether loud levels are turned down instead of soft ones
public record ExpansionCurve(double thresholdDb, double hysteresisDb, double ratio, double rangeDb, boolean duck) {
    /// From this ratio on an expander is a gate.
    public static final double HARD = 100;

    /// What is taken from a level that has risen from silence, 0 or positive.
    public double risingDb(double inputDb) {
        return reductionDb(inputDb, inputDb >= thresholdDb);
    }

    /// What is taken from a level that has fallen from above the threshold, 0 or positive.
    public double fallingDb(double inputDb) {
        return reductionDb(inputDb, inputDb >= thresholdDb - hysteresisDb);
    }

    private double reductionDb(double inputDb, boolean above) {
        if (above != duck) {
            return 0;
        }
        if (ratio >= HARD) {
            return rangeDb;
        }
        double apart = duck ? inputDb - thresholdDb : thresholdDb - inputDb;
        return Math.min(rangeDb, steepness(ratio) * Math.max(0, apart));
    }

    /// dB taken away per dB beyond the threshold.
    @RealTime
    static double steepness(double ratio) {
        return ratio - 1.0;
    }
}
