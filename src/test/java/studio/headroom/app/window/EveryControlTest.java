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
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.project.Project;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.editor.EffectEditor;
import studio.headroom.ui.inspector.InspectorView;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongHistory;

/// Every control of every screen, under the hands of a person and in the ears of one who does not see: the program is
/// started as it is, and whatever can be used is found in the scene, examined by [Exam].
class EveryControlTest {
    @TempDir
    Path folder;

    private Person person;
    private Exam exam;
    private Selection selection;
    private List<String> chosen = List.of();

    @Test
    void everyControlIsReachedSpokenAndMovedAsAllAre() throws IOException {
        Path song = EverySong.make(folder);
        try (Person at = new Person(folder, 1600, 960, 100, song)) {
            person = at;
            person.awaitSong();
            SongHistory history = person.session().history();
            selection = person.session().selection();
            Project before = history.current();
            Runnable restore = () -> {
                while (history.current() != before && !history.undoName().get().isEmpty()) {
                    history.undo();
                }
            };
            exam = Fx.call(() -> new Exam(
                    person.scene(), person.hands(), person.shell().look().pulse(), restore));
            mix();
            editors();
            dialogs();
            leaveSong();
            report();
        }
    }

    private void report() {
        System.out.println("controls examined: " + exam.examined());
        assertThat(exam.wrong()).isEmpty();
        assertThat(exam.examined().values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThan(500);
    }

    private void examine(String screen, Node part) {
        Fx.settle();
        chosen = Fx.call(() -> selection.strips().get());
        exam.screen(screen, part, part == root() ? Set.copyOf(person.all(InspectorView.class)) : Set.of());
        Fx.settle();
    }

    private Node root() {
        return person.scene().getRoot();
    }

    private void mix() {
        person.click(person.named("Track 1 Kick"));
        person.click(person.named("Automation of Kick"));
        examine("inspector", person.all(InspectorView.class).getFirst());
        examine("mix", root());
        person.hands().key(KeyCode.F6);
        examine("timeline alone", root());
        person.hands().key(KeyCode.F6);
        examine("mixer alone", root());
        person.hands().key(KeyCode.F6);
    }

    private void editors() {
        person.hands().pointAtMiddle(person.named("Kick effect 1"));
        person.hands().doubleClick();
        EditorPane pane = person.all(EditorPane.class).getFirst();
        for (EffectType type : Catalogue.types()) {
            Fx.run(() -> pane.open("every-" + type.id()));
            Fx.settle();
            EffectEditor editor = Fx.call(() -> pane.editors().getFirst());
            examine("editor of " + type.id(), editor);
        }
        examine("chain of effects", pane);
        person.hands().key(KeyCode.ESCAPE);
    }

    private void dialogs() {
        Map<KeyCode, String> keys = Map.of(KeyCode.COMMA, "preferences", KeyCode.K, "commands", KeyCode.S, "save as");
        keys.forEach((key, name) -> {
            if (key == KeyCode.S) {
                person.hands().key(KeyCode.CONTROL, KeyCode.SHIFT, key);
            } else {
                person.hands().key(KeyCode.CONTROL, key);
            }
            examine(name, person.shell().window().overlay());
            person.hands().key(KeyCode.ESCAPE);
        });
        person.hands().key(KeyCode.SHIFT, KeyCode.SLASH);
        examine("keys", person.shell().window().overlay());
        person.hands().key(KeyCode.ESCAPE);
    }

    private void leaveSong() {
        person.click(person.named("Kick mute"));
        person.hands().key(KeyCode.CONTROL, KeyCode.W);
        examine("unsaved work", person.shell().window().overlay());
        person.click("Don’t save");
        person.await("the start page is back", () -> person.shell().session() == null);
        person.await(
                "recent songs are listed",
                () -> Nodes.seen(root()).anyMatch(node -> Person.spoken(node).startsWith("Open All")));
        examine("start page", root());
    }
}
