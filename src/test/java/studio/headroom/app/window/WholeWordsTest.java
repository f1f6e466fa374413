package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.headroom.ui.Fx;
import studio.headroom.ui.editor.EditorPane;

/// The words on buttons are whole on all main screens, at the scales at either end.
class WholeWordsTest {
    @TempDir
    Path folder;

    private final List<String> cut = new ArrayList<>();
    private Person person;
    private String scale = "";

    @ParameterizedTest
    @CsvSource({"75, 1280, 720", "75, 1600, 900", "150, 1920, 1080"})
    void noButtonLosesWords(int percent, int width, int height) throws IOException {
        scale = width + "-" + percent;
        try (Person at = new Person(folder, width, height, percent, EverySong.make(folder))) {
            person = at;
            person.awaitSong();
            person.click(person.named("Track 1 Kick"));
            look("mix");
            Fx.run(() -> person.shell().commands().run("view.parts"));
            look("timeline");
            Fx.run(() -> person.shell().commands().run("view.parts"));
            look("mixer");
            person.hands().pointAtMiddle(person.named("Kick effect 1"));
            person.hands().doubleClick();
            EditorPane pane = person.all(EditorPane.class).getFirst();
            for (String effect : List.of("eq", "compressor", "limiter", "reverb", "delay", "multiband")) {
                Fx.run(() -> pane.open("every-" + effect));
                look(effect);
            }
            person.hands().key(KeyCode.ESCAPE);
            for (String command : List.of("song.preferences", "song.export", "help.keys", "song.notes")) {
                Fx.run(() -> person.shell().commands().run(command));
                look(command);
                person.hands().key(KeyCode.ESCAPE);
            }
            Fx.run(() -> person.shell().leaveSong(() -> {}));
            person.await("the start page is back", () -> person.shell().session() == null);
            look("start");
        }
        assertThat(cut).isEmpty();
    }

    /// Also in a window that is smaller than any that the design knows.
    @ParameterizedTest
    @CsvSource({"75, 1280, 720", "100, 1280, 720", "175, 1600, 900", "200, 1600, 900"})
    void theTopBarAndTheDialogsLieInTheWindow(int percent, int width, int height) throws IOException {
        scale = width + "-" + percent;
        try (Person at = new Person(folder, width, height, percent, EverySong.make(folder))) {
            person = at;
            person.awaitSong();
            inTheWindow("top bar", ".hr-top-bar > *", width, height);
            for (String command : List.of("song.preferences", "song.export", "help.keys", "transport.listeningLevel")) {
                Fx.run(() -> person.shell().commands().run(command));
                Fx.settle();
                Fx.settle();
                person.picture("lies-" + scale + "-" + command);
                inTheWindow(command, ".hr-overlay > *", width, height);
                inTheWindow(command, ".hr-dialog-button", width, height);
                person.hands().key(KeyCode.ESCAPE);
            }
        }
        assertThat(cut).isEmpty();
    }

    private void inTheWindow(String screen, String selector, int width, int height) {
        Fx.run(() -> person.shell().window().root().lookupAll(selector).stream()
                .filter(node -> node.isVisible() && node.getLayoutBounds().getWidth() > 0)
                .forEach(node -> {
                    Bounds box = node.localToScene(node.getLayoutBounds());
                    if (box.getMinX() < 0 || box.getMinY() < 0 || box.getMaxX() > width || box.getMaxY() > height) {
                        cut.add(scale + " " + screen + ": " + node + " lies at " + box);
                    }
                }));
    }

    private void look(String screen) throws IOException {
        Fx.settle();
        Fx.settle();
        person.picture("words-" + scale + "-" + screen);
        for (ButtonBase button : person.all(ButtonBase.class)) {
            Fx.run(() -> button.getChildrenUnmodifiable().stream()
                    .filter(node -> node instanceof Text && !(node instanceof FontIcon))
                    .map(node -> ((Text) node).getText())
                    .filter(text -> !text.isEmpty() && !text.equals(button.getText()))
                    .forEach(text -> cut.add(scale + " " + screen + ": “" + button.getText() + "” as “" + text + "”")));
        }
    }
}
