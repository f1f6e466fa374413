package studio.headroom.ui.master.print;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Says in a word how a print stands to the mix. Made for one scale.
final class Tag extends HBox {
    Tag(Look look, Shelf.Age age) {
        super(look.px(4));
        Token color =
                switch (age) {
                    case FRESH -> Token.OK;
                    case STALE -> Token.WARN;
                    case FOREIGN, UNKNOWN -> Token.FG_2;
                };
        Icon icon =
                switch (age) {
                    case FRESH -> Icon.CHECK_CIRCLE_OUTLINE;
                    case STALE -> Icon.ALERT_OUTLINE;
                    case FOREIGN -> Icon.TRAY_ARROW_DOWN;
                    case UNKNOWN -> Icon.INFORMATION_OUTLINE;
                };
        String word = word(age);
        Panels.fill(look, this, age == Shelf.Age.STALE ? Token.WARN_NOTE : Token.BG_3, 4);
        Panels.outline(look, this, color.color(), 4);
        setPadding(new Insets(0, look.px(6), 0, look.px(4)));
        setAlignment(Pos.CENTER);
        setMinSize(USE_PREF_SIZE, look.px(20));
        setMaxHeight(look.px(20));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(word);
        Buttons.explain(this, word, words(age));
        getChildren().setAll(icon.node(look, 14, color), new Words(look, word, TypeRole.LETTER, color));
    }

    static String word(Shelf.Age age) {
        return switch (age) {
            case FRESH -> "Fresh";
            case STALE -> "Stale";
            case FOREIGN -> "From elsewhere";
            case UNKNOWN -> "Not known";
        };
    }

    private static String words(Shelf.Age age) {
        return switch (age) {
            case FRESH -> "The mix sounds as it did when it was printed.";
            case STALE -> "The mix has changed since. Print again to master it as it is now.";
            case FOREIGN -> "A file that was taken over. No change of the mix makes it stale.";
            case UNKNOWN -> "A sound file of the mix is missing, so whether the print still holds cannot be told.";
        };
    }
}
