package studio.headroom.ui.export;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The files that would be written, and what should be known of them.
public final class PlanView extends VBox {
    /// What it shows.
    public interface Plan {
        /// Names of the files, relative to their folder.
        List<String> names();

        /// Whether a file of this name is there already.
        boolean exists(int index);

        List<String> notes();
    }

    private static final int MOST = 8;

    private final Look look;
    private final Plan plan;

    public PlanView(Look look, Plan plan) {
        this.look = look;
        this.plan = plan;
        setSpacing(look.px(4));
        update();
    }

    /// Shows what the model says by now.
    public void update() {
        List<Node> rows = new ArrayList<>();
        Label title = new Label("Files");
        title.getStyleClass().add("hr-title");
        rows.add(title);
        List<String> names = plan.names();
        for (int i = 0; i < Math.min(MOST, names.size()); i++) {
            rows.add(row(names.get(i), plan.exists(i)));
        }
        if (names.size() > MOST) {
            rows.add(words("and " + (names.size() - MOST) + " more", "hr-sub"));
        }
        VBox notes = new VBox(look.px(6));
        notes.setPadding(new Insets(look.px(6), 0, 0, 0));
        plan.notes().forEach(note -> notes.getChildren().add(line(note)));
        rows.add(notes);
        getChildren().setAll(rows);
    }

    private Node row(String file, boolean there) {
        Label name = new Label(file);
        name.getStyleClass().add("hr-preference");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        HBox row = new HBox(look.px(8), Icon.FILE_MUSIC_OUTLINE.node(look, 16, Token.FG_2), Fields.grown(name));
        if (there) {
            Label tag = words("exists", "hr-sub");
            tag.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(tag);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(look.px(22));
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(name.getText() + (there ? ", exists" : ""));
        return row;
    }

    private Node line(String text) {
        Label label = Fields.hint(text);
        HBox line = new HBox(look.px(8), Icon.INFORMATION_OUTLINE.node(look, 16, Token.FG_2), Fields.grown(label));
        line.setAlignment(Pos.TOP_LEFT);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(text);
        return line;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
