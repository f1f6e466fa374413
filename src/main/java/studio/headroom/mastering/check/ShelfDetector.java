package studio.headroom.mastering.check;

import java.util.List;
import java.util.Locale;
import studio.headroom.audio.Decibels;
import studio.headroom.mastering.Coding;

/// Where the mean spectrum of the whole ends as if cut with a knife: at half of another sample rate in files that were
/// converted up, at the encoder's low-pass in files that were MP3, AAC or Opus once. Opus of few bits ends at 4, 6, 8
/// or 12 kHz
/// (RFC 6716), which are halves of rates, too: there both are said.
///
/// The end is where the weakest sixth below stands out most above the mean of all that is above. Tones have gaps
/// between
/// them and so make none.
final class ShelfDetector {
    /// Rates that sound is recorded and sold at.
    private static final int[] RATES = {8000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 88_200, 96_000};

    private static final double LOWEST_HZ = 3500;
    private static final double BELOW_FROM = 0.8;
    private static final double BELOW_TO = 0.98;
    private static final double ABOVE = 1.02;
    private static final int PARTS = 6;
    /// A converter's filter begins to fall at this part of half the rate, or later.
    private static final double ENDS_FROM = 0.88;
    private static final double ENDS_TO = 1.01;
    /// A soft converter, such as FFmpeg's usual one, lets mirror images through up to this part of half the rate.
    private static final double IMAGES_TO = 1.2;
    /// Rates closer than this have no end of their own between them.
    private static final double LOWER_RATE = 0.95;
    private static final int CD = 44_100;
    /// 44.1 to 48 kHz.
    private static final double NEAR_RATE = 0.9;

    private final int rate;
    private final double hertz;
    private final double[] powers;
    private long windows;

    /// @param size frames of a window
    ShelfDetector(int rate, int size) {
        this.rate = rate;
        hertz = (double) rate / size;
        powers = new double[size / 2];
    }

    void window(float[] total) {
        double[] sums = powers;
        for (int k = 1; k < sums.length; k++) {
            sums[k] += total[k];
        }
        windows++;
    }

    void finish(long frames, List<Finding> findings) {
        if (windows == 0) {
            return;
        }
        double[] up = sums();
        int end = 0;
        double most = 0;
        int last = (int) (powers.length * 0.96);
        for (int k = (int) (LOWEST_HZ / hertz); k < last; k++) {
            double fall = fall(up, k);
            if (fall > most) {
                most = fall;
                end = k;
            }
        }
        if (most >= Limits.SHELF) {
            name(end * hertz, most, frames, findings);
        }
    }

    /// `up[k]` is the sum of the mean powers below bin k.
    private double[] sums() {
        double[] up = new double[powers.length + 1];
        for (int k = 0; k < powers.length; k++) {
            up[k + 1] = up[k] + powers[k] / windows;
        }
        return up;
    }

    /// dB from the weakest part below a bin to the mean above it; 0 where there is nothing below.
    private double fall(double[] up, int k) {
        double weakest = Double.MAX_VALUE;
        for (int part = 0; part < PARTS; part++) {
            double step = (BELOW_TO - BELOW_FROM) / PARTS;
            weakest = Math.min(weakest, mean(up, k * (BELOW_FROM + part * step), k * (BELOW_FROM + (part + 1) * step)));
        }
        if (Decibels.fromPower(weakest) < Limits.SHELF_LEVEL) {
            return 0;
        }
        return Decibels.fromPower(weakest / Math.max(mean(up, k * ABOVE, powers.length), 1e-30));
    }

    private static double mean(double[] up, double from, double to) {
        int first = (int) from;
        int end = Math.min(up.length - 1, Math.max(first + 1, (int) to));
        return (up[end] - up[first]) / (end - first);
    }

    private void name(double end, double fall, long frames, List<Finding> findings) {
        double lossyTo = Math.min(Limits.LOSSY_TO, Limits.CONVERTER * rate / 2);
        if (end >= Limits.LOSSY_FROM && end < lossyTo) {
            findings.add(Finding.at(
                    FindingKind.LOSSY,
                    Severity.WARNING,
                    new Place(0, frames, end / 1000),
                    lossyTo / 1000,
                    String.format(
                            Locale.ROOT,
                            "All ends at %.1f kHz, %.0f dB down at once: MP3, AAC and Opus cut like that. It was made"
                                    + " from a lossy file, or a part of it was%s.",
                            end / 1000,
                            fall,
                            rate > CD && end > ENDS_FROM * CD / 2
                                    ? "; or it was converted up from 44.1 kHz, early"
                                    : "")));
            return;
        }
        int lower = lower(end, fall);
        if (lower > 0) {
            findings.add(Finding.at(
                    FindingKind.UPSAMPLED,
                    Severity.WARNING,
                    new Place(0, frames, end / 1000),
                    rate / 2000.0,
                    String.format(
                            Locale.ROOT,
                            end < Limits.LOSSY_FROM
                                    ? "The file says %s, but all ends at %.1f kHz: it was converted up, from %s"
                                            + " by the look of it, or made from an Opus, MP3 or AAC file of few bits,"
                                            + " which ends there too."
                                    : "The file says %s, but all ends at %.1f kHz: it was converted up, from %s"
                                            + " by the look of it.",
                            Coding.kilohertz(rate),
                            end / 1000,
                            Coding.kilohertz(lower))));
        }
    }

    /// The rate that a sound which ends there was converted up from, or 0.
    private int lower(double end, double fall) {
        for (int lower : RATES) {
            double near = (double) lower / rate;
            double part = end / (lower / 2.0);
            if (near <= LOWER_RATE
                    && part >= ENDS_FROM
                    && part <= ENDS_TO
                    && fall >= (near > NEAR_RATE ? Limits.SHELF_NEAR_TOP : Limits.SHELF)) {
                return lower;
            }
        }
        for (int lower : RATES) {
            double part = end / (lower / 2.0);
            if (part > ENDS_TO && part <= IMAGES_TO && IMAGES_TO * lower < rate && fall >= Limits.SHELF_NEAR_TOP) {
                return lower;
            }
        }
        return 0;
    }
}
