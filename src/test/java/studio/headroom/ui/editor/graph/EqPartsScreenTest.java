package studio.headroom.ui.editor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.param.Values;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.editor.EditorSong;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;

/// What the picture of an equalizer shows where bands are on a part of the sound;
/// `target/screens/editor-eq-parts-….png`.
class EqPartsScreenTest {
    private static final double PEAK = -6;

    private final Look look = Fx.call(() -> new Look(new FramePulse()));

    private EqModel eq(Map<String, Double> values) {
        EditorSong song = Fx.call(() -> new EditorSong(Map.of("eq", Values.of(new TreeMap<>(values)))));
        return Fx.call(() -> new EqModel(new EditorModel(song.history, song, EditorSong.id("eq"), new EditorMemory())));
    }

    private EqGraph graph(EqModel eq) {
        return Fx.call(() -> new EqGraph(look, eq, new EditorAnalysis(eq.editor())));
    }

    private BufferedImage drawn(String name, EqGraph graph, EqGraph small) {
        return Fx.call(() -> {
            HBox.setHgrow(graph, Priority.ALWAYS);
            small.setMaxHeight(look.px(152));
            VBox column = new VBox(small);
            column.setMinWidth(look.px(294));
            Scene scene = new Scene(new WindowRoot(look, new HBox(look.px(12), graph, column)), 1100, 420);
            scene.snapshot(null);
            look.pulse().advance(0.1);
            return Fx.picture(scene, "editor-eq-parts-" + name);
        });
    }

    private static boolean isNear(BufferedImage picture, double[] at, Color color) {
        // The line is 2.25 pixels thick, and its dashes leave gaps of 4.
        for (int x = -6; x <= 6; x++) {
            for (int y = -2; y <= 2; y++) {
                int rgb = picture.getRGB((int) at[0] + x, (int) at[1] + y);
                double away = Math.abs((rgb >> 16 & 255) / 255.0 - color.getRed())
                        + Math.abs((rgb >> 8 & 255) / 255.0 - color.getGreen())
                        + Math.abs((rgb & 255) / 255.0 - color.getBlue());
                if (away < 0.15) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"side, 2, TEAL", "left, 3, ORANGE", "right, 4, MAGENTA"})
    void aCutOnOnePartLeavesTheOthersCurveWhereItIs(String part, int place, TrackColor color) {
        EqModel eq =
                eq(Map.of("band4.freq", 1000.0, "band4.gain", PEAK, "band4.q", 1.0, "band4.place", (double) place));
        EqGraph graph = graph(eq);
        EqGraph small = Fx.call(() -> EqGraph.small(look, eq, new EditorAnalysis(eq.editor()), TrackColor.VIOLET));
        BufferedImage picture = drawn(part, graph, small);
        Fx.run(() -> {
            // Beside the node and its letter, where the bell still cuts.
            double[] cut = graph.place(1400, eq.curve().bandDb(3, 1400));
            double[] level = graph.place(1400, 0);
            Color other =
                    switch (part) {
                        case "left" -> TrackColor.MAGENTA.color();
                        case "right" -> TrackColor.ORANGE.color();
                        default -> Token.FG_1.color();
                    };
            assertThat(isNear(picture, cut, color.color()))
                    .as("the part's curve goes down")
                    .isTrue();
            assertThat(isNear(picture, level, other))
                    .as("the other's stays level")
                    .isTrue();
            assertThat(isNear(picture, cut, Token.FG_1.color()))
                    .as("nothing says that all of the sound is cut")
                    .isFalse();
        });
    }

    @Test
    void aScreenReaderHearsWhichPartABandIsOn() {
        EqModel eq = eq(Map.of(
                "band2.gain",
                1.0,
                "band4.gain",
                PEAK,
                "band4.freq",
                1000.0,
                "band4.place",
                2.0,
                "band6.gain",
                2.0,
                "band6.place",
                1.0));
        EqGraph graph = graph(eq);
        assertThat(spoken(graph)).isEqualTo("Lead Vox EQ curve, 3 bands, 1 on the middle, 1 on the sides");
        Fx.run(() -> eq.select(3));
        assertThat(spoken(graph)).startsWith("Lead Vox EQ curve, band 4, ").endsWith(", on the sides");
        Fx.run(() -> eq.select(1));
        assertThat(spoken(graph)).doesNotContain(" on the ");
    }

    private static String spoken(EqGraph graph) {
        return String.valueOf(Fx.call(() -> graph.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }
}
