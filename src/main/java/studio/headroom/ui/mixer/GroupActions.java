package studio.headroom.ui.mixer;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import studio.headroom.project.Group;
import studio.headroom.project.Group.Link;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.GroupEdits;
import studio.headroom.ui.song.SongSession;

/// What menus do with groups of strips. Each is one step of undo. UI thread.
public final class GroupActions {
    private final SongSession session;
    private final MixerModel mixer;

    GroupActions(SongSession session, MixerModel mixer) {
        this.session = session;
        this.mixer = mixer;
    }

    private Project song() {
        return session.history().current();
    }

    /// Links the strip and those selected with it.
    public void create(String id) {
        Set<String> all = mixer.movedWith(id, null);
        String color = song().strips().stream()
                .filter(strip -> all.contains(strip.id()))
                .map(Strip::color)
                .findFirst()
                .orElse("grey");
        session.history().begin("Group " + words(all.size()));
        Set<String> before = groups();
        session.history().apply(GroupEdits.create("Group " + (song().groups().size() + 1), all));
        groups().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .ifPresent(made -> session.history().apply(GroupEdits.recolor(made, color)));
        session.history().end();
    }

    private static String words(int strips) {
        return strips == 1 ? "1 strip" : strips + " strips";
    }

    private Set<String> groups() {
        return song().groups().stream().map(Group::id).collect(Collectors.toSet());
    }

    public void rename(String group, String name) {
        session.history().apply(GroupEdits.rename(group, name));
    }

    /// Links what moves together in a group, or no longer.
    public void link(String group, Link link) {
        song().group(group).ifPresent(now -> {
            Set<Link> links = EnumSet.noneOf(Link.class);
            links.addAll(now.links());
            if (!links.remove(link)) {
                links.add(link);
            }
            session.history().apply(GroupEdits.links(group, links));
        });
    }

    public void select(String group) {
        session.selection()
                .strips(song().strips().stream()
                        .filter(strip -> strip.group().equals(group))
                        .map(Strip::id)
                        .toList());
    }

    /// Takes a group away; its strips stay as they are.
    public void remove(String group) {
        session.history().apply(GroupEdits.remove(group));
    }

    /// @param group empty for none
    public void put(String id, String group) {
        session.history().apply(GroupEdits.put(group, mixer.movedWith(id, null)));
    }
}
