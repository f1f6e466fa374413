package studio.headroom.ui.inspector;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.project.Strip;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.part.EqTable;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The strip's first equalizer; without one, a way to add it.
final class EqSection extends VBox {
    EqSection(Look look, InspectorModel model, StripModel strip, Tools tools) {
        EqModel bands = model.eq().orElse(null);
        EditorAnalysis sound = model.eqSound().orElse(null);
        if (bands == null || sound == null) {
            getChildren().addAll(Parts.absent(look, "EQ", "Add an EQ", model::addEq));
            return;
        }
        Hue hue = strip.kind() == Strip.Kind.MASTER ? Token.FG_2 : strip.color();
        EqGraph graph = EqGraph.small(look, bands, sound, hue);
        graph.setMinHeight(look.px(152));
        VBox.setVgrow(graph, Priority.NEVER);
        String insert = bands.editor().insertId();
        getChildren()
                .addAll(
                        Parts.section(
                                look,
                                new EffectHead(
                                        look,
                                        "EQ",
                                        bands.editor(),
                                        tools,
                                        () -> tools.doors().openInsert(strip.id(), insert)),
                                graph,
                                EqTable.small(look, bands, hue)),
                        Parts.line(look));
    }
}
