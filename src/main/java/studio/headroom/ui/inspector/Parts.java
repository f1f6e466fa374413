package studio.headroom.ui.inspector;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Small things that all sections are made of. Made for one scale.
final class Parts {
    /// The room at the sides of the panel, in units.
    static final double SIDE = 12;

    private Parts() {}

    /// A line across the panel, between sections.
    static Region line(Look look) {
        Region line = new Region();
        line.setMinHeight(look.hair());
        line.setMaxHeight(look.hair());
        Panels.fill(look, line, Token.LINE_1, 0);
        return line;
    }

    /// A section: what belongs together, with room around it.
    static VBox section(Look look, Node... content) {
        VBox box = new VBox(look.px(8), content);
        box.setPadding(new Insets(look.px(8), look.px(SIDE), look.px(10), look.px(SIDE)));
        return box;
    }

    /// The head of a section.
    static HBox head(Look look, Node... content) {
        HBox head = new HBox(look.px(8), content);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setFillHeight(false);
        head.setMinHeight(look.px(24));
        return head;
    }

    /// A section whose effect the strip has not, with a way to add it, and the line below.
    static List<Node> absent(Look look, String words, String adds, Runnable action) {
        return List.of(section(look, head(look, title(look, words), Panels.gap(), small(adds, action))), line(look));
    }

    static Words title(Look look, String words) {
        Words title = new Words(look, words, TypeRole.CARD_TITLE, Token.FG_1);
        title.setMinWidth(Region.USE_PREF_SIZE);
        return title;
    }

    /// A square button of 24 that is an icon alone.
    static Button icon(Look look, Icon icon, String name, String explanation, Runnable action) {
        Button button = Buttons.icon(look, icon, name, explanation, action);
        button.setGraphic(icon.node(look, 16, Token.FG_2));
        button.getStyleClass().add("hr-icon-small");
        return button;
    }

    /// A small button with a word.
    static Button small(String words, Runnable action) {
        Button button = Buttons.of(words, Buttons.Kind.DEFAULT, action);
        button.getStyleClass().add("hr-card-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
