package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.editor.part.BandKnobs;
import studio.headroom.ui.master.advise.CheckPanel;
import studio.headroom.ui.master.rack.Rack;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.start.Stems;

/// Every control of the Master view, its drawer and its dialogs, examined as in [EveryControlTest].
class EveryMasterTest {
    @TempDir
    Path folder;

    private Person person;
    private Exam exam;

    @Test
    void everyControlOfTheMasterIsReachedSpokenAndMovedAsAllAre() throws IOException {
        Path song = Studio.song(folder, "All", "Kick", "Bass");
        try (Person at = new Person(folder, 1600, 960, 75, song)) {
            person = at;
            person.awaitSong();
            person.openMaster();
            exam = exam();
            examine("master without a print", root());
            assertThat(exam.wrong()).isEmpty();
            person.printTheMix();
            person.addReference(Stems.write(folder.resolve("North Pier.wav"), 48_000, 2, 6));
            exam = exam();
            examine("master", root());
            dialogs();
            System.out.println("controls examined: " + exam.examined());
            assertThat(exam.wrong()).isEmpty();
            assertThat(exam.examined().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isGreaterThan(100);
        }
    }

    /// What the gentle chain has not: the modules of the other effects that masters are made with.
    @Test
    void everyControlOfTheOtherModulesIsReachedSpokenAndMovedAsAllAre() throws IOException {
        Path song = Studio.song(folder, "All", "Kick", "Bass");
        try (Person at = new Person(folder, 1600, 960, 75, song)) {
            person = at;
            person.awaitSong();
            person.hands().key(KeyCode.CONTROL, KeyCode.DIGIT2);
            person.click("Print the mix");
            person.await("the rack", () -> !person.all(Rack.class).isEmpty());
            chain(
                    insert("imager", Map.of("width", 110.0)),
                    insert("de-esser", Map.of("range", 4.0)),
                    insert("clipper", Map.of("gain", 1.5)));
            exam = exam();
            examine("imager, de-esser and clipper", rack());
            assertThat(exam.wrong()).isEmpty();
            chain(insert("multiband", Map.of("bands", 3.0)), insert("eq", DYNAMIC));
            exam = exam();
            exam.screen("multiband and dynamic equalizer", rack(), Set.copyOf(bandKnobs()));
            look("Mastering Multiband band 1 threshold");
            exam.moved("lowest band", bandKnobs().getFirst());
            Fx.run(person.control(ModelControl.class, "Mastering Multiband band 1 release")::requestFocus);
            for (int i = 0; i < 4; i++) {
                person.hands().key(KeyCode.ALT, KeyCode.UP);
            }
            assertThat(Fx.call(person.control(ModelControl.class, "Mastering Multiband band 5 release")::isFocused))
                    .isTrue();
            exam.moved("highest band", bandKnobs().getFirst());
            look("Mastering EQ band 5 frequency");
            exam.moved("band that moves", bandKnobs().getLast());
            System.out.println("controls examined: " + exam.examined());
            assertThat(exam.wrong()).isEmpty();
        }
    }

    private static final Map<String, Double> DYNAMIC = Map.of(
            "band2.freq",
            90.0,
            "band2.gain",
            0.8,
            "band2.q",
            0.9,
            "band5.freq",
            3100.0,
            "band5.gain",
            -0.7,
            "band5.place",
            2.0,
            "band5.dyn.on",
            1.0,
            "band5.dyn.range",
            -2.5);

    private static Insert insert(String type, Map<String, Double> values) {
        return new Insert("walk-" + type, type, Values.of(values), null);
    }

    private void chain(Insert... inserts) {
        SongHistory history = person.session().history();
        Fx.run(() -> history.apply(MasteringEdits.chain("Chain", List.of(inserts))));
        Fx.settle();
        Fx.settle();
    }

    private Node rack() {
        return person.all(Rack.class).getFirst();
    }

    private List<Node> bandKnobs() {
        return person.all(BandKnobs.class).stream().map(Node.class::cast).toList();
    }

    /// Looks at the band that a control belongs to.
    private void look(String control) {
        Fx.run(person.control(ModelControl.class, control)::requestFocus);
        Fx.settle();
    }

    /// What is changed from now on is taken back after each control.
    private Exam exam() {
        SongHistory history = person.session().history();
        Project before = Fx.call(history::current);
        Runnable restore = () -> {
            while (history.current() != before && !history.undoName().get().isEmpty()) {
                history.undo();
            }
        };
        return Fx.call(() ->
                new Exam(person.scene(), person.hands(), person.shell().look().pulse(), restore));
    }

    private void dialogs() {
        person.click("Check");
        examine("quality check", person.all(CheckPanel.class).getFirst());
        person.click(person.named("Close the quality check"));
        person.click("Assistant");
        examine("assistant", person.shell().window().overlay());
        person.hands().key(KeyCode.ESCAPE);
        person.click("Deliver…");
        examine("deliver", person.shell().window().overlay());
        person.hands().key(KeyCode.ESCAPE);
    }

    private void run(String command) {
        assertThat(Fx.call(() -> person.shell().commands().run(command)))
                .as(command + " can be used")
                .isTrue();
        Fx.settle();
    }

    private Node root() {
        return person.scene().getRoot();
    }

    private void examine(String screen, Node part) {
        Fx.settle();
        exam.screen(screen, part, Set.of());
        Fx.settle();
    }
}
