package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.ui.Fx;
import studio.headroom.ui.start.Stems;

/// A person masters in the real window. Pictures go to `target/screens/master-….png`.
class MasterFlowTest {
    @TempDir
    private Path folder;

    @Test
    void fromTheMixToAMasterThatIsHeard() throws IOException {
        Path song = Studio.song(folder, "Paper Lanterns", "01 Kick", "02 Bass", "03 Lead Vox");
        try (Person person = new Person(folder, 1280, 780, 75, song)) {
            person.awaitSong();
            person.openMaster();
            person.picture("master-1-empty");
            person.printTheMix();
            Fx.run(() -> person.session().playback().play());
            String first = person.song().mastering().chain().getFirst().id();
            person.await(
                    "the chain plays",
                    () -> person.session().playback().meters().insert(first).isPresent());
            long end = System.nanoTime() + 4_000_000_000L;
            person.await("some seconds", () -> System.nanoTime() > end);
            person.picture("master-2-playing");
            person.hands().key(KeyCode.BACK_SLASH);
            person.picture("master-3-bypassed");
            person.hands().key(KeyCode.BACK_SLASH);

            person.addReference(Stems.write(folder.resolve("North Pier.wav"), 44_100, 2, 6));
            person.hands().key(KeyCode.R);
            person.await(
                    "the reference is heard",
                    () -> person.session().playback().heard().strips().stream()
                            .anyMatch(strip -> strip.name().equals("North Pier")
                                    && !strip.controls().isOn(studio.headroom.project.StripControls.MUTE)));
            person.picture("master-4-reference");
            person.hands().key(KeyCode.R);

            person.click("Check");
            person.await("what was found", () -> !person.named("Check again").isDisabled());
            person.picture("master-5-check");
            person.click(person.named("Close the quality check"));
            person.click("Assistant");
            person.picture("master-6-assistant");
            person.hands().key(KeyCode.ESCAPE);
            person.click("Deliver…");
            person.picture("master-7-deliver");
            person.hands().key(KeyCode.ESCAPE);
            assertThat(person.session().playback().playing().get()).isTrue();
        }
    }
}
