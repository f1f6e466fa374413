package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.project.Strip;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The menus of effects and sends in a strip.
public final class SlotMenu {
    private SlotMenu() {}

    /// The menu of an effect.
    ///
    /// @param at what it opens beside
    /// @param index the effect's place in the strip
    public static ContextMenu of(
            Look look, StripModel strip, InsertModel insert, Node at, int index, MixerDoors doors) {
        StripActions actions = strip.mixer().actions();
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        Menus.item(
                                look, Icon.ARROW_EXPAND_ALL, "Open", () -> doors.openInsert(strip.id(), insert.id())),
                        Menus.item(
                                look,
                                Icon.POWER,
                                insert.isOn() ? "Bypass" : "Switch on",
                                () -> insert.bypass().set(insert.isOn() ? 1 : 0)),
                        new SeparatorMenuItem(),
                        Menus.item(
                                look,
                                Icon.PLUS,
                                "Add an effect before…",
                                () -> EffectPicker.open(
                                        look, at, type -> actions.addInsert(strip.id(), type.id(), index))),
                        Menus.item(
                                look,
                                Icon.AUTORENEW,
                                "Replace…",
                                () -> EffectPicker.open(
                                        look, at, type -> actions.replaceInsert(insert.id(), type.id()))),
                        Menus.item(
                                look,
                                Icon.CONTENT_COPY,
                                "Duplicate",
                                () -> actions.dropInsert(insert.id(), strip.id(), index + 1, true)),
                        new SeparatorMenuItem(),
                        Menus.item(look, Icon.CLOSE, "Remove", () -> actions.removeInsert(insert.id())));
        return menu;
    }

    /// What the menu of a send has beside those of every control.
    public static List<MenuItem> sendItems(Look look, StripModel strip, SendModel send) {
        StripActions actions = strip.mixer().actions();
        boolean pre = send.send().preFader();
        boolean muted = send.mute().isOn();
        String target = send.send().target();
        boolean shown = target.equals(strip.mixer().sendsOnFaders().get());
        return List.of(
                Menus.checked(
                        look,
                        shown,
                        "Sends to " + send.targetName() + " on all faders",
                        () -> strip.mixer().showSendsOnFaders(shown ? null : target)),
                Menus.item(
                        look,
                        Icon.TUNE_VERTICAL,
                        pre ? "Take it after the fader" : "Take it before the fader",
                        () -> actions.preFader(send.id(), !pre)),
                Menus.item(
                        look,
                        Icon.POWER,
                        muted ? "Unmute send" : "Mute send",
                        () -> send.mute().set(muted ? 0 : 1)),
                Menus.item(
                        look,
                        Icon.CHEVRON_RIGHT,
                        "Go to " + send.targetName(),
                        () -> strip.mixer().select(send.send().target(), false, false)),
                Menus.item(look, Icon.CLOSE, "Remove send", () -> actions.removeSend(send.id())));
    }

    /// One item for each return and bus that the strip may send to.
    public static List<MenuItem> sendTargets(Look look, StripModel strip) {
        StripActions actions = strip.mixer().actions();
        List<MenuItem> items = new ArrayList<>();
        for (Strip target : actions.sendTargets(strip.id())) {
            items.add(Menus.colored(
                    look,
                    studio.headroom.ui.theme.TrackColor.byId(target.color())
                            .orElse(studio.headroom.ui.theme.TrackColor.GREY),
                    target.name(),
                    () -> actions.addSend(strip.id(), target.id())));
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(Menus.item(look, Icon.PLUS, "New return", () -> actions.sendToNewReturn(strip.id())));
        return items;
    }
}
