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
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.param.Values;
import studio.headroom.project.Project;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.Knob;
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
        return Fx.call(() -> new EditorPane(
                look, song.history, song, new EditorMemory(), Path.of("target/no-presets"), doors));
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
