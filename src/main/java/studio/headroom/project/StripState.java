package studio.headroom.project;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Values;

/// What a strip contributes to a mix, apart from what it plays: all its controls, its effects in their order with
/// their values and bypasses, its sends, where it leads, and which of its automation is read.
///
/// What it names (strips, effects, sends) may have gone from the song since it was taken.
///
/// @param strip id of the strip
/// @param name of the strip when this was taken, for people
/// @param read the lanes that were read, as `owner/param`
/// @param ignored the lanes that were not read, in the same way
public record StripState(
        String strip,
        String name,
        Values controls,
        boolean solo,
        boolean soloSafe,
        @Nullable String output,
        List<Insert> inserts,
        List<Send> sends,
        Set<String> read,
        Set<String> ignored) {
    public StripState {
        name = Names.line(name);
        inserts = List.copyOf(inserts);
        sends = List.copyOf(sends);
        read = sorted(read);
        ignored = sorted(ignored);
    }

    /// That of a strip as it is.
    public static StripState of(Strip strip) {
        Set<String> read = new TreeSet<>();
        Set<String> ignored = new TreeSet<>();
        strip.automation().forEach(lane -> (lane.enabled() ? read : ignored).add(name(lane)));
        return new StripState(
                strip.id(),
                strip.name(),
                strip.controls(),
                strip.solo(),
                strip.soloSafe(),
                strip.output(),
                strip.inserts(),
                strip.sends(),
                read,
                ignored);
    }

    /// What a lane is called in [#read] and [#ignored].
    public static String name(Lane lane) {
        return lane.owner() + "/" + lane.param();
    }

    private static Set<String> sorted(Set<String> names) {
        return java.util.Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
