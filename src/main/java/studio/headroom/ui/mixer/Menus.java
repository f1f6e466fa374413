package studio.headroom.ui.mixer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;

/// Items of menus in the look of the program.
final class Menus {
    private Menus() {}

    static MenuItem item(Look look, Icon icon, String words, Runnable action) {
        return with(icon.node(look, 16, Token.FG_2), words, action);
    }

    /// Checked or not.
    static MenuItem checked(Look look, boolean now, String words, Runnable action) {
        Region space = new Region();
        space.setMinWidth(look.px(16));
        return with(now ? Icon.CHECK.node(look, 16, Token.FG_1) : space, words, action);
    }

    static MenuItem colored(Look look, TrackColor color, String words, Runnable action) {
        Rectangle swatch = new Rectangle(look.px(16), look.px(12), color.color());
        swatch.setArcWidth(look.px(6));
        swatch.setArcHeight(look.px(6));
        return with(swatch, words, action);
    }

    /// All colors that strips and folders may have.
    static List<MenuItem> colors(Look look, Consumer<TrackColor> chosen) {
        return Arrays.stream(TrackColor.values())
                .map(color -> colored(look, color, words(color.id()), () -> chosen.accept(color)))
                .toList();
    }

    /// A name of the program as words of a menu.
    static String words(String name) {
        String small = name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
    }

    private static MenuItem with(Node graphic, String words, Runnable action) {
        MenuItem item = new MenuItem(words, graphic);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
