package studio.headroom.ui.control;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Buttons in the look of the program. One without a word has an explanation and an accessible name.
public final class Buttons {
    /// How much a button asks to be pressed.
    public enum Kind {
        PRIMARY("hr-primary", Token.WHITE),
        DEFAULT("hr-default", Token.FG_1),
        GHOST("hr-ghost", Token.FG_2),
        DANGER("hr-danger", Token.WHITE);

        private final String style;
        private final Token icon;

        Kind(String style, Token icon) {
            this.style = style;
            this.icon = icon;
        }
    }

    private Buttons() {}

    public static Button of(String words, Kind kind, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add(kind.style);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static Button of(Look look, Icon icon, String words, Kind kind, Runnable action) {
        Button button = of(words, kind, action);
        button.setGraphic(icon.node(look, 16, kind.icon));
        return button;
    }

    /// A square button that is an icon alone.
    ///
    /// @param name what it does, in a word or two
    /// @param explanation what it does, in a sentence; may be empty
    public static Button icon(Look look, Icon icon, String name, String explanation, Runnable action) {
        Button button = of(look, icon, "", Kind.GHOST, action);
        button.setGraphic(icon.node(look, 20, Token.FG_2));
        bare(button, name, explanation);
        return button;
    }

    /// A square button that is an icon alone, and on or off.
    public static ToggleButton toggle(Look look, Icon icon, String name, String explanation) {
        ToggleButton button = new ToggleButton("", icon.node(look, 20, Token.FG_1));
        bare(button, name, explanation);
        return button;
    }

    private static void bare(ButtonBase button, String name, String explanation) {
        button.getStyleClass().add("hr-icon-button");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(name);
        button.setAccessibleHelp(explanation);
        explain(button, () -> new TipBox.Tip(name, "", explanation, "", ""));
    }

    /// Explains a node that is no control of ours: a button, a word of the trade.
    ///
    /// @param name the word
    public static void explain(Node node, String name, String explanation) {
        explain(node, () -> new TipBox.Tip(name, "", explanation, "", ""));
    }

    /// Explains a node by words that change.
    public static void explainBy(Node node, Supplier<String> words) {
        explain(node, () -> new TipBox.Tip(words.get(), "", "", "", ""));
    }

    /// Explains a node by a name and words that change.
    public static void explainBy(Node node, Supplier<String> name, Supplier<String> words) {
        explain(node, () -> new TipBox.Tip(name.get(), "", words.get(), "", ""));
    }

    /// Holds a button that may be disabled, so that it is explained then, too: a disabled node hears of no pointer.
    public static StackPane held(ButtonBase button, Supplier<String> name, Supplier<String> words) {
        StackPane hold = new StackPane(button);
        explainBy(hold, name, words);
        return hold;
    }

    private static void explain(Node node, Supplier<TipBox.Tip> tip) {
        node.addEventHandler(
                MouseEvent.MOUSE_ENTERED, _ -> WindowRoot.of(node).tip().offer(node, tip));
        node.addEventHandler(
                MouseEvent.MOUSE_EXITED, _ -> WindowRoot.of(node).tip().hide());
        node.addEventFilter(
                MouseEvent.MOUSE_PRESSED, _ -> WindowRoot.of(node).tip().hide());
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1) {
                WindowRoot.of(node).tip().show(node, tip.get());
                event.consume();
            }
        });
    }
}
