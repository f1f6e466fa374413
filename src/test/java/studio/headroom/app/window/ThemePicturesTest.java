package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;
import studio.headroom.ui.theme.Token;

/// The program in every theme: the theme is chosen in the preferences while the song is open, and everything in sight
/// follows at once. Pictures go to `target/screens/theme-….png`.
class ThemePicturesTest {
    @TempDir
    Path folder;

    private Person person;

    @AfterEach
    void asTheProgramComes() {
        Fx.run(() -> new Look(new FramePulse()).setTheme(Theme.DARK));
    }

    @Test
    void everyScreenFollowsTheThemeThatIsChosen() throws IOException {
        Path song = EverySong.make(folder);
        try (Person at = new Person(folder, 1600, 900, 100, song)) {
            person = at;
            person.awaitSong();
            person.click(person.named("Track 1 Kick"));
            person.click(person.named("Automation of Kick"));
            Map<Theme, BufferedImage> mixes = new EnumMap<>(Theme.class);
            for (Theme theme : List.of(Theme.LIGHT, Theme.CONTRAST, Theme.DARK)) {
                choose(theme);
                mixes.put(theme, person.picture("theme-" + theme.id() + "-mix"));
                assertThat(Fx.call(() -> person.shell().preferences().values()))
                        .containsEntry("screen.theme", theme.id());
            }
            mixes.forEach(this::isOf);
            editors();
            master();
            leave();
        }
    }

    private void choose(Theme theme) throws IOException {
        person.hands().key(KeyCode.CONTROL, KeyCode.COMMA);
        person.click(person.control(ChoiceField.class, "Theme"));
        person.menu(theme.words());
        person.picture("theme-" + theme.id() + "-preferences");
        person.hands().key(KeyCode.ESCAPE);
    }

    /// No ground of another theme is left, but where two themes have the same color.
    private void isOf(Theme theme, BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xFF_FF_FF, 1, Integer::sum);
            }
        }
        for (Token ground : List.of(Token.BG_0, Token.BG_1, Token.BG_2, Token.BG_3, Token.BG_4)) {
            for (Theme other : Theme.values()) {
                int found = counts.getOrDefault(packed(ground.color(other)), 0);
                if (other == theme) {
                    assertThat(found).as(theme + " has " + ground).isGreaterThan(400);
                } else {
                    // Mixed colors may hit one by chance; the least of these grounds covers 1 % of the window.
                    assertThat(found)
                            .as(theme + " has " + ground + " of " + other)
                            .isLessThan(7_200);
                }
            }
        }
    }

    private static int packed(Color color) {
        return (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    private void editors() throws IOException {
        person.hands().pointAtMiddle(person.named("Kick effect 1"));
        person.hands().doubleClick();
        EditorPane pane = person.all(EditorPane.class).getFirst();
        for (String effect : List.of("eq", "compressor", "reverb", "saturation")) {
            Fx.run(() -> pane.open("every-" + effect));
            Fx.settle();
            for (Theme theme : Theme.values()) {
                Fx.run(() -> person.shell().preferences().theme().set(theme));
                person.picture("theme-" + theme.id() + "-" + effect);
            }
        }
        person.hands().key(KeyCode.ESCAPE);
    }

    private void master() throws IOException {
        Fx.run(() -> person.shell().commands().run("song.print"));
        person.await(
                "it is printed",
                () -> person.all(Button.class).stream().anyMatch(button -> "Done".equals(button.getText())));
        person.click("Done");
        person.hands().key(KeyCode.CONTROL, KeyCode.DIGIT2);
        for (int i = 0; i < 20; i++) {
            Fx.settle();
        }
        for (Theme theme : Theme.values()) {
            Fx.run(() -> person.shell().preferences().theme().set(theme));
            person.picture("theme-" + theme.id() + "-master");
        }
    }

    private void leave() throws IOException {
        person.hands().key(KeyCode.CONTROL, KeyCode.W);
        person.await(
                "it asks or is closed",
                () -> person.shell().session() == null
                        || person.shell().window().overlay().isOpen());
        if (Fx.call(() -> person.shell().window().overlay().isOpen())) {
            person.click("Don’t save");
        }
        person.await("the start page is back", () -> person.shell().session() == null);
        for (Theme theme : Theme.values()) {
            Fx.run(() -> person.shell().preferences().theme().set(theme));
            person.picture("theme-" + theme.id() + "-start");
        }
    }
}
