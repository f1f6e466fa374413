package studio.headroom.project.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import studio.headroom.project.Project;
import studio.headroom.project.Snapshot;
import studio.headroom.project.StripState;

/// Mix snapshots: taking, naming and removing them is no step of the [History], recalling one is.
public final class SnapshotEdits {
    private SnapshotEdits() {}

    /// Keeps the present mix; its id is [Ids#SNAPSHOT] with the next number.
    ///
    /// @param slot one of [Snapshot#SLOTS], whose snapshot it takes the place of, or empty
    public static Edit take(String slot, String name) {
        return new Edit("Snapshot '" + name + "'", project -> {
            Snapshot taken = Snapshot.of(project, Ids.next(project, Ids.SNAPSHOT), slot, name);
            List<Snapshot> others =
                    Parts.without(project.snapshots(), old -> !slot.isEmpty() && old.slot().equals(slot));
            return project.withSnapshots(Parts.inserted(others, others.size(), taken));
        });
    }

    public static Edit remove(String id) {
        return new Edit("Remove snapshot", project -> {
            require(project, id);
            return project.withSnapshots(
                    Parts.without(project.snapshots(), snapshot -> snapshot.id().equals(id)));
        });
    }

    public static Edit rename(String id, String name) {
        return new Edit("Rename snapshot '" + name + "'", change(id, snapshot -> snapshot.withName(name)));
    }

    /// Puts a snapshot into a slot; the one that was there has none then.
    public static Edit slot(String id, String slot) {
        return new Edit("Snapshot to slot " + slot, project -> {
            require(project, id);
            List<Snapshot> freed = Parts.changed(
                    project.snapshots(),
                    snapshot -> !slot.isEmpty() && snapshot.slot().equals(slot),
                    snapshot -> snapshot.withSlot(""));
            return project.withSnapshots(
                    Parts.changed(freed, snapshot -> snapshot.id().equals(id), snapshot -> snapshot.withSlot(slot)));
        });
    }

    /// Notes how loud a snapshot's mix was measured, in LUFS.
    public static Edit loudness(String id, OptionalDouble lufs) {
        return new Edit("Loudness of snapshot", change(id, snapshot -> snapshot.withLoudness(lufs)));
    }

    /// Brings the whole mix back. Strips that the snapshot does not know stay as they are.
    public static Edit recall(String id) {
        return recall(id, Set.of(), Scope.ALL);
    }

    /// Brings some of the mix back.
    ///
    /// @param strips those that come back; none means all
    /// @param scopes what of them comes back
    public static Edit recall(String id, Set<String> strips, Set<Scope> scopes) {
        Set<String> chosen = Set.copyOf(strips);
        Set<Scope> parts = Set.copyOf(scopes);
        return new Edit(
                "Recall snapshot",
                project -> {
                    Map<String, StripState> states = new HashMap<>();
                    for (StripState state : require(project, id).strips()) {
                        if (chosen.isEmpty() || chosen.contains(state.strip())) {
                            states.put(state.strip(), state);
                        }
                    }
                    return new StripRecall(project, states, parts).recalled();
                },
                project -> "Recall '" + require(project, id).name() + "'"
                        + (chosen.isEmpty() ? "" : " for " + StripEdits.names(project, chosen)));
    }

    /// Gives strips the settings of another one. Effects and sends get new ids; what fits no longer or would run in a
    /// circle is left out.
    ///
    /// @param settings as [StripState#of] copied them
    public static Edit paste(StripState settings, Set<String> strips, Set<Scope> scopes) {
        Set<String> all = Set.copyOf(strips);
        return new Edit(
                "Paste settings",
                project -> {
                    Map<String, StripState> states = new HashMap<>();
                    for (String id : all) {
                        Parts.strip(project, id);
                        states.put(id, settings);
                    }
                    return new StripRecall(project, states, scopes).recalled();
                },
                project -> "Paste settings of " + settings.name() + " to " + StripEdits.names(project, all));
    }


    private static Snapshot require(Project project, String id) {
        return project.snapshot(id).orElseThrow(() -> Parts.missing("snapshot", id));
    }

    private static UnaryOperator<Project> change(String id, UnaryOperator<Snapshot> change) {
        return project -> {
            require(project, id);
            return project.withSnapshots(
                    Parts.changed(project.snapshots(), snapshot -> snapshot.id().equals(id), change));
        };
    }
}
