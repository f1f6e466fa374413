package studio.headroom.project.compare;

import java.util.List;
import java.util.Optional;
import studio.headroom.project.Project;
import studio.headroom.project.Snapshot;
import studio.headroom.project.StripState;

/// What differs between two mixes: controls, effects, sends, routes, which automation is read. No two equal mixes differ,
/// and two that differ always give a sentence.
public final class SnapshotDifference {
    private SnapshotDifference() {}

    /// From one snapshot to another, the most important first.
    public static List<Difference> between(Snapshot from, Snapshot to, EffectNames effects) {
        MixDifference difference = new MixDifference(
                effects,
                id -> to.strip(id)
                        .or(() -> from.strip(id))
                        .map(StripState::name)
                        .filter(name -> !name.isBlank())
                        .orElse(id));
        for (StripState state : from.strips()) {
            if (to.strip(state.strip()).isEmpty()) {
                difference.add(Difference.Kind.STRIP, state.strip(), 1, state.name() + " removed");
            }
        }
        for (StripState state : to.strips()) {
            Optional<StripState> before = from.strip(state.strip());
            if (before.isEmpty()) {
                difference.add(Difference.Kind.STRIP, state.strip(), 1, state.name() + " added");
            } else {
                difference.compare(before.get(), state);
            }
        }
        return difference.found().stream().sorted(Difference.BY_IMPORTANCE).toList();
    }

    /// From a snapshot to the present mix.
    public static List<Difference> since(Snapshot from, Project now, EffectNames effects) {
        return between(from, Snapshot.of(now, "now", "", "now"), effects);
    }
}
