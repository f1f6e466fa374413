package studio.headroom.ui.mixer;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Copies what a strip does to its sound to others.
final class SettingsMenu {
    private SettingsMenu() {}

    /// Shows the key of a command beside an item.
    interface Keyed {
        MenuItem with(MenuItem item, String command);
    }

    static List<MenuItem> of(Look look, StripModel strip, Keyed keyed) {
        StripSettings settings = strip.mixer().settings();
        MenuItem copy = keyed.with(
                Menus.item(look, Icon.CONTENT_COPY, "Copy settings", () -> settings.copy(strip.id())), "strip.copy");
        String from = StripSettings.copied()
                .map(state -> " of “" + state.name() + "”")
                .orElse("");
        Menu paste = new Menu("Paste settings" + from, Icon.CONTENT_PASTE.node(look, 16, Token.FG_2));
        paste.setMnemonicParsing(false);
        paste.setDisable(from.isEmpty());
        for (StripSettings.Part part : StripSettings.Part.values()) {
            MenuItem item = Menus.item(look, Icon.CONTENT_PASTE, part.words(), () -> settings.paste(strip.id(), part));
            paste.getItems().add(part == StripSettings.Part.ALL ? keyed.with(item, "strip.paste") : item);
        }
        return List.of(copy, paste);
    }
}
