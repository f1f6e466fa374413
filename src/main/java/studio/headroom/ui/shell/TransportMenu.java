package studio.headroom.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.MenuKey;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.song.ListeningState;
import studio.headroom.ui.song.Playback;

/// How playing begins and ends: pre-roll, and where stopping leaves the playhead; and what it is listened to through.
/// UI thread.
final class TransportMenu {
    private TransportMenu() {}

    /// What it offers now.
    static ContextMenu of(Commands commands, Preferences preferences, Playback playback) {
        ListeningState listening = playback.listening();
        ContextMenu menu = new ContextMenu();
        for (int bars : Preferences.PRE_ROLLS) {
            RadioMenuItem item = new RadioMenuItem(words(bars));
            item.setMnemonicParsing(false);
            item.setSelected(preferences.preRollBars().get() == bars);
            item.setOnAction(event -> preferences.preRollBars().set(bars));
            menu.getItems().add(item);
        }
        // The key is of going from one to the next: it stands at the one that is next.
        int next = (Preferences.PRE_ROLLS.indexOf(preferences.preRollBars().get()) + 1) % Preferences.PRE_ROLLS.size();
        MenuKey.on(menu.getItems().get(next), commands.keys(), "transport.preRoll");
        CheckMenuItem returns = new CheckMenuItem("Stop returns to where playing began");
        returns.setMnemonicParsing(false);
        returns.setSelected(preferences.returnsToStart().get());
        returns.setOnAction(event -> commands.run("transport.returns"));
        MenuKey.on(returns, commands.keys(), "transport.returns");
        menu.getItems().addAll(new SeparatorMenuItem(), returns, new SeparatorMenuItem());
        if (listening.mixPlays().get()) {
            listening(menu, commands, listening);
        }
        menu.getItems().addAll(monitor(commands, playback), new SeparatorMenuItem());
        menu.getItems()
                .addAll(
                        MenuKey.item(commands, "transport.goTo"),
                        MenuKey.item(commands, "transport.start"),
                        MenuKey.item(commands, "transport.end"));
        for (String jump : List.of(
                "timeline.previousMarker",
                "timeline.nextMarker",
                "timeline.playheadEarlier",
                "timeline.playheadLater")) {
            // A place without a timeline has no markers to go to.
            if (commands.find(jump).isPresent()) {
                menu.getItems().add(MenuKey.item(commands, jump));
            }
        }
        return menu;
    }

    /// What the loudspeakers get, for the listener alone.
    private static Menu monitor(Commands commands, Playback playback) {
        Menu monitor = new Menu("Loudspeakers");
        monitor.setMnemonicParsing(false);
        monitor.getItems()
                .addAll(
                        switched(commands, "transport.mono", playback.mono().get()),
                        switched(commands, "transport.dim", playback.dim().get()),
                        switched(
                                commands,
                                "transport.mute",
                                playback.monitorPath().muted().get()),
                        new SeparatorMenuItem());
        for (MonitorWords part : MonitorWords.values()) {
            boolean on = playback.monitorPath().listen().get() == part.listen();
            monitor.getItems().add(switched(commands, part.command(), on));
        }
        monitor.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        switched(
                                commands,
                                "transport.invert",
                                playback.monitorPath().inverted().get()),
                        new SeparatorMenuItem(),
                        MenuKey.item(commands, "transport.listeningLevel"),
                        MenuKey.item(commands, "transport.reference"));
        return monitor;
    }

    private static CheckMenuItem switched(Commands commands, String command, boolean on) {
        CheckMenuItem item =
                checked(commands.find(command).map(Command::name).orElse(""), on, () -> commands.run(command));
        MenuKey.on(item, commands.keys(), command);
        return item;
    }

    private static void listening(ContextMenu menu, Commands commands, ListeningState listening) {
        CheckMenuItem through = checked(
                "Listen through the master",
                listening.throughMaster().get(),
                () -> commands.run("transport.throughMaster"));
        MenuKey.on(through, commands.keys(), "transport.throughMaster");
        CheckMenuItem matched = checked(
                "At matched loudness",
                listening.matched().get(),
                () -> listening.matched().set(!listening.matched().get()));
        CheckMenuItem own = checked(
                listening.songHasChain() ? "The song's own chain" : "The song has no chain of its own",
                listening.instead().get() == null,
                () -> listening.instead().set(null));
        own.setDisable(!listening.songHasChain());
        Menu chains = new Menu("Chain to listen through");
        chains.setMnemonicParsing(false);
        chains.getItems().addAll(own, new SeparatorMenuItem());
        chains.getItems().addAll(chains(listening));
        menu.getItems().addAll(through, matched, chains);
    }

    /// The chains that come with the program, each of which is listened through when it is chosen.
    static List<MenuItem> chains(ListeningState listening) {
        List<MenuItem> items = new ArrayList<>();
        for (FactoryChain chain : FactoryChain.all()) {
            items.add(checked(chain.label(), chain.equals(listening.instead().get()), () -> {
                listening.instead().set(chain);
                listening.throughMaster().set(true);
            }));
        }
        return items;
    }

    private static CheckMenuItem checked(String words, boolean on, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setMnemonicParsing(false);
        item.setSelected(on);
        item.setOnAction(event -> action.run());
        return item;
    }

    /// `Pre-roll: 2 bars`.
    static String words(int bars) {
        return bars == 0 ? "No pre-roll" : "Pre-roll: " + bars + (bars == 1 ? " bar" : " bars");
    }
}
