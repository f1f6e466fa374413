package studio.headroom.ui.shell;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Project;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// All steps of the song, by name and time. A click goes there; Up and Down choose, Enter goes. What was taken back
/// stands dimmed below, with a sign.
final class HistoryPanel extends VBox {
    private static final double WIDTH = 360;
    private static final double ROW = 26;
    private static final int MOST_ROWS = 18;

    private final Look look;
    private final HistoryModel model;
    private final ListView<HistoryModel.Line> list = new ListView<>();
    private final Label hint = new Label();
    private final ChangeListener<Project> follow = (observable, before, now) -> show();

    HistoryPanel(Look look, SongHistory history, HistoryModel model) {
        this.look = look;
        this.model = model;
        getStyleClass().add("hr-picker");
        setPrefWidth(look.px(WIDTH));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label("History");
        title.getStyleClass().add("hr-title");
        title.setPadding(new Insets(look.px(4), look.px(8), look.px(4), look.px(8)));
        hint.getStyleClass().add("hr-sub");
        hint.setText("Click to go there · ↑ ↓ and Enter");
        hint.setPadding(new Insets(look.px(4), look.px(8), look.px(4), look.px(8)));
        list.getStyleClass().add("hr-steps");
        list.setAccessibleText("History");
        list.setFixedCellSize(look.px(ROW));
        list.setCellFactory(view -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(title, list, hint);
        sceneProperty().addListener((observable, before, scene) -> {
            history.song().removeListener(follow);
            if (scene != null) {
                history.song().addListener(follow);
                show();
            }
        });
        show();
    }

    private void show() {
        List<HistoryModel.Line> lines = model.lines();
        if (!list.getItems().equals(lines)) {
            list.getItems().setAll(lines);
        }
        double height = look.px(ROW) * Math.min(MOST_ROWS, lines.size()) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.getSelectionModel().select(model.now());
        list.scrollTo(Math.max(0, model.now() - MOST_ROWS / 2));
    }

    /// Takes the keys.
    void open() {
        list.requestFocus();
    }

    ListView<HistoryModel.Line> list() {
        return list;
    }

    private void key(KeyEvent event) {
        HistoryModel.Line chosen = list.getSelectionModel().getSelectedItem();
        if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) && chosen != null) {
            model.go(chosen);
            event.consume();
        }
    }

    /// A step: what it is to the song, its name, when it was made.
    private final class Cell extends ListCell<HistoryModel.Line> {
        private final Label name = new Label();
        private final Label time = new Label();
        private final Region gap = new Region();
        private final HBox row = new HBox();

        Cell() {
            name.setMinWidth(0);
            time.getStyleClass().add("hr-step-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(gap, Priority.ALWAYS);
            row.setSpacing(look.px(8));
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    model.go(getItem());
                }
            });
        }

        @Override
        protected void updateItem(HistoryModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean now = line.state() == HistoryModel.State.NOW;
            boolean undone = line.state() == HistoryModel.State.UNDONE;
            name.setText(line.name());
            name.getStyleClass().setAll("label", now ? "hr-step-now" : undone ? "hr-step-undone" : "hr-step");
            time.setText(line.time());
            Icon icon = now ? Icon.CHEVRON_RIGHT : undone ? Icon.REDO : Icon.CHECK;
            Token color = now ? Token.ACCENT : undone ? Token.FG_3 : Token.FG_2;
            row.getChildren().setAll(icon.node(look, 14, color), name, gap, time);
            setGraphic(row);
            setAccessibleText(line.spoken());
        }
    }
}
