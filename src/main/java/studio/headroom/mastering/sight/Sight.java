package studio.headroom.mastering.sight;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a print becomes in its chain. Immutable.
///
/// @param print what goes in
/// @param master what comes out, as long as the print
/// @param spectrogram of the master
/// @param reductions how far each effect of the chain that is on turns down over the print, by its insert's id, in the
///     order of the chain
/// @param totalReduction of all of them together
public record Sight(
        SoundSight print,
        SoundSight master,
        Spectrogram spectrogram,
        Map<String, Reduction> reductions,
        Reduction totalReduction) {
    public Sight {
        reductions = Collections.unmodifiableMap(new LinkedHashMap<>(reductions));
    }

    static Sight of(SoundSight print, SoundSight master, Spectrogram spectrogram, Map<String, Reduction> reductions) {
        int steps = reductions.values().stream()
                .mapToInt(each -> each.db().length)
                .max()
                .orElse(1);
        float[] total = new float[steps];
        for (Reduction each : reductions.values()) {
            for (int i = 0; i < each.db().length; i++) {
                total[i] += each.db()[i];
            }
        }
        return new Sight(print, master, spectrogram, reductions, new Reduction(Reductions.STEP_FRAMES, total));
    }

    /// The reduction of an effect, by its insert's id.
    public Optional<Reduction> reduction(String insertId) {
        @Nullable Reduction found = reductions.get(insertId);
        return Optional.ofNullable(found);
    }

    /// How much louder the chain makes the whole, in LU; 0 where one of the two has no loudness.
    public double addedLu() {
        double added = master.report().integratedLufs() - print.report().integratedLufs();
        return Double.isFinite(added) ? added : 0;
    }
}
