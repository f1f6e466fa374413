package studio.headroom.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Values;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// Draws the editor of every effect to `target/screens/editor-….png`, while a voice runs through it.
class EditorPicturesTest {
    private static final Map<String, Values> SETTINGS = Map.of(
            "eq",
                    Values.of(Map.ofEntries(
                            Map.entry("band1.type", 3.0),
                            Map.entry("band1.freq", 92.0),
                            Map.entry("band1.slope", 3.0),
                            Map.entry("band2.freq", 240.0),
                            Map.entry("band2.gain", -2.6),
                            Map.entry("band2.q", 1.1),
                            Map.entry("band3.freq", 900.0),
                            Map.entry("band3.gain", -1.2),
                            Map.entry("band4.freq", 3200.0),
                            Map.entry("band4.gain", 2.1),
                            Map.entry("band4.q", 0.9),
                            Map.entry("band5.freq", 7100.0),
                            Map.entry("band5.gain", -1.8),
                            Map.entry("band5.q", 3.2),
                            Map.entry("band5.dyn.on", 1.0),
                            Map.entry("band8.type", 2.0),
                            Map.entry("band8.freq", 10500.0),
                            Map.entry("band8.gain", 2.4))),
            "compressor", Values.of(Map.of("threshold", -22.0, "makeup", 2.8, "attack", 12.0)),
            "gate", Values.of(Map.of("threshold", -36.0, "range", 40.0)),
            "limiter", Values.of(Map.of("gain", 6.0, "ceiling", -3.0)),
            "clipper", Values.of(Map.of("gain", 6.0, "ceiling", -6.0)),
            "saturation", Values.of(Map.of("curve", 1.0, "drive", 12.0)),
            "delay", Values.of(Map.of("sync", 1.0, "mode", 1.0, "feedback", 60.0, "note.left", 10.0, "link", 0.0)));

    static Stream<String> effects() {
        return Catalogue.types().stream().map(EffectType::id);
    }

    private record Shown(EditorSong song, Look look, EditorPane pane, Scene scene) {
        static Shown of(int percent, double width, double height) {
            EditorSong song = new EditorSong(SETTINGS);
            Look look = new Look(new FramePulse());
            look.setPercent(percent);
            EditorPane pane =
                    new EditorPane(look, song.history, song, Path.of("target/no-presets"), unused -> {}, () -> {});
            Scene scene = new Scene(new WindowRoot(look, pane), look.px(width), look.px(height));
            return new Shown(song, look, pane, scene);
        }

        /// Lets the voice run through all open effects.
        void play(int hundredths) {
            scene.snapshot(null);
            look.pulse().advance(0.01);
            for (int i = 0; i < hundredths; i++) {
                pane.opened().forEach(song::play);
                if (i % 4 == 3) {
                    look.pulse().advance(0.04);
                }
            }
            // Without a window, what is painted outside a layout may not reach the picture.
            walk(pane).filter(Parent.class::isInstance).map(Parent.class::cast).forEach(Parent::requestLayout);
            scene.snapshot(null);
        }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void theEditorOfEveryEffectIsDrawn(String type) {
        Fx.run(() -> {
            Shown shown = Shown.of(100, 1280, 880);
            shown.pane.open(EditorSong.id(type));
            shown.play(640);
            var picture = Fx.picture(shown.scene, "editor-" + type);
            assertThat(picture.getWidth()).isEqualTo(1280);
            speaks(shown.pane);
        });
    }

    @Test
    void theDesignsPageIsDrawn() {
        Fx.run(() -> {
            Shown shown = Shown.of(100, 1920, 1000);
            shown.pane.open(EditorSong.id("eq"));
            shown.pane.open(EditorSong.id("compressor"), true);
            shown.play(640);
            Fx.picture(shown.scene, "editor-page");
            assertThat(shown.pane.editors()).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 150, 200})
    void atEveryScale(int percent) {
        Fx.run(() -> {
            Shown shown = Shown.of(percent, 1280, 660);
            shown.pane.open(EditorSong.id("eq"));
            shown.play(100);
            Fx.picture(shown.scene, "editor-eq-" + percent);
            assertThat(walk(shown.pane).filter(EqGraph.class::isInstance)).hasSize(1);
        });
    }

    /// Whatever takes the focus says what it is.
    private static void speaks(Node root) {
        List<Node> found =
                new ArrayList<>(walk(root).filter(Node::isFocusTraversable).toList());
        assertThat(found).hasSizeGreaterThan(8);
        for (Node node : found) {
            Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
            if (node instanceof ScrollPane) {
                continue;
            }
            assertThat((String) text).as(node.toString()).isNotBlank();
            assertThat(node.getAccessibleRole()).as((String) text).isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT);
        }
    }

    private static Stream<Node> walk(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(EditorPicturesTest::walk))
                : Stream.of(node);
    }
}
