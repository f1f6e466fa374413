package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.shell.Messages;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;
import studio.headroom.ui.theme.Token;

/// The theme is switched while something is open above or in the window and the song plays: what is open stays, follows
/// at once, and nothing stops. Pictures go to `target/screens/switch-….png`.
class ThemeSwitchTest {
    private static final List<Token> GROUNDS =
            List.of(Token.BG_0, Token.BG_1, Token.BG_2, Token.BG_3, Token.BG_4, Token.BG_5, Token.BG_POP);
    /// Of a window of 1.4 million: edges that are mixed of two colors may hit a third by chance. A field, a button or a
    /// row that is left behind has more.
    private static final int BY_CHANCE = 1_500;

    @TempDir
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private Person person;

    @AfterEach
    void asTheProgramComes() {
        Fx.run(() -> new Look(new FramePulse()).setTheme(Theme.DARK));
    }

    @Test
    void whatIsOpenFollowsAndNothingStops() throws IOException {
        try (Person at = new Person(folder, 1600, 900, 100, EverySong.make(folder))) {
            person = at;
            person.awaitSong();
            Fx.run(() -> {
                person.session().playback().looping().set(true);
                person.session().playback().play();
            });
            editors();
            for (String command :
                    List.of("song.preferences", "song.notes", "song.export", "help.keys", "edit.history")) {
                run(command);
                follows(command);
                person.hands().key(KeyCode.ESCAPE);
            }
            run("timeline.tempo");
            follows("tempo");
            person.hands().key(KeyCode.ESCAPE);
            master();
            assertThat(wrong).isEmpty();
            assertThat(Fx.call(() -> List.copyOf(person.shell().messages().shown())))
                    .noneMatch(message -> message.kind() == Messages.Kind.ERROR);
        }
    }

    private void editors() throws IOException {
        person.hands().pointAtMiddle(person.named("Kick effect 1"));
        person.hands().doubleClick();
        EditorPane pane = person.all(EditorPane.class).getFirst();
        for (String effect : List.of("eq", "compressor", "limiter", "delay")) {
            Fx.run(() -> pane.open("every-" + effect));
            follows(effect);
            assertThat(person.all(EditorPane.class)).as("it stays open").containsExactly(pane);
        }
        person.hands().key(KeyCode.ESCAPE);
    }

    private void master() throws IOException {
        person.openMaster();
        follows("master-empty");
        person.printTheMix();
        person.await("it can be printed again", () -> says("All prints"));
        for (String command : List.of("master.check", "master.assistant", "master.deliver")) {
            run(command);
            follows(command);
            if (command.equals("master.check")) {
                run(command);
            } else {
                person.hands().key(KeyCode.ESCAPE);
            }
        }
        assertThat(Fx.call(() -> person.session().playback().playing().get())).isTrue();
    }

    private boolean says(String words) {
        return Nodes.seen(person.scene().getRoot())
                .anyMatch(node -> node instanceof Button button && words.equals(button.getText()));
    }

    private void run(String command) {
        assertThat(Fx.call(() -> person.shell().commands().run(command)))
                .as(command + " can be used")
                .isTrue();
        Fx.settle();
    }

    /// Switches there and back, and looks.
    private void follows(String what) throws IOException {
        Fx.settle();
        boolean asked = Fx.call(() -> person.shell().window().overlay().isOpen());
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Fx.run(() -> person.shell().preferences().theme().set(theme));
            look(what, theme, person.picture("switch-" + what + "-" + theme.id()));
        }
        assertThat(Fx.call(() -> person.shell().window().overlay().isOpen()))
                .as(what + " stays open")
                .isEqualTo(asked);
    }

    private void look(String what, Theme theme, BufferedImage image) {
        Theme other = theme == Theme.LIGHT ? Theme.DARK : Theme.LIGHT;
        Set<Integer> own = Stream.of(Token.values())
                .map(token -> packed(token.color(theme)))
                .collect(Collectors.toSet());
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (Token ground : GROUNDS) {
            int color = packed(ground.color(other));
            int found = 0;
            for (int pixel : pixels) {
                found += (pixel & 0xFF_FF_FF) == color ? 1 : 0;
            }
            if (found > BY_CHANCE && !own.contains(color)) {
                wrong.add(what + " in " + theme + " has " + found + " pixels of " + ground + " of " + other);
            }
        }
    }

    private static int packed(Color color) {
        return (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
