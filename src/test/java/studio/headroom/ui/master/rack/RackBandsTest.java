package studio.headroom.ui.master.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.editor.graph.BandsGraph;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.theme.Look;

/// The tables of bands in the rack, and what stands below them; pictures in `target/screens/master-bands-….png`.
class RackBandsTest {
    @TempDir
    Path folder;

    /// One module's body in a window.
    private final class Shown implements AutoCloseable {
        final RackSong song;
        final Look look = Fx.call(() -> new Look(new FramePulse()));
        final RackModel rack;
        final EditorModel editor;
        final EditorAnalysis analysis;
        final Stage stage;

        Shown(String type, Map<String, Double> values) {
            song = Fx.call(() -> new RackSong(List.of(RackSong.insert(type, values))));
            rack = Fx.call(() -> new RackModel(song.history, new Hearing(), song, folder, _ -> {}));
            editor = Fx.call(() -> rack.modules().getFirst().editor());
            analysis = Fx.call(() -> new EditorAnalysis(editor, true));
            stage = Fx.call(this::window);
            lay();
        }

        private Stage window() {
            ModuleBody body = new ModuleBody(look, editor, analysis);
            VBox box = new VBox(look.px(6));
            box.getChildren().addAll(body.graphs());
            box.getChildren().addAll(body.controls());
            body.graphs().forEach(graph -> VBox.setVgrow(graph, Priority.ALWAYS));
            Stage window = new Stage(StageStyle.UNDECORATED);
            window.setScene(new Scene(new WindowRoot(look, box), 560, 560));
            window.setX(0);
            window.setY(0);
            window.show();
            return window;
        }

        void lay() {
            Fx.settle();
            Fx.run(() -> {
                stage.getScene().snapshot(null);
                look.pulse().advance(0.1);
            });
            Fx.settle();
        }

        void play() {
            Fx.run(() -> {
                for (int i = 0; i < 200; i++) {
                    song.play();
                    if (i % 4 == 3) {
                        analysis.advance(0.04);
                        look.pulse().advance(0.04);
                    }
                }
            });
            lay();
        }

        ModelControl control(String name) {
            return Fx.call(() -> Nodes.seen(stage.getScene().getRoot(), ModelControl.class)
                    .filter(control -> control.model().name().equals(name))
                    .findFirst()
                    .orElseThrow());
        }

        List<String> knobs() {
            return Fx.call(() -> Nodes.seen(stage.getScene().getRoot(), Knob.class)
                    .map(knob -> knob.model().name())
                    .toList());
        }

        List<String> said(String part) {
            return Fx.call(() -> Nodes.seen(stage.getScene().getRoot())
                    .map(node -> String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                    .filter(text -> text.contains(part))
                    .toList());
        }

        /// Of the table.
        List<String> thresholds() {
            return said("threshold").stream()
                    .filter(text -> !text.contains("ranges"))
                    .toList();
        }

        void picture(String name) {
            Fx.run(() -> Fx.picture(stage.getScene(), "master-bands-" + name));
        }

        @Override
        public void close() {
            Fx.run(() -> {
                analysis.close();
                rack.close();
                stage.close();
            });
        }
    }

    private static Map<String, Double> three() {
        return Map.of(
                "bands",
                1.0,
                "crossover1.freq",
                140.0,
                "crossover2.freq",
                4000.0,
                "band1.threshold",
                -30.0,
                "band1.range",
                3.0,
                "band2.threshold",
                -34.0,
                "band2.range",
                2.0);
    }

    @Test
    void aMultibandsTableHasItsBandsAndTheKnobsOfTheOneThatIsLookedAt() {
        try (Shown shown = new Shown("multiband", three())) {
            assertThat(shown.thresholds()).hasSize(3);
            assertThat(shown.said("Mastering Multiband crossover")).hasSize(2);
            assertThat(shown.said("and above")).hasSize(1);
            assertThat(shown.knobs())
                    .contains("Mastering Multiband band 1 attack")
                    .hasSize(3);
            Hands hands = new Hands(shown.stage);
            hands.pointAtMiddle(shown.control("Mastering Multiband band 2 ratio"));
            hands.press();
            hands.release();
            hands.key(KeyCode.ESCAPE);
            shown.lay();
            assertThat(shown.knobs())
                    .contains("Mastering Multiband band 2 attack")
                    .hasSize(3);
            shown.play();
            shown.picture("multiband");
            assertThat(shown.said("Band 1, gain reduction, minus")).hasSize(1);
            Fx.run(() -> shown.editor.control("bands").set(3));
            shown.lay();
            assertThat(shown.thresholds()).hasSize(5);
            shown.picture("multiband-5");
            Fx.run(() -> {
                shown.editor.control("bands").set(4);
                shown.editor.control("phase").set(1);
                shown.editor.control("band2.mode").set(1);
                shown.editor.control("band4.mode").set(2);
            });
            shown.lay();
            assertThat(shown.thresholds()).hasSize(6);
            shown.play();
            shown.picture("multiband-6");
        }
    }

    @Test
    void thePictureOfAMultibandIsWorkedByHandAndByTheKeyboard() {
        try (Shown shown = new Shown("multiband", three())) {
            BandsGraph graph =
                    Fx.call(() -> (BandsGraph) Nodes.seen(shown.stage.getScene().getRoot())
                            .filter(BandsGraph.class::isInstance)
                            .findFirst()
                            .orElseThrow());
            EditorModel editor = shown.editor;
            Hands hands = new Hands(shown.stage);
            Fx.run(graph::requestFocus);
            hands.key(KeyCode.PAGE_UP);
            assertThat(shown.said("ranges")).singleElement().asString().contains("band 2 of 3, up to 4.00 kilohertz");
            double border = editor.control("crossover2.freq").value();
            hands.key(KeyCode.RIGHT);
            assertThat(editor.control("crossover2.freq").value()).isGreaterThan(border);
            hands.key(KeyCode.UP);
            assertThat(editor.control("band2.threshold").value()).isEqualTo(-33.5);
            hands.key(KeyCode.INSERT);
            assertThat(editor.control("bands").text()).isEqualTo("4");
            hands.key(KeyCode.DELETE);
            assertThat(editor.control("bands").text()).isEqualTo("3");
            shown.lay();
            // The threshold of the lowest band, and then a split of it by a double-click.
            hands.point(graph, 80, thresholdY(graph, -30));
            hands.press();
            hands.by(0, 20);
            hands.release();
            assertThat(editor.control("band1.threshold").value()).isLessThan(-33);
            hands.point(graph, 80, graph.getHeight() - 60);
            hands.press();
            hands.release();
            hands.press();
            hands.release();
            assertThat(editor.control("bands").text()).isEqualTo("4");
            assertThat(editor.control("crossover1.freq").value()).isLessThan(100);
        }
    }

    /// Of a picture from 0 dB at its top to -84 dB, in a frame.
    private static double thresholdY(BandsGraph graph, double db) {
        return 8 - db / 84 * (graph.getHeight() - 30);
    }

    @Test
    void aBandThatMovesHasItsKnobsBelowTheTable() {
        Map<String, Double> values = Map.of(
                "band2.freq",
                90.0,
                "band2.gain",
                0.8,
                "band5.freq",
                3100.0,
                "band5.gain",
                -0.7,
                "band5.place",
                2.0,
                "band5.dyn.on",
                1.0,
                "band5.dyn.range",
                -2.5,
                "band5.dyn.threshold",
                -60.0);
        try (Shown shown = new Shown("eq", values)) {
            assertThat(shown.knobs())
                    .containsExactly(
                            "Mastering EQ band 5 threshold",
                            "Mastering EQ band 5 dynamic range",
                            "Mastering EQ band 5 attack",
                            "Mastering EQ band 5 release");
            shown.play();
            shown.picture("dynamic");
            Fx.run(shown.control("Mastering EQ band 2 frequency")::requestFocus);
            shown.lay();
            assertThat(shown.knobs()).as("of a band that stands still").isEmpty();
        }
    }

    @Test
    void theKeyboardStaysInTheRowWhoseTypeItChanges() {
        try (Shown shown = new Shown("eq", Map.of("band2.freq", 90.0, "band2.gain", 0.8, "band4.gain", 1.0))) {
            ModelControl type = shown.control("Mastering EQ band 2 type");
            Fx.run(type::requestFocus);
            Hands hands = new Hands(shown.stage);
            hands.key(KeyCode.UP);
            shown.lay();
            ModelControl now = shown.control("Mastering EQ band 2 type");
            assertThat(Fx.call(() -> now.model().text())).isEqualTo("Low shelf");
            assertThat(Fx.call(now::isFocused)).isTrue();
            hands.key(KeyCode.UP);
            shown.lay();
            assertThat(Fx.call(() -> now.model().text())).isEqualTo("High shelf");
        }
    }

    @Test
    void thePhaseIsChosenByKeyAndSaysHowLateItIs() {
        Map<String, Double> values =
                Map.of("band2.freq", 90.0, "band2.gain", 0.8, "band5.gain", -1.0, "band5.dyn.on", 1.0);
        try (Shown shown = new Shown("eq", values)) {
            assertThat(shown.said("ms late")).isEmpty();
            ModelControl phase = shown.control("Mastering EQ phase");
            assertThat(Fx.call(() -> phase.model().explanation())).contains("ring before a hit");
            Fx.run(phase::requestFocus);
            Hands hands = new Hands(shown.stage);
            hands.key(KeyCode.UP);
            shown.lay();
            assertThat(Fx.call(() -> phase.model().text())).isEqualTo("Linear");
            assertThat(shown.said("85 ms late")).isNotEmpty();
            assertThat(shown.said("Dynamic bands: minimum")).isNotEmpty();
            shown.picture("eq-linear");
            Fx.run(shown.song.history::undo);
            shown.lay();
            assertThat(shown.said("ms late")).isEmpty();
        }
    }
}
