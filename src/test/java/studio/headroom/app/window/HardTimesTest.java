package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.effects.Catalogue;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Span;
import studio.headroom.ui.Fx;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.shell.Messages;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.SongRequest;

/// What hardly anybody does, done in the program as it is started: it must go on.
class HardTimesTest {
    @TempDir
    Path folder;

    @Test
    void aLoopOfAMillisecondIsATenthOfASecondAndPlaysAndStops() throws IOException {
        try (Person person = new Person(folder, 1280, 720, 100, EverySong.make(folder))) {
            person.awaitSong();
            Fx.run(() -> person.timeline().actions().loop(new Span(48_000, 48_048)));
            Playback playback = person.session().playback();
            Fx.run(() -> playback.locate(47_000));
            person.hands().key(KeyCode.SPACE);
            long[] seen = {0, 0};
            person.await("it loops", () -> {
                long at = playback.position().get();
                seen[1] += at < seen[0] ? 1 : 0;
                seen[0] = at;
                return seen[1] >= 3;
            });
            // What is drawn is what is heard.
            assertThat(person.song().loop()).isEqualTo(new Span(48_000, 52_800));
            assertThat(seen[0]).isBetween(47_000L, 48_000L + 4_800 + 8_192);
            Fx.run(() -> person.timeline().actions().loop(new Span(0, 1)));
            Fx.run(() -> playback.locate(0));
            person.await("it loops there", () -> playback.position().get() < 40_000);
            person.hands().key(KeyCode.SPACE);
            person.await("it stops", () -> !playback.playing().get());
            // A machine that runs tests has other things to do, which the program says.
            assertThat(Fx.call(() -> List.copyOf(person.shell().messages().shown())))
                    .noneMatch(message -> message.kind() == Messages.Kind.ERROR);
        }
    }

    @Test
    void hostilePresetsAreChosenWithoutHarm() throws IOException {
        Path presets = Files.createDirectories(folder.resolve("presets").resolve("compressor"));
        String head = "{\"format\": \"headroom-chain\", \"formatVersion\": 1, \"chain\": [{\"type\": \"compressor\","
                + " \"values\": ";
        Files.writeString(presets.resolve("a wild.json"), head + "{\"threshold\": 1e300, \"ratio\": -1e300}}]}");
        Files.writeString(presets.resolve("b words.json"), head + "{\"threshold\": \"loud\"}}]}");
        Files.writeString(presets.resolve("c none.json"), head + "{\"threshold\": NaN}}]}");
        Files.writeString(presets.resolve("d deep.json"), head + "[".repeat(200_000));
        Files.writeString(presets.resolve("e huge.json"), head + "\"" + "x".repeat(4 << 20) + "\"}]}");
        Files.writeString(presets.resolve("f list.json"), "[1, 2, 3]");
        Files.writeString(presets.resolve("g " + "long ".repeat(40) + ".json"), head + "{\"threshold\": -30}}]}");
        Files.write(presets.resolve("h bytes.json"), new byte[] {(byte) 0xFF, 0, (byte) 0xC3, 0x28});
        try (Person person = new Person(folder, 1600, 900, 100, EverySong.make(folder))) {
            person.awaitSong();
            person.hands().pointAtMiddle(person.named("Kick effect 1"));
            person.hands().doubleClick();
            EditorPane pane = person.all(EditorPane.class).getFirst();
            Fx.run(() -> pane.open("every-compressor"));
            Fx.settle();
            for (int i = 0; i < 2; i++) {
                person.click(person.named("Preset"));
                List<String> words = menuWords();
                assertThat(words).contains("a wild").noneMatch(word -> word.matches("[bcdefh] .*"));
                person.picture("presets-hostile");
                person.menu(
                        i == 0
                                ? "a wild"
                                : words.stream()
                                        .filter(word -> word.startsWith("g "))
                                        .findFirst()
                                        .orElseThrow());
                Values values = values(person);
                for (Param param :
                        Catalogue.find("compressor").orElseThrow().params().params()) {
                    assertThat(values.get(param)).as(param.id()).isEqualTo(param.clamp(values.get(param)));
                }
            }
            assertThat(Fx.call(() -> List.copyOf(person.shell().messages().shown())))
                    .isEmpty();
        }
    }

    private static List<String> menuWords() {
        return Fx.call(() -> Window.getWindows().stream()
                .filter(Window::isShowing)
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .map(MenuItem::getText)
                .filter(text -> text != null)
                .toList());
    }

    private static Values values(Person person) {
        return person.song().strips().stream()
                .flatMap(strip -> strip.inserts().stream())
                .filter(insert -> insert.id().equals("every-compressor"))
                .map(Insert::values)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSongIsOpenInOneOfTwoWindows() throws IOException {
        Path song = EverySong.make(folder);
        try (Person one = new Person(folder.resolve("one"), 1280, 720, 100, song)) {
            one.awaitSong();
            try (Person two = new Person(folder.resolve("two"), 1280, 720, 100, null)) {
                Fx.run(() -> two.shell().request(SongRequest.of(song)));
                two.await("it asks", () -> asks(two));
                two.click("Try again");
                two.await("it asks again", () -> asks(two));
                Fx.run(() -> one.shell().leaveSong(() -> {}));
                one.await("it is closed", () -> one.shell().session() == null);
                two.click("Try again");
                two.awaitSong();
                Fx.run(() -> one.shell().request(SongRequest.of(song)));
                one.await("it asks", () -> asks(one));
                // The other window lies above it, and has mouse and keys.
                Fx.run(() -> ((Button) one.words("Cancel")).fire());
                assertThat(Fx.call(() -> one.shell().session())).isNull();
            }
        }
    }

    private static boolean asks(Person person) {
        return person.all(Labeled.class).stream()
                .anyMatch(label -> label.getText() != null && label.getText().endsWith("is open in another window"));
    }
}
