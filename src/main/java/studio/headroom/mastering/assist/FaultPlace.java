package studio.headroom.mastering.assist;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.analysis.BandLevels.Passage;
import studio.headroom.mastering.assist.Finding.Fault;
import studio.headroom.project.Span;

/// Where a fault of a print is plainest: the passage of about three seconds that shows it most, among those that are
/// loud enough to matter.
final class FaultPlace {
    /// Softer passages than this below the loudest do not count, in dB.
    private static final double MATTERS_DB = 15;

    private FaultPlace() {}

    static Span of(Fault fault, PrintAnalysis print) {
        Span all = new Span(0, Math.max(1, print.report().frames()));
        if (fault == Fault.CLIPPED) {
            long end = Math.min(all.end(), print.flatTopFrame() + print.sampleRate());
            return new Span(Math.min(print.flatTopFrame(), end - 1), end);
        }
        ToDoubleFunction<Passage> plainness = plainness(fault);
        if (plainness == null) {
            return all;
        }
        List<Passage> passages = print.passages();
        double loudest = passages.stream().mapToDouble(Passage::power).max().orElse(0);
        double least = fault == Fault.NOISY ? 0 : loudest * Decibels.toGain(-2 * MATTERS_DB);
        Passage best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Passage passage : passages) {
            double now = passage.power() > 0 && passage.power() >= least
                    ? plainness.applyAsDouble(passage)
                    : Double.NEGATIVE_INFINITY;
            if (now > most) {
                most = now;
                best = passage;
            }
        }
        return best == null ? all : new Span(best.from(), best.to());
    }

    /// How plain a fault is in a passage: the larger, the plainer; null for one that is the same everywhere.
    private static @Nullable ToDoubleFunction<Passage> plainness(Fault fault) {
        return switch (fault) {
            case BOOMY -> passage -> share(passage, 0);
            case THIN -> passage -> -share(passage, 0);
            case HARSH -> passage -> share(passage, 2);
            case BRIGHT -> passage -> share(passage, 3);
            case DULL -> passage -> -share(passage, 3);
            case NARROW -> FaultPlace::correlation;
            case WIDE, OUT_OF_PHASE -> passage -> -correlation(passage);
            case LEFT_HEAVY -> passage -> passage.left() - passage.right();
            case RIGHT_HEAVY -> passage -> passage.right() - passage.left();
            case TOO_DYNAMIC -> Passage::power;
            case OVER_COMPRESSED -> passage -> -passage.peak() / Math.sqrt(passage.power());
            case NOISY -> passage -> -passage.power();
            case DC, CLIPPED -> null;
        };
    }

    private static double share(Passage passage, int band) {
        double all = 0;
        for (double power : passage.bands()) {
            all += power;
        }
        return passage.bands()[band] / Math.max(all, Double.MIN_NORMAL);
    }

    private static double correlation(Passage passage) {
        return passage.product() / Math.max(Math.sqrt(passage.left() * passage.right()), Double.MIN_NORMAL);
    }
}
