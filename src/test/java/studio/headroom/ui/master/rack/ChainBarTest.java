package studio.headroom.ui.master.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.editor.part.ChainRow;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.theme.Look;

/// Whether everything in the chain's bar can be read and reached, however narrow it is and however long the chain;
/// pictures in `target/screens/master-chain-….png`.
class ChainBarTest {
    private static final double HALF = 0.5;

    @TempDir
    Path folder;

    /// A bar as wide as the Master view makes it.
    private final class Shown implements AutoCloseable {
        final RackSong song;
        final Look look = Fx.call(() -> new Look(new FramePulse()));
        final RackModel model;
        final ChainBar bar;
        final Scene scene;
        final @Nullable Stage stage;

        Shown(List<Insert> chain, int percent, double width) {
            song = Fx.call(() -> new RackSong(chain));
            Fx.run(() -> look.setPercent(percent));
            model = Fx.call(() -> new RackModel(song.history, new Hearing(), song, folder, _ -> {}));
            Fx.run(() -> model.modules().forEach(module -> module.hear(12.3, 10)));
            bar = Fx.call(() -> new ChainBar(look, model, () -> {}, new Commands()));
            scene = Fx.call(() -> new Scene(new WindowRoot(look, bar), width, look.px(48)));
            // The headless screen is 1000 pixels wide; what is larger is drawn without one.
            stage = width > 1000 ? null : Fx.call(this::window);
            lay();
        }

        private Stage window() {
            Stage window = new Stage(StageStyle.UNDECORATED);
            window.setScene(scene);
            window.setX(0);
            window.setY(0);
            window.show();
            return window;
        }

        void lay() {
            Fx.settle();
            Fx.run(() -> {
                scene.snapshot(null);
                look.pulse().advance(0.3);
                scene.snapshot(null);
            });
            Fx.settle();
        }

        List<Node> kind(String name) {
            return Fx.call(() -> Nodes.all(bar)
                    .filter(node -> node.getClass().getSimpleName().equals(name))
                    .toList());
        }

        List<Node> inSight() {
            return kind("ChainChip").stream().filter(ChainBarTest::isSeen).toList();
        }

        boolean seesOpen() {
            return inSight().stream()
                    .anyMatch(chip -> String.valueOf(chip.getAccessibleText()).contains(", open"));
        }

        @Override
        public void close() {
            Fx.run(() -> {
                bar.close();
                model.close();
                if (stage != null) {
                    stage.close();
                }
            });
        }
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && node.getOpacity() > 0;
    }

    private static List<Insert> chain(int modules) {
        List<String> types = List.of(
                "eq",
                "compressor",
                "multiband",
                "de-esser",
                "saturation",
                "imager",
                "eq",
                "compressor",
                "clipper",
                "limiter");
        List<Insert> chain = new ArrayList<>();
        for (int i = 0; i < modules; i++) {
            String type = modules == 4 ? RackSong.designed().get(i).type() : types.get(i);
            chain.add(new Insert("m-" + i, type, Values.of(Map.of()), null));
        }
        return chain;
    }

    /// As the Master view lays it out: what its column of figures leaves.
    private static double width(double window, int percent) {
        double units = window * 100 / percent;
        double column = units >= 1880 ? 440 : units >= 1560 ? 376 : 320;
        return (units - 3 * 8 - column) * percent / 100;
    }

    /// No node is cut by its parent's edge or lies on another, and none is narrower than what it says.
    private static void staysWhole(Region parent, List<Node> nodes) {
        List<Node> seen = nodes.stream()
                .filter(ChainBarTest::isSeen)
                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                .toList();
        double end = -HALF;
        for (Node node : seen) {
            Bounds box = node.getBoundsInParent();
            double from = node.getLayoutX();
            double to = from + node.getLayoutBounds().getWidth();
            assertThat(from).as(node + " begins behind what is before it").isGreaterThanOrEqualTo(end - HALF);
            assertThat(to).as(node + " ends in sight: " + box).isLessThanOrEqualTo(parent.getWidth() + HALF);
            if (node instanceof Labeled || !(node instanceof ChainRow) && node instanceof Region) {
                assertThat(node.getLayoutBounds().getWidth())
                        .as(node + " has room for what it says")
                        .isGreaterThanOrEqualTo(node.prefWidth(-1) - HALF);
            }
            end = to;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 100, 4",
        "1280, 100, 10",
        "1600, 100, 4",
        "1600, 100, 10",
        "1600, 200, 4",
        "1600, 200, 10",
        "2560, 100, 4",
        "2560, 100, 10",
        "3840, 200, 4",
        "3840, 200, 10"
    })
    void nothingIsCutAndWhatIsLookedAtIsInSight(double window, int percent, int modules) {
        try (Shown shown = new Shown(chain(modules), percent, width(window, percent))) {
            Fx.run(() -> Fx.picture(
                    shown.scene, "master-chain-" + (int) window + "-" + percent + "-" + modules + "-modules"));
            for (RackModule module : Fx.call(shown.model::modules)) {
                Fx.run(() -> shown.model.select(module.id()));
                shown.lay();
                Fx.run(() -> {
                    Region line = (Region) shown.bar.getChildrenUnmodifiable().getFirst();
                    staysWhole(line, line.getChildrenUnmodifiable());
                    Region row = (Region) shown.kind("ChainRow").getFirst();
                    staysWhole(row, row.getChildrenUnmodifiable());
                });
                assertThat(shown.seesOpen()).as("the chip of " + module.id()).isTrue();
                assertThat(beyond(shown)).isEqualTo(modules - shown.inSight().size());
            }
        }
    }

    /// What the ends say of what is out of sight.
    private static int beyond(Shown shown) {
        return shown.kind("ChainEnd").stream()
                .filter(ChainBarTest::isSeen)
                .mapToInt(end -> Integer.parseInt(end.getAccessibleText().split(" ", 2)[0]))
                .sum();
    }

    @Test
    void aLongChainIsScrolledByItsEndsTheWheelAndTheKeyboard() {
        try (Shown shown = new Shown(chain(10), 100, 900)) {
            List<Node> chips = shown.kind("ChainChip");
            assertThat(shown.inSight()).hasSizeLessThan(10).contains(chips.getFirst());
            Hands hands = new Hands(java.util.Objects.requireNonNull(shown.stage));
            Node right = shown.kind("ChainEnd").getLast();
            hands.pointAtMiddle(right);
            hands.click();
            shown.lay();
            assertThat(shown.inSight()).doesNotContain(chips.getFirst()).contains(chips.get(1));
            hands.pointAtMiddle(chips.get(2));
            hands.wheel(-1);
            shown.lay();
            assertThat(shown.inSight()).contains(chips.getFirst());
            Fx.run(chips.getFirst()::requestFocus);
            for (int i = 1; i < 10; i++) {
                hands.key(KeyCode.RIGHT);
                shown.lay();
                assertThat(Fx.call(chips.get(i)::isFocused)).isTrue();
                assertThat(shown.inSight()).contains(chips.get(i));
            }
            assertThat(Fx.call(right::isDisabled)).isTrue();
            Fx.run(() -> Fx.picture(shown.scene, "master-chain-end"));
        }
    }
}
