package studio.headroom.mastering.check;

import java.util.List;
import java.util.Locale;

/// Samples that are no numbers, which it takes out for the detectors after it, and numbers too small to be anything but
/// work for processors.
final class NumberDetector {
    private final Places damaged;
    private final Places small;
    private long invalid;
    private long denormal;

    NumberDetector(int rate) {
        long near = Math.round(Limits.ONE_PLACE * rate);
        damaged = new Places(near);
        small = new Places(near);
    }

    /// Copies `count` samples to `chunk[to ..)`, with 0 for what is no number.
    void admit(float[] in, int offset, int count, float[] chunk, int to, long at) {
        for (int i = 0; i < count; i++) {
            float x = in[offset + i];
            float level = Math.abs(x);
            chunk[to + i] = x;
            if (!(level >= Float.MIN_NORMAL && level <= Float.MAX_VALUE) && x != 0) {
                if (level < Float.MIN_NORMAL) {
                    denormal++;
                    small.add(at + i, at + i + 1, level);
                } else {
                    damage(at + i, at + i + 1, 1);
                }
                chunk[to + i] = 0;
            }
        }
    }

    /// Takes note of samples that whoever read them has taken out.
    void damage(long from, long to, long count) {
        invalid += count;
        damaged.add(from, to, count);
    }

    /// Where sound is missing.
    Places damaged() {
        return damaged;
    }

    void finish(List<Finding> findings) {
        if (invalid > 0) {
            findings.add(Finding.at(
                    FindingKind.NOT_NUMBERS,
                    Severity.ERROR,
                    damaged,
                    0,
                    String.format(
                            Locale.ROOT,
                            "%s not numbers: players stay silent there, crackle or stop. An effect went wrong when this"
                                    + " was written.",
                            invalid == 1 ? "One sample is" : String.format(Locale.ROOT, "%,d samples are", invalid))));
        }
        if (denormal > 0) {
            findings.add(Finding.at(
                    FindingKind.DENORMALS,
                    Severity.INFO,
                    small,
                    0,
                    String.format(
                            Locale.ROOT,
                            "%,d samples are smaller than 10 to the -38th: nobody hears them, but processors take long"
                                    + " over them.",
                            denormal)));
        }
    }
}
