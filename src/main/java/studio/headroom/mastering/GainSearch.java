package studio.headroom.mastering;

import java.util.OptionalDouble;

/// Finds the gain before a limiter that gives a loudness, and the ceiling that its file keeps. More gain is never
/// quieter, but each dB gives the less the more is limited. The first gain allows for what a limiter usually takes, the
/// second for what it took; from there the way goes by secants between what was too quiet and what was too loud.
final class GainSearch {
    /// With a limiter at work a dB of gain gives at least this much loudness, or there is no more to be had.
    private static final double FLATTEST = 0.15;

    /// How far the limiter's own ceiling lies below the one that is asked for, in dB: what it may overshoot.
    private static final double MARGIN = 0.05;

    private static final double STEP_BELOW = 0.01;
    private static final double LONGEST_STEP = 0.2;

    /// What limiting usually takes from the loudness, in LU: [#USUAL] · x^[#POWER] for x dB of gain beyond where the
    /// peak
    /// meets the ceiling. Fitted to mixes through this limiter: 0.06 for 2 dB, 0.33 for 4 dB, 0.9 for 6 dB.
    private static final double USUAL = 0.012;

    private static final double POWER = 2.4;
    private static final int ROUNDS = 20;
    /// Times the gain that would do without a limiter, at most.
    private static final double MOST = 3;

    /// The most gain that is tried, in dB.
    static final double MOST_GAIN = 36;

    private final OptionalDouble wanted;
    private final double asked;
    /// Without gain and limiter.
    private final double plainLufs;

    private final double plainPeak;
    /// Whether the gain stays as it is and the ceiling alone may move.
    private final boolean fixed;
    private double ceiling;
    private double gain;
    /// What coding adds to the loudness, in LU.
    private double coding;

    /// How far below what a file was over the next one is aimed, in dB. It grows, since lossy coding passes the ceiling
    /// by
    /// another figure each time.
    private double step = STEP_BELOW;

    private double lastGain = Double.NaN;
    private double lastLufs = Double.NaN;
    private double tooQuiet = Double.NEGATIVE_INFINITY;
    private double tooLoud = Double.POSITIVE_INFINITY;
    private double loudest = Double.NEGATIVE_INFINITY;

    /// The search for what a level asks.
    ///
    /// @param limiter the ceiling of the chain's own limiter, or empty where it has none
    /// @param floating whether the file holds what is above full scale
    /// @param lufs loudness without gain and limiter
    /// @param truePeak likewise
    static GainSearch of(Level level, OptionalDouble limiter, boolean floating, double lufs, double truePeak) {
        return switch (level) {
            case Level.Loud loud -> new GainSearch(OptionalDouble.of(loud.lufs()), loud.dbtp(), lufs, truePeak);
            case Level.Unlimited unlimited -> new GainSearch(OptionalDouble.empty(), unlimited.dbtp(), lufs, truePeak);
            case Level.Exactly exactly -> new GainSearch(limiter, Double.POSITIVE_INFINITY);
            case Level.AsSet(OptionalDouble named) -> {
                double usual = floating ? Double.POSITIVE_INFINITY : 0;
                yield new GainSearch(limiter, named.orElse(limiter.orElse(usual)));
            }
        };
    }

    /// Without gain, under a ceiling.
    private GainSearch(OptionalDouble set, double asked) {
        wanted = OptionalDouble.empty();
        this.asked = asked;
        fixed = true;
        plainLufs = Double.NaN;
        plainPeak = Double.NaN;
        gain = 0;
        ceiling = set.isPresent() && set.getAsDouble() <= asked ? set.getAsDouble() : asked - MARGIN;
    }

    /// @param wanted loudness of the file; without one its peak comes up to the ceiling
    /// @param ceiling true peak that the file may have
    /// @param lufs loudness without gain and limiter
    /// @param truePeak likewise
    GainSearch(OptionalDouble wanted, double ceiling, double lufs, double truePeak) {
        this.wanted = wanted;
        asked = ceiling;
        fixed = false;
        this.ceiling = ceiling - MARGIN;
        plainLufs = lufs;
        plainPeak = truePeak;
        gain = wanted.isPresent()
                ? notPast(gainFor(wanted.getAsDouble(), 1), wanted.getAsDouble() - lufs)
                : this.ceiling - truePeak - STEP_BELOW;
    }

    /// A gain, or the most that is tried where it lies beyond that and what is known to be needed does not: so nothing
    /// is given up before the most was tried.
    private static double notPast(double next, double needed) {
        return next > MOST_GAIN && needed < MOST_GAIN ? MOST_GAIN : next;
    }

    /// The gain in dB that gives a loudness behind a limiter that takes `share` times what is usual.
    private double gainFor(double lufs, double share) {
        double without = lufs - plainLufs;
        double free = ceiling - plainPeak;
        double above = without - free;
        if (!(above > 0)) {
            return without;
        }
        double x = above;
        for (int round = 0; round < ROUNDS; round++) {
            double taken = share * USUAL * Math.pow(x, POWER);
            double slope = Math.max(FLATTEST, 1 - POWER * taken / x);
            x = Math.clamp(x + (above - (x - taken)) / slope, above, MOST * above);
        }
        return free + x;
    }

    /// How many times the usual it took that a gain gave this loudness; not above 0 where nothing was limited.
    private double share(double lufs) {
        double beyond = gain - (ceiling - plainPeak);
        return beyond > 0 ? (plainLufs + gain - lufs) / (USUAL * Math.pow(beyond, POWER)) : 0;
    }

    /// The gain to try next, in dB.
    double gain() {
        return gain;
    }

    /// The ceiling to set the limiter to, in dBTP.
    double ceiling() {
        return ceiling;
    }

    /// The true peak that the file may have, in dBTP.
    double asked() {
        return asked;
    }

    /// The loudest that was heard, in LUFS.
    double loudest() {
        return loudest;
    }

    /// Learns how loud the limiter's output became.
    ///
    /// @return whether it is worth a look at the file
    boolean limited(double lufs) {
        loudest = Math.max(loudest, lufs);
        if (wanted.isEmpty() || near(lufs + coding)) {
            return true;
        }
        move(lufs);
        return false;
    }

    /// Learns how loud the file is and how high its peaks are.
    ///
    /// @param lufs as given to [#limited] for the same file
    /// @return whether that is what was asked for
    boolean written(double lufs, double fileLufs, double fileTruePeak) {
        double over = fileTruePeak - asked;
        if (over <= 0 && (wanted.isEmpty() || near(fileLufs))) {
            return true;
        }
        double lower = Math.max(over, 0) + step;
        if (over > 0) {
            step = Math.min(LONGEST_STEP, 2 * step);
        }
        if (fixed) {
            ceiling -= lower;
            return false;
        }
        if (wanted.isEmpty()) {
            gain -= lower;
            return false;
        }
        coding = fileLufs - lufs;
        if (over > 0) {
            // A ceiling above the peaks lowers nothing.
            ceiling -= Math.max(0, ceiling - (plainPeak + gain));
            shift(lower);
            move(lufs - lower);
        } else {
            move(lufs);
        }
        return false;
    }

    /// Under a ceiling that is lower by some dB, a gain lower by as much gives a sound lower by as much.
    private void shift(double lower) {
        ceiling -= lower;
        gain -= lower;
        lastGain -= lower;
        lastLufs -= lower;
        tooQuiet -= lower;
        tooLoud = Double.POSITIVE_INFINITY;
    }

    private boolean near(double lufs) {
        return Math.abs(lufs - wanted.orElseThrow()) <= MasterJob.LOUDNESS_TOLERANCE;
    }

    private void move(double lufs) {
        double missing = wanted.orElseThrow() - (lufs + coding);
        if (missing > 0) {
            tooQuiet = Math.max(tooQuiet, gain);
        } else {
            tooLoud = Math.min(tooLoud, gain);
        }
        double next = gain + missing;
        if (!Double.isNaN(lastGain) && gain != lastGain) {
            next = gain + missing / Math.clamp((lufs - lastLufs) / (gain - lastGain), FLATTEST, 1.2);
        } else if (share(lufs) > 0) {
            next = gainFor(wanted.orElseThrow() - coding, share(lufs));
        }
        lastGain = gain;
        lastLufs = lufs;
        boolean between = next > tooQuiet && next < tooLoud;
        gain = between || tooLoud - tooQuiet == Double.POSITIVE_INFINITY
                ? notPast(next, gain)
                : (tooQuiet + tooLoud) / 2;
    }
}
