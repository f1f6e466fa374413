package studio.headroom.ui.export;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// A card for each of several things that are alike, and the button that adds one. Cards are made anew only where they
/// need other controls.
public abstract class CardList extends VBox {
    private final Look look;
    private final VBox cards = new VBox();
    private final Button add;
    private List<?> shown = List.of();
    private Fields fields;

    /// @param title above them
    /// @param adding what the button says
    protected CardList(Look look, String title, String adding, Runnable adds) {
        this.look = look;
        fields = new Fields(look);
        add = Buttons.of(look, Icon.PLUS, adding, Buttons.Kind.GHOST, adds);
        add.setMinWidth(USE_PREF_SIZE);
        setSpacing(look.px(8));
        cards.setSpacing(look.px(8));
        HBox head = new HBox(Fields.grown(fields.heading(title)), add);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, cards);
    }

    /// What the cards are made for: where one is another than before, they are made anew.
    protected abstract List<?> kinds();

    protected abstract boolean canAdd();

    /// Makes a card with what [#fields()] gives.
    protected abstract Node card(int index);

    protected final Look look() {
        return look;
    }

    protected final Fields fields() {
        return fields;
    }

    /// Shows what the model says by now.
    public void update() {
        List<?> now = kinds();
        add.setDisable(!canAdd());
        if (now.equals(shown)) {
            fields.update();
            return;
        }
        int focused = focused();
        shown = List.copyOf(now);
        fields = new Fields(look);
        List<Node> made = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            made.add(card(i));
        }
        cards.getChildren().setAll(made);
        if (focused >= 0 && !made.isEmpty()) {
            first(made.get(Math.min(focused, made.size() - 1))).requestFocus();
        }
    }

    /// How many cards there are.
    protected final int size() {
        return shown.size();
    }

    private static Node first(Node node) {
        Node first = node;
        while (!first.isFocusTraversable()
                && first instanceof Parent parent
                && !parent.getChildrenUnmodifiable().isEmpty()) {
            first = parent.getChildrenUnmodifiable().getFirst();
        }
        return first;
    }

    /// The card that has the focus, or -1.
    private int focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.getParent() == cards) {
                return cards.getChildren().indexOf(node);
            }
        }
        return -1;
    }

    /// A card of lines.
    protected final VBox lines(HBox... lines) {
        VBox card = new VBox(look.px(8), lines);
        for (HBox line : lines) {
            line.setAlignment(Pos.CENTER_LEFT);
            line.setFillHeight(false);
        }
        card.getStyleClass().add("hr-card");
        card.setPadding(new Insets(look.px(8)));
        return card;
    }
}
