package studio.headroom.ui.shell;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.MenuKey;
import studio.headroom.ui.preferences.Preferences;

/// How playing begins and ends: pre-roll, and where stopping leaves the playhead. UI thread.
final class TransportMenu {
    private TransportMenu() {}

    /// What it offers now.
    static ContextMenu of(Commands commands, Preferences preferences) {
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
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        returns,
                        new SeparatorMenuItem(),
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

    /// `Pre-roll: 2 bars`.
    static String words(int bars) {
        return bars == 0 ? "No pre-roll" : "Pre-roll: " + bars + (bars == 1 ? " bar" : " bars");
    }
}
