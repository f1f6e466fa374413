package studio.headroom.project.edit;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import studio.headroom.project.Group;
import studio.headroom.project.Group.Link;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Edits of groups, and who moves with whom.
public final class GroupEdits {
    private GroupEdits() {}

    /// A new group of these strips with everything linked; they leave the groups they were in. Its id is [Ids#GROUP]
    /// with the next number.
    public static Edit create(String name, Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return new Edit("Group '" + name + "'", project -> {
            all.forEach(id -> Parts.strip(project, id));
            Group group = Group.create(Ids.next(project, Ids.GROUP), name);
            Project with =
                    project.withGroups(Parts.inserted(project.groups(), project.groups().size(), group));
            return Parts.changeAll(with, strip -> all.contains(strip.id()) ? strip.withGroup(group.id()) : strip);
        });
    }

    /// Puts strips into a group, or into none when it is empty.
    public static Edit put(String group, Set<String> ids) {
        Edit edit = StripEdits.forAll(group.isEmpty() ? "Ungroup" : "Group", ids, strip -> strip.withGroup(group));
        return new Edit(
                edit.name(),
                project -> {
                    if (!group.isEmpty()) {
                        require(project, group);
                    }
                    return edit.apply(project);
                },
                edit.naming());
    }

    /// Takes a group away; its strips stay as they are.
    public static Edit remove(String id) {
        return named("Remove group", id, project -> {
            require(project, id);
            Project without = Parts.changeAll(
                    project, strip -> strip.group().equals(id) ? strip.withGroup("") : strip);
            return without.withGroups(
                    Parts.without(without.groups(), group -> group.id().equals(id)));
        });
    }

    public static Edit rename(String id, String name) {
        return new Edit("Rename group '" + name + "'", change(id, group -> group.withName(name)));
    }

    public static Edit recolor(String id, String color) {
        return named("Color of group", id, change(id, group -> group.withColor(color)));
    }

    /// Sets what moves together in a group.
    public static Edit links(String id, Set<Link> links) {
        return named("Links of group", id, change(id, group -> group.withLinks(links)));
    }

    /// The strips that move when these are moved by hand: they themselves, and those of their groups where `link` is
    /// linked. To move one alone for once, do not ask.
    public static Set<String> linked(Project project, Set<String> ids, Link link) {
        Set<String> groups = new HashSet<>();
        Parts.all(project)
                .filter(strip -> ids.contains(strip.id()))
                .map(Strip::group)
                .filter(id -> project.group(id)
                        .filter(group -> group.links().contains(link))
                        .isPresent())
                .forEach(groups::add);
        Set<String> all = new HashSet<>(ids);
        Parts.all(project)
                .filter(strip -> groups.contains(strip.group()))
                .map(Strip::id)
                .forEach(all::add);
        return Set.copyOf(all);
    }

    private static Edit named(String verb, String id, UnaryOperator<Project> change) {
        return new Edit(verb, change, project -> verb + " '" + require(project, id).name() + "'");
    }

    private static Group require(Project project, String id) {
        return project.group(id).orElseThrow(() -> Parts.missing("group", id));
    }

    private static UnaryOperator<Project> change(String id, UnaryOperator<Group> change) {
        return project -> {
            require(project, id);
            return project.withGroups(
                    Parts.changed(project.groups(), group -> group.id().equals(id), change));
        };
    }
}
