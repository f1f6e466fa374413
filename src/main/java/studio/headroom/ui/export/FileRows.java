package studio.headroom.ui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.ExportWatch.Stage;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The files of an export, a row each: where it is, and what was measured on it.
public final class FileRows extends VBox {
    /// What is said of a file that is complete.
    ///
    /// @param fine whether there is nothing to know of it
    /// @param figures that are looked at first
    /// @param details the others, and what should be known; may be empty
    public record Done(boolean fine, String figures, String details) {}

    /// A job that writes files. What it says may be read on the UI thread at any time.
    public interface Source {
        /// Names of the files, relative to their folder.
        List<String> names();

        Path file(int index);

        /// Where a file is; null before it is begun.
        @Nullable
        Stage stage(int index);

        /// How far a file is, 0..1; below 0 where that is not known.
        default double share(int index) {
            return -1;
        }

        /// What is known of a file that is complete, or null.
        @Nullable
        Done done(int index);
    }

    private final Look look;
    private final Source run;
    private final @Nullable Consumer<Path> reveal;
    private final List<Row> rows = new ArrayList<>();

    /// @param reveal shows a file in its folder; null while it is not in its place
    public FileRows(Look look, Source run, @Nullable Consumer<Path> reveal) {
        this.look = look;
        this.run = run;
        this.reveal = reveal;
        setSpacing(look.px(2));
        for (int i = 0; i < run.names().size(); i++) {
            rows.add(new Row(i));
        }
        getChildren().addAll(rows);
        update();
    }

    /// Shows what the export says by now.
    public void update() {
        rows.forEach(Row::update);
    }

    private final class Row extends HBox {
        private final int index;
        private final StackPane icon = new StackPane();
        private final Label state = new Label();
        private final Label details = new Label();
        private @Nullable Stage shown;
        private @Nullable Done told;
        private int percent = -1;
        private boolean fresh = true;

        Row(int index) {
            this.index = index;
            getStyleClass().add("hr-file-row");
            setPadding(new Insets(look.px(3), look.px(8), look.px(3), look.px(8)));
            setSpacing(look.px(8));
            setAlignment(Pos.CENTER_LEFT);
            setMinHeight(look.px(26));
            Label name = new Label(run.names().get(index));
            name.getStyleClass().add("hr-preference");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setMinWidth(0);
            state.getStyleClass().add("hr-file-state");
            state.setMinWidth(USE_PREF_SIZE);
            icon.setMinSize(look.px(16), look.px(16));
            HBox line = new HBox(look.px(8), Fields.grown(name), state);
            line.setAlignment(Pos.CENTER_LEFT);
            details.getStyleClass().add("hr-sub");
            details.setWrapText(true);
            details.setMinHeight(USE_PREF_SIZE);
            VBox words = new VBox(look.px(2), line, details);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            getChildren().addAll(icon, Fields.grown(words));
            if (reveal != null) {
                getChildren()
                        .add(Buttons.icon(
                                look,
                                Icon.FOLDER_OPEN_OUTLINE,
                                "Show " + run.names().get(index) + " in its folder",
                                "",
                                () -> reveal.accept(run.file(index))));
            }
            setAccessibleRole(AccessibleRole.TEXT);
        }

        private void update() {
            Stage now = run.stage(index);
            Done written = run.done(index);
            int reached = (int) Math.floor(run.share(index) * 100);
            if (!fresh && now == shown && reached == percent && Objects.equals(written, told)) {
                return;
            }
            percent = reached;
            fresh = false;
            shown = now;
            told = written;
            icon.getChildren().setAll(icon(now, written));
            state.setText(state(now, written));
            String more = written == null ? "" : written.details;
            details.setText(more);
            details.setManaged(!more.isEmpty());
            details.setVisible(!more.isEmpty());
            setAccessibleText(run.names().get(index) + ", " + state.getText() + (more.isEmpty() ? "" : ", " + more));
        }

        private Node icon(@Nullable Stage stage, @Nullable Done written) {
            if (written != null) {
                return written.fine
                        ? Icon.CHECK_CIRCLE_OUTLINE.node(look, 16, Token.OK)
                        : Icon.ALERT_OUTLINE.node(look, 16, Token.WARN);
            }
            if (stage == null) {
                Region ring = new Region();
                ring.getStyleClass().add("hr-waiting");
                ring.setMaxSize(look.px(12), look.px(12));
                return ring;
            }
            return Icon.AUTORENEW.node(look, 16, Token.ACCENT);
        }

        private String state(@Nullable Stage stage, @Nullable Done written) {
            if (written != null) {
                return written.figures;
            }
            String reached = percent > 0 ? " " + percent + " %" : "";
            return switch (stage) {
                case null -> "waiting";
                case WRITING -> "writing" + reached;
                case MEASURING -> "measuring" + reached;
                case READY, DONE -> "written";
            };
        }
    }
}
