package studio.headroom.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Strip.Kind;

/// Which strip feeds which, over outputs, sends and keys: a strip must be rendered before the strips that it feeds,
/// so this graph must have no circle. Muted and bypassed connections count, for they may be switched on while sound
/// runs.
///
/// - The **output** of a track, bus or return is a bus, or the master when it names none.
/// - A **send** goes to a return or a bus.
/// - A **key** listens to a track, bus or return.
public final class Routing {
    private Routing() {}

    /// Whether something that `from` feeds to `to` would come back to `from`: by an output, a send, or a key that
    /// `to` takes from `from`. Also true when both are the same.
    public static boolean wouldCycle(Project project, String from, String to) {
        return reaches(feeds(project.strips(), project.master()), to, from);
    }

    /// Whether a strip may have this output; null is the master.
    public static boolean mayOutput(Project project, String strip, @Nullable String bus) {
        return bus == null || (isKind(project, bus, Kind.BUS) && !wouldCycle(project, strip, bus));
    }

    /// Whether a strip may send to a target.
    public static boolean maySend(Project project, String strip, String target) {
        return !project.master().id().equals(strip)
                && isKind(project, target, Kind.BUS, Kind.RETURN)
                && !wouldCycle(project, strip, target);
    }

    /// Whether an insert of a strip may listen to another strip.
    public static boolean mayKey(Project project, String strip, String source) {
        return isKind(project, source, Kind.TRACK, Kind.BUS, Kind.RETURN) && !wouldCycle(project, source, strip);
    }

    private static boolean isKind(Project project, String id, Kind... kinds) {
        return project.strip(id)
                .filter(strip -> List.of(kinds).contains(strip.kind()))
                .isPresent();
    }

    /// @throws InvalidProjectException when a connection leads to nothing, to the wrong kind of strip, or in a
    ///     circle
    static void require(List<Strip> strips, Strip master) {
        Map<String, Strip> byId = new HashMap<>();
        strips.forEach(strip -> byId.put(strip.id(), strip));
        byId.put(master.id(), master);
        for (Strip strip : byId.values()) {
            String output = strip.output();
            if (output != null) {
                requireKind(byId, strip, "feeds", output, Kind.BUS);
            }
            for (Send send : strip.sends()) {
                requireKind(byId, strip, "sends to", send.target(), Kind.RETURN, Kind.BUS);
            }
            for (Insert insert : strip.inserts()) {
                if (insert.key() != null) {
                    requireKind(byId, strip, "listens to", insert.key(), Kind.TRACK, Kind.BUS, Kind.RETURN);
                }
            }
        }
        requireNoCircle(strips, master);
    }

    private static void requireKind(Map<String, Strip> byId, Strip strip, String verb, String target, Kind... kinds) {
        Strip found = byId.get(target);
        if (found == null) {
            throw new InvalidProjectException(
                    "'" + strip.name() + "' " + verb + " '" + target + "', which the song does not have");
        }
        if (!List.of(kinds).contains(found.kind())) {
            throw new InvalidProjectException("'" + strip.name() + "' " + verb + " '" + found.name() + "', which is a "
                    + found.kind().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /// Takes away strips that nothing feeds any more until none is left; what stays is a circle or hangs on one.
    private static void requireNoCircle(List<Strip> strips, Strip master) {
        Map<String, Set<String>> feeds = feeds(strips, master);
        Map<String, Integer> incoming = new HashMap<>();
        feeds.values().forEach(targets -> targets.forEach(target -> incoming.merge(target, 1, Integer::sum)));
        Deque<String> free = new ArrayDeque<>();
        feeds.keySet().stream().filter(id -> !incoming.containsKey(id)).forEach(free::add);
        int taken = 0;
        while (!free.isEmpty()) {
            taken++;
            for (String target : feeds.getOrDefault(free.remove(), Set.of())) {
                if (incoming.merge(target, -1, Integer::sum) == 0) {
                    free.add(target);
                }
            }
        }
        if (taken < feeds.size()) {
            List<String> names = new ArrayList<>();
            strips.stream()
                    .filter(strip -> feeds.getOrDefault(strip.id(), Set.of()).stream()
                            .anyMatch(target -> reaches(feeds, target, strip.id())))
                    .forEach(strip -> names.add("'" + strip.name() + "'"));
            throw new InvalidProjectException("the routing runs in a circle: " + String.join(", ", names));
        }
    }

    private static boolean reaches(Map<String, Set<String>> feeds, String start, String goal) {
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String id = open.remove();
            if (id.equals(goal)) {
                return true;
            }
            for (String next : feeds.getOrDefault(id, Set.of())) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return false;
    }

    /// For each strip, the strips that need its sound.
    private static Map<String, Set<String>> feeds(List<Strip> strips, Strip master) {
        Map<String, Set<String>> feeds = new HashMap<>();
        feeds.put(master.id(), new HashSet<>());
        for (Strip strip : strips) {
            Set<String> targets = feeds.computeIfAbsent(strip.id(), id -> new HashSet<>());
            String output = strip.output();
            targets.add(output == null ? master.id() : output);
            strip.sends().forEach(send -> targets.add(send.target()));
            addKeys(feeds, strip);
        }
        addKeys(feeds, master);
        return feeds;
    }

    private static void addKeys(Map<String, Set<String>> feeds, Strip strip) {
        for (Insert insert : strip.inserts()) {
            if (insert.key() != null) {
                feeds.computeIfAbsent(insert.key(), id -> new HashSet<>()).add(strip.id());
            }
        }
    }
}
