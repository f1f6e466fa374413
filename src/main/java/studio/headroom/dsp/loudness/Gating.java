package studio.headroom.dsp.loudness;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// Loudness from powers, and what ITU-R BS.1770-5 and EBU Tech 3342 make of many blocks. Pure functions, any thread.
final class Gating {
    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE_GATE_LUFS = -70;
    static final double ABSOLUTE_GATE = toPower(ABSOLUTE_GATE_LUFS);
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

    /// Where a loudness range lies, in powers; 0 where nothing passes the gates.
    ///
    /// @param low the 10th percentile of what is above the gates
    /// @param high the 95th
    /// @param gate the relative gate
    record Range(double low, double high, double gate) {
        private static final Range NONE = new Range(0, 0, 0);

        /// Its extent; 0 where nothing passes the gates.
        double lu() {
            return high == 0 ? 0 : toLufs(high) - toLufs(low);
        }

        double gateLufs() {
            return toLufs(Math.max(gate, ABSOLUTE_GATE));
        }
    }

    /// Loudness range from short-term powers.
    static Range range(BlockPowers shortTerm) {
        double[] gated = shortTerm.sortedAbove(ABSOLUTE_GATE);
        if (gated.length == 0) {
            return Range.NONE;
        }
        double threshold = RANGE_GATE * Arrays.stream(gated).sum() / gated.length;
        int first = 0;
        while (gated[first] <= threshold) {
            first++;
        }
        return new Range(percentile(gated, first, 10), percentile(gated, first, 95), threshold);
    }

    /// Nearest rank among `sorted[first ..)`.
    private static double percentile(double[] sorted, int first, int percent) {
        int last = sorted.length - 1 - first;
        return sorted[first + (int) Math.round(last * percent / 100.0)];
    }
}
