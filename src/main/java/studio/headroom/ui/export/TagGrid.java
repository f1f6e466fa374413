package studio.headroom.ui.export;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import studio.headroom.ui.theme.Look;

/// Tags of a song, two in a line.
public final class TagGrid extends GridPane {
    private final Look look;
    private final FormModel<?> model;
    private final Fields fields;

    /// @param fields that are updated with the form
    public TagGrid(Look look, FormModel<?> model, Fields fields) {
        super(look.px(8), look.px(8));
        this.look = look;
        this.model = model;
        this.fields = fields;
    }

    /// Adds a tag.
    ///
    /// @param tag its field
    /// @param name what people call it
    /// @param prompt shown while it is empty
    /// @param column 0 or 1
    public TextField tag(String tag, String name, String prompt, int column, int row) {
        Label label = new Label(name);
        label.getStyleClass().add("hr-preference");
        label.setMinWidth(look.px(column == 0 ? 48 : 56));
        TextField field = fields.text("Tag " + name, prompt, () -> model.tags().getOrDefault(tag, ""), text -> {
            if (!text.strip().equals(model.tags().getOrDefault(tag, ""))) {
                model.setTag(tag, text);
            }
        });
        setHgrow(field, Priority.ALWAYS);
        add(label, 2 * column, row);
        add(field, 2 * column + 1, row);
        return field;
    }
}
