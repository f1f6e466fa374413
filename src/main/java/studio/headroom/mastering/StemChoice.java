package studio.headroom.mastering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import studio.headroom.engine.Stem;
import studio.headroom.param.Values;
import studio.headroom.project.Folder;
import studio.headroom.project.Group;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// What of a song becomes a stem.
public enum StemChoice {
    /// Each strip that feeds the master: together they are the mix.
    FEEDING_MASTER,
    TRACKS,
    BUSES,
    RETURNS,
    /// Each folder in one; what feeds the master and lies in no folder by itself.
    FOLDERS,
    /// Each group in one; what feeds the master and is in no group by itself.
    GROUPS,
    /// Each of the strips that are selected.
    SELECTED;

    /// The stems of a song, in mixer order.
    ///
    /// @param selected ids, for [#SELECTED]
    /// @param preFader see [Stem#preFader()]
    /// @param throughMaster see [Stem#throughMaster()]
    public List<Stem> of(Project project, Collection<String> selected, boolean preFader, boolean throughMaster) {
        return switch (this) {
            case FEEDING_MASTER -> each(project, strip -> strip.output() == null, preFader, throughMaster);
            case TRACKS -> each(project, strip -> strip.kind() == Strip.Kind.TRACK, preFader, throughMaster);
            case BUSES -> each(project, strip -> strip.kind() == Strip.Kind.BUS, preFader, throughMaster);
            case RETURNS -> each(project, strip -> strip.kind() == Strip.Kind.RETURN, preFader, throughMaster);
            case SELECTED -> each(project, strip -> selected.contains(strip.id()), preFader, throughMaster);
            case FOLDERS -> {
                Map<String, String> names = new HashMap<>();
                project.folders().forEach((Folder folder) -> names.put(folder.id(), folder.name()));
                yield together(project, strip -> strip.look().folder(), names, preFader, throughMaster);
            }
            case GROUPS -> {
                Map<String, String> names = new HashMap<>();
                project.groups().forEach((Group group) -> names.put(group.id(), group.name()));
                yield together(project, Strip::group, names, preFader, throughMaster);
            }
        };
    }

    private static List<Stem> each(Project project, Predicate<Strip> chosen, boolean preFader, boolean throughMaster) {
        return project.strips().stream()
                .filter(chosen)
                .map(strip -> new Stem(strip.name(), List.of(strip.id()), preFader, throughMaster))
                .toList();
    }

    /// One stem for each name that strips lie under. A bus that is fed by strips of one name alone lies there too; of
    /// strips that feed each other only the last is taken, so that nothing is heard twice.
    private static List<Stem> together(
            Project project,
            Function<Strip, String> place,
            Map<String, String> names,
            boolean preFader,
            boolean throughMaster) {
        Map<String, String> places = places(project, place);
        List<Stem> stems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Strip strip : project.strips()) {
            String at = places.getOrDefault(strip.id(), "");
            if (at.isEmpty()) {
                if (strip.output() == null) {
                    stems.add(new Stem(strip.name(), List.of(strip.id()), preFader, throughMaster));
                }
            } else if (seen.add(at)) {
                List<String> last = project.strips().stream()
                        .filter(other -> at.equals(places.get(other.id())))
                        .filter(other -> other.output() == null || !at.equals(places.get(other.output())))
                        .map(Strip::id)
                        .toList();
                stems.add(new Stem(names.getOrDefault(at, at), last, preFader, throughMaster));
            }
        }
        return stems;
    }

    private static Map<String, String> places(Project project, Function<Strip, String> place) {
        Map<String, String> places = new HashMap<>();
        project.strips().forEach(strip -> places.put(strip.id(), place.apply(strip)));
        // As often as buses can follow each other.
        for (int i = 0; i < project.strips().size(); i++) {
            boolean changed = false;
            for (Strip bus : project.strips()) {
                if (bus.kind() == Strip.Kind.BUS
                        && places.getOrDefault(bus.id(), "").isEmpty()) {
                    Set<String> feeders = new HashSet<>();
                    project.strips().stream()
                            .filter(strip -> bus.id().equals(strip.output()))
                            .forEach(strip -> feeders.add(places.getOrDefault(strip.id(), "")));
                    if (feeders.size() == 1 && !feeders.contains("")) {
                        places.put(bus.id(), feeders.iterator().next());
                        changed = true;
                    }
                }
            }
            if (!changed) {
                break;
            }
        }
        return places;
    }

    /// Why stems do not sum to the mix, in a sentence; empty where they do.
    public static String difference(Project project, List<Stem> stems) {
        Set<String> heard = new HashSet<>();
        Set<String> twice = new HashSet<>();
        stems.forEach(stem -> stem.strips().forEach(id -> {
            if (!heard.add(id)) {
                twice.add(id);
            }
        }));
        Set<String> feeding = new HashSet<>();
        project.strips().stream().filter(strip -> strip.output() == null).forEach(strip -> feeding.add(strip.id()));
        if (!twice.isEmpty() || !heard.containsAll(feeding)) {
            return "they leave out some of what feeds the master.";
        }
        if (!feeding.containsAll(heard)) {
            return "they hold strips as they are before their bus.";
        }
        if (stems.stream().anyMatch(Stem::preFader)) {
            return "they are taken before the faders.";
        }
        if (stems.stream().anyMatch(stem -> !stem.throughMaster())) {
            return project.master().inserts().stream().allMatch(insert -> insert.bypassed())
                            && project.master().controls().equals(Values.INITIAL)
                            && project.master().automation().isEmpty()
                    ? ""
                    : "they leave out what the master does.";
        }
        return LinearMaster.difference(project);
    }
}
