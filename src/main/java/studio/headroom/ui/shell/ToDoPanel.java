package studio.headroom.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Project;
import studio.headroom.project.ToDo;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// What the mastering asks of the mix, by the place in the song: a field for a note at the playhead, and all notes to
/// go
/// to, change, tick off and remove. Each is one step of undo. UI thread.
final class ToDoPanel extends VBox {
    private static final double WIDTH = 420;
    private static final double MOST = 320;

    private final Look look;
    private final SongSession session;
    private final TextField field = new TextField();
    private final VBox rows = new VBox();
    private final ChangeListener<Project> follow = (observable, before, now) -> {
        if (!before.mastering().toDos().equals(now.mastering().toDos())) {
            show();
        }
    };
    private final long frame;

    ToDoPanel(Look look, SongSession session) {
        this.look = look;
        this.session = session;
        frame = session.playback().position().get();
        getStyleClass().add("hr-picker");
        setPrefWidth(look.px(WIDTH));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label("Notes to the mix");
        title.getStyleClass().add("hr-title");
        Label hint = new Label("What the master asks of the mix. Enter keeps the note at " + bars(frame) + ".");
        hint.getStyleClass().add("hr-sub");
        hint.setWrapText(true);
        VBox head = new VBox(look.px(2), title, hint);
        head.setPadding(new Insets(look.px(4), look.px(8), look.px(4), look.px(8)));
        field.setPromptText("Such as: the vocal is 1 dB too soft here");
        field.setAccessibleText("Note at " + bars(frame));
        field.getStyleClass().add("hr-entry");
        field.setOnAction(event -> add());
        rows.setSpacing(look.px(2));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("hr-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(look.px(MOST));
        getChildren().addAll(head, field, scroll);
        sceneProperty().addListener((observable, before, scene) -> {
            session.history().song().removeListener(follow);
            if (scene != null) {
                session.history().song().addListener(follow);
                show();
            }
        });
        show();
    }

    /// How many notes of a song are not done.
    static int open(Project song) {
        return (int)
                song.mastering().toDos().stream().filter(note -> !note.done()).count();
    }

    /// Takes the keys.
    void open() {
        field.requestFocus();
    }

    private void add() {
        String text = field.getText().strip();
        if (!text.isEmpty()) {
            session.history().apply(MasteringEdits.addToDo(frame, text));
            field.clear();
        }
    }

    private String bars(long at) {
        return PositionText.bars(BarGrid.of(session.history().current()), at);
    }

    private void show() {
        Optional<Node> focused = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        boolean within = focused.filter(node -> rows.equals(
                        node.getParent() == null ? null : node.getParent().getParent()))
                .isPresent();
        List<ToDo> notes = session.history().current().mastering().toDos().stream()
                .sorted(Comparator.comparing(ToDo::done).thenComparingLong(ToDo::frame))
                .toList();
        rows.getChildren().setAll(notes.stream().map(this::row).toList());
        if (within) {
            field.requestFocus();
        }
    }

    private Node row(ToDo note) {
        ToggleButton done = Buttons.toggle(
                look,
                Icon.CHECK,
                note.done() ? "Done: " + note.text() : "Not done: " + note.text(),
                "Whether the mix has seen to it.");
        done.setSelected(note.done());
        done.setOnAction(event -> session.history().apply(MasteringEdits.finishToDo(note.id(), done.isSelected())));
        Button go = Buttons.of(
                bars(note.frame()), Buttons.Kind.GHOST, () -> session.playback().locate(note.frame()));
        go.setAccessibleText("Go to " + bars(note.frame()));
        go.setMinWidth(Region.USE_PREF_SIZE);
        Buttons.explain(go, "Go there", "The playhead goes to where the note was made.");
        TextField text = new TextField(note.text());
        text.setAccessibleText("Note at " + bars(note.frame()));
        text.getStyleClass().add("hr-entry");
        text.setOpacity(note.done() ? 0.6 : 1);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setOnAction(event -> change(note, text));
        text.focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                change(note, text);
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !text.getText().equals(note.text())) {
                text.setText(note.text());
                event.consume();
            }
        });
        Button remove = Buttons.icon(
                look,
                Icon.CLOSE,
                "Remove the note at " + bars(note.frame()),
                "",
                () -> session.history().apply(MasteringEdits.removeToDo(note.id())));
        HBox row = new HBox(look.px(4), done, go, text, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void change(ToDo note, TextField field) {
        String text = field.getText().strip();
        boolean there = session.history().current().mastering().toDos().contains(note);
        if (there && !text.isEmpty() && !text.equals(note.text())) {
            session.history().apply(MasteringEdits.changeToDo(note.id(), text));
        }
    }
}
