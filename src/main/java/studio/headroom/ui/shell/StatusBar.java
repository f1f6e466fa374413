package studio.headroom.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.headroom.ui.theme.Look;

/// The line at the bottom: what keys do, the last step, the device.
final class StatusBar extends HBox {
    private final Look look;
    private final Label hint = new Label();
    private final Label step = new Label();
    private final Label device = new Label();

    StatusBar(Look look) {
        this.look = look;
        getStyleClass().add("hr-status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (Label label : new Label[] {hint, step, device}) {
            label.getStyleClass().add("hr-sub");
        }
        hint.setMinWidth(0);
        step.setMinWidth(0);
        device.setMinWidth(0);
        getChildren().addAll(hint, gap, step, device);
        look.percentProperty().addListener(observable -> applyScale());
        applyScale();
    }

    private void applyScale() {
        setSpacing(look.px(16));
        setPadding(new Insets(0, look.px(12), 0, look.px(12)));
        setMinHeight(look.px(24));
        setPrefHeight(look.px(24));
        setMaxHeight(look.px(24));
    }

    /// @param action what a press on the last step does
    void onStep(Runnable action) {
        step.getStyleClass().add("hr-link");
        step.setOnMouseClicked(event -> action.run());
    }

    Label hint() {
        return hint;
    }

    void showStep(String words) {
        step.setText(words);
    }

    /// Costs a layout only when it is another.
    void showDevice(String words) {
        if (!words.equals(device.getText())) {
            device.setText(words);
        }
    }
}
