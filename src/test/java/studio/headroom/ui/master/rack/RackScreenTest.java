package studio.headroom.ui.master.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Insert;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyDispatch;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.theme.Look;

/// A person's hands on the chain's bar and the rack; pictures in `target/screens/master-rack-….png`.
class RackScreenTest {
    @TempDir
    Path folder;

    /// Bar and rack in a window. The robot reaches 1000 x 1000 of it.
    private final class Shown implements AutoCloseable {
        final RackSong song;
        final Hearing hearing = Fx.call(Hearing::new);
        final List<String> failures = new ArrayList<>();
        final Commands commands = Fx.call(Commands::new);
        final Look look = Fx.call(() -> new Look(new FramePulse()));
        final RackModel model;
        final Rack rack;
        final ChainBar bar;
        final Scene scene;
        final Stage stage;
        int assistants;

        Shown(List<Insert> chain, int percent, double w, double h) {
            song = Fx.call(() -> new RackSong(chain));
            Fx.run(() -> look.setPercent(percent));
            model = Fx.call(() -> new RackModel(song.history, hearing, song, folder, failures::add));
            var print = new SimpleObjectProperty<>(
                    new Print(Path.of("1.wav"), 1, "Mix print 1", "ab", Instant.EPOCH, 48_000, 2, 48_000));
            ChainStart start = Fx.call(
                    () -> new ChainStart(song.history, print, work -> {}, Runnable::run, failures::add, file -> {
                        throw new IOException("unused");
                    }));
            rack = Fx.call(() -> new Rack(look, model, start));
            bar = Fx.call(() -> new ChainBar(look, model, () -> assistants++, commands));
            VBox box = Fx.call(() -> {
                VBox all = new VBox(look.px(8), bar, rack);
                VBox.setVgrow(rack, Priority.ALWAYS);
                return all;
            });
            scene = Fx.call(() -> new Scene(new WindowRoot(look, box), w, h));
            stage = Fx.call(() -> {
                Stage window = new Stage(StageStyle.UNDECORATED);
                window.setScene(scene);
                window.setX(0);
                window.setY(0);
                window.show();
                return window;
            });
            Fx.settle();
            Fx.settle();
        }

        /// Lets the song play for so many hundredths of a second.
        void play(int hundredths) {
            Fx.run(() -> {
                for (int i = 0; i < hundredths; i++) {
                    song.play();
                    if (i % 4 == 3) {
                        look.pulse().advance(0.04);
                    }
                }
            });
            Fx.settle();
        }

        void picture(String name) {
            Fx.run(() -> scene.snapshot(null));
            Fx.settle();
            Fx.run(() -> look.pulse().advance(0.02));
            Fx.settle();
            Fx.run(() -> Fx.picture(scene, "master-rack-" + name));
        }

        <T extends Node> List<T> all(Class<T> kind) {
            return Fx.call(() -> Nodes.all(scene.getRoot(), kind).toList());
        }

        Node chip(String name) {
            return all(Node.class).stream()
                    .filter(node -> node.getClass().getSimpleName().equals("ChainChip"))
                    .filter(node -> String.valueOf(node.getAccessibleText()).startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }

        ButtonBase button(String name) {
            return all(ButtonBase.class).stream()
                    .filter(node -> name.equals(node.getAccessibleText()) || name.equals(node.getText()))
                    .findFirst()
                    .orElseThrow();
        }

        List<String> types() {
            return Fx.call(() -> song.history.current().mastering().chain().stream()
                    .map(Insert::type)
                    .toList());
        }

        List<String> inSight() {
            return Fx.call(() -> rack.inSight().stream()
                    .map(view -> view.module().insert().type())
                    .toList());
        }

        @Override
        public void close() {
            Fx.run(() -> {
                bar.close();
                rack.close();
                model.close();
                stage.close();
            });
        }
    }

    private static List<Insert> factory(String name) {
        return FactoryChain.find(name).orElseThrow().chain();
    }

    @ParameterizedTest
    @CsvSource({
        "1920, 100, 1456, 732",
        "1600, 100, 1208, 600",
        "2560, 100, 1912, 944",
        "150-percent, 150, 1812, 900",
    })
    void theDesignedChainIsDrawnWithItsSound(String name, int percent, double w, double h) {
        try (Shown shown = new Shown(RackSong.designed(), percent, w, h)) {
            shown.play(640);
            shown.picture(name);
            Fx.run(() -> speaks(shown.scene.getRoot()));
            Fx.run(() -> assertThat(
                            shown.model.module("m-limiter").orElseThrow().work().deepestDb())
                    .as("the limiter works")
                    .isGreaterThan(0.5));
        }
    }

    @ParameterizedTest
    @CsvSource({"electronic, 1456, 732", "vinyl, 1456, 732", "demo-loud, 1456, 732", "metal, 1208, 560"})
    void chainsOfTheProgramAreDrawn(String chain, double w, double h) {
        try (Shown shown = new Shown(factory(chain), 100, w, h)) {
            shown.play(400);
            shown.picture(chain);
            assertThat(shown.inSight()).isNotEmpty();
        }
    }

    @Test
    void aComparisonIsEndedAtItsSignByKeyToo() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 990, 700)) {
            Fx.run(() -> {
                RackCommands.add(shown.commands, () -> shown.model);
                shown.commands.setPlace(RackCommands.PLACE);
            });
            Node sign = shown.all(Node.class).stream()
                    .filter(AddsSign.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(sign.isFocusTraversable())
                    .as("it is read while nothing is compared, too")
                    .isTrue();
            assertThat(sign.getAccessibleText()).startsWith("Chain adds");
            for (boolean byName : new boolean[] {false, true}) {
                Fx.run(() -> {
                    shown.hearing.bypass().set(true);
                    shown.hearing.tried().set(new Hearing.Tried(-14, -14));
                });
                assertThat(sign.isFocusTraversable()).isTrue();
                assertThat(sign.getAccessibleText()).startsWith("Matched, 0.0 dB");
                Fx.run(() -> {
                    if (byName) {
                        shown.commands.run(RackCommands.END_COMPARING);
                    } else {
                        sign.fireEvent(
                                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                    }
                });
                assertThat(shown.hearing.bypass().get()).isFalse();
            }
            assertThat(shown.commands.keys().shown(RackCommands.END_COMPARING)).isNotEmpty();
        }
    }

    @Test
    void whereItIsNarrowOneModuleIsShownAtATime() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 936, 420)) {
            shown.play(200);
            shown.picture("1280-eq");
            assertThat(shown.inSight()).containsExactly("eq");
            Hands hands = new Hands(shown.stage);
            hands.pointAtMiddle(shown.chip("Compressor"));
            hands.click();
            shown.play(640);
            assertThat(shown.inSight()).containsExactly("compressor");
            shown.picture("1280-compressor");
            Fx.run(() -> shown.model.select("m-limiter"));
            shown.play(640);
            shown.picture("1280-limiter");
        }
    }

    @Test
    void whereThereIsHardlyAnyRoomAModuleKeepsItsHeightAndIsScrolled() {
        // What a window of 1600 x 900 leaves at 200 %, below the chain.
        try (Shown shown = new Shown(RackSong.designed(), 200, 912, 320)) {
            shown.play(100);
            shown.picture("800-eq");
            ModuleView module = shown.all(ModuleView.class).getFirst();
            Fx.run(() -> {
                Bounds box = shown.rack.sceneToLocal(module.localToScene(module.getLayoutBounds()));
                assertThat(box.getMinY()).as("its head is in sight").isGreaterThanOrEqualTo(0);
                assertThat(box.getHeight()).isGreaterThanOrEqualTo(2 * 320);
                assertThat(box.getMaxX()).as("beside the scroll bar").isLessThanOrEqualTo(912 - 2 * 8);
                // Pictures have room, too.
                assertThat(module.lookupAll("*").stream()
                                .filter(EqGraph.class::isInstance)
                                .map(EqGraph.class::cast)
                                .toList())
                        .isNotEmpty()
                        .allMatch(graph -> graph.getWidth() > 2 * 300);
            });
        }
    }

    @Test
    void aSongWithoutAChainIsOfferedTheGentleOne() {
        try (Shown shown = new Shown(List.of(), 100, 936, 600)) {
            shown.picture("empty");
            assertThat(Fx.call(() -> shown.button("Gentle chain").isDisabled())).isFalse();
        }
    }

    @Test
    void modulesOutOfSightHaveNoNodes() {
        try (Shown shown = new Shown(factory("electronic"), 100, 1100, 700)) {
            assertThat(shown.inSight()).doesNotContain("limiter");
            look(shown, "factory-5");
            assertThat(shown.inSight()).contains("limiter").doesNotContain("eq");
            look(shown, "factory-1");
            assertThat(shown.inSight()).contains("eq").doesNotContain("limiter");
        }
    }

    private static void look(Shown shown, String id) {
        Fx.run(() -> shown.model.select(id));
        Fx.settle();
        Fx.run(() -> shown.scene.snapshot(null));
    }

    @Test
    void aKnobIsTurnedInOneStepOfUndo() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 990, 700)) {
            Fx.run(() -> shown.model.select("m-compressor"));
            Fx.settle();
            Knob ratio = shown.all(Knob.class).stream()
                    .filter(knob -> knob.model().param().id().equals("ratio"))
                    .findFirst()
                    .orElseThrow();
            Hands hands = new Hands(shown.stage);
            hands.point(ratio, 36, 40);
            hands.dragBy(0, -30, 3);
            assertThat(shown.song.history.steps()).hasSize(1);
            assertThat(shown.song.history.steps().getFirst()).startsWith("Mastering compressor ratio");
            Fx.run(shown.song.history::undo);
            assertThat(Fx.call(() -> ratio.model().value())).isEqualTo(1.6);
        }
    }

    /// The limiter uses it then, too.
    @Test
    void theReleaseOfALimiterCanBeTurnedWhileItIsAutomatic() {
        try (Shown shown = new Shown(factory("electronic"), 100, 1100, 700)) {
            look(shown, "factory-5");
            Knob release = shown.all(Knob.class).stream()
                    .filter(knob -> knob.model().param().id().equals("release"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Fx.call(() -> release.model().enabled())).isTrue();
        }
    }

    @Test
    void anEqualizersBandIsDraggedInTheRangeOfMastering() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 990, 700)) {
            EqGraph graph = shown.all(EqGraph.class).getFirst();
            double[] from = Fx.call(() -> graph.node(3));
            double[] to = Fx.call(() -> graph.place(718, 1.5));
            Hands hands = new Hands(shown.stage);
            hands.point(graph, from[0], from[1]);
            hands.dragBy(to[0] - from[0], to[1] - from[1], 4);
            RackModule eq = Fx.call(() -> shown.model.module("m-eq").orElseThrow());
            assertThat(Fx.call(() -> eq.editor().control("band4.gain").value())).isEqualTo(1.5, within(0.1));
            assertThat(Fx.call(() -> eq.verdict().title())).contains("is not gentle");
            assertThat(Fx.call(eq::move)).startsWith("max +1.");
            shown.picture("not-gentle");
            assertThat(shown.song.history.steps()).hasSize(1);
        }
    }

    @Test
    void chipsSwitchAndMoveEffects() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 990, 700)) {
            Hands hands = new Hands(shown.stage);
            Node saturation = shown.chip("Saturation");
            Fx.run(saturation::requestFocus);
            hands.key(KeyCode.ALT, KeyCode.LEFT);
            assertThat(shown.types()).containsExactly("eq", "saturation", "compressor", "limiter");
            hands.key(KeyCode.ALT, KeyCode.LEFT);
            assertThat(shown.types()).containsExactly("saturation", "eq", "compressor", "limiter");
            Node eq = shown.chip("EQ");
            double right = Fx.call(() -> eq.getLayoutBounds().getMaxX());
            hands.point(eq, right - 12, 14);
            hands.click();
            assertThat(Fx.call(() -> shown.song
                            .history
                            .current()
                            .mastering()
                            .chain()
                            .get(1)
                            .bypassed()))
                    .isTrue();
            assertThat(shown.song.history.steps()).hasSize(3);
        }
    }

    @Test
    void anAddedEffectGetsAChipAndIsLookedAt() {
        try (Shown shown = new Shown(List.of(), 100, 990, 700)) {
            Fx.run(() -> shown.model.add(AddedEffect.of("limiter").orElseThrow()));
            Fx.run(() -> shown.model.add(AddedEffect.of("imager").orElseThrow()));
            Fx.settle();
            Fx.settle();
            Node imager = shown.chip("Imager");
            Node limiter = shown.chip("Limiter");
            assertThat(Fx.call(() -> imager.getLayoutBounds().getWidth())).isGreaterThan(80);
            assertThat(Fx.call(() -> imager.getBoundsInParent().getMaxX()))
                    .isLessThan(Fx.call(() -> limiter.getBoundsInParent().getMinX()));
            assertThat(shown.inSight()).containsExactly("imager");
            shown.picture("added");
        }
    }

    @Test
    void slotsBypassAndAssistantAreAtHand() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 990, 700)) {
            Hands hands = new Hands(shown.stage);
            SlotBar slots = shown.all(SlotBar.class).getFirst();
            hands.point(slots, 36 + 18, 15);
            hands.click();
            assertThat(Fx.call(() -> shown.model.slots().active())).isEqualTo("B");
            Fx.run(() -> shown.model.slots().copyTo(shown.model.slots().next()));
            assertThat(Fx.call(() -> shown.model.slots().in("C"))).isPresent();
            Fx.run(shown.button("Bypass the chain")::fire);
            assertThat(Fx.call(() -> shown.hearing.bypass().get())).isTrue();
            Fx.run(() -> shown.hearing.bypass().set(false));
            assertThat(Fx.call(() -> ((ToggleButton) shown.button("Bypass the chain")).isSelected()))
                    .isFalse();
            Fx.run(shown.button("Assistant")::fire);
            assertThat(shown.assistants).isEqualTo(1);
            shown.picture("slots");
        }
    }

    private static Hands keys(Shown shown) {
        Fx.run(() -> {
            Commands commands = new Commands();
            RackCommands.add(commands, () -> shown.model);
            commands.setPlace(RackCommands.PLACE);
            new KeyDispatch(commands, () -> false, _ -> {}, _ -> false).watch(shown.scene);
        });
        return new Hands(shown.stage);
    }

    @Test
    void theEffectThatIsLookedAtIsBypassedAtEqualLoudnessByOneKey() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 990, 700)) {
            Hands hands = keys(shown);
            Fx.run(() -> shown.model.select("m-limiter"));
            shown.play(100);
            hands.key(KeyCode.E);
            assertThat(shown.song.history.current().mastering().chain())
                    .filteredOn(Insert::bypassed)
                    .extracting(Insert::type)
                    .containsExactly("limiter");
            // Its gain is 6 dB, and it limits some of it.
            assertThat(shown.song.comparisons.get("m-limiter").dryDb()).isBetween(3.0, 6.5);
            hands.key(KeyCode.E);
            assertThat(shown.song.history.current().mastering().chain()).noneMatch(Insert::bypassed);

            hands.key(KeyCode.D);
            assertThat(shown.song.comparisons.get("m-limiter").delta()).isTrue();
            hands.key(KeyCode.D);
            assertThat(shown.song.comparisons.get("m-limiter").delta()).isFalse();
        }
    }

    @Test
    void theChainIsBypassedByOneKey() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 990, 700)) {
            Hands hands = keys(shown);
            hands.key(KeyCode.BACK_SLASH);
            assertThat(Fx.call(() -> shown.hearing.bypass().get())).isTrue();
            hands.key(KeyCode.BACK_SLASH);
            assertThat(Fx.call(() -> shown.hearing.bypass().get())).isFalse();
        }
    }

    @Test
    void aModulesDifferenceIsHeardAndItsPowerSwitched() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 990, 700)) {
            Fx.run(shown.button("Difference of Mastering EQ")::fire);
            assertThat(shown.song.comparisons.get("m-eq").delta()).isTrue();
            Switch power = shown.all(Switch.class).getFirst();
            Hands hands = new Hands(shown.stage);
            hands.pointAtMiddle(power);
            hands.click();
            assertThat(Fx.call(() -> shown.song
                            .history
                            .current()
                            .mastering()
                            .chain()
                            .getFirst()
                            .bypassed()))
                    .isTrue();
        }
    }

    @Test
    void theLargeEditorOpensInPlaceOfTheRackAndEscLeadsBack() {
        try (Shown shown = new Shown(RackSong.designed(), 100, 990, 900)) {
            Fx.run(() -> shown.rack.expand("m-compressor"));
            Fx.settle();
            shown.play(640);
            shown.picture("large");
            assertThat(Fx.call(shown.rack::isExpanded)).isTrue();
            assertThat(shown.all(Knob.class)).hasSizeGreaterThan(10);
            new Hands(shown.stage).key(KeyCode.ESCAPE);
            assertThat(Fx.call(shown.rack::isExpanded)).isFalse();
            assertThat(shown.inSight()).containsExactly("compressor");
        }
    }

    /// Whatever takes the keyboard has a name.
    private static void speaks(Node node) {
        Nodes.all(node)
                .filter(each -> each.isFocusTraversable() && each.isVisible())
                .forEach(each -> {
                    Object text = each.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                    if (each.getAccessibleRole() != AccessibleRole.SCROLL_PANE) {
                        assertThat(text)
                                .as(each.getClass().getSimpleName())
                                .isNotNull()
                                .asString()
                                .isNotBlank();
                    }
                });
    }
}
