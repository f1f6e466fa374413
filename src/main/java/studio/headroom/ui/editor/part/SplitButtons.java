package studio.headroom.ui.editor.part;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.editor.model.MultibandModel;
import studio.headroom.ui.theme.Look;

/// Splits the band of a multiband compressor that is looked at, or takes it away. UI thread.
public final class SplitButtons extends HBox {
    private final MultibandModel model;
    private final Button split;
    private final Button remove;

    public SplitButtons(Look look, MultibandModel model) {
        super(look.px(6));
        this.model = model;
        split = button(
                "Splits the band that is looked at in its middle. A double-click into the picture splits there.");
        remove = button("Takes the band that is looked at away; its neighbor has its range.");
        split.setOnAction(_ -> model.split(model.middle(model.selected())));
        remove.setOnAction(_ -> model.remove(model.selected()));
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        getChildren().addAll(split, remove);
        model.observe(this::follow);
        model.editor().observe(this::follow);
        follow();
    }

    private static Button button(String explanation) {
        Button button = Buttons.of("", Buttons.Kind.DEFAULT, () -> {});
        button.getStyleClass().add("hr-small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleHelp(explanation);
        Buttons.explainBy(button, button::getText, () -> explanation);
        return button;
    }

    private void follow() {
        int band = model.selected() + 1;
        split.setText("Split band " + band);
        remove.setText("Remove band " + band);
        split.setDisable(!model.canSplit());
        remove.setDisable(!model.canRemove());
    }
}
