package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.project.Lane;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.Fader;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.editor.part.ChainBar;
import studio.headroom.ui.editor.part.VerdictBox;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.mixer.MixerView;
import studio.headroom.ui.shell.Messages;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.timeline.TimelineView;

/// Who has how much room in the Mix place, and that what is chosen stays chosen and reached while things move.
class MixRoomTest {
    @TempDir
    Path folder;

    private Person person;

    private Person open(int width, int height, int percent) throws IOException {
        person = new Person(folder, width, height, percent, EverySong.make(folder));
        person.awaitSong();
        return person;
    }

    private boolean seen(Class<? extends Node> part) {
        return !person.all(part).isEmpty();
    }

    /// In units.
    private double leastTravel() {
        double factor = person.shell().look().factor();
        return person.all(Fader.class).stream()
                .mapToDouble(fader -> Fx.call(fader::getHeight) / factor - 2 * Fader.PAD)
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, 100", "1600, 900, 100", "1600, 900, 175", "1600, 900, 200", "1600, 900, 75"})
    void fadersHaveTravelWhereverTheMixerIsShown(int width, int height, int percent) throws IOException {
        try (Person at = open(width, height, percent)) {
            assertThat(seen(MixerView.class)).isTrue();
            assertThat(leastTravel()).isGreaterThanOrEqualTo(120);
            // All height that a timeline of no use would give.
            Fx.run(() -> at.shell().preferences().mixSplit().set(0.9));
            Fx.settle();
            assertThat(leastTravel()).isGreaterThanOrEqualTo(120);
            Fx.run(() -> at.shell().preferences().mixSplit().set(0.46));
            at.picture("room-" + width + "-" + percent);
        }
    }

    @Test
    void whereTheWindowIsLowOnePartIsShownAndF6GoesToTheOther() throws IOException {
        try (Person at = open(1600, 900, 200)) {
            assertThat(seen(TimelineView.class)).isFalse();
            at.hands().key(KeyCode.F6);
            assertThat(seen(TimelineView.class)).isTrue();
            assertThat(seen(MixerView.class)).isFalse();
            at.picture("room-timeline-200");
            at.hands().key(KeyCode.F6);
            assertThat(seen(MixerView.class)).isTrue();
            Fx.run(() -> at.shell().preferences().percent().set(100));
            Fx.settle();
            assertThat(seen(TimelineView.class) && seen(MixerView.class)).isTrue();
        }
    }

    @Test
    void messagesTakeTheirRoomFromTheTimeline() throws IOException {
        try (Person at = open(1600, 900, 100)) {
            double mixer = Fx.call(() -> at.all(MixerView.class).getFirst().getHeight());
            double timeline = Fx.call(() -> at.timeline().getHeight());
            Messages messages = at.shell().messages();
            Fx.run(() -> messages.warning("The disk is nearly full. 200 MB are left."));
            Fx.settle();
            Fx.run(() -> messages.notice("An output is back."));
            Fx.settle();
            assertThat(Fx.call(() -> at.all(MixerView.class).getFirst().getHeight()))
                    .isEqualTo(mixer);
            assertThat(Fx.call(() -> at.timeline().getHeight())).isEqualTo(timeline - 88);
            at.picture("room-messages");
            Fx.run(messages::clear);
            Fx.settle();
            assertThat(Fx.call(() -> at.timeline().getHeight())).isEqualTo(timeline);
        }
    }

    @Test
    void theRowOfAStripIsLitThoughItWasChosenWhileTheTimelineWasHidden() throws IOException {
        try (Person at = open(1600, 900, 100)) {
            at.hands().key(KeyCode.F6);
            at.hands().key(KeyCode.F6);
            assertThat(seen(TimelineView.class)).isFalse();
            at.click(at.named("Lead Vox, "));
            at.hands().key(KeyCode.F6);
            assertThat(seen(TimelineView.class)).isTrue();
            assertThat(ground(at.named("Track 3 Lead Vox"))).isEqualTo(packed(Token.BG_4));
            assertThat(ground(at.named("Track 1 Kick"))).isEqualTo(packed(Token.BG_2));
        }
    }

    /// The color that most of a row's left half has.
    private static int ground(Node row) {
        return Fx.call(() -> {
            WritableImage image = row.getScene().snapshot(null);
            var at = row.localToScene(12, 4);
            return image.getPixelReader().getArgb((int) at.getX(), (int) at.getY()) & 0xFF_FF_FF;
        });
    }

    private static int packed(Token token) {
        return Integer.parseInt(token.web().substring(1), 16);
    }

    // ---- the focus ----

    private Node owner() {
        return Fx.call(() -> person.scene().getFocusOwner());
    }

    @Test
    void theFocusStaysOnTheControlThatALaneIsChosenWith() throws IOException {
        try (Person at = open(1600, 900, 100)) {
            at.click(at.named("Track 1 Kick"));
            at.click(at.named("Automation of Kick"));
            ChoiceField field = at.control(ChoiceField.class, "Kick automated control");
            Fx.run(field::requestFocus);
            at.hands().key(KeyCode.UP);
            Fx.settle();
            assertThat(owner()).isInstanceOf(ChoiceField.class).isNotSameAs(field);
            assertThat(Person.spoken(owner())).startsWith("Kick automated control");
            at.hands().key(KeyCode.UP);
            Fx.settle();
            assertThat(Person.spoken(owner())).startsWith("Kick automated control");
        }
    }

    @Test
    void theFocusStaysOnTheScaleThatIsChanged() throws IOException {
        try (Person at = open(1600, 900, 100)) {
            at.hands().key(KeyCode.CONTROL, KeyCode.COMMA);
            for (String name : List.of("Theme", "Scale")) {
                ChoiceField field = at.control(ChoiceField.class, name);
                Fx.run(field::requestFocus);
                at.hands().key(KeyCode.DOWN);
                Fx.settle();
                assertThat(Person.spoken(owner())).startsWith(name);
                at.hands().key(KeyCode.UP);
                Fx.settle();
                assertThat(Person.spoken(owner())).startsWith(name);
            }
            at.hands().key(KeyCode.ESCAPE);
        }
    }

    @Test
    void theSheetOfKeysIsSearchedAtOnce() throws IOException {
        try (Person at = open(1600, 900, 100)) {
            at.hands().key(KeyCode.SHIFT, KeyCode.SLASH);
            assertThat(Person.spoken(owner())).startsWith("Find a command or a key");
            at.hands().type("normalize");
            assertThat(at.all(javafx.scene.control.Button.class).stream()
                            .filter(button -> button.getStyleClass().contains("hr-key"))
                            .map(Person::spoken))
                    .isNotEmpty()
                    .allMatch(text -> text.startsWith("Normalize"));
            at.picture("keys-found");
            at.hands().key(KeyCode.ESCAPE);
        }
    }

    // ---- editors ----

    @Test
    void theWordsOfADynamicsEffectStayInSightAndTheChainTellsTheTrimThatIsHeard() throws IOException {
        try (Person at = open(1600, 900, 100)) {
            String kick = at.song().strips().getFirst().id();
            Fx.run(() -> {
                var history = at.session().history();
                history.apply(LaneEdits.add(kick, StripControls.TRIM, new Lane.Point(0, -4, Lane.Shape.LINEAR)));
            });
            at.hands().pointAtMiddle(at.named("Kick effect 1"));
            at.hands().doubleClick();
            EditorPane pane = at.all(EditorPane.class).getFirst();
            Fx.run(() -> pane.open(kick + "-co"));
            for (int i = 0; i < 3; i++) {
                Fx.settle();
            }
            Node words = at.all(VerdictBox.class).getFirst();
            double bottom =
                    Fx.call(() -> words.localToScene(words.getLayoutBounds()).getMaxY());
            assertThat(bottom).isLessThan(900 - 24);
            ChainBar chain = at.all(ChainBar.class).getFirst();
            assertThat(Fx.call(() -> Nodes.seen(chain)
                            .filter(Words.class::isInstance)
                            .map(Person::spoken)
                            .toList()))
                    .contains("Trim −4.0 dB");
            at.picture("room-compressor");
        }
    }
}
