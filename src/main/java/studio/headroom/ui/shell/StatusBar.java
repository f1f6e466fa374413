package studio.headroom.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.song.Hints;
import studio.headroom.ui.theme.Look;

/// The line at the bottom: what keys do, the last step, the device.
final class StatusBar extends HBox {
    private static final double READING_MS = 10_000;

    private final Look look;
    private final Label hint = new Label();
    private final Label step = new Label();
    private final Label monitor = new Label();
    private final Label device = new Label();
    private FramePulse.@Nullable Delay read;
    private Runnable unfollow = () -> {};

    StatusBar(Look look) {
        this.look = look;
        getStyleClass().add("hr-status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (Label label : new Label[] {hint, step, monitor, device}) {
            label.getStyleClass().add("hr-sub");
        }
        hint.setMinWidth(0);
        step.setMinWidth(0);
        monitor.setMinWidth(Region.USE_PREF_SIZE);
        monitor.managedProperty().bind(monitor.textProperty().isNotEmpty());
        device.setMinWidth(0);
        getChildren().addAll(hint, gap, step, monitor, device);
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

    /// Shows what there is to say for a moment, else what keys do.
    void follow(ObservableValue<String> keys, Hints hints) {
        unfollow();
        InvalidationListener show = observable -> {
            String said = hints.words().get();
            hint.setText(said.isEmpty() ? keys.getValue() : said);
            hint.getStyleClass().setAll(said.isEmpty() ? "hr-sub" : "hr-said");
        };
        ChangeListener<String> wait = (observable, before, now) -> {
            FramePulse.Delay last = read;
            if (last != null) {
                last.cancel();
            }
            if (!now.isEmpty()) {
                read = look.pulse().after(READING_MS, hints::clear);
            }
        };
        keys.addListener(show);
        hints.words().addListener(show);
        hints.words().addListener(wait);
        unfollow = () -> {
            keys.removeListener(show);
            hints.words().removeListener(show);
            hints.words().removeListener(wait);
        };
        show.invalidated(keys);
    }

    void unfollow() {
        unfollow.run();
        unfollow = () -> {};
    }

    void showStep(String words) {
        step.setText(words);
    }

    /// @param action what a press on how loud one listens does
    void onMonitor(Runnable action) {
        monitor.getStyleClass().add("hr-link");
        monitor.setOnMouseClicked(event -> action.run());
    }

    /// Shows how loud one listens; empty for nothing.
    void showMonitor(String words) {
        monitor.setText(words);
    }

    /// Costs a layout only when it is another.
    void showDevice(String words) {
        if (!words.equals(device.getText())) {
            device.setText(words);
        }
    }
}
