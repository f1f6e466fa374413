package studio.headroom.ui.timeline;

import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;

/// Items of the timeline's menus. UI thread.
final class MenuItems {
    private MenuItems() {}

    static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// An item that does what a command of the timeline does under another name, so that it shows its key.
    ///
    /// @param command the id without its prefix: `delete`
    static MenuItem as(String command, MenuItem item) {
        item.setUserData("timeline." + command);
        return item;
    }

    static MenuItem enabled(MenuItem item, boolean enabled) {
        item.setDisable(!enabled);
        return item;
    }

    /// Checked or not.
    static MenuItem checked(Look look, boolean now, String words, Runnable action) {
        MenuItem item = item(words, action);
        Region space = new Region();
        space.setMinWidth(look.px(16));
        item.setGraphic(now ? Icon.CHECK.node(look, 16, Token.FG_1) : space);
        return item;
    }

    static Menu menu(String words, MenuItem... items) {
        Menu menu = new Menu(words);
        menu.setMnemonicParsing(false);
        menu.getItems().addAll(items);
        return menu;
    }

    /// All track colors.
    ///
    /// @param chosen is given the id of one
    static Menu colors(Look look, String words, Consumer<String> chosen) {
        Menu menu = menu(words);
        for (TrackColor color : TrackColor.values()) {
            String name = color.id().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + color.id().substring(1);
            MenuItem item = item(name, () -> chosen.accept(color.id()));
            Rectangle swatch = new Rectangle(look.px(16), look.px(12), color.color());
            swatch.setArcWidth(look.px(6));
            swatch.setArcHeight(look.px(6));
            item.setGraphic(swatch);
            menu.getItems().add(item);
        }
        return menu;
    }
}
