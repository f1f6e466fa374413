package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.ui.Fx;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.editor.EffectEditor;
import studio.headroom.ui.inspector.InspectorView;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.start.NewSong;
import studio.headroom.ui.start.Stems;

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
        Path song = makeSong();
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

    /// A song with all that a mixer can have.
    private Path makeSong() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("Kick", "Guitar", "Lead Vox")) {
            files.add(Stems.write(
                    folder.resolve("stems").resolve(name + ".wav"), 48_000, name.equals("Guitar") ? 2 : 1, 2));
        }
        Path place = folder.resolve("songs").resolve("All.headroom");
        NewSong.create(place, "All", files, new ImportProgress() {
            @Override
            public void report(double done, String file) {}

            @Override
            public boolean canceled() {
                return false;
            }
        });
        Project song = ProjectFiles.load(place);
        List<Strip> strips = new ArrayList<>();
        for (Strip strip : song.strips()) {
            String id = strip.id();
            strips.add(
                    strip.withInserts(List.of(Insert.create(id + "-eq", "eq"), Insert.create(id + "-co", "compressor")))
                            .withSends(List.of(Send.create(id + "-send", "hall"))));
        }
        strips.add(Strip.create(Strip.Kind.BUS, "band", "Band"));
        strips.add(Strip.create(Strip.Kind.RETURN, "hall", "Hall"));
        strips.add(Strip.create(Strip.Kind.TRACK, "all", "Every effect").withInserts(everyEffect()));
        strips.sort(java.util.Comparator.comparing(strip -> strip.kind().ordinal()));
        ProjectFiles.save(place, song.withStrips(strips));
        return place;
    }

    private static List<Insert> everyEffect() {
        return Catalogue.types().stream()
                .map(type -> Insert.create("every-" + type.id(), type.id()))
                .toList();
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
                () -> Person.walk(root()).anyMatch(node -> Person.spoken(node).startsWith("Open All")));
        examine("start page", root());
    }
}
