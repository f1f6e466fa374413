package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.project.Project;
import studio.headroom.ui.Fx;
import studio.headroom.ui.master.advise.CheckPanel;
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
            person.hands().key(KeyCode.CONTROL, KeyCode.DIGIT2);
            person.await(
                    "the place",
                    () -> person.shell().window().place() != null
                            && person.shell().window().place().id().equals("master"));
            exam = exam();
            examine("master without a print", root());
            assertThat(exam.wrong()).isEmpty();
            person.click("Print the mix");
            person.await(
                    "the chain",
                    () -> person.session()
                                    .history()
                                    .current()
                                    .mastering()
                                    .chain()
                                    .size()
                            == 4);
            person.choose(List.of(Stems.write(folder.resolve("North Pier.wav"), 48_000, 2, 6)));
            run("master.reference.add");
            person.await(
                    "the reference",
                    () -> !person.session()
                            .history()
                            .current()
                            .mastering()
                            .references()
                            .isEmpty());
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
