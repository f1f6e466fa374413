package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Which strips solo silences. Solo is a property of ways: one is heard when it passes a soloed strip, or comes from
/// one that solo does not silence. A strip is silent when no way out of it is heard. Pure functions.
final class SoloReach {
    private SoloReach() {}

    /// Ids of the strips that are silent because others are soloed; none while nothing is.
    static Set<String> silent(Project song) {
        if (song.strips().stream().noneMatch(Strip::solo)) {
            return Set.of();
        }
        Map<String, List<String>> ways = new HashMap<>();
        Map<String, List<String>> back = new HashMap<>();
        Set<String> above = new HashSet<>();
        Set<String> below = new HashSet<>();
        for (Strip strip : song.strips()) {
            List<String> targets = new ArrayList<>();
            String output = strip.output();
            targets.add(output == null ? song.master().id() : output);
            strip.sends().forEach(send -> targets.add(send.target()));
            ways.put(strip.id(), targets);
            targets.forEach(target ->
                    back.computeIfAbsent(target, id -> new ArrayList<>()).add(strip.id()));
        }
        for (Strip strip : song.strips()) {
            if (strip.solo() || strip.soloSafe()) {
                spread(strip.id(), ways, above);
            }
            if (strip.solo()) {
                spread(strip.id(), back, below);
            }
        }
        Set<String> silent = new HashSet<>();
        for (Strip strip : song.strips()) {
            boolean heard = above.contains(strip.id())
                    || ways.getOrDefault(strip.id(), List.of()).stream().anyMatch(below::contains);
            if (!heard) {
                silent.add(strip.id());
            }
        }
        return Set.copyOf(silent);
    }

    private static void spread(String id, Map<String, List<String>> ways, Set<String> reached) {
        if (reached.add(id)) {
            ways.getOrDefault(id, List.of()).forEach(next -> spread(next, ways, reached));
        }
    }
}
