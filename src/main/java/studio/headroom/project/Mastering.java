package studio.headroom.project;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The second stage of a song: what is done to its mix print, and what is delivered.
///
/// @param chain effects in order; empty means the default chain
/// @param target name of a delivery target, or empty
/// @param tags title, artist and so on, by tag name
public record Mastering(List<Insert> chain, String target, SortedMap<String, String> tags) {
    public static final Mastering NONE = new Mastering(List.of(), "", new TreeMap<>());

    public Mastering {
        chain = List.copyOf(chain);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        if (chain.stream().anyMatch(insert -> insert.key() != null)) {
            throw new InvalidProjectException("the mastering chain has no other strips to listen to");
        }
    }

    public Mastering withChain(List<Insert> changed) {
        return new Mastering(changed, target, tags);
    }

    public Mastering withTarget(String changed) {
        return new Mastering(chain, changed, tags);
    }

    public Mastering withTags(SortedMap<String, String> changed) {
        return new Mastering(chain, target, changed);
    }
}
