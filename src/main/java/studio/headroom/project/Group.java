package studio.headroom.project;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Strips that are moved together. A strip is in one group or in none; it names the group that it is in.
///
/// Levels are linked relatively: a fader that is moved by 2 dB moves the others by 2 dB.
///
/// @param color name of a track color
/// @param links what moves together; nothing is a group that is only shown
public record Group(String id, String name, String color, Set<Link> links) {
    public enum Link {
        LEVEL,
        MUTE,
        SOLO,
        SELECT
    }

    public Group {
        name = Names.line(name);
        EnumSet<Link> ordered = EnumSet.noneOf(Link.class);
        ordered.addAll(links);
        links = Collections.unmodifiableSet(ordered);
    }

    /// A group in which everything is linked.
    public static Group create(String id, String name) {
        return new Group(id, name, "grey", EnumSet.allOf(Link.class));
    }

    public Group withName(String changed) {
        return new Group(id, changed, color, links);
    }

    public Group withColor(String changed) {
        return new Group(id, name, changed, links);
    }

    public Group withLinks(Set<Link> changed) {
        return new Group(id, name, color, changed);
    }
}
