package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Cuts at many places, silence that is taken out, and automation that goes with clips.
class ClipReachTest {
    private static final int RATE = 48_000;
    private static final ClipAutomation.Controls CONTROLS =
            (strip, lane) -> lane.owner().equals(strip.id())
                    ? Optional.of(StripControls.PARAMS.get(StripControls.PARAMS.indexOf(lane.param())))
                    : Optional.empty();

    /// Two tracks, each with a clip from 1000 to 9000 that plays its file from 500 on.
    private static Project song() {
        Media media = new Media("media1", "media/1.wav", 1, 20_000, "1.wav");
        List<Strip> strips = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            Clip clip = Clip.whole("clip" + i, media, 0)
                    .withSpan(1000, 500, 8000)
                    .withFades(new Fade(50, Fade.Shape.S_CURVE), new Fade(70, Fade.Shape.SLOW));
            strips.add(Strip.create(Strip.Kind.TRACK, "track" + i, "Track " + i).withClips(List.of(clip)));
        }
        return Project.empty("Song", RATE).withMedia(List.of(media)).withStrips(strips);
    }

    private static List<Clip> clips(Project song, int track) {
        return song.strips().get(track).clips();
    }

    /// Which frame of the file sounds at a frame of the timeline, by the clip that begins last.
    private static long sounds(Project song, int track, long frame) {
        long found = -1;
        for (Clip clip : clips(song, track)) {
            if (frame >= clip.start() && frame < clip.end()) {
                long within = frame - clip.start();
                found = clip.offset() + (clip.reversed() ? clip.length() - 1 - within : within);
            }
        }
        return found;
    }

    @Test
    void cutsAtManyPlacesLeaveEverySampleWhereItWas() {
        for (boolean reversed : new boolean[] {false, true}) {
            Project song = reversed ? ClipEdits.reverse("clip1").apply(song()) : song();
            Set<Long> places = new TreeSet<>(List.of(0L, 1000L, 1001L, 4000L, 4001L, 7000L, 9000L, 12_000L));
            Project cut = ClipCuts.splitAt(Set.of("clip1"), places, 0.001).apply(song);
            assertThat(clips(cut, 0)).hasSize(5);
            assertThat(clips(cut, 1)).hasSize(1);
            for (long frame = 1000; frame < 9000; frame += 7) {
                assertThat(sounds(cut, 0, frame)).isEqualTo(sounds(song, 0, frame));
            }
            assertThat(clips(cut, 0).getFirst().fadeIn())
                    .isEqualTo(clips(song, 0).getFirst().fadeIn());
            assertThat(clips(cut, 0).getLast().fadeOut())
                    .isEqualTo(clips(song, 0).getFirst().fadeOut());
        }
    }

    @Test
    void aCutOutsideIsRefused() {
        assertThatThrownBy(() -> ClipCuts.splitAt(Set.of("clip1"), Set.of(10L, 9000L), 0.001)
                        .apply(song()))
                .isInstanceOf(InvalidProjectException.class);
    }

    @Test
    void whatIsKeptStaysWhereItWasAndTheRestGoes() {
        for (boolean reversed : new boolean[] {false, true}) {
            Project song = reversed ? ClipEdits.reverse("clip1").apply(song()) : song();
            List<Span> spans = List.of(new Span(0, 2000), new Span(3000, 3500), new Span(8000, 20_000));
            Project kept = ClipCuts.keep(Map.of("clip1", spans), 0.001).apply(song);
            assertThat(clips(kept, 0)).extracting(Clip::start).containsExactly(1000L, 3000L, 8000L);
            assertThat(clips(kept, 0)).extracting(Clip::end).containsExactly(2000L, 3500L, 9000L);
            for (Clip clip : clips(kept, 0)) {
                for (long frame = clip.start(); frame < clip.end(); frame += 11) {
                    assertThat(sounds(kept, 0, frame)).isEqualTo(sounds(song, 0, frame));
                }
            }
            Clip middle = clips(kept, 0).get(1);
            assertThat(middle.fadeIn()).isEqualTo(new Fade(48, Fade.Shape.LINEAR));
            assertThat(clips(kept, 0).getFirst().fadeIn().shape()).isEqualTo(Fade.Shape.S_CURVE);
            assertThat(clips(kept, 0).getFirst().id()).isEqualTo("clip1");
        }
        assertThat(clips(ClipCuts.keep(Map.of("clip1", List.of()), 0).apply(song()), 0))
                .isEmpty();
    }

    // ---- automation ----

    private static Project automated() {
        List<Point> points = List.of(
                new Point(500, -3, Shape.LINEAR), new Point(4000, -12, Shape.LINEAR), new Point(20_000, 0, Shape.HOLD));
        return LaneEdits.set("track1", StripControls.VOLUME, points).apply(song());
    }

    private static Lane volume(Project song, int track) {
        Strip strip = song.strips().get(track);
        return strip.lane(strip.id(), "volume").orElseThrow();
    }

    @Test
    void automationGoesWithAClipThatIsMoved() {
        Project song = automated();
        Project moved = ClipAutomation.moved(ClipEdits.move(Set.of("clip1"), 10_000), Set.of("clip1"), CONTROLS)
                .apply(song);
        Lane before = volume(song, 0);
        Lane now = volume(moved, 0);
        for (long frame = 1000; frame < 9000; frame += 100) {
            // A straight way cut in two is the same way but for rounding.
            assertThat(now.valueAt(StripControls.VOLUME, frame + 10_000))
                    .isCloseTo(
                            before.valueAt(StripControls.VOLUME, frame), org.assertj.core.api.Assertions.within(1e-6));
        }
        assertThat(now.points()).noneMatch(point -> point.frame() > 1000 && point.frame() < 9000);
        assertThat(now.points().getFirst()).isEqualTo(before.points().getFirst());
    }

    @Test
    void onAnotherTrackItMovesThatTracksOwnControl() {
        Project moved = ClipAutomation.moved(ClipEdits.move(Set.of("clip1"), 0, 1), Set.of("clip1"), CONTROLS)
                .apply(automated());
        assertThat(volume(moved, 1).valueAt(StripControls.VOLUME, 4000)).isEqualTo(-12);
        assertThat(volume(moved, 0).points()).noneMatch(point -> point.frame() == 4000);
    }

    @Test
    void aCopyTakesACopyOfIt() {
        Project song = automated();
        Project doubled = ClipAutomation.of(song, Set.of("clip1"), CONTROLS)
                .pasted(ClipEdits.duplicate("clip1"), "track1", 9000)
                .apply(song);
        assertThat(volume(doubled, 0).valueAt(StripControls.VOLUME, 4000)).isEqualTo(-12);
        assertThat(volume(doubled, 0).valueAt(StripControls.VOLUME, 12_000)).isEqualTo(-12);
    }

    @Test
    void withoutAPointOverTheClipNothingGoesAlong() {
        Project song = LaneEdits.set("track1", StripControls.VOLUME, List.of(new Point(0, -3, Shape.HOLD)))
                .apply(song());
        Project moved = ClipAutomation.moved(ClipEdits.move(Set.of("clip1"), 10_000), Set.of("clip1"), CONTROLS)
                .apply(song);
        assertThat(volume(moved, 0)).isEqualTo(volume(song, 0));
    }

    @Test
    void whateverIsMovedWithItsAutomationComesBack() {
        Random random = new Random(3);
        History history = new History(automated());
        Project start = history.current();
        for (int i = 0; i < 200; i++) {
            Set<String> ids = random.nextBoolean() ? Set.of("clip1") : Set.of("clip1", "clip2");
            Edit move = ClipEdits.move(ids, random.nextInt(20_000) - 10_000, random.nextInt(3) - 1);
            history.apply(ClipAutomation.moved(move, ids, CONTROLS));
            assertThat(history.current().strips().stream()
                            .mapToInt(strip -> strip.clips().size())
                            .sum())
                    .isEqualTo(2);
        }
        while (history.undoName().isPresent()) {
            history.undo();
        }
        assertThat(history.current()).isEqualTo(start);
    }
}
