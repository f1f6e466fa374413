package studio.headroom.ui.master.advise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.mastering.assist.AssistJob.Trial;
import studio.headroom.project.Insert;

/// The chain of what is taken of an advice.
final class AssistantTaken {
    private AssistantTaken() {}

    /// @param trial of other moves or of these; null where none was made
    /// @param tried the shares that were tried
    /// @param shares that are taken
    static List<Insert> chain(@Nullable Advice advice, @Nullable Trial trial, List<Double> tried, List<Double> shares) {
        if (advice == null) {
            return List.of();
        }
        if (trial != null && tried.equals(shares)) {
            return trial.chain();
        }
        // As loud as it will be, near enough until it was tried: what changed but the loudness changes that little.
        double from = trial == null ? advice.after().report().integratedLufs() : advice.lufs(tried) - trial.gainDb();
        return advice.driven(advice.front(shares), Math.rint((advice.lufs(shares) - from) * 100) / 100);
    }
}
