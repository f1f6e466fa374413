package studio.headroom.dsp.loudness;

import java.util.ArrayList;
import java.util.List;

/// How often a program was how loud: short-term loudness, 3 s looked at every 0.1 s, which the loudness range is taken
/// of (EBU Tech 3342). Immutable.
///
/// @param lowLufs the 10th percentile of what passes the gates, where the loudness range begins; NaN where nothing does
/// @param highLufs the 95th percentile, where the loudness range ends; NaN where nothing passes
/// @param gateLufs what is not above does not count for the percentiles: 20 LU below the mean; NaN where nothing is
///     above -70 LUFS
/// @param fromLufs where the first bin begins, a multiple of [#BIN_LU]; 0 where there is none
/// @param counts windows in each bin, of which each but the last ends where the next one begins; windows at or below
///     -70 LUFS are in none
public record LoudnessDistribution(
        double lowLufs, double highLufs, double gateLufs, double fromLufs, List<Integer> counts) {
    /// How wide a bin is.
    public static final double BIN_LU = 0.5;

    /// Of nothing.
    public static final LoudnessDistribution NONE =
            new LoudnessDistribution(Double.NaN, Double.NaN, Double.NaN, 0, List.of());

    public LoudnessDistribution {
        counts = List.copyOf(counts);
    }

    static LoudnessDistribution of(BlockPowers shortTerm) {
        Gating.Range range = Gating.range(shortTerm);
        double[] sorted = shortTerm.sortedAbove(Gating.ABSOLUTE_GATE);
        if (sorted.length == 0) {
            return NONE;
        }
        long first = binOf(sorted[0]);
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < sorted.length; ) {
            long now = first + counts.size();
            int begin = i;
            while (i < sorted.length && binOf(sorted[i]) == now) {
                i++;
            }
            counts.add(i - begin);
        }
        return new LoudnessDistribution(
                Gating.toLufs(range.low()), Gating.toLufs(range.high()), range.gateLufs(), first * BIN_LU, counts);
    }

    private static long binOf(double power) {
        return (long) Math.floor(Gating.toLufs(power) / BIN_LU);
    }

    /// The loudness range in LU; 0 where nothing passes the gates.
    public double rangeLu() {
        return Double.isNaN(lowLufs) ? 0 : highLufs - lowLufs;
    }

    /// All windows that are in a bin.
    public int windows() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /// The windows in the largest bin; 0 where there is none.
    public int most() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// Where a bin begins, in LUFS.
    public double lower(int bin) {
        return fromLufs + bin * BIN_LU;
    }

    /// The bin that a loudness lies in; below 0 or from the number of bins on where it lies in none.
    public int bin(double lufs) {
        return (int) Math.floor((lufs - fromLufs) / BIN_LU);
    }

    /// How much of all windows is in a bin, in percent.
    public double percent(int bin) {
        return 100.0 * counts.get(bin) / Math.max(1, windows());
    }
}
