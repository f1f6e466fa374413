package studio.headroom.mastering.gentle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.sight.Reduction;
import studio.headroom.project.Span;

/// What was measured of an effect that turns down.
///
/// @param deepestDb the deepest reduction, in dB, 0 or more; NaN while nothing was measured
/// @param usualDb the average of where it turns down at all, in dB; NaN while nothing was measured
/// @param print its reduction over the whole print; null where only the last seconds are known
public record Work(
        double deepestDb, double usualDb, @Nullable Reduction print) {
    /// Nothing was measured.
    public static final Work UNKNOWN = new Work(Double.NaN, Double.NaN, null);

    /// Less than this counts as not working, in dB.
    public static final double LEAST_DB = 0.3;

    private static final double BREATH_SECONDS = 1;

    /// Of the last seconds that were heard.
    public static Work heard(double deepestDb, double usualDb) {
        return new Work(deepestDb, usualDb, null);
    }

    /// Over a whole print.
    public static Work of(Reduction print) {
        double sum = 0;
        int count = 0;
        for (float db : print.db()) {
            if (db >= LEAST_DB) {
                sum += db;
                count++;
            }
        }
        return new Work(print.deepestDb(), count == 0 ? 0 : sum / count, print);
    }

    public boolean isKnown() {
        return !Double.isNaN(deepestDb);
    }

    /// The part of the print around the deepest reduction in which it goes beyond a limit again and again, in the
    /// print's frames; empty where it never does, or the print is not known.
    Optional<Span> beyond(double limitDb, int sampleRate) {
        Reduction all = print;
        if (all == null || !(deepestDb > limitDb)) {
            return Optional.empty();
        }
        int gap = (int) Math.max(1, BREATH_SECONDS * sampleRate / all.stepFrames());
        int at = (int) (all.deepestFrame() / all.stepFrames());
        int first = reach(all.db(), at, -1, gap, limitDb);
        int last = reach(all.db(), at, 1, gap, limitDb);
        return Optional.of(new Span((long) first * all.stepFrames(), (last + 1L) * all.stepFrames()));
    }

    private static int reach(float[] db, int from, int way, int gap, double limitDb) {
        int last = from;
        for (int i = from; i >= 0 && i < db.length && Math.abs(i - last) <= gap; i += way) {
            last = db[i] > limitDb ? i : last;
        }
        return last;
    }
}
