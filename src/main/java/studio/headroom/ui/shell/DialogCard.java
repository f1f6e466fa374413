package studio.headroom.ui.shell;

import java.util.Arrays;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Look;

/// A dialog: its title, what it says and asks, and its buttons, the one that is meant last.
public final class DialogCard extends VBox {
    private final Look look;
    private final HBox buttons = new HBox();
    private final VBox body = new VBox();

    /// @param width in units
    public DialogCard(Look look, String title, double width) {
        this.look = look;
        getStyleClass().add("hr-dialog");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setPadding(new Insets(look.px(20)));
        setSpacing(look.px(16));
        setPrefWidth(look.px(width));
        Label heading = new Label(title);
        heading.getStyleClass().add("hr-dialog-title");
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        body.setSpacing(look.px(12));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setSpacing(look.px(8));
        getChildren().addAll(heading, body, buttons);
    }

    /// Adds a paragraph.
    public DialogCard say(String text) {
        Label paragraph = new Label(text);
        paragraph.getStyleClass().add("hr-dialog-text");
        paragraph.setWrapText(true);
        paragraph.setMinHeight(Region.USE_PREF_SIZE);
        body.getChildren().add(paragraph);
        return this;
    }

    public DialogCard add(Node... nodes) {
        body.getChildren().addAll(Arrays.asList(nodes));
        return this;
    }

    /// Puts a word or two at the left of the buttons.
    public DialogCard beside(Node words) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        buttons.getChildren().addAll(0, Arrays.asList(words, gap));
        return this;
    }

    /// Adds a button; the last primary one is what Enter does.
    public Button button(String words, Buttons.Kind kind, Runnable action) {
        Button button = Buttons.of(words, kind, action);
        button.getStyleClass().add("hr-dialog-button");
        button.setDefaultButton(kind == Buttons.Kind.PRIMARY);
        button.setMinWidth(USE_PREF_SIZE);
        buttons.getChildren().add(button);
        return button;
    }

    Look look() {
        return look;
    }
}
