package studio.headroom.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.engine.automation.Address;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;

/// A person's hands on the editors.
class EditorScreenTest {
    @TempDir
    Path folder;

    private final EditorSong song = new EditorSong();
    private final TestDoors doors = new TestDoors();
    private Look look = Fx.call(() -> new Look(new FramePulse()));
    private Robot robot = Fx.call(Robot::new);
    private EditorPane pane = make();
    private Stage stage = window();

    private EditorPane make() {
        return Fx.call(() ->
                new EditorPane(look, song.history, song, new EditorMemory(), Path.of("target/no-presets"), doors));
    }

    private Stage window() {
        return Fx.call(() -> {
            Stage window = new Stage(StageStyle.UNDECORATED);
            window.setScene(new Scene(new WindowRoot(look, pane), 980, 940));
            window.setX(0);
            window.setY(0);
            window.show();
            return window;
        });
    }

    @BeforeEach
    void openEq() {
        open("eq");
    }

    @AfterEach
    void closeWindow() {
        Fx.run(() -> {
            pane.dispose();
            stage.close();
        });
    }

    private void open(String type) {
        Fx.run(() -> pane.open(EditorSong.id(type)));
        Fx.settle();
    }

    private <T extends Node> Stream<T> all(Class<T> kind) {
        return Fx.call(() -> walk(pane).filter(kind::isInstance).map(kind::cast).toList()).stream();
    }

    private static Stream<Node> walk(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(EditorScreenTest::walk))
                : Stream.of(node);
    }

    private EqGraph graph() {
        return all(EqGraph.class).findFirst().orElseThrow();
    }

    private ControlModel control(String id) {
        return Fx.call(() -> pane.editors().getFirst().model().control(id));
    }

    private void point(Node node, double[] at) {
        Fx.run(() -> {
            var there = node.localToScreen(at[0], at[1]);
            robot.mouseMove(Math.rint(there.getX()), Math.rint(there.getY()));
        });
        Fx.settle();
    }

    private void click() {
        Fx.run(() -> {
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseRelease(MouseButton.PRIMARY);
        });
    }

    private void key(KeyCode code) {
        Fx.run(() -> {
            robot.keyPress(code);
            robot.keyRelease(code);
        });
        Fx.settle();
    }

    private byte[] saved(Project project, String name) throws IOException {
        Path place = folder.resolve(name);
        Files.createDirectories(place);
        ProjectFiles.save(place, project);
        return Files.readAllBytes(place.resolve("project.json"));
    }

    @Test
    void aBandIsAddedByDoubleClickDraggedAndUndoneToTheByte() throws IOException {
        byte[] before = saved(song.history.current(), "before");
        EqGraph graph = graph();
        point(graph, Fx.call(() -> graph.place(1000, 3)));
        click();
        click();
        Fx.settle();
        assertThat(control("band1.freq").value()).isEqualTo(1000, within(15.0));
        assertThat(control("band1.gain").value()).isEqualTo(3, within(0.2));
        double[] node = Fx.call(() -> graph.node(0));
        point(graph, node);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        point(graph, Fx.call(() -> graph.place(2000, 3)));
        point(graph, Fx.call(() -> graph.place(2000, -6)));
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.settle();
        assertThat(control("band1.freq").value()).isEqualTo(2000, within(30.0));
        assertThat(control("band1.gain").value()).isEqualTo(-6, within(0.2));
        assertThat(song.history.steps()).containsExactly("Lead Vox EQ band 1", "Lead Vox EQ add band 1");
        Fx.run(() -> {
            song.history.undo();
            song.history.undo();
        });
        assertThat(saved(song.history.current(), "after")).isEqualTo(before);
        assertThat(doors.failures).isEmpty();
    }

    @Test
    void theWheelOverANodeChangesItsQAndIsOneStep() {
        EqGraph graph = graph();
        Fx.run(() -> song.history.apply(InsertEdits.values(EditorSong.id("eq"), Values.of(Map.of("band3.gain", 4.0)))));
        Fx.settle();
        point(graph, Fx.call(() -> graph.node(2)));
        double q = control("band3.q").value();
        Fx.run(() -> robot.mouseWheel(-1));
        Fx.run(() -> robot.mouseWheel(-1));
        Fx.settle();
        Fx.run(() -> look.pulse().advance(1));
        assertThat(control("band3.q").value()).isNotEqualTo(q);
        assertThat(song.history.steps()).hasSize(2);
    }

    @Test
    void aValueIsTyped() {
        open("compressor");
        Knob threshold = all(Knob.class)
                .filter(knob -> knob.model().param().id().equals("threshold"))
                .findFirst()
                .orElseThrow();
        Fx.run(threshold::requestFocus);
        key(KeyCode.ENTER);
        TextField field = walkRoot()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
        Fx.run(() -> field.setText("-27.5 dB"));
        key(KeyCode.ENTER);
        assertThat(control("threshold").value()).isEqualTo(-27.5);
        assertThat(song.history.steps()).containsExactly("Lead Vox compressor threshold \u221227.5 dB");
    }

    private Stream<Node> walkRoot() {
        return Fx.call(() -> walk(stage.getScene().getRoot()).toList()).stream();
    }

    @Test
    void escapeLeadsBackToTheMixer() {
        Fx.run(() -> graph().requestFocus());
        key(KeyCode.ESCAPE);
        assertThat(doors.left).isEqualTo(1);
    }

    @Test
    void anEffectThatIsRemovedClosesItsEditor() {
        Fx.run(() -> song.history.apply(InsertEdits.remove(EditorSong.id("eq"))));
        assertThat(Fx.call(pane::opened)).isEmpty();
        assertThat(doors.left).isEqualTo(1);
    }

    @Test
    void twoEditorsStandSideBySideOnlyWhereThereIsRoom() {
        Fx.run(() -> pane.open(EditorSong.id("compressor"), true));
        Fx.settle();
        assertThat(Fx.call(pane::opened)).isEqualTo(Set.of(EditorSong.id("eq"), EditorSong.id("compressor")));
        assertThat(Fx.call(pane::editors)).hasSize(1);
    }

    /// What a band shows is what its shape uses: no knob that turns nothing.
    @ParameterizedTest
    @EnumSource
    void aBandShowsOnlyControlsThatItsShapeUses(FilterShape shape) {
        Fx.run(() -> {
            control("band5.type").set(shape.ordinal());
            control("band5.gain").set(3);
            control("band5.freq").set(500);
        });
        Fx.settle();
        String band = "Lead Vox EQ band 5 ";
        Set<String> shown = all(Node.class)
                .map(node -> String.valueOf(node.getAccessibleText()))
                .filter(text -> text.startsWith(band))
                .map(text -> text.substring(band.length()))
                .collect(Collectors.toSet());
        assertThat(shown).contains("on", "type", "frequency", "placement", "listen");
        assertThat(shown.contains("gain")).isEqualTo(shape.usesGain());
        assertThat(shown.contains("q")).isEqualTo(shape.usesQ());
        assertThat(shown.contains("slope in db/oct")).isEqualTo(shape.isCut());
        assertThat(shown.contains("dynamic")).isEqualTo(shape.canMove());
    }

    private Node chip(String name) {
        return all(Node.class)
                .filter(node -> node.getClass().getSimpleName().equals("ChainChip"))
                .filter(node -> String.valueOf(node.getAccessibleText()).startsWith(name + ","))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChipOpensAndSwitchesItsEffect() {
        point(chip("Gate"), new double[] {30, 14});
        click();
        Fx.settle();
        assertThat(Fx.call(pane::opened)).containsExactly(EditorSong.id("gate"));
        Node gate = chip("Gate");
        point(gate, new double[] {Fx.call(() -> gate.getLayoutBounds().getWidth()) - 15, 14});
        click();
        Fx.settle();
        assertThat(song.history.steps()).containsExactly("Bypass Lead Vox gate");
    }

    private List<String> types() {
        return song.history.current().strip("s-1").orElseThrow().inserts().stream()
                .map(Insert::type)
                .limit(4)
                .toList();
    }

    /// Takes a chip by its name and lets it go where another one is. The headless screen gives drags to what is under
    /// the
    /// pointer, and not to what was pressed, so the chip is told.
    ///
    /// @param share of the other's width: 0 at its left end, 1 at its right end
    private void drag(String name, String onto, double share, boolean control) {
        Fx.run(() -> {
            Node node = chip(name);
            Node there = chip(onto);
            Point2D start = node.localToScene(30, 14);
            Point2D end = there.localToScene(there.getLayoutBounds().getWidth() * share, 14);
            mouse(node, MouseEvent.MOUSE_PRESSED, start, control);
            mouse(node, MouseEvent.MOUSE_DRAGGED, start.midpoint(end), control);
            mouse(node, MouseEvent.MOUSE_DRAGGED, end, control);
            mouse(node, MouseEvent.MOUSE_RELEASED, end, control);
        });
        Fx.settle();
    }

    private static void mouse(Node node, EventType<MouseEvent> type, Point2D at, boolean control) {
        Point2D screen = node.getScene().getRoot().localToScreen(at);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        control,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    @Test
    void aChipIsDraggedToAnotherPlaceAsOneStep() {
        Project before = song.history.current();
        assertThat(types()).containsExactly("eq", "compressor", "gate", "de-esser");
        drag("EQ", "Gate", 0.9, false);
        assertThat(types()).containsExactly("compressor", "gate", "eq", "de-esser");
        drag("Gate", "Compressor", 0.1, false);
        assertThat(types()).containsExactly("gate", "compressor", "eq", "de-esser");
        drag("Compressor", "Compressor", 0.9, false);
        assertThat(song.history.steps()).hasSize(2);
        Fx.run(() -> {
            song.history.undo();
            song.history.undo();
        });
        assertThat(song.history.current()).isEqualTo(before);
        assertThat(Fx.call(pane::opened)).containsExactly(EditorSong.id("eq"));
    }

    @Test
    void controlAndADragCopy() {
        drag("EQ", "Compressor", 0.9, true);
        assertThat(types()).containsExactly("eq", "compressor", "eq", "gate");
        assertThat(song.history.steps()).containsExactly("Copy Lead Vox EQ");
    }

    @Test
    void escapeGivesADragUp() {
        point(chip("EQ"), new double[] {40, 14});
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        point(chip("Gate"), new double[] {50, 14});
        key(KeyCode.ESCAPE);
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.settle();
        assertThat(song.history.steps()).isEmpty();
        assertThat(doors.left).isZero();
    }

    @Test
    void anArrowKeyWithAltMovesTheChipThatHasTheFocusOnAndOn() {
        Fx.run(() -> chip("EQ").requestFocus());
        for (int i = 0; i < 2; i++) {
            Fx.run(() -> {
                robot.keyPress(KeyCode.ALT);
                robot.keyPress(KeyCode.RIGHT);
                robot.keyRelease(KeyCode.RIGHT);
                robot.keyRelease(KeyCode.ALT);
            });
            Fx.settle();
        }
        assertThat(types()).containsExactly("compressor", "gate", "eq", "de-esser");
    }

    @Test
    void allAreBypassedInOneStepAndThoseThatWereOnComeBack() {
        Fx.run(() -> song.history.apply(InsertEdits.bypass(EditorSong.id("gate"), true)));
        Project before = song.history.current();
        Switch all = all(Switch.class)
                .filter(found -> found.model().param().id().equals("bypass.all"))
                .findFirst()
                .orElseThrow();
        point(all, new double[] {14, 8});
        click();
        Fx.settle();
        assertThat(inserts()).allMatch(Insert::bypassed);
        assertThat(Fx.call(() -> all.model().isOn())).isTrue();
        click();
        Fx.settle();
        assertThat(song.history.current()).isEqualTo(before);
        assertThat(song.history.steps())
                .containsExactly(
                        "Switch on all effects of Lead Vox", "Bypass all effects of Lead Vox", "Bypass Lead Vox gate");
    }

    private List<Insert> inserts() {
        return song.history.current().strip("s-1").orElseThrow().inserts();
    }

    @Test
    void everyKnobLeadsToItsAutomation() {
        open("compressor");
        List<Knob> knobs = all(Knob.class).toList();
        assertThat(knobs).isNotEmpty();
        int shown = 0;
        for (Knob knob : knobs) {
            ControlModel model = knob.model();
            Runnable action = Fx.call(model::automationAction);
            if (model.param().automatable()) {
                Fx.run(action);
                shown++;
                assertThat(doors.automation.getLast())
                        .isEqualTo(new Address(
                                "s-1",
                                EditorSong.id("compressor"),
                                model.param().id()));
            }
        }
        assertThat(doors.automation).hasSize(shown);
    }

    @Test
    void theRangeOfTheCurveIsChosen() {
        EqGraph graph = graph();
        double[] three = Fx.call(() -> graph.place(1000, 3));
        Fx.run(() ->
                pane.editors().getFirst().model().memory().spectrum().range().set(0));
        Fx.settle();
        double[] now = Fx.call(() -> graph.place(1000, 3));
        double[] zero = Fx.call(() -> graph.place(1000, 0));
        assertThat(zero[1] - now[1]).isEqualTo(4 * (zero[1] - three[1]), within(1e-6));
        point(graph, new double[] {now[0], zero[1] - (zero[1] - now[1]) / 3});
        click();
        click();
        Fx.settle();
        assertThat(control("band1.gain").value()).isEqualTo(1, within(0.1));
    }

    @Test
    void aWindowShowsTheSoundWhileItPlays() {
        open("gate");
        for (int i = 0; i < 40; i++) {
            Fx.run(() -> {
                for (int chunk = 0; chunk < 16; chunk++) {
                    song.play(EditorSong.id("gate"));
                }
            });
            Fx.settle();
        }
        BufferedImage picture = Fx.call(() -> Fx.picture(stage.getScene(), "editor-window"));
        // The meters are at the right; what they show is green.
        int green = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = picture.getWidth() - 140; x < picture.getWidth(); x++) {
                Color color = new Color(picture.getRGB(x, y));
                green += color.getGreen() > color.getRed() + 15 && color.getGreen() > color.getBlue() + 15 ? 1 : 0;
            }
        }
        assertThat(green).isGreaterThan(200);
    }

    @Test
    void nothingMovesAnyMoreAfterClosing() {
        Fx.run(() -> look.pulse().advance(0.02));
        Fx.run(() -> pane.close());
        Fx.settle();
        Fx.run(() -> look.pulse().advance(1));
        assertThat(Fx.call(() -> look.pulse().isIdle())).isTrue();
    }
}
