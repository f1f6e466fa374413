package studio.headroom.dsp.loudness;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// Loudness from powers, and what ITU-R BS.1770-5 and EBU Tech 3342 make of many blocks. Pure functions, any thread.
final class Gating {
    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE_GATE_LUFS = -70;
    private static final double ABSOLUTE_GATE = toPower(ABSOLUTE_GATE_LUFS);
    /// 10 LU.
    private static final double INTEGRATED_GATE = 0.1;
    /// 20 LU.
    private static final double RANGE_GATE = 0.01;

    private Gating() {}

    /// The loudness in LUFS of a weighted mean square; -∞ for 0.
    @RealTime
    static double toLufs(double power) {
        return OFFSET + 10 * Math.log10(power);
    }

    static double toPower(double lufs) {
        return Math.pow(10, (lufs - OFFSET) / 10);
    }

    /// Integrated loudness over the 400 ms blocks of one program or of several that belong together (an album).
    ///
    /// @return LUFS, -∞ where no block passes the gates
    static double integratedLufs(double[]... programs) {
        double relative = INTEGRATED_GATE * meanAbove(ABSOLUTE_GATE, programs);
        return toLufs(meanAbove(Math.max(relative, ABSOLUTE_GATE), programs));
    }

    private static double meanAbove(double threshold, double[]... programs) {
        double sum = 0;
        long count = 0;
        for (double[] powers : programs) {
            for (double power : powers) {
                if (power > threshold) {
                    sum += power;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// Loudness range in LU from short-term powers: the spread from the 10th to the 95th percentile of what is above
    /// the gates; 0 where nothing is.
    static double rangeLu(BlockPowers shortTerm) {
        double[] gated = shortTerm.sortedAbove(ABSOLUTE_GATE);
        if (gated.length == 0) {
            return 0;
        }
        double threshold = RANGE_GATE * Arrays.stream(gated).sum() / gated.length;
        int first = 0;
        while (gated[first] <= threshold) {
            first++;
        }
        return toLufs(percentile(gated, first, 95)) - toLufs(percentile(gated, first, 10));
    }

    /// Nearest rank among `sorted[first ..)`.
    private static double percentile(double[] sorted, int first, int percent) {
        int last = sorted.length - 1 - first;
        return sorted[first + (int) Math.round(last * percent / 100.0)];
    }
}
