package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.start.Stems;

/// A person asks for advice in the real window: a reference, the quality check, the assistant. Pictures go to
/// `target/screens/master-advise-….png`.
class AdviseFlowTest {
    @TempDir
    private Path folder;

    private static List<Insert> chain(Person person) {
        return person.song().mastering().chain();
    }

    /// A busy computer may say so in a bar that moves everything while a hand is on its way.
    private static void press(Person person, String name) {
        ButtonBase button = person.find(
                ButtonBase.class, name, each -> name.equals(each.getText()) || name.equals(each.getAccessibleText()));
        Fx.run(button::fire);
        Fx.settle();
    }

    @Test
    void aReferenceIsFlippedToTheCheckIsReadAndTheAssistantTaken() throws IOException {
        Path song = Studio.song(folder, "Paper Lanterns", "01 Kick", "02 Bass", "03 Lead Vox");
        try (Person person = new Person(folder, 1280, 780, 75, song)) {
            person.awaitSong();
            // One whose file is gone keeps nothing from being heard.
            Media lost = new Media("reference1", "references/Lost.wav", 2, 96_000, "Lost.wav");
            Fx.run(() -> person.session().history().apply(MasteringEdits.addReference(lost, "Lost")));
            person.openMaster();
            person.click("Print the mix");
            person.await("the chain", () -> !chain(person).isEmpty());

            Fx.run(() -> person.session().playback().play());
            String first = chain(person).getFirst().id();
            person.await(
                    "the chain plays",
                    () -> person.session().playback().meters().insert(first).isPresent());
            Fx.run(() -> person.session().playback().stop());

            person.choose(List.of(Stems.write(folder.resolve("North Pier.wav"), 44_100, 2, 6)));
            person.picture("master-advise-0-missing");
            press(person, "Add references");
            person.await(
                    "the reference",
                    () -> person.song().mastering().references().size() == 2);
            String id = person.song().mastering().references().getLast().id();
            person.await(
                    "it can be heard",
                    () -> person.session().playback().heard().strips().stream()
                            .anyMatch(strip -> strip.id().contains(id)));
            person.hands().key(KeyCode.R);
            person.await(
                    "it is heard",
                    () -> person.session().playback().heard().strips().stream()
                            .anyMatch(strip -> strip.id().endsWith(id + ".bus")
                                    && !strip.controls().isOn(StripControls.MUTE)));
            person.picture("master-advise-1-reference");
            person.hands().key(KeyCode.R);

            person.hands().key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            person.await(
                    "what was found",
                    () -> Fx.call(() -> Nodes.seen(person.scene().getRoot())
                            .anyMatch(node -> Person.spoken(node).startsWith("Note to the mix"))));
            person.picture("master-advise-2-check");
            person.hands().key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);

            List<Insert> before = chain(person);
            press(person, "Assistant");
            press(person, "Listen");
            person.await(
                    "advice",
                    () -> Fx.call(() -> Nodes.seen(person.scene().getRoot())
                            .anyMatch(node -> Person.spoken(node).equals("Take it"))));
            person.picture("master-advise-3-assistant");
            press(person, "Take it");
            assertThat(chain(person)).isNotEqualTo(before);
            assertThat(person.song().mastering().slots()).containsEntry("B", before);
            assertThat(person.session().history().undoName().get()).isEqualTo("Assistant, Pop");
            person.picture("master-advise-4-taken");

            // One step, also from the other place.
            List<Insert> taken = chain(person);
            person.hands().key(KeyCode.CONTROL, KeyCode.DIGIT1);
            person.await("the mix", () -> person.shell().window().place().id().equals("mix"));
            Fx.run(() -> person.session().history().undo());
            assertThat(chain(person)).isEqualTo(before);
            assertThat(person.song().mastering().slots()).isEmpty();
            Fx.run(() -> person.session().history().redo());
            assertThat(chain(person)).isEqualTo(taken);
            person.hands().key(KeyCode.CONTROL, KeyCode.DIGIT2);
            person.await("the place", () -> person.shell().window().place().id().equals("master"));
            assertThat(chain(person)).isEqualTo(taken);
        }
    }
}
