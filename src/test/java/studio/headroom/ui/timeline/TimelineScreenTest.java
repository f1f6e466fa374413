package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.ui.timeline.Song.BEAT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Clip;
import studio.headroom.project.Folder;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;

/// What a person does on the timeline with mouse and keyboard.
class TimelineScreenTest {
    private static final LaneKey VOLUME = new LaneKey("track1", "track1", "volume");

    @TempDir
    private Path folder;

    private Desk desk;
    private Project start;

    @BeforeEach
    void sitDown() {
        start = Song.project(6);
        desk = Desk.of(
                start, folder, media -> new Tone(media, 48_000).stream(), media -> new Tone(media, 48_000).source());
        Fx.run(() -> {
            desk.model.heightOfAll(RowHeight.M);
            desk.model.snapGrid(SnapGrid.QUARTER);
        });
        Fx.settle();
    }

    @AfterEach
    void getUp() {
        desk.close();
    }

    private double x(double beats) {
        return Fx.call(() -> desk.model.scale().x(beats * BEAT));
    }

    private List<Clip> clips(int track) {
        return desk.model.song().strips().get(track).clips();
    }

    private byte[] json(Project project, String name) throws IOException {
        Path place = folder.resolve(name + ".headroom");
        Files.createDirectories(place);
        ProjectFiles.save(place, project);
        return Files.readAllBytes(place.resolve(ProjectFiles.FILE));
    }

    @Test
    void editsByMouseAndKeysAreUndoneToTheSameBytes() throws IOException {
        byte[] before = json(start, "before");

        // A clip is moved by a beat.
        desk.drag(x(6), 30, x(7.1), 30);
        assertThat(clips(0).getFirst().start()).isEqualTo(5 * BEAT);

        // It is split at the playhead.
        desk.deck.position = 7 * BEAT;
        desk.key(KeyCode.E, true, false);
        assertThat(clips(0)).hasSize(2);

        // The second track's clip fades in, by its handle.
        desk.drag(x(4) + 4, 48 + 5, x(6), 48 + 5);
        assertThat(clips(1).getFirst().fadeIn().frames()).isEqualTo(2 * BEAT);

        // The volume is automated by drawing.
        Fx.run(() -> {
            desk.model.showLane(VOLUME);
            desk.model.tool(TimelineModel.Tool.DRAW);
        });
        Fx.settle();
        double top = 48;
        desk.press(x(1), top + 12, KeyCode.UNDEFINED);
        for (int i = 0; i <= 40; i++) {
            desk.move(x(1 + i * 0.1), top + 12 + i * 0.7, KeyCode.UNDEFINED);
        }
        desk.release(x(5), top + 40);
        var lane = VOLUME.in(desk.model.song()).orElseThrow();
        assertThat(lane.lane().points()).hasSizeBetween(4, 40);
        assertThat(lane.valueAt(4 * BEAT)).isLessThan(lane.valueAt(2 * BEAT));

        // A clip is duplicated, another deleted.
        Fx.run(() -> desk.model.selection().clips(List.of("clip3")));
        desk.key(KeyCode.D, true, false);
        assertThat(clips(2)).hasSize(2);
        Fx.run(() -> desk.model.selection().clips(List.of("clip4")));
        desk.key(KeyCode.DELETE, false, false);
        assertThat(clips(3)).isEmpty();

        assertThat(desk.history.steps()).hasSize(6);
        Fx.run(() -> {
            for (int i = 0; i < 6; i++) {
                desk.history.undo();
            }
        });
        assertThat(json(desk.model.song(), "after")).isEqualTo(before);
    }

    @Test
    void whatIsDraggedIsHeardBeforeItIsLetGoAndEscapeGivesItUp() {
        desk.press(x(6), 30, KeyCode.UNDEFINED);
        desk.move(x(8), 30, KeyCode.UNDEFINED);
        assertThat(clips(0).getFirst().start()).isEqualTo(6 * BEAT);
        desk.key(KeyCode.ESCAPE, false, false);
        assertThat(clips(0).getFirst().start()).isEqualTo(4 * BEAT);
        desk.release(x(8), 30);
        assertThat(desk.history.steps()).isEmpty();
    }

    @Test
    void controlDragsWithoutSnapping() {
        desk.press(x(6), 30, KeyCode.UNDEFINED);
        desk.move(x(7.3), 30, KeyCode.CONTROL);
        desk.release(x(7.3), 30);
        // A pixel is some hundred frames wide; no rounding to it takes place.
        assertThat((double) clips(0).getFirst().start()).isEqualTo(5.3 * BEAT, within(2.0));
    }

    @Test
    void muteAndSoloOfAHeaderAreSteps() {
        desk.click(desk.named("Track 2 mute"));
        assertThat(desk.model.song().strips().get(1).controls().isOn(StripControls.MUTE))
                .isTrue();
        desk.click(desk.named("Track 3 solo"));
        assertThat(desk.model.song().strips().get(2).solo()).isTrue();
        assertThat(desk.history.steps()).hasSize(2);
    }

    @Test
    void aNewFolderAsksForItsName() {
        Fx.run(() -> desk.model.selection().strips(List.of("track2", "track3")));
        desk.choose("Track 3 Track 3", "Folder", "New folder");
        assertThat(Fx.call(() -> desk.named("Name of Folder 1").isFocused())).isTrue();
        assertThat(Fx.call(() -> ((TextField) desk.named("Name of Folder 1")).getSelectedText()))
                .isEqualTo("Folder 1");
        desk.type("Name of Folder 1", " Drums ");
        assertThat(desk.named("Name of Folder 1")).isNull();
        assertThat(desk.model.song().folders()).extracting(Folder::name).containsExactly("Drums");
        assertThat(Fx.call(() -> desk.named("Drums"))).isInstanceOf(RowHeader.class);
        String drums = desk.model.song().folders().getFirst().id();
        assertThat(desk.model.song().strips())
                .filteredOn(strip -> strip.look().folder().equals(drums))
                .extracting(Strip::id)
                .containsExactly("track2", "track3");
        assertThat(desk.history.steps()).hasSize(2);

        // Escape leaves the next one the name that it was given.
        Fx.run(() -> desk.model.selection().strip("track1"));
        desk.choose("Track 1 Track 1", "Folder", "New folder");
        desk.keyIn("Name of Folder 2", KeyCode.ESCAPE);
        assertThat(desk.named("Name of Folder 2")).isNull();
        assertThat(desk.model.song().folders()).extracting(Folder::name).containsExactlyInAnyOrder("Drums", "Folder 2");
        assertThat(desk.history.steps()).hasSize(3);
    }

    @Test
    void zoomKeysAndTheSelectionChangeTheViewAndNotTheSong() {
        double before = Fx.call(() -> desk.model.scale().framesPerUnit());
        desk.key(KeyCode.PLUS, false, false);
        assertThat(Fx.call(() -> desk.model.scale().framesPerUnit())).isLessThan(before);
        Fx.run(() -> desk.model.selection().clips(List.of("clip2")));
        desk.key(KeyCode.Z, false, false);
        assertThat(x(4)).isBetween(5.0, 40.0);
        desk.key(KeyCode.Z, false, true);
        assertThat(Fx.call(() -> desk.model.scale().origin())).isZero();
        assertThat(desk.history.steps()).isEmpty();
    }

    @Test
    void everythingThatCanBeReachedHasASpokenName() {
        Fx.run(() -> desk.model.showLane(VOLUME));
        Fx.settle();
        Fx.run(() -> Nodes.all(desk.view)
                .filter(node -> node.isFocusTraversable() || node.getAccessibleRole() == AccessibleRole.BUTTON)
                .forEach(node -> assertThat(node.getAccessibleText())
                        .as(node.getClass().getSimpleName())
                        .isNotBlank()));
    }
}
