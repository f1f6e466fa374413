package studio.headroom.ui.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Look;

/// All commands with their keys, by group. A press on a key waits for another one; what it was before gives it up.
public final class KeySheet extends VBox {
    private static final double COLUMN = 300;
    private static final double HEIGHT = 640;
    private static final double GAP = 24;
    private static final int COLUMNS = 3;
    /// Further keys are the same ones of other keyboards.
    private static final int MOST_KEYS = 2;

    /// What is the same in every program that follows the rules of the system, and so stays.
    private static final Map<String, List<String>> FIXED = fixed();

    private final Look look;
    private final Commands commands;
    private final HBox groups = new HBox();
    private final Label told = new Label();
    private final TextField search = new TextField();
    private final Runnable arranging = this::show;
    /// As many as there is room for.
    private int fitting = COLUMNS;

    private @Nullable Command waiting;

    /// @param close hides it
    public KeySheet(Look look, Commands commands, Runnable close) {
        this.look = look;
        this.commands = commands;
        getStyleClass().add("hr-dialog");
        setPadding(new Insets(look.px(20)));
        setSpacing(look.px(12));
        Label title = new Label("Keys");
        title.getStyleClass().add("hr-dialog-title");
        search.setPromptText("Find a command or a key");
        search.setAccessibleText("Find a command or a key");
        search.setPrefWidth(look.px(COLUMN));
        search.textProperty().addListener(observable -> show());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox top = new HBox(title, between, search);
        top.setAlignment(Pos.CENTER_LEFT);
        told.getStyleClass().add("hr-sub");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bottom = new HBox(
                look.px(8),
                told,
                gap,
                Buttons.of("Reset all keys", Buttons.Kind.GHOST, this::resetAll),
                Buttons.of("Close", Buttons.Kind.DEFAULT, close));
        bottom.setAlignment(Pos.CENTER_LEFT);
        groups.setSpacing(look.px(GAP));
        ScrollPane scroll = new ScrollPane(groups);
        scroll.getStyleClass().add("hr-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportWidth(look.px(COLUMNS * COLUMN + (COLUMNS - 1) * GAP + 14));
        scroll.setPrefViewportHeight(look.px(HEIGHT));
        scroll.setMinWidth(0);
        scroll.viewportBoundsProperty().addListener((_, _, room) -> fit(room.getWidth()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll, bottom);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        tell("Press a key of a command to change it.");
        show();
    }

    private static Map<String, List<String>> fixed() {
        Map<String, List<String>> fixed = new LinkedHashMap<>();
        fixed.put(
                "A control that has the focus",
                List.of(
                        "Change by a step|↑ ↓ ← →",
                        "Finely|Shift with these",
                        "By a large step|PgUp  PgDn",
                        "To its ends|Home  End",
                        "Type a value|Enter",
                        "Reset|Del",
                        "Copy, paste the value|Ctrl+C  Ctrl+V",
                        "What is this?|F1"));
        fixed.put(
                "Effects",
                List.of(
                        "Leave the editor|Esc",
                        "Choose a band|PgUp  PgDn",
                        "Move the band|↑ ↓ ← →",
                        "Remove the band, the effect|Del",
                        "Move the effect in its chain|Alt+←  Alt+→"));
        return fixed;
    }

    private void tell(String text) {
        told.setText(text);
    }

    private void fit(double width) {
        int now = (int) Math.clamp((width + look.px(GAP)) / look.px(COLUMN + GAP), 1, COLUMNS);
        if (width > 0 && now != fitting) {
            fitting = now;
            // The columns are not changed while they are laid out.
            look.pulse().once(arranging);
        }
    }

    private void show() {
        Map<String, List<Command>> byGroup = commands.all().stream()
                .collect(Collectors.groupingBy(Command::group, LinkedHashMap::new, Collectors.toList()));
        List<VBox> columns = new ArrayList<>();
        int[] rows = new int[fitting];
        for (int i = 0; i < fitting; i++) {
            VBox column = new VBox(look.px(16));
            column.setPrefWidth(look.px(COLUMN));
            column.setMinWidth(look.px(COLUMN));
            columns.add(column);
        }
        byGroup.forEach((name, members) -> place(
                columns,
                rows,
                name,
                members.stream()
                        .filter(command -> isWanted(name, command.name(), keys(command)))
                        .map(this::row)
                        .toList()));
        FIXED.forEach((name, members) -> place(
                columns,
                rows,
                name,
                members.stream()
                        .map(row -> row.split("\\|"))
                        .filter(row -> isWanted(name, row[0], row[1]))
                        .map(this::fixedRow)
                        .toList()));
        groups.getChildren().setAll(columns);
    }

    /// Whether what is searched for is in the group's name, the command's or its keys.
    private boolean isWanted(String group, String name, String keys) {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        return (group + "\n" + name + "\n" + keys).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private String keys(Command command) {
        return commands.keys().chords(command.id()).stream()
                .limit(MOST_KEYS)
                .map(KeyChord::shown)
                .collect(Collectors.joining("  "));
    }

    /// Puts a group where there is most room, the column on the left before others.
    private void place(List<VBox> columns, int[] rows, String name, List<HBox> members) {
        if (members.isEmpty()) {
            return;
        }
        int at = 0;
        for (int i = 1; i < fitting; i++) {
            at = rows[i] < rows[at] ? i : at;
        }
        Label heading = new Label(name);
        heading.getStyleClass().add("hr-title");
        VBox group = new VBox(look.px(2), heading);
        group.getChildren().addAll(members);
        columns.get(at).getChildren().add(group);
        rows[at] += members.size() + 2;
    }

    /// A key that cannot be changed, and so is no button.
    private HBox fixedRow(String[] nameAndKeys) {
        Label name = new Label(nameAndKeys[0]);
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label keys = new Label(nameAndKeys[1]);
        keys.getStyleClass().add("hr-sub");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(look.px(8), name, gap, keys);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(look.px(26));
        row.setPadding(new Insets(0, look.px(8), 0, 0));
        return row;
    }

    private HBox row(Command command) {
        Label name = new Label(command.name());
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        String keys = keys(command);
        boolean waits = command.equals(waiting);
        Button button = Buttons.of(
                waits ? "Press a key…" : keys.isEmpty() ? "–" : keys, Buttons.Kind.DEFAULT, () -> waitFor(command));
        button.getStyleClass().add("hr-key");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(command.name() + ", " + (keys.isEmpty() ? "no key" : keys) + ", change");
        HBox row = new HBox(look.px(8), name, gap, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(look.px(26));
        return row;
    }

    private void waitFor(Command command) {
        waiting = command;
        tell("Press the new key of “" + command.name() + "”. Backspace takes it away, Esc leaves it.");
        show();
        requestFocus();
    }

    private void key(KeyEvent event) {
        Command command = waiting;
        if (command == null || event.getCode().isModifierKey()) {
            return;
        }
        event.consume();
        waiting = null;
        if (event.getCode() == KeyCode.ESCAPE) {
            tell("“" + command.name() + "” keeps its key.");
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            commands.keys().clear(command);
            tell("“" + command.name() + "” has no key.");
        } else {
            KeyChord chord = KeyChord.of(event);
            Optional<Command> before = commands.keys().conflict(command, chord);
            commands.keys().bind(command, chord);
            tell(before.map(other -> chord.shown() + " was “" + other.name() + "”, which has lost it.")
                    .orElse("“" + command.name() + "” has the key " + chord.shown() + " now."));
        }
        show();
    }

    private void resetAll() {
        waiting = null;
        commands.keys().resetAll();
        tell("All keys are as the program came.");
        show();
    }
}
