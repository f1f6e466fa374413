package studio.headroom.ui.master.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.mastering.assist.AssistJob;
import studio.headroom.mastering.assist.PrintAnalysis;
import studio.headroom.ui.theme.Look;

/// What the print measures and what the master would: loudness, peaks, range, tone.
final class MasterFigures extends HBox {
    private final AssistantModel model;
    private final List<Runnable> updates = new ArrayList<>();

    MasterFigures(Look look, AssistantModel model, Advice advice) {
        super(look.px(8));
        this.model = model;
        add(look, advice, "Loudness", "LUFS", sound -> sound.report().integratedLufs());
        add(look, advice, "True peak", "dBTP", sound -> sound.report().truePeakDbtp());
        add(look, advice, "Peaks over loudness", "dB", sound -> sound.report().plrDb());
        add(look, advice, "Loudness range", "LU", sound -> sound.report().loudnessRangeLu());
        add(look, advice, "Tone from " + advice.corridor().label(), "dB", advice.corridor()::toneDistanceDb);
    }

    private void add(Look look, Advice advice, String name, String unit, ToDoubleFunction<PrintAnalysis> figure) {
        Label value = Kit.label("", "hr-file-state");
        VBox tile = new VBox(look.px(2), Kit.label(name + ", " + unit, "hr-sub"), value);
        tile.getStyleClass().add("hr-card");
        tile.setPadding(new Insets(look.px(6), look.px(10), look.px(6), look.px(10)));
        tile.setMinWidth(0);
        getChildren().add(Kit.grown(tile));
        String before = Figures.number(figure.applyAsDouble(advice.before()));
        updates.add(() -> {
            AssistJob.Trial trial = model.trial();
            String after = trial == null ? "…" : Figures.number(figure.applyAsDouble(trial.after()));
            value.setText(before + " → " + (model.isStale() || model.isMeasuring() ? "…" : after));
        });
    }

    /// Shows what the model says by now.
    void update() {
        updates.forEach(Runnable::run);
    }
}
