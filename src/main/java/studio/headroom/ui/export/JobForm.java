package studio.headroom.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Look;

/// Two columns of fields that ask for files: what a model says is shown anew after every change of it.
public abstract class JobForm extends HBox {
    /// Width of the fields that stand alone in their line, in units.
    protected static final double FIELD = 320;

    private static final double COLUMN = 420;

    private final Look look;
    private final FormModel<?> model;
    private final Fields fields;

    protected JobForm(Look look, FormModel<?> model) {
        this.look = look;
        this.model = model;
        fields = new Fields(look);
        setSpacing(look.px(24));
        setFillHeight(false);
        setPadding(new Insets(look.px(3), look.px(12), look.px(4), look.px(3)));
    }

    /// Puts the columns in; from here on it is up to date.
    protected final void fill(List<? extends Node> left, Node... right) {
        VBox first = column(new VBox(look.px(8)));
        first.getChildren().addAll(left);
        getChildren().addAll(first, column(new VBox(look.px(16), right)));
        model.observe(this::update);
    }

    private VBox column(VBox column) {
        column.setPrefWidth(look.px(COLUMN));
        column.setMinWidth(look.px(COLUMN));
        return column;
    }

    /// Shows what the model says by now.
    protected void update() {
        fields.update();
    }

    protected final Look look() {
        return look;
    }

    protected final Fields fields() {
        return fields;
    }

    /// Shown only while a condition holds.
    protected final <N extends Node> N shown(N node, BooleanSupplier condition) {
        fields.onUpdate(() -> {
            boolean now = condition.getAsBoolean();
            node.setVisible(now);
            node.setManaged(now);
        });
        return node;
    }

    /// A heading with some room above.
    protected final Label heading(String words) {
        Label heading = fields.heading(words);
        heading.setPadding(new Insets(look.px(8), 0, 0, 0));
        return heading;
    }

    /// The folder, and the button that chooses another one.
    ///
    /// @param choose lets a person choose a folder, beginning at one
    protected final HBox folder(Function<Path, Optional<Path>> choose) {
        Label path = new Label();
        path.getStyleClass().add("hr-sub");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.setMinWidth(0);
        path.setPrefWidth(0);
        fields.onUpdate(() -> path.setText(model.folder().toString()));
        Button button = Buttons.of(
                "Choose…",
                Buttons.Kind.DEFAULT,
                () -> choose.apply(model.folder()).ifPresent(model::setFolder));
        button.setAccessibleText("Choose the folder");
        button.setMinWidth(USE_PREF_SIZE);
        return fields.line("Folder", Fields.grown(path), button);
    }
}
