package studio.headroom.ui.command;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Finds a command by a few letters of its name: a field, and what fits to it below. Up and Down choose, Enter does it.
public final class CommandPalette extends VBox {
    private static final int ROWS = 11;
    private static final double WIDTH = 560;

    private final Look look;
    private final Commands commands;
    private final Runnable close;
    private final TextField field = new TextField();
    private final VBox rows = new VBox();
    private List<Command> found = List.of();
    private int chosen;

    /// @param close hides it; runs before the command does
    public CommandPalette(Look look, Commands commands, Runnable close) {
        this.look = look;
        this.commands = commands;
        this.close = close;
        getStyleClass().addAll("hr-dialog", "hr-palette");
        setPrefWidth(look.px(WIDTH));
        setPadding(new Insets(look.px(8)));
        setSpacing(look.px(8));
        field.setPromptText("What do you want to do?");
        field.getStyleClass().add("hr-search");
        field.setAccessibleText("Search commands");
        field.textProperty().addListener(observable -> search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(look.px(8), Icon.MAGNIFY.node(look, 20, Token.FG_2), field);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, look.px(4), 0, look.px(8)));
        // In a low window the last rows give way.
        rows.setMinHeight(0);
        Rectangle seen = new Rectangle();
        seen.widthProperty().bind(rows.widthProperty());
        seen.heightProperty().bind(rows.heightProperty());
        rows.setClip(seen);
        getChildren().addAll(line, rows);
        search();
    }

    /// Takes the keys.
    public void open() {
        field.requestFocus();
    }

    public TextField field() {
        return field;
    }

    /// What is offered now, the likeliest first.
    public List<Command> found() {
        return found;
    }

    private void search() {
        List<Command> all = commands.search(field.getText());
        found = all.subList(0, Math.min(ROWS, all.size()));
        chosen = 0;
        show();
    }

    private void show() {
        rows.getChildren().clear();
        for (int i = 0; i < found.size(); i++) {
            rows.getChildren().add(row(i));
        }
        if (found.isEmpty()) {
            Label nothing = new Label("No command fits to “" + field.getText() + "”.");
            nothing.getStyleClass().add("hr-sub");
            nothing.setPadding(new Insets(look.px(8)));
            rows.getChildren().add(nothing);
        }
    }

    private HBox row(int index) {
        Command command = found.get(index);
        boolean enabled = commands.isEnabled(command);
        Label group = label(command.group(), "hr-palette-group");
        group.setMinWidth(look.px(88));
        Label name = label(command.name(), enabled ? "hr-palette-name" : "hr-palette-off");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label key = label(commands.keys().shown(command.id()), "hr-palette-key");
        HBox row = new HBox(look.px(8), group, name, gap, key);
        row.getStyleClass().add("hr-palette-row");
        if (index == chosen) {
            row.getStyleClass().add("hr-chosen");
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(0, look.px(12), 0, look.px(12)));
        row.setMinHeight(look.px(30));
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(command.group() + ", " + command.name());
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> run(command));
        return row;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(chosen + 1);
            case UP -> choose(chosen - 1);
            case ENTER -> {
                if (!found.isEmpty()) {
                    run(found.get(chosen));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        if (!found.isEmpty()) {
            chosen = Math.floorMod(index, found.size());
            setAccessibleHelp(found.get(chosen).name());
            show();
        }
    }

    private void run(Command command) {
        if (commands.isEnabled(command)) {
            close.run();
            command.action().run();
        }
    }
}
