package studio.headroom.ui.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The key of a command as menus show it. It only shows it: keys are heard in one place, whatever menus there are.
public final class MenuKey extends KeyCombination {
    private final String shown;

    private MenuKey(String shown) {
        this.shown = shown;
    }

    /// Shows beside an item the key that a command has now, if it has one.
    ///
    /// @return the item
    public static <T extends MenuItem> T on(T item, KeyMap keys, String command) {
        String key = keys.shown(command);
        item.setAccelerator(key.isEmpty() ? null : new MenuKey(key));
        return item;
    }

    /// An item that does what a command does, with its key; it cannot be chosen where the command cannot be done.
    public static MenuItem item(Commands commands, String command) {
        MenuItem item = new MenuItem(
                commands.find(command).map(Command::name).orElseThrow(() -> new IllegalArgumentException(command)));
        item.setMnemonicParsing(false);
        item.setDisable(commands.find(command).filter(commands::isEnabled).isEmpty());
        item.setOnAction(event -> commands.run(command));
        return on(item, commands.keys(), command);
    }

    /// Shows keys beside all items, of submenus too, that are called as a command is, or have its id as user data.
    ///
    /// @param prefix of the ids of the commands that are meant: `timeline.`
    public static void onAll(List<? extends MenuItem> items, Commands commands, String prefix) {
        Map<String, String> ids = new HashMap<>();
        for (Command command : commands.all()) {
            if (command.id().startsWith(prefix)) {
                ids.put(command.name(), command.id());
            }
        }
        onAll(items, commands.keys(), ids);
    }

    private static void onAll(List<? extends MenuItem> items, KeyMap keys, Map<String, String> ids) {
        for (MenuItem item : items) {
            String id = item.getUserData() instanceof String own ? own : ids.get(String.valueOf(item.getText()));
            if (item instanceof Menu menu) {
                onAll(menu.getItems(), keys, ids);
            } else if (id != null) {
                on(item, keys, id);
            }
        }
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getName() {
        return shown;
    }

    @Override
    public String getDisplayText() {
        return shown;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MenuKey key && key.shown.equals(shown);
    }

    @Override
    public int hashCode() {
        return shown.hashCode();
    }
}
