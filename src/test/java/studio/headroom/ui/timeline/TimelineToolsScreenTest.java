package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.ui.timeline.Song.BEAT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.ui.Fx;

/// The tools that open panels and fields, and headers in the hand: by mouse and keyboard, and all of it taken back.
class TimelineToolsScreenTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private Project start;

    @BeforeEach
    void sitDown() {
        start = FolderEdits.create("Drums", Set.of("track2", "track3")).apply(Song.project(4));
        desk = Desk.of(
                start,
                folder,
                media -> new Tone(media, 48_000).stream(),
                media -> new Clicks(48_000, media.frames(), 100, 7000, 0.25f));
        Fx.run(() -> {
            desk.model.heightOfAll(RowHeight.M);
            desk.model.snapGrid(SnapGrid.QUARTER);
            desk.model.selection().clips(List.of("clip1"));
        });
        Fx.settle();
    }

    @AfterEach
    void allComesBackToTheByte() throws IOException {
        byte[] before = json(start, "before");
        Fx.run(() -> {
            while (!desk.history.undoName().get().isEmpty()) {
                desk.history.undo();
            }
        });
        byte[] after = json(desk.history.current(), "after");
        desk.close();
        assertThat(after).isEqualTo(before);
    }

    private byte[] json(Project project, String name) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        ProjectFiles.save(place, project);
        return Files.readAllBytes(place.resolve("project.json"));
    }

    private Clip clip() {
        return desk.model.clip("clip1").orElseThrow().clip();
    }

    private List<String> order() {
        return Fx.call(() -> desk.model.song().strips().stream()
                .map(strip -> strip.id() + (strip.look().folder().isEmpty() ? "" : "*"))
                .toList());
    }

    private void open(Runnable panel) {
        Fx.run(panel);
        Fx.settle();
    }

    private boolean isOpen() {
        return Fx.call(() -> desk.view.panels().open() != null);
    }

    @Test
    void tempoIsDetectedChosenAndSet() {
        open(() -> {
            // A whole file has strokes enough.
            desk.model.apply(studio.headroom.project.edit.ClipCuts.trimEnd("clip1", 3_000_000));
            desk.view.panels().detect();
        });
        desk.until("an answer", () -> find("Set the song's tempo"));
        Node tempo = desk.named("Tempo that was found");
        assertThat(tempo).isNotNull();
        desk.press("Set the song's tempo");
        assertThat(desk.model.song().tempo().beatsPerMinute()).isCloseTo(100, within(0.2));
        desk.press("Snap to them");
        assertThat(Fx.call(() -> desk.model.snap().marks().isEmpty())).isFalse();
        desk.press("Split there");
        assertThat(desk.model.song().strips().getFirst().clips().size()).isGreaterThan(50);
        desk.click(desk.named("Close"));
        assertThat(isOpen()).isFalse();
        assertThat(desk.history.steps()).hasSize(3);
    }

    private boolean find(String words) {
        return desk.view.getScene() != null && desk.named(words) != null;
    }

    @Test
    void silenceIsSetUpWithNumbersAndStripped() {
        open(() -> desk.view.panels().silence());
        desk.until("a preview", () -> !desk.model.kept().isEmpty());
        int pieces = Fx.call(() -> desk.model.kept().get("clip1").size());
        assertThat(pieces).isBetween(2, 6);
        desk.press("Strip silence");
        assertThat(desk.model.song().strips().getFirst().clips()).hasSize(pieces);
        assertThat(isOpen()).isFalse();
        assertThat(desk.history.steps()).hasSize(1);
    }

    @Test
    void clipsAreNormalizedToAPeak() {
        open(() -> desk.view.panels().normalize());
        desk.press("Normalize");
        desk.until("the gain", () -> clip().gainDb() != 0);
        // A quarter of full scale, -12.04 dB, to -1 dB.
        assertThat(clip().gainDb()).isCloseTo(11.04, within(0.05));
        assertThat(desk.history.steps()).hasSize(1);
    }

    @Test
    void aPanelIsClosedByCancelAndLeavesNothing() {
        open(() -> desk.view.panels().silence());
        desk.until("a preview", () -> !desk.model.kept().isEmpty());
        desk.press("Cancel");
        assertThat(Fx.call(() -> desk.model.kept().isEmpty())).isTrue();
        open(() -> desk.view.panels().normalize());
        desk.press("Cancel");
        assertThat(isOpen()).isFalse();
        assertThat(desk.history.steps()).isEmpty();
    }

    @Test
    void gainAndNamesAreTyped() {
        Fx.run(desk.view::type);
        desk.type("Gain of the clip", "-4.5 dB");
        assertThat(clip().gainDb()).isEqualTo(-4.5);
        Fx.run(desk.view::type);
        desk.type("Gain of the clip", "loud");
        assertThat(clip().gainDb()).isEqualTo(-4.5);
        desk.type("Gain of the clip", "+2");
        assertThat(clip().gainDb()).isEqualTo(2);
        Fx.run(desk.view::rename);
        desk.type("Name of the clip", "Verse");
        assertThat(clip().name()).isEqualTo("Verse");
        assertThat(desk.history.steps()).hasSize(3);
    }

    @Test
    void tempoAndSignatureAreSetInThePanel() {
        open(() -> desk.view.panels().tempo());
        Node field = desk.named("Tempo in beats a minute");
        assertThat(field).isNotNull();
        Fx.run(() -> ((studio.headroom.ui.control.ValueField) field).model().type("96.5"));
        assertThat(desk.model.song().tempo().beatsPerMinute()).isEqualTo(96.5);
        Node beats = desk.named("Beats of a bar");
        Fx.run(() -> ((studio.headroom.ui.control.ChoiceField) beats).model().set(2));
        assertThat(desk.model.song().tempo().beatsPerBar()).isEqualTo(3);
        assertThat(desk.history.steps()).hasSize(2);
    }

    @Test
    void aHeaderIsDraggedToAnotherPlaceAndIntoAFolder() {
        assertThat(order()).containsExactly("track1", "track2*", "track3*", "track4");
        Node header = desk.named("Track 4 Track 4");
        // Rows: track 1 at 0, the folder at 48, tracks 2 and 3 at 68 and 116, track 4 at 164.
        desk.drag(header, 60, 20, 60, 20 - 164 + 70);
        Fx.run(() -> Fx.picture(desk.scene(), "timeline-header-drag"));
        assertThat(desk.history.steps()).isEmpty();
        desk.letGo(header);
        assertThat(order()).containsExactly("track1", "track4*", "track2*", "track3*");
        Node now = desk.named("Track 2 Track 4");
        desk.drag(now, 60, 20, 60, -100);
        desk.letGo(now);
        assertThat(order()).containsExactly("track4", "track1", "track2*", "track3*");
        assertThat(desk.history.steps()).hasSize(2);
    }

    @Test
    void aDoubleClickOnTheGainLineTypesIt() {
        double x = Fx.call(() -> desk.model.scale().x(6.0 * BEAT));
        double y = Fx.call(() -> {
            Row row = desk.model.rows().of(Row.Kind.TRACK, "track1").orElseThrow();
            return row.y() + HitTest.gainY(row, 0);
        });
        desk.doubleClick(x, y);
        desk.type("Gain of the clip", "3");
        assertThat(clip().gainDb()).isEqualTo(3);
    }

    @Test
    void whatIsAutomatedIsShownEverywhereAndHiddenAgain() {
        Fx.run(() -> {
            desk.model.selection().clips(List.of());
            for (String id : List.of("track1", "track4")) {
                LaneKey volume = new LaneKey(id, id, "volume");
                desk.deck.position = 4 * BEAT;
                desk.view.actions().lanes().pointAtPlayhead(volume);
            }
            desk.view.actions().lanes().showAutomated();
        });
        assertThat(Fx.call(() -> desk.model.rows().all().stream()
                        .filter(row -> row.kind() == Row.Kind.LANE)
                        .count()))
                .isEqualTo(2);
        Fx.run(() -> desk.view.actions().lanes().hideAll());
        assertThat(Fx.call(() -> desk.model.rows().all().stream().noneMatch(row -> row.kind() == Row.Kind.LANE)))
                .isTrue();
        assertThat(desk.model.song().strips().stream()
                        .filter(strip -> !strip.automation().isEmpty()))
                .extracting(Strip::id)
                .containsExactly("track1", "track4");
    }
}
