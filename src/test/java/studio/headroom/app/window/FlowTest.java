package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.Fader;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.control.ModeButton;
import studio.headroom.ui.control.PanBar;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.start.Stems;
import studio.headroom.ui.timeline.Row;
import studio.headroom.ui.timeline.TimelineModel;

/// A song from its stems to its save, by mouse and keyboard alone, through the program as it is started.
class FlowTest {
    private static final double SECONDS = 12;

    @TempDir
    Path folder;

    private Person person;

    @Test
    void aSongIsMadeBalancedAutomatedCutUndoneRedoneSavedAndOpenedAgain() throws IOException {
        try (Person at = new Person(folder, 1600, 980, 100, null)) {
            person = at;
            makeSong();
            byte[] made = person.json("made");
            assertThat(Files.readAllBytes(file())).isEqualTo(made);

            balance();
            equalize();
            drawAutomation();
            recordAutomation();
            cutAndFade();
            send();
            muteAndSolo();

            byte[] mixed = person.json("mixed");
            int steps = undoAll();
            person.picture("flow-20-undone");
            assertThat(text(person.json("undone"))).isEqualTo(text(made));
            redoAll(steps);
            assertThat(text(person.json("redone"))).isEqualTo(text(mixed));

            person.hands().key(KeyCode.CONTROL, KeyCode.S);
            person.await("it is saved", () -> !person.session().file().isChanged());
            person.picture("flow-21-saved");
            assertThat(text(Files.readAllBytes(file()))).isEqualTo(text(mixed));

            openAgain();
            assertThat(text(person.json("opened"))).isEqualTo(text(mixed));
            assertThat(Fx.call(() -> person.shell().messages().shown())).isEmpty();
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private Path file() {
        return folder.resolve("songs").resolve("rain.headroom").resolve(ProjectFiles.FILE);
    }

    private Strip strip(String name) {
        return person.song().strips().stream()
                .filter(strip -> strip.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String lastStep() {
        return Fx.call(() -> person.session().history().undoName().get());
    }

    // ---- a song of stems ----

    private void makeSong() throws IOException {
        Path stems = folder.resolve("stems");
        List<Path> files = new ArrayList<>();
        for (String name : List.of("Kick", "Snare", "Bass", "Guitar", "Lead Vox")) {
            files.add(Stems.write(stems.resolve(name + ".wav"), 48_000, name.equals("Guitar") ? 2 : 1, SECONDS));
        }
        person.picture("flow-01-start");
        person.choose(files);
        person.click("Choose files…");
        person.await(
                "it asks for a name", () -> person.shell().window().overlay().isOpen());
        TextField name = person.all(TextField.class).getFirst();
        person.click(name);
        person.hands().key(KeyCode.CONTROL, KeyCode.A);
        person.hands().type("rain");
        person.picture("flow-02-name");
        person.click("Create");
        person.awaitSong();
        person.await(
                "waveforms are drawn", () -> !person.shell().window().overlay().isOpen());
        assertThat(person.song().strips()).extracting(Strip::name).contains("Kick", "Bass", "Guitar", "Lead Vox");
        person.picture("flow-03-song");
    }

    // ---- balance ----

    private void balance() throws IOException {
        drag(person.control(Fader.class, "Kick volume"), 30, 70, 0, 40);
        assertThat(strip("Kick").controls().get(StripControls.VOLUME)).isBetween(-12.0, -3.0);
        drag(person.control(Fader.class, "Lead Vox volume"), 30, 70, 0, 20);
        drag(person.control(PanBar.class, "Guitar pan"), 20, 9, 24, 0);
        assertThat(strip("Guitar").controls().get(StripControls.PAN)).isBetween(10.0, 60.0);
        assertThat(lastStep()).contains("Guitar").contains("pan");

        Fader bass = person.control(Fader.class, "Bass volume");
        person.hands().point(bass, 30, 70);
        person.hands().press();
        person.hands().by(0, 10);
        person.hands().by(0, 15);
        person.picture("flow-04-fader");
        person.hands().release();
        assertThat(strip("Bass").controls().get(StripControls.VOLUME)).isBetween(-8.0, -2.0);
    }

    private void drag(Node node, double x, double y, double dx, double dy) {
        person.hands().point(node, x, y);
        person.hands().dragBy(dx, dy, 5);
    }

    // ---- an equalizer ----

    private void equalize() throws IOException {
        person.click(person.named("Lead Vox, add an effect"));
        person.hands().type("eq");
        person.picture("flow-05-effects");
        person.hands().key(KeyCode.ENTER);
        assertThat(strip("Lead Vox").inserts()).hasSize(1);
        person.hands().pointAtMiddle(person.named("Lead Vox effect 1"));
        person.hands().doubleClick();
        person.await("the editor is open", () -> !person.all(EditorPane.class).isEmpty());
        EqGraph graph = editorsGraph();
        at(graph, graph.place(300, 4));
        person.hands().doubleClick();
        at(graph, Fx.call(() -> graph.node(0)));
        person.hands().press();
        person.hands().by(60, 20);
        person.hands().by(60, 40);
        person.picture("flow-06-band");
        person.hands().release();
        var eq = strip("Lead Vox").inserts().getFirst();
        assertThat(eq.values().asMap()).isNotEmpty();
        person.hands().key(KeyCode.ESCAPE);
        person.await("the timeline is back", () -> person.all(EditorPane.class).isEmpty());
    }

    /// The editor's, not the inspector's beside it.
    private EqGraph editorsGraph() {
        EditorPane pane = person.all(EditorPane.class).getFirst();
        return person.all(EqGraph.class).stream()
                .filter(graph -> {
                    Node up = graph;
                    while (up != null && up != pane) {
                        up = up.getParent();
                    }
                    return up == pane;
                })
                .findFirst()
                .orElseThrow();
    }

    private void at(Node node, double[] place) {
        double factor = person.shell().look().factor();
        person.hands().point(node, place[0] * factor, place[1] * factor);
    }

    // ---- automation ----

    private TimelineModel timeline() {
        return person.timeline().model();
    }

    private Row row(Row.Kind kind, String strip) {
        return Fx.call(() -> timeline().rows().of(kind, strip(strip).id()).orElseThrow());
    }

    /// Points at a time and a height of a row, in units from its upper edge.
    private void point(Row row, double seconds, double height) {
        double[] place = Fx.call(() -> new double[] {
            timeline().scale().x(seconds * 48_000), row.y() - timeline().top() + height
        });
        at(person.timeline().lanes(), place);
    }

    private void drawAutomation() throws IOException {
        person.click(person.named("Track 1 Kick"));
        person.click(person.named("Automation of Kick"));
        person.click(person.named("Draw (3)"));
        Row lane = row(Row.Kind.LANE, "Kick");
        point(lane, 2, 30);
        person.hands().press();
        for (int i = 1; i <= 8; i++) {
            point(lane, 2 + i, 26 + 14 * Math.sin(i));
        }
        person.hands().release();
        person.click(person.named("Pointer (1)"));
        assertThat(strip("Kick").automation()).hasSize(1);
        int drawn = strip("Kick").automation().getFirst().points().size();
        assertThat(drawn).isGreaterThan(3);
        point(lane, 11, 40);
        person.hands().doubleClick();
        assertThat(strip("Kick").automation().getFirst().points()).hasSize(drawn + 1);
        person.picture("flow-07-drawn");
    }

    private void recordAutomation() throws IOException {
        person.click(person.control(ModeButton.class, "Bass automation"));
        person.picture("flow-08-modes");
        person.menu("Touch");
        person.hands().key(KeyCode.SPACE);
        var playback = person.session().playback();
        person.await("it plays", () -> playback.position().get() > 24_000);
        Fader bass = person.control(Fader.class, "Bass volume");
        person.hands().point(bass, 30, 70);
        person.hands().press();
        long from = Fx.call(() -> playback.position().get());
        for (int i = 1; i <= 6; i++) {
            person.hands().by(0, i < 4 ? 8 : -12);
            long until = from + i * 9_600;
            person.await("it goes on", () -> playback.position().get() > until);
        }
        person.picture("flow-09-touch");
        person.hands().release();
        person.await("it goes on", () -> playback.position().get() > from + 4 * 24_000);
        person.hands().key(KeyCode.SPACE);
        person.await("it has stopped", () -> !playback.playing().get());
        person.await(
                "what was touched is written", () -> !strip("Bass").automation().isEmpty());
        assertThat(strip("Bass").automation().getFirst().points()).hasSizeGreaterThan(3);
        person.click(person.named("Track 3 Bass"));
        person.click(person.named("Automation of Bass"));
        person.picture("flow-10-touched");
    }

    // ---- clips ----

    private void cutAndFade() throws IOException {
        person.click(person.named("Scissors (2)"));
        Row guitar = row(Row.Kind.TRACK, "Guitar");
        point(guitar, 5, 24);
        person.hands().click();
        person.click(person.named("Pointer (1)"));
        List<Clip> clips = strip("Guitar").clips();
        assertThat(clips).hasSize(2);
        Clip second = clips.getLast();
        double start = (double) second.start() / 48_000;
        point(guitar, start + 2, 24);
        person.hands().click();
        // The handle of a fade that is not there yet lies 4 units inside the clip.
        double unit = Fx.call(() -> timeline().scale().framesPerUnit()) / 48_000;
        point(guitar, start + 4 * unit, 5);
        person.hands().press();
        point(guitar, start + 1, 5);
        point(guitar, start + 2, 5);
        person.picture("flow-11-fade");
        person.hands().release();
        assertThat(strip("Guitar").clips().getLast().fadeIn().frames()).isGreaterThan(48_000);
        person.picture("flow-12-cut");
    }

    // ---- a send, solo and mute ----

    private void send() throws IOException {
        person.hands().key(KeyCode.F6);
        person.hands().key(KeyCode.F6);
        person.picture("flow-13-mixer");
        person.click(person.named("Lead Vox, add a send"));
        person.picture("flow-14-sends");
        person.menu("New return");
        assertThat(strip("Lead Vox").sends()).hasSize(1);
        assertThat(person.song().strips()).anyMatch(strip -> strip.kind() == Strip.Kind.RETURN);
        Node send = person.named("Lead Vox send");
        drag(send, 30, 9, 30, 0);
        assertThat(strip("Lead Vox").sends().getFirst().controls().get(StripControls.SEND_LEVEL))
                .isBetween(-40.0, 6.0);
        person.picture("flow-15-send");
        person.hands().key(KeyCode.F6);
    }

    private void muteAndSolo() throws IOException {
        person.click(person.control(LetterButton.class, "Bass solo"));
        assertThat(strip("Bass").solo()).isTrue();
        person.click(person.control(LetterButton.class, "Guitar mute"));
        assertThat(strip("Guitar").controls().isOn(StripControls.MUTE)).isTrue();
        person.picture("flow-16-solo");
        person.click(person.control(LetterButton.class, "Bass solo"));
        assertThat(strip("Bass").solo()).isFalse();
    }

    // ---- back and forth ----

    private int undoAll() {
        int steps = 0;
        while (!lastStep().isEmpty()) {
            person.hands().key(KeyCode.CONTROL, KeyCode.Z);
            assertThat(++steps).isLessThan(100);
        }
        return steps;
    }

    private void redoAll(int steps) {
        for (int i = 0; i < steps; i++) {
            assertThat(Fx.call(() -> person.session().history().redoName().get()))
                    .isNotEmpty();
            person.hands().key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        }
        assertThat(Fx.call(() -> person.session().history().redoName().get())).isEmpty();
    }

    private void openAgain() throws IOException {
        Project before = person.song();
        person.hands().key(KeyCode.CONTROL, KeyCode.W);
        person.await("the start page is back", () -> person.shell().session() == null);
        person.await(
                "the song is among the recent ones",
                () -> person.all(Node.class).stream()
                        .anyMatch(node -> Person.spoken(node).startsWith("Open rain")));
        person.picture("flow-22-recent");
        person.click(person.named("Open rain"));
        person.awaitSong();
        assertThat(person.song()).isEqualTo(before);
        person.picture("flow-23-opened");
    }
}
