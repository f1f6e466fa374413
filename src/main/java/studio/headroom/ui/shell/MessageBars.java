package studio.headroom.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The messages under the top bar, one below the other. They push the work down and never cover it; in the Mix place
/// it is the timeline that gives them its room.
final class MessageBars extends VBox {
    private static final double TALL = 44;

    private final Look look;
    private final Messages messages;

    MessageBars(Look look, Messages messages) {
        this.look = look;
        this.messages = messages;
        messages.shown().addListener((ListChangeListener<Messages.Message>) change -> rebuild());
        look.percentProperty().addListener(observable -> rebuild());
        rebuild();
    }

    private void rebuild() {
        getChildren().setAll(messages.shown().stream().map(this::bar).toList());
    }

    /// Their height together, in pixels.
    double tall() {
        return messages.shown().size() * look.px(TALL);
    }

    private HBox bar(Messages.Message message) {
        Label what = new Label(message.what());
        what.getStyleClass().add("hr-message-what");
        what.setMinWidth(0);
        VBox words = new VBox(what);
        if (!message.more().isEmpty()) {
            Label more = new Label(message.more());
            more.getStyleClass().add("hr-message-more");
            more.setMinWidth(0);
            words.getChildren().add(more);
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox bar = new HBox(look.px(12), icon(message.kind()), words);
        bar.getStyleClass().addAll("hr-message", style(message.kind()));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(0, look.px(12), 0, look.px(16)));
        bar.setMinHeight(look.px(TALL));
        bar.setPrefHeight(look.px(TALL));
        bar.setAccessibleRole(AccessibleRole.TEXT);
        bar.setAccessibleText(message.what() + " " + message.more());
        for (Messages.Action action : message.actions()) {
            Button button = Buttons.of(action.words(), Buttons.Kind.DEFAULT, () -> {
                messages.close(message);
                action.action().run();
            });
            button.setMinWidth(USE_PREF_SIZE);
            bar.getChildren().add(button);
        }
        bar.getChildren().add(Buttons.icon(look, Icon.CLOSE, "Close", "", () -> messages.close(message)));
        Buttons.explain(words, message.what(), message.more());
        return bar;
    }

    private javafx.scene.Node icon(Messages.Kind kind) {
        return switch (kind) {
            case ERROR -> Icon.ALERT_CIRCLE_OUTLINE.node(look, 20, Token.ERR);
            case WARNING -> Icon.ALERT_OUTLINE.node(look, 20, Token.WARN);
            case NOTICE -> Icon.INFORMATION_OUTLINE.node(look, 20, Token.ACCENT);
        };
    }

    private static String style(Messages.Kind kind) {
        return switch (kind) {
            case ERROR -> "hr-message-error";
            case WARNING -> "hr-message-warning";
            case NOTICE -> "hr-message-notice";
        };
    }
}
