package studio.headroom.ui.mixer;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.project.Strip;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.MenuKey;
import studio.headroom.ui.song.Bypasses;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The menu of a strip. What it does, it does to all strips that are selected with it, where that makes sense.
public final class StripMenu {
    /// Pictures for strips.
    static final List<Icon> ICONS = List.of(
            Icon.MICROPHONE,
            Icon.ACCOUNT_VOICE,
            Icon.GUITAR_ACOUSTIC,
            Icon.GUITAR_ELECTRIC,
            Icon.PIANO,
            Icon.VIOLIN,
            Icon.TRUMPET,
            Icon.SAXOPHONE,
            Icon.MUSIC_NOTE,
            Icon.SPEAKER);

    private final Look look;
    private final StripModel strip;
    private final Optional<Commands> commands;
    private final Node owner;
    private final Runnable rename;
    private final StripActions actions;
    private final String id;

    private StripMenu(Look look, StripModel strip, Optional<Commands> commands, Node owner, Runnable rename) {
        this.look = look;
        this.strip = strip;
        this.commands = commands;
        this.owner = owner;
        this.rename = rename;
        actions = strip.mixer().actions();
        id = strip.id();
    }

    /// @param commands those of the program, where there are any: their keys are shown, and what they do with tracks is
    /// offered
    /// @param owner what it and what it opens stand beside
    /// @param rename lets the name be typed
    public static ContextMenu of(
            Look look, StripModel strip, Optional<Commands> commands, Node owner, Runnable rename) {
        return new StripMenu(look, strip, commands, owner, rename).menu();
    }

    private ContextMenu menu() {
        boolean master = strip.kind() == Strip.Kind.MASTER;
        ContextMenu menu = new ContextMenu();
        List<MenuItem> items = menu.getItems();
        items.add(keyed(Menus.item(look, Icon.PENCIL_OUTLINE, "Rename…", rename), "strip.rename"));
        if (!master) {
            items.addAll(List.of(colors(), icons()));
        }
        items.add(Menus.item(look, Icon.INFORMATION_OUTLINE, "Notes…", () -> NotesBox.open(look, strip, owner)));
        items.add(new SeparatorMenuItem());
        if (!master) {
            items.add(Menus.item(
                    look,
                    Icon.ARROW_EXPAND_ALL,
                    strip.wide() ? "Narrow" : "Wide",
                    () -> actions.wide(id, !strip.wide())));
            items.add(Menus.item(look, Icon.CLOSE, "Hide", () -> actions.hide(id)));
        }
        int hidden = strip.mixer().hiddenCount();
        if (hidden > 0) {
            items.add(Menus.item(look, Icon.PLUS, "Show hidden strips (" + hidden + ")", actions::showAll));
        }
        if (!master) {
            items.add(new SeparatorMenuItem());
            items.addAll(List.of(output(), sends(), groups(), folders()));
            if (strip.kind() == Strip.Kind.TRACK) {
                items.add(Menus.item(
                        look,
                        Icon.TIMER_OUTLINE,
                        "Delay… (" + strip.delay().text() + ")",
                        () -> DelayBox.open(look, strip, owner)));
                commands.ifPresent(all -> items.add(sides(all)));
            }
            items.add(Menus.checked(
                    look,
                    strip.strip().soloSafe(),
                    "Heard when others are soloed",
                    () -> actions.soloSafe(id, !strip.strip().soloSafe())));
        }
        if (!strip.inserts().isEmpty()) {
            boolean on = Bypasses.anyOn(strip.strip().inserts());
            items.add(Menus.item(
                    look,
                    Icon.POWER,
                    on ? "Bypass all effects" : "Switch on all effects",
                    () -> actions.bypassAll(id)));
        }
        items.add(new SeparatorMenuItem());
        items.addAll(SettingsMenu.of(look, strip, this::keyed));
        strip.mixer().presets().ifPresent(presets -> items.addAll(PresetsMenu.of(look, strip, presets, owner)));
        if (!master) {
            items.add(new SeparatorMenuItem());
            items.add(Menus.item(look, Icon.CONTENT_COPY, "Duplicate", () -> actions.duplicate(id)));
            items.add(keyed(Menus.item(look, Icon.CLOSE, "Delete", () -> actions.delete(id)), "mixer.delete"));
        }
        return menu;
    }

    private Menu sub(Icon icon, String words, List<? extends MenuItem> items) {
        Menu menu = new Menu(words, icon.node(look, 16, Token.FG_2));
        menu.setMnemonicParsing(false);
        menu.getItems().addAll(items);
        return menu;
    }

    private <T extends MenuItem> T keyed(T item, String command) {
        commands.ifPresent(all -> MenuKey.on(item, all.keys(), command));
        return item;
    }

    /// Left and right of a track, which are files of their own afterwards.
    private Menu sides(Commands all) {
        MenuItem split = MenuKey.item(all, "strip.split");
        MenuItem join = MenuKey.item(all, "strip.join");
        int tracks = (int) strip.mixer().session().selection().strips().get().stream()
                .filter(each -> strip.mixer()
                        .strip(each)
                        .filter(found -> found.kind() == Strip.Kind.TRACK)
                        .isPresent())
                .count();
        split.setDisable(split.isDisable() || tracks != 1);
        join.setDisable(join.isDisable() || tracks != 2);
        return sub(Icon.LINK_VARIANT, "Stereo", List.of(split, join));
    }

    private Menu colors() {
        return sub(Icon.PENCIL_OUTLINE, "Color", Menus.colors(look, color -> actions.color(id, color)));
    }

    /// The name of an icon in song files.
    static String iconId(Icon icon) {
        return icon.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Menu icons() {
        List<MenuItem> items = new java.util.ArrayList<>();
        items.add(Menus.checked(look, strip.strip().look().icon().isEmpty(), "None", () -> actions.icon(id, "")));
        for (Icon icon : ICONS) {
            items.add(Menus.item(look, icon, Menus.words(icon.name()), () -> actions.icon(id, iconId(icon))));
        }
        return sub(Icon.MUSIC_NOTE, "Icon", items);
    }

    private Menu output() {
        return sub(Icon.CHEVRON_RIGHT, "Route output to", outputItems(look, strip));
    }

    /// Where the strip, and those selected with it, may feed.
    static ContextMenu outputs(Look look, StripModel strip) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(outputItems(look, strip));
        return menu;
    }

    private static List<MenuItem> outputItems(Look look, StripModel strip) {
        StripActions actions = strip.mixer().actions();
        String id = strip.id();
        List<MenuItem> items = new java.util.ArrayList<>();
        items.add(Menus.checked(look, strip.strip().output() == null, "Mix", () -> actions.output(id, null)));
        for (Strip bus : actions.outputs(id)) {
            items.add(Menus.checked(
                    look,
                    Objects.equals(strip.strip().output(), bus.id()),
                    bus.name(),
                    () -> actions.output(id, bus.id())));
        }
        items.add(new SeparatorMenuItem());
        items.add(Menus.item(look, Icon.PLUS, "New bus for the selection", () -> actions.busOf(id)));
        return items;
    }

    private Menu sends() {
        return sub(Icon.PLUS, "Add send", SlotMenu.sendTargets(look, strip));
    }

    private Menu folders() {
        return sub(Icon.FOLDER_OPEN_OUTLINE, "Folder", FolderMenu.ofStrip(look, strip));
    }

    private Menu groups() {
        return sub(Icon.LINK_VARIANT, "Group", GroupMenu.of(look, strip, owner));
    }
}
