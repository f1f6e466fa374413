package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Saves what a strip does as a preset, and loads one.
final class PresetsMenu {
    private PresetsMenu() {}

    /// @param owner what the field for the name floats over
    static List<MenuItem> of(Look look, StripModel strip, PresetActions presets, Node owner) {
        List<String> names = presets.names();
        List<MenuItem> items = new ArrayList<>();
        items.add(Menus.item(
                look,
                Icon.CONTENT_COPY,
                "Save strip preset…",
                () -> TextEntry.open(
                        look, owner, "", "Name of the strip preset", name -> presets.save(strip.id(), name))));
        Menu load = new Menu("Load strip preset", Icon.CONTENT_PASTE.node(look, 16, Token.FG_2));
        load.setMnemonicParsing(false);
        load.setDisable(names.isEmpty());
        names.forEach(name ->
                load.getItems().add(Menus.item(look, Icon.CONTENT_PASTE, name, () -> presets.load(strip.id(), name))));
        if (!names.isEmpty()) {
            Menu delete = new Menu("Delete", Icon.CLOSE.node(look, 16, Token.FG_2));
            delete.setMnemonicParsing(false);
            names.forEach(
                    name -> delete.getItems().add(Menus.item(look, Icon.CLOSE, name, () -> presets.delete(name))));
            load.getItems().addAll(new SeparatorMenuItem(), delete);
        }
        items.add(load);
        return items;
    }
}
