package studio.headroom.engine.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// The passes that have ended since playback began, in the order of their ends, which is the order in which they are
/// put into the lanes: where two of them wrote, the later one counts, and a trim adds to what the earlier ones left.
final class Run {
    private final Controls controls;
    private final List<Pass> passes = new ArrayList<>();
    private @Nullable Project song;
    private @Nullable Project written;
    private int applied;

    Run(Controls controls) {
        this.controls = controls;
    }

    void add(Pass pass) {
        if (!pass.empty()) {
            passes.add(pass);
        }
    }

    /// A song with the passes in it.
    @SuppressWarnings("ReferenceEquality") // songs are immutable; comparing them in depth costs more than it saves
    Project writtenInto(Project project) {
        Project result = song == project && written != null ? written : project;
        int from = song == project ? applied : 0;
        for (Pass pass : passes.subList(from, passes.size())) {
            result = pass.applyTo(result, controls);
        }
        song = project;
        written = result;
        applied = passes.size();
        return result;
    }

    /// All passes as one step, named after the controls that the song still has; none when there is nothing to write.
    Optional<Edit> edit(Project project) {
        Set<Address> there = passes.stream()
                .map(Pass::address)
                .filter(address -> controls.find(project, address).isPresent())
                .collect(Collectors.toSet());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        List<Pass> all = List.copyOf(passes);
        return Optional.of(new Edit(name(project, there), current -> {
            Project result = current;
            for (Pass pass : all) {
                result = pass.applyTo(result, controls);
            }
            return result;
        }));
    }

    private String name(Project project, Set<Address> addresses) {
        List<Target> targets = addresses.stream()
                .flatMap(address -> controls.find(project, address).stream())
                .toList();
        List<String> strips =
                targets.stream().map(target -> target.strip().name()).distinct().toList();
        long stripCount =
                targets.stream().map(target -> target.strip().id()).distinct().count();
        String where = stripCount > 1 ? stripCount + " strips" : strips.getFirst();
        String what = targets.size() > 1
                ? targets.size() + " controls"
                : targets.getFirst().param().label();
        return "Write automation of " + where + ", " + what;
    }

    void clear() {
        passes.clear();
        song = null;
        written = null;
        applied = 0;
    }
}
