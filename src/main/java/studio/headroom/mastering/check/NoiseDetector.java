package studio.headroom.mastering.check;

import java.util.List;
import java.util.Locale;
import studio.headroom.audio.Decibels;

/// A steady noise floor: the lowest level that a good part of the windows share within 2 dB, with a noise's spectrum,
/// far below the music. Fades and reverbs pass through levels and stay at none.
final class NoiseDetector {
    private static final double LOWEST_DB = -120;
    private static final int PER_DB = 2;
    private static final int BINS = 120 * PER_DB;
    /// Bins that count as one level.
    private static final int WIDTH = 2 * PER_DB;

    private static final double LEAST_SECONDS = 0.5;
    /// Of the windows at the floor.
    private static final double LEAST_NOISY = 0.8;
    /// Windows below the floor, as a part of those at it: ends that were faded.
    private static final double MOST_BELOW = 0.5;

    private final int size;
    private final double seconds;
    private final int from;
    private final int to;
    private final long[] all = new long[BINS];
    private final long[] noisy = new long[BINS];
    private final long[] first = new long[BINS];

    /// @param size frames of a window
    NoiseDetector(int rate, int size) {
        this.size = size;
        seconds = (double) size / rate;
        from = Math.max(2, (int) (200.0 * size / rate));
        to = (int) Math.min(size / 2.0, 8000.0 * size / rate);
    }

    void window(float[] total, long at) {
        double sum = 0;
        for (int k = 2; k < total.length; k++) {
            sum += total[k];
        }
        double level = Decibels.fromPower(sum);
        if (level <= LOWEST_DB) {
            return;
        }
        int bin = Math.min(BINS - 1, (int) ((level - LOWEST_DB) * PER_DB));
        if (all[bin]++ == 0) {
            first[bin] = at;
        }
        if (level < -Limits.NOISE_BELOW && flatness(total) > Limits.NOISE_FLATNESS) {
            noisy[bin]++;
        }
    }

    /// Geometric over arithmetic mean of the lines from 200 Hz to 8 kHz.
    private double flatness(float[] total) {
        double sum = 0;
        double logs = 0;
        for (int k = from; k < to; k++) {
            sum += total[k];
            logs += Math.log(total[k] + 1e-30);
        }
        int count = to - from;
        return count <= 0 || sum == 0 ? 0 : Math.exp(logs / count) / (sum / count);
    }

    void finish(List<Finding> findings) {
        long windows = 0;
        for (long count : all) {
            windows += count;
        }
        long below = 0;
        double middle = middle(windows);
        for (int bin = 0; bin + WIDTH <= BINS; bin++) {
            double level = LOWEST_DB + (bin + WIDTH / 2.0) / PER_DB;
            if (level > middle - Limits.NOISE_BELOW) {
                return;
            }
            long here = sum(all, bin);
            if (here * seconds >= LEAST_SECONDS
                    && here >= Limits.NOISE_SHARE * windows
                    && below <= MOST_BELOW * here
                    && sum(noisy, bin) >= LEAST_NOISY * here) {
                int best = fullest(bin);
                double floor = LOWEST_DB + (best + WIDTH / 2.0) / PER_DB;
                if (floor > Limits.NOISE) {
                    findings.add(found(floor, earliest(best)));
                }
                return;
            }
            below += all[bin];
        }
    }

    private double middle(long windows) {
        long seen = 0;
        for (int bin = 0; bin < BINS; bin++) {
            seen += all[bin];
            if (2 * seen >= windows) {
                return LOWEST_DB + (double) bin / PER_DB;
            }
        }
        return 0;
    }

    private static long sum(long[] counts, int bin) {
        long sum = 0;
        for (int i = bin; i < bin + WIDTH; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /// Of the places that the level may be counted from, the one that holds most windows.
    private int fullest(int bin) {
        int best = bin;
        for (int i = bin; i < Math.min(bin + WIDTH, BINS - WIDTH); i++) {
            if (sum(all, i) > sum(all, best)) {
                best = i;
            }
        }
        return best;
    }

    private long earliest(int bin) {
        long earliest = Long.MAX_VALUE;
        for (int i = bin; i < bin + WIDTH; i++) {
            if (all[i] > 0) {
                earliest = Math.min(earliest, first[i]);
            }
        }
        return earliest;
    }

    private Finding found(double floor, long at) {
        return Finding.at(
                FindingKind.NOISE,
                Severity.WARNING,
                new Place(at, at + size, floor),
                Limits.NOISE,
                String.format(
                        Locale.ROOT,
                        "Where the music pauses, a steady noise of %.0f dBFS is left; mastering lifts it by what it"
                                + " makes the song louder.",
                        floor));
    }
}
