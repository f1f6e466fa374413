package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.peaks.PeakStore;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.ClipEdits;
import studio.headroom.project.edit.ClipFades;
import studio.headroom.project.edit.EnvelopeEdits;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;

/// The sample song on the timeline, drawn to `target/screens/timeline-….png` for people to look at.
class TimelinePicturesTest {
    private static final Path SAMPLE = Path.of("samples/Room Above the Rain.headroom");
    /// Frames of a bar of the sample song, at 112 BPM and 44.1 kHz.
    private static final long BAR = 94_500;

    @TempDir
    private static Path folder;

    private static Project song = Project.empty("", 48_000);

    @BeforeAll
    static void copySong() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path copy = folder.resolve(SAMPLE.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        song = ProjectFiles.load(folder);
    }

    /// Edits that a mix of this song would have: folders, cuts, fades, a muted track.
    private static Project edited() {
        Project edited = song;
        for (var edit : List.of(
                FolderEdits.create("Drums", Set.of("kick", "snare", "snare-bottom", "hat", "toms", "overheads")),
                FolderEdits.create("Guitars", Set.of("guitar-left", "guitar-right", "acoustic", "lead-guitar")),
                FolderEdits.fold("folder2", true),
                StripEdits.mute("strings-track", true),
                SongEdits.loop(new Span(12 * BAR, 20 * BAR)))) {
            edited = edit.apply(edited);
        }
        String voice = edited.strip("voice").orElseThrow().clips().getFirst().id();
        for (long bar : new long[] {4, 12, 16, 20, 28}) {
            String id = edited.strip("voice").orElseThrow().clips().getLast().id();
            edited = ClipCuts.split(id, bar * BAR).apply(edited);
        }
        edited = ClipEdits.delete(Set.of(voice)).apply(edited);
        return edited;
    }

    private static Desk desk(Project shown, int percent, double w, double h) {
        return new Desk(
                shown,
                folder,
                new PeakStore(folder, shown.sampleRate()),
                new ProjectLibrary(folder, shown.sampleRate()),
                percent,
                w,
                h);
    }

    private static int colors(BufferedImage image) {
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colors.add(image.getRGB(x, y));
            }
        }
        return colors.size();
    }

    private static void picture(Desk desk, String name) {
        desk.settle();
        BufferedImage image = Fx.call(() -> Fx.picture(desk.scene(), name));
        // Waveforms of a dozen tracks have many more colors than an empty window.
        assertThat(colors(image)).isGreaterThan(60);
    }

    @Test
    void theWholeSong() {
        try (Desk desk = desk(song, 100, 1600, 900)) {
            desk.deck.position = 14 * BAR;
            picture(desk, "timeline-song");
        }
    }

    @Test
    void asInTheDesign() {
        try (Desk desk = desk(edited(), 100, 1600, 448)) {
            select(desk);
            picture(desk, "timeline-mix");
        }
    }

    /// The lead voice with a selected clip that fades, its volume below it, and a point under the pointer.
    private static void select(Desk desk) {
        Fx.run(() -> {
            String clip = desk.model
                    .song()
                    .strip("voice")
                    .orElseThrow()
                    .clips()
                    .get(2)
                    .id();
            desk.model.apply(ClipFades.fades(
                    clip, new Fade(BAR / 2, Fade.Shape.EQUAL_POWER), new Fade(BAR * 2 / 3, Fade.Shape.S_CURVE)));
            desk.model.apply(ClipFades.gain(clip, 1.5));
            desk.model.apply(ClipEdits.rename(clip, "LeadVoice_03"));
            desk.model.height("voice", RowHeight.M);
            LaneKey volume = new LaneKey("voice", "voice", "volume");
            desk.model.showLane(volume);
            desk.model.selection().strip("voice");
            desk.model.selection().clips(List.of(clip));
            desk.model.points(volume, Set.of(2));
            desk.model.looping(true);
            desk.model.scale().fit(2 * BAR, 30 * BAR);
            desk.model.scrollDown(260);
            desk.deck.position = 15 * BAR + BAR / 3;
        });
    }

    @Test
    void aClipInTheHand() {
        try (Desk desk = desk(edited(), 100, 1280, 720)) {
            select(desk);
            Fx.run(() -> {
                desk.model.heightOfAll(RowHeight.L);
                desk.model.height("voice", RowHeight.L);
                desk.model.scale().fit(11 * BAR, 17 * BAR);
            });
            Fx.settle();
            Row row =
                    Fx.call(() -> desk.model.rows().of(Row.Kind.TRACK, "voice").orElseThrow());
            Fx.run(() -> desk.model.scrollDown(row.y() - 200 - desk.model.top()));
            Fx.settle();
            double x = Fx.call(() -> desk.model.scale().x(14.0 * BAR));
            desk.press(x, 260, KeyCode.UNDEFINED);
            desk.move(x + 120, 264, KeyCode.UNDEFINED);
            picture(desk, "timeline-drag-1280");
            desk.release(x + 120, 264);
        }
    }

    /// A gain envelope on a selected clip and one on a clip that is not, and curves in the lane below.
    @Test
    void gainEnvelopesAndCurves() {
        try (Desk desk = desk(edited(), 100, 1280, 720)) {
            select(desk);
            Fx.run(() -> {
                desk.model.height("voice", RowHeight.L);
                List<Clip> clips =
                        desk.model.song().strip("voice").orElseThrow().clips();
                Clip clip = clips.get(2);
                long beat = BAR / 4;
                for (int i = 0; i < 8; i++) {
                    double db = i % 2 == 0 ? -9 : 4.5;
                    desk.model.apply(EnvelopeEdits.add(clip.id(), clip.offset() + (2 + 2 * i) * beat, db));
                }
                Clip other = clips.get(1);
                desk.model.apply(EnvelopeEdits.add(other.id(), other.offset() + BAR, 0));
                desk.model.apply(EnvelopeEdits.add(other.id(), other.offset() + 3 * BAR, -18));
                LaneKey volume = new LaneKey("voice", "voice", "volume");
                desk.model.height("voice", RowHeight.L);
                desk.model.apply(LaneEdits.set(
                        "voice",
                        StripControls.VOLUME,
                        List.of(
                                new Lane.Point(10 * BAR, -20, Lane.Shape.LINEAR, 0.5),
                                new Lane.Point(13 * BAR, 0, Lane.Shape.LINEAR, -1),
                                new Lane.Point(16 * BAR, -30, Lane.Shape.LINEAR, 0.8),
                                new Lane.Point(19 * BAR, -2, Lane.Shape.HOLD))));
                desk.model.points(volume, Set.of(1));
                desk.model.scale().fit(9 * BAR, 21 * BAR);
            });
            Row row =
                    Fx.call(() -> desk.model.rows().of(Row.Kind.TRACK, "voice").orElseThrow());
            Fx.run(() -> desk.model.scrollDown(row.y() - 200 - desk.model.top()));
            picture(desk, "timeline-envelope");
        }
    }

    @Test
    void downToTheSamples() {
        try (Desk desk = desk(song, 100, 1600, 448)) {
            Fx.run(() -> {
                desk.model.heightOfAll(RowHeight.L);
                desk.model.scrollDown(7 * RowHeight.L.units());
                desk.model.scale().fit(14 * BAR + 9000, 14 * BAR + 9120);
            });
            picture(desk, "timeline-samples");
        }
    }

    @Test
    void atTwiceTheSize() {
        try (Desk desk = desk(edited(), 200, 1920, 1080)) {
            select(desk);
            picture(desk, "timeline-200");
        }
    }

    @Test
    void inTime() {
        try (Desk desk = desk(edited(), 125, 1280, 720)) {
            Fx.run(() -> {
                desk.model.rulerUnit(Ruler.Unit.TIME);
                desk.model.showBuses(true);
                desk.model.time(new Span(6 * BAR, 9 * BAR));
                desk.model.scale().fit(4 * BAR, 14 * BAR);
            });
            picture(desk, "timeline-time-125");
        }
    }

    /// What was heard in the drums, offered beside them.
    @Test
    void whatWasHeard() {
        try (Desk desk = desk(edited(), 100, 1600, 640)) {
            Fx.run(() -> {
                desk.model.heightOfAll(RowHeight.M);
                desk.model.scale().fit(4 * BAR, 12 * BAR);
                desk.model.selection().strip("kick");
                desk.view.panels().detect();
            });
            desk.until("what was heard", () -> desk.named("Set the song's tempo") != null);
            desk.press("Snap to them");
            picture(desk, "timeline-detect");
        }
    }

    @Test
    void silenceThatWouldGo() {
        try (Desk desk = desk(edited(), 100, 1280, 720)) {
            select(desk);
            Fx.run(() -> {
                desk.model.heightOfAll(RowHeight.L);
                desk.model.height("voice", RowHeight.L);
                desk.model.scale().fit(11 * BAR, 29 * BAR);
                desk.model
                        .selection()
                        .clips(desk.model.song().strip("voice").orElseThrow().clips().stream()
                                .map(clip -> clip.id())
                                .toList());
                desk.model.modes().ripple(EditModes.Ripple.ALL);
                Row voice = desk.model.rows().of(Row.Kind.TRACK, "voice").orElseThrow();
                desk.model.scrollDown(voice.y() - 250 - desk.model.top());
                desk.view.panels().silence();
            });
            desk.until("a preview", () -> !desk.model.kept().isEmpty());
            picture(desk, "timeline-silence");
            Fx.run(() -> desk.view.panels().normalize());
            picture(desk, "timeline-normalize");
            Fx.run(() -> desk.view.panels().tempo());
            picture(desk, "timeline-tempo");
        }
    }

    @Test
    void smallAndHuge() {
        try (Desk desk = desk(edited(), 75, 1280, 720)) {
            select(desk);
            picture(desk, "timeline-75");
        }
        try (Desk desk = desk(edited(), 100, 3840, 2160)) {
            select(desk);
            Fx.run(() -> {
                desk.model.heightOfAll(RowHeight.L);
                desk.view.actions().lanes().showAutomated();
            });
            picture(desk, "timeline-4k");
        }
    }

    @Test
    void withoutTracks() {
        try (Desk desk = desk(Project.empty("New song", 48_000), 100, 1280, 400)) {
            Fx.settle();
            Fx.run(() -> Fx.picture(desk.scene(), "timeline-empty"));
        }
    }

    /// The menus, as they open.
    @Test
    void menus() {
        Project small = edited();
        PeakStore store = new PeakStore(folder, small.sampleRate());
        try (Desk desk =
                new Desk(small, folder, store, new ProjectLibrary(folder, small.sampleRate()), 100, 960, 600)) {
            select(desk);
            desk.settle();
            Row row =
                    Fx.call(() -> desk.model.rows().of(Row.Kind.TRACK, "voice").orElseThrow());
            Fx.run(() -> {
                var menu = desk.view.menus().of(new Hit.OnClip(row, "", Hit.Zone.BODY, -1));
                menu.show(desk.view, 300, 40);
                Fx.picture(menu.getScene(), "timeline-menu-clip");
                menu.hide();
                var header = desk.view.menus().ofRow(row, desk.view);
                header.show(desk.view, 300, 40);
                Fx.picture(header.getScene(), "timeline-menu-row");
                header.hide();
            });
        }
    }
}
