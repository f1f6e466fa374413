package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.project.Group;
import studio.headroom.project.Group.Link;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// What can be done with the group of a strip: who is in it, and what moves together.
final class GroupMenu {
    private GroupMenu() {}

    /// @param owner over which a name is typed
    static List<MenuItem> of(Look look, StripModel strip, Node owner) {
        GroupActions actions = strip.mixer().groups();
        String id = strip.id();
        String own = strip.strip().group();
        List<MenuItem> items = new ArrayList<>();
        items.add(Menus.item(look, Icon.PLUS, "New group of the selection", () -> actions.create(id)));
        items.add(Menus.checked(look, own.isEmpty(), "None", () -> actions.put(id, "")));
        List<Group> groups = strip.mixer().session().history().current().groups();
        for (Group group : groups) {
            items.add(Menus.checked(look, own.equals(group.id()), group.name(), () -> actions.put(id, group.id())));
        }
        groups.stream()
                .filter(group -> group.id().equals(own))
                .findFirst()
                .ifPresent(group -> items.addAll(own(look, actions, group, owner)));
        return items;
    }

    private static List<MenuItem> own(Look look, GroupActions actions, Group group, Node owner) {
        List<MenuItem> items = new ArrayList<>();
        items.add(new SeparatorMenuItem());
        for (Link link : Link.values()) {
            items.add(Menus.checked(
                    look, group.links().contains(link), words(link), () -> actions.link(group.id(), link)));
        }
        items.add(new SeparatorMenuItem());
        items.add(
                Menus.item(look, Icon.CHECK, "Select all of “" + group.name() + "”", () -> actions.select(group.id())));
        items.add(Menus.item(
                look,
                Icon.PENCIL_OUTLINE,
                "Rename the group…",
                () -> TextEntry.open(
                        look,
                        owner,
                        group.name(),
                        "New name of the group " + group.name(),
                        name -> actions.rename(group.id(), name))));
        items.add(Menus.item(look, Icon.CLOSE, "Remove the group", () -> actions.remove(group.id())));
        return items;
    }

    static String words(Link link) {
        return switch (link) {
            case LEVEL -> "Levels move together";
            case MUTE -> "Mutes together";
            case SOLO -> "Solos together";
            case SELECT -> "Selected together";
        };
    }
}
