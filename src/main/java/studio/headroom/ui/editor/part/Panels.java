package studio.headroom.ui.editor.part;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// Boxes in the colors of the design. Made for one scale, those with a track's color for one theme.
public final class Panels {
    private Panels() {}

    /// Gives a region a color, which follows the theme, and round corners.
    public static void fill(Look look, Region region, Token token, double radius) {
        region.setStyle("-fx-background-color: " + token.css() + "; -fx-background-radius: " + look.px(radius) + "px;");
    }

    static void fill(Look look, Region region, TrackColor track, double radius) {
        CornerRadii corners = new CornerRadii(look.px(radius));
        region.setBackground(new Background(new BackgroundFill(track.color(), corners, Insets.EMPTY)));
    }

    public static void outline(Look look, Region region, Color color, double radius) {
        region.setBorder(new Border(new BorderStroke(
                color, BorderStrokeStyle.SOLID, new CornerRadii(look.px(radius)), new BorderWidths(look.hair()))));
    }

    /// A card: controls under a title; an empty title leaves it out.
    public static VBox card(Look look, String title, Node... content) {
        VBox card = new VBox(look.px(8));
        card.setPadding(new Insets(look.px(12)));
        fill(look, card, Token.BG_3, 5);
        if (!title.isEmpty()) {
            card.getChildren().add(new Words(look, title, TypeRole.CARD_TITLE, Token.FG_1));
        }
        card.getChildren().addAll(content);
        return card;
    }

    /// A word at the left and a control at the right.
    public static HBox row(Look look, String words, Node control) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(look.px(12), new Words(look, words, TypeRole.BODY, Token.FG_2), gap, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(false);
        row.setMinHeight(look.px(26));
        return row;
    }

    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
