package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.TrackColor;

/// The menus of the bar above the strips.
final class HeaderMenus {
    private static final int MOST_CHANGES = 24;

    private final Look look;
    private final MixerModel model;

    HeaderMenus(Look look, MixerModel model) {
        this.look = look;
        this.model = model;
    }

    private Project song() {
        return model.session().history().current();
    }

    private static ContextMenu menu(List<? extends MenuItem> items) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(items);
        return menu;
    }

    ContextMenu add() {
        StripActions actions = model.actions();
        return menu(List.of(
                Menus.item(look, Icon.PLUS, "Track", () -> actions.add(Kind.TRACK)),
                Menus.item(look, Icon.PLUS, "Bus", () -> actions.add(Kind.BUS)),
                Menus.item(look, Icon.PLUS, "Return", () -> actions.add(Kind.RETURN))));
    }

    /// Which strips are shown.
    ContextMenu strips() {
        StripActions actions = model.actions();
        List<MenuItem> items = new ArrayList<>();
        MenuItem all = Menus.item(look, Icon.PLUS, "Show all", actions::showAll);
        all.setDisable(model.hiddenCount() == 0);
        MenuItem selected = Menus.item(look, Icon.CHECK, "Show only what is selected", actions::showSelected);
        selected.setDisable(model.session().selection().strips().get().isEmpty());
        items.addAll(List.of(
                all,
                selected,
                Menus.item(look, Icon.ARROW_EXPAND_ALL, "All wide", () -> actions.allWide(true)),
                Menus.item(look, Icon.TUNE_VERTICAL, "All narrow", () -> actions.allWide(false)),
                Menus.checked(
                        look,
                        model.spread().get(),
                        "Wide where all fit",
                        () -> model.spread().set(!model.spread().get())),
                PanLawMenu.of(look, model)));
        Kind before = Kind.MASTER;
        for (Kind kind : List.of(Kind.TRACK, Kind.BUS, Kind.RETURN)) {
            for (Strip strip : song().strips()) {
                if (strip.kind() == kind) {
                    if (before != kind) {
                        items.add(new SeparatorMenuItem());
                        before = kind;
                    }
                    boolean hidden = strip.look().hidden();
                    items.add(Menus.checked(look, !hidden, strip.name(), () -> actions.setHidden(strip.id(), !hidden)));
                }
            }
        }
        return menu(items);
    }

    /// What the meters show.
    ContextMenu meters() {
        MeterSettings meters = model.meters();
        List<MenuItem> items = new ArrayList<>();
        for (MeterReads reads : MeterReads.values()) {
            items.add(Menus.checked(
                    look,
                    meters.reads().get() == reads,
                    reads.words() + "   " + reads.explanation(),
                    () -> meters.reads().set(reads)));
        }
        items.add(new SeparatorMenuItem());
        for (boolean pre : new boolean[] {false, true}) {
            items.add(Menus.checked(
                    look,
                    meters.beforeFader().get() == pre,
                    pre ? "Levels before the fader" : "Levels after the fader",
                    () -> meters.beforeFader().set(pre)));
        }
        items.add(new SeparatorMenuItem());
        for (double fall : MeterSettings.FALLS) {
            items.add(Menus.checked(
                    look,
                    meters.fall().get() == fall,
                    "Falls " + MeterSettings.words(fall),
                    () -> meters.fall().set(fall)));
        }
        items.add(new SeparatorMenuItem());
        items.add(Menus.item(look, Icon.RESTORE, "Clear all peaks and clips", model::clearPeaks));
        return menu(items);
    }

    /// How solo works.
    ContextMenu solo() {
        Solos solos = model.solos();
        List<MenuItem> items = new ArrayList<>();
        for (Listening.Solo mode : Listening.Solo.values()) {
            items.add(Menus.checked(
                    look,
                    solos.mode().get() == mode,
                    Solos.explanation(mode),
                    () -> solos.mode().set(mode)));
        }
        items.add(new SeparatorMenuItem());
        for (double db : Solos.FRONTS) {
            items.add(Menus.checked(look, solos.frontDb().get() == db, "In front by " + Math.round(-db) + " dB", () -> {
                solos.frontDb().set(db);
                solos.mode().set(Listening.Solo.IN_FRONT);
            }));
        }
        items.add(new SeparatorMenuItem());
        boolean exclusive = solos.exclusive().get();
        items.add(Menus.checked(
                look,
                exclusive,
                "One at a time: a solo ends the others",
                () -> solos.exclusive().set(!exclusive)));
        items.add(SwitchMenu.toggle(look, solos));
        return menu(items);
    }

    /// What the faders show.
    ContextMenu faders() {
        List<MenuItem> items = new ArrayList<>();
        String now = model.sendsOnFaders().get();
        items.add(Menus.checked(look, now == null, "Off", () -> model.showSendsOnFaders(null)));
        Returns returns = new Returns(song());
        for (Kind kind : List.of(Kind.RETURN, Kind.BUS)) {
            for (Strip strip : song().strips()) {
                boolean sent = kind == Kind.RETURN
                        || song().strips().stream()
                                .flatMap(each -> each.sends().stream())
                                .anyMatch(send -> send.target().equals(strip.id()));
                if (strip.kind() == kind && sent) {
                    items.add(Menus.checked(
                            look,
                            strip.id().equals(now),
                            returns.letter(strip.id()) + "  " + strip.name(),
                            () -> model.showSendsOnFaders(strip.id())));
                }
            }
        }
        return menu(items);
    }

    /// What has changed since the snapshot that was chosen last.
    ContextMenu changes() {
        List<String> changes = model.snapshots().changes();
        String active = model.snapshots().active().get();
        String nothing = active.isEmpty() ? "Choose a snapshot to compare with" : "Nothing since " + active;
        List<MenuItem> items = new ArrayList<>();
        for (String text :
                changes.isEmpty() ? List.of(nothing) : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
            MenuItem item = new MenuItem(text);
            item.setMnemonicParsing(false);
            items.add(item);
        }
        if (changes.size() > MOST_CHANGES) {
            items.add(new MenuItem("and " + (changes.size() - MOST_CHANGES) + " more"));
        }
        return menu(items);
    }

    /// The color of a strip, for its item.
    static TrackColor color(Strip strip) {
        return TrackColor.byId(strip.color()).orElse(TrackColor.GREY);
    }
}
