package studio.headroom.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.CompressorCurve;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.editor.graph.HistoryGraph;
import studio.headroom.ui.editor.graph.LevelGraph;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.theme.Look;

/// The strip's first compressor; without one, a way to add it.
final class CompressorSection extends VBox {
    private static final List<String> KNOBS = List.of("threshold", "ratio", "attack", "release", "makeup");
    private static final double SIZE = 124;
    private static final double DEEPEST = 15;

    private final List<Knob> knobs = new ArrayList<>();

    CompressorSection(Look look, InspectorModel model, StripModel strip, Tools tools) {
        EditorModel effect = model.compressor().orElse(null);
        EditorAnalysis sound = model.compressorSound().orElse(null);
        if (effect == null || sound == null) {
            getChildren().addAll(Parts.absent(look, "Compressor", "Add a compressor", model::addCompressor));
            return;
        }
        LevelGraph curve = LevelGraph.small(
                look, effect, sound, () -> new CompressorCurve(effect.plain())::outputDb, "threshold", -60);
        curve.setMinSize(look.px(96), look.px(SIZE));
        curve.setPrefSize(look.px(SIZE), look.px(SIZE));
        curve.setMaxSize(look.px(SIZE), look.px(SIZE));
        HistoryGraph history = HistoryGraph.small(look, effect, sound, DEEPEST);
        history.setMinWidth(look.px(96));
        HBox.setHgrow(history, Priority.ALWAYS);
        KNOBS.forEach(id -> knobs.add(new Knob(look, effect.control(id), Knob.Size.SMALL)));
        getChildren()
                .addAll(
                        Parts.section(
                                look,
                                new EffectHead(
                                        look,
                                        "Compressor",
                                        effect,
                                        tools,
                                        () -> tools.doors().openInsert(strip.id(), effect.insertId())),
                                new HBox(look.px(10), curve, history),
                                new Columns(look, knobs.toArray(Knob[]::new))),
                        Parts.line(look));
    }

    /// Null without a compressor.
    @Nullable
    Knob threshold() {
        return knobs.isEmpty() ? null : knobs.getFirst();
    }
}
