package studio.headroom.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
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
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Values;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.SpectrumView;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;

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
            "multiband",
                    Values.of(Map.ofEntries(
                            Map.entry("bands", 4.0),
                            Map.entry("phase", 1.0),
                            Map.entry("crossover1.freq", 90.0),
                            Map.entry("crossover2.freq", 300.0),
                            Map.entry("crossover3.freq", 1200.0),
                            Map.entry("crossover4.freq", 4000.0),
                            Map.entry("crossover5.freq", 9000.0),
                            Map.entry("band3.threshold", -32.0),
                            Map.entry("band3.mode", 2.0),
                            Map.entry("band5.mode", 1.0),
                            Map.entry("band5.threshold", -44.0),
                            Map.entry("band6.on", 0.0))),
            "delay", Values.of(Map.of("sync", 1.0, "mode", 1.0, "feedback", 60.0, "note.left", 10.0, "link", 0.0)));

    static Stream<String> effects() {
        return Catalogue.types().stream().map(EffectType::id);
    }

    /// A window with an editor, and a voice that runs through it.
    private static final class Shown implements AutoCloseable {
        final EditorSong song = new EditorSong(SETTINGS);
        final Look look;
        final EditorPane pane;
        final Stage stage;

        Shown(int percent, double width, double height, String... types) {
            look = Fx.call(() -> new Look(new FramePulse()));
            pane = Fx.call(() -> {
                look.setPercent(percent);
                return new EditorPane(
                        look, song.history, song, new EditorMemory(), Path.of("target/no-presets"), new TestDoors());
            });
            stage = Fx.call(() -> {
                Stage window = new Stage(StageStyle.UNDECORATED);
                window.setScene(new Scene(new WindowRoot(look, pane), width, height));
                window.setX(0);
                window.setY(0);
                window.show();
                for (String type : types) {
                    pane.open(EditorSong.id(type), true);
                }
                return window;
            });
            Fx.settle();
        }

        /// Lets the voice run through all open effects.
        void play(int hundredths) {
            Fx.run(() -> {
                for (int i = 0; i < hundredths; i++) {
                    pane.opened().forEach(song::play);
                    if (i % 4 == 3) {
                        look.pulse().advance(0.04);
                    }
                }
            });
            Fx.settle();
        }

        BufferedImage picture(String name) {
            return Fx.call(() -> Fx.picture(stage.getScene(), name));
        }

        @Override
        public void close() {
            Fx.run(() -> {
                pane.dispose();
                stage.close();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void theEditorOfEveryEffectIsDrawnWithItsSound(String type) {
        try (Shown shown = new Shown(100, 1280, 880, type)) {
            shown.play(640);
            var picture = shown.picture("editor-" + type);
            assertThat(picture.getWidth()).isEqualTo(1280);
            assertThat(green(picture)).as("the meter's bar").isGreaterThan(200);
            Fx.run(() -> speaks(shown.pane));
        }
    }

    @Test
    void theDesignsPageIsDrawn() {
        try (Shown shown = new Shown(100, 1920, 950, "eq", "compressor")) {
            shown.play(640);
            shown.picture("editor-page");
            assertThat(Fx.call(shown.pane::editors)).hasSize(2);
        }
    }

    @Test
    void anEqualizerInLinearPhaseSaysHowLateItIs() {
        try (Shown shown = new Shown(100, 1280, 700, "eq")) {
            Fx.run(() -> {
                EditorModel editor = shown.pane.editors().getFirst().model();
                editor.control("band5.type").set(FilterShape.ALL_PASS.ordinal());
                editor.control("band8.type").set(FilterShape.HIGH_BAXANDALL.ordinal());
                editor.control("phase").set(1);
            });
            shown.play(160);
            var linear = shown.picture("editor-eq-linear");
            Fx.run(() ->
                    shown.pane.editors().getFirst().model().control("phase").set(0));
            shown.play(4);
            assertThat(linear).isNotEqualTo(shown.picture("editor-eq-minimum"));
        }
    }

    @Test
    void theEqualizerWithAPianoIsDrawn() {
        try (Shown shown = new Shown(100, 1280, 700, "eq")) {
            Fx.run(() -> {
                SpectrumView view =
                        shown.pane.editors().getFirst().model().memory().spectrum();
                view.piano().set(1);
                view.range().set(1);
                view.shown().set(2);
                view.slope().set(2);
            });
            shown.play(160);
            var before = shown.picture("editor-eq-piano");
            Fx.run(() -> shown.pane
                    .editors()
                    .getFirst()
                    .model()
                    .memory()
                    .spectrum()
                    .piano()
                    .set(0));
            Fx.settle();
            var after = shown.picture("editor-eq-piano-off");
            assertThat(light(before)).as("white keys").isGreaterThan(light(after) + 5000);
        }
    }

    /// The smallest window, and the largest, in which editors take the upper part.
    @ParameterizedTest
    @CsvSource({
        "75, 1280, 660, eq",
        "100, 1280, 360, eq",
        "100, 1280, 360, compressor",
        "150, 1280, 660, eq",
        "200, 1280, 660, eq",
        "200, 1280, 660, multiband",
        "75, 1280, 660, multiband",
        "100, 1280, 660, multiband",
        "75, 1280, 660, reverb",
        "200, 3840, 1900, eq"
    })
    void atEveryScaleAndSize(int percent, int width, int height, String type) {
        try (Shown shown = new Shown(percent, width, height, type)) {
            shown.play(100);
            var picture = shown.picture("editor-" + type + "-" + percent + "-" + width + "x" + height);
            assertThat(picture.getWidth()).isEqualTo(width);
            assertThat(Fx.call(shown.pane::opened)).containsExactly(EditorSong.id(type));
        }
    }

    @Test
    void theMultibandIsDrawnInTheLight() {
        try (Shown shown = new Shown(100, 1280, 720, "multiband")) {
            Fx.run(() -> shown.look.setTheme(Theme.LIGHT));
            shown.play(100);
            assertThat(light(shown.picture("editor-multiband-light"))).isGreaterThan(100_000);
        }
    }

    private static int light(BufferedImage picture) {
        int light = 0;
        for (int y = 150; y < 400; y++) {
            for (int x = 60; x < 1180; x++) {
                light += new Color(picture.getRGB(x, y)).getGreen() > 0x8a ? 1 : 0;
            }
        }
        return light;
    }

    /// The meters are at the right; what they show is green.
    private static int green(BufferedImage picture) {
        int green = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = picture.getWidth() - 200; x < picture.getWidth(); x++) {
                Color color = new Color(picture.getRGB(x, y));
                green += color.getGreen() > color.getRed() + 15 && color.getGreen() > color.getBlue() + 15 ? 1 : 0;
            }
        }
        return green;
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
