package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;

/// Edits that make strips out of others.
public final class StripCopies {
    private StripCopies() {}

    /// Puts a copy behind a strip, with everything it holds under new ids. It is not soloed, and nothing leads to it
    /// or listens to it.
    public static Edit duplicate(String id) {
        return Edit.doing("Duplicate", id, project -> {
            StripEdits.requireNotMaster(project, id);
            Strip original = Parts.strip(project, id);
            Strip copy = withNewIds(project, original)
                    .withName(original.name() + " copy")
                    .withSolo(false);
            return project.withStrips(
                    Parts.inserted(project.strips(), project.strips().indexOf(original) + 1, copy));
        });
    }

    private static Strip withNewIds(Project project, Strip original) {
        Map<String, String> renamed = new HashMap<>();
        int number = Ids.nextNumber(project, Ids.INSERT);
        List<Insert> inserts = new ArrayList<>();
        for (Insert insert : original.inserts()) {
            String id = Ids.INSERT + number++;
            renamed.put(insert.id(), id);
            inserts.add(insert.withId(id));
        }
        number = Ids.nextNumber(project, Ids.SEND);
        List<Send> sends = new ArrayList<>();
        for (Send send : original.sends()) {
            String id = Ids.SEND + number++;
            renamed.put(send.id(), id);
            sends.add(send.withId(id));
        }
        number = Ids.nextNumber(project, Ids.CLIP);
        List<Clip> clips = new ArrayList<>();
        for (Clip clip : original.clips()) {
            clips.add(clip.withId(Ids.CLIP + number++));
        }
        String id = Ids.next(project, Ids.STRIP);
        renamed.put(original.id(), id);
        List<Lane> lanes = original.automation().stream()
                .map(lane -> lane.withOwner(Objects.requireNonNull(renamed.get(lane.owner()))))
                .toList();
        return original.withAutomation(List.of())
                .withId(id)
                .withInserts(inserts)
                .withSends(sends)
                .withClips(clips)
                .withAutomation(lanes);
    }

    /// A new bus behind the last of these strips, which they feed from then on. It feeds what they fed where that was
    /// one and the same, else the master.
    public static Edit busOf(String name, Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return new Edit("New bus '" + name + "'", project -> {
            if (all.isEmpty()) {
                throw new InvalidProjectException("no strip is chosen for the bus '" + name + "'");
            }
            Set<@Nullable String> outputs = new HashSet<>();
            int at = 0;
            for (String id : all) {
                StripEdits.requireNotMaster(project, id);
                Strip strip = Parts.strip(project, id);
                outputs.add(strip.output());
                at = Math.max(at, project.strips().indexOf(strip) + 1);
            }
            String shared = outputs.size() == 1 ? outputs.iterator().next() : null;
            Strip bus = Strip.create(Kind.BUS, Ids.next(project, Ids.STRIP), name)
                    .withOutput(shared)
                    .withColor(project.strips().get(at - 1).color());
            List<Strip> strips = project.strips().stream()
                    .map(strip -> all.contains(strip.id()) ? strip.withOutput(bus.id()) : strip)
                    .collect(Collectors.toCollection(ArrayList::new));
            // A bus that stood between two strips of a folder would part them.
            String folder = strips.get(at - 1).look().folder();
            while (!folder.isEmpty() && at < strips.size() && strips.get(at).look().folder().equals(folder)) {
                at++;
            }
            strips.add(at, bus);
            return project.withStrips(strips);
        });
    }
}
