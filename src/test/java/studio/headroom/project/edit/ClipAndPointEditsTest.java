package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;

class ClipAndPointEditsTest extends EditsSong {
    // Clips

    @Test
    void aSplitIsSeamlessUntilAPartIsMoved() {
        List<Clip> parts =
                ClipCuts.split("clip1", 60_000).apply(SONG).strips().get(0).clips();
        Clip left = parts.get(0);
        Clip right = parts.get(1);
        assertThat(left.id()).isEqualTo("clip1");
        assertThat(right.id()).isEqualTo("clip2");
        assertThat(right.start()).isEqualTo(60_000);
        assertThat(right.end()).isEqualTo(96_000);
        assertThat(left.end()).isEqualTo(60_096);
        assertThat(left.fadeOut()).isEqualTo(new Fade(96, Fade.Shape.LINEAR)).isEqualTo(right.fadeIn());
        // Both play the same frame of the sound file where they overlap.
        assertThat(60_000 - left.start() + left.offset()).isEqualTo(right.offset());
    }

    @Test
    void aSplitBackwardsClipPlaysTheSameFrames() {
        Project reversed = ClipEdits.reverse("clip1").apply(SONG);
        List<Clip> parts =
                ClipCuts.split("clip1", 60_000).apply(reversed).strips().get(0).clips();
        Clip whole = reversed.strips().get(0).clips().get(0);
        for (long frame : List.of(48_000L, 59_999L, 60_000L, 60_095L, 60_096L, 95_999L)) {
            for (Clip part : parts) {
                if (frame >= part.start() && frame < part.end()) {
                    assertThat(mediaFrame(part, frame)).isEqualTo(mediaFrame(whole, frame));
                }
            }
        }
        assertThat(parts.get(1).offset()).isZero();
    }

    private static long mediaFrame(Clip clip, long frame) {
        long within = frame - clip.start();
        return clip.offset() + (clip.reversed() ? clip.length() - 1 - within : within);
    }

    @Test
    void aSplitOutsideTheClipIsRefused() {
        for (long frame : List.of(0L, 48_000L, 96_000L, 100_000L)) {
            assertThatThrownBy(() -> ClipCuts.split("clip1", frame).apply(SONG))
                    .isInstanceOf(InvalidProjectException.class);
        }
    }

    @Test
    void trimsKeepTheSoundInItsPlaceAndDoNotClick() {
        for (boolean backwards : List.of(false, true)) {
            Project song = backwards ? ClipEdits.reverse("clip1").apply(SONG) : SONG;
            Clip whole = song.strips().get(0).clips().get(0);
            Clip start = ClipCuts.trimStart("clip1", 50_000)
                    .apply(song)
                    .strips()
                    .get(0)
                    .clips()
                    .get(0);
            assertThat(start.start()).isEqualTo(50_000);
            assertThat(start.end()).isEqualTo(96_000);
            assertThat(start.fadeIn()).isEqualTo(new Fade(96, Fade.Shape.LINEAR));
            assertThat(start.fadeOut()).isEqualTo(Fade.NONE);
            assertThat(mediaFrame(start, 70_000)).isEqualTo(mediaFrame(whole, 70_000));
            Clip end = ClipCuts.trimEnd("clip1", 90_000)
                    .apply(song)
                    .strips()
                    .get(0)
                    .clips()
                    .get(0);
            assertThat(end.end()).isEqualTo(90_000);
            assertThat(end.fadeOut()).isEqualTo(new Fade(96, Fade.Shape.LINEAR));
            assertThat(mediaFrame(end, 70_000)).isEqualTo(mediaFrame(whole, 70_000));
        }
    }

    @Test
    void trimsEndWithTheSoundFileAndLeaveOneFrame() {
        Clip clip = clip(ClipCuts.trimStart("clip1", -5));
        assertThat(clip).isEqualTo(SONG.strips().get(0).clips().get(0));
        assertThat(clip(ClipCuts.trimEnd("clip1", 1L << 40)).end()).isEqualTo(96_000);
        assertThat(clip(ClipCuts.trimStart("clip1", 1L << 40)).length()).isEqualTo(1);
        assertThat(clip(ClipCuts.trimEnd("clip1", 0)).length()).isEqualTo(1);
        assertThat(clip(ClipCuts.trimEnd("clip1", 48_010)).fadeOut().frames()).isEqualTo(10);
        Clip backAgain = apply(SONG, ClipCuts.trimStart("clip1", 60_000), ClipCuts.trimStart("clip1", 0))
                .strips()
                .get(0)
                .clips()
                .get(0);
        assertThat(backAgain.start()).isEqualTo(48_000);
        assertThat(backAgain.offset()).isZero();
    }

    @Test
    void fadesOfThePersonAreKeptByTrims() {
        Fade mine = new Fade(1_000, Fade.Shape.S_CURVE);
        Project faded = ClipFades.fades("clip1", mine, new Fade(1L << 40, Fade.Shape.SLOW))
                .apply(SONG);
        Clip clip = ClipCuts.trimStart("clip1", 50_000)
                .apply(faded)
                .strips()
                .get(0)
                .clips()
                .get(0);
        assertThat(clip.fadeIn()).isEqualTo(mine);
        assertThat(clip.fadeOut()).isEqualTo(new Fade(48_000, Fade.Shape.SLOW));
    }

    @Test
    void clipsMoveTogetherAndStopAtTheBeginning() {
        Project two = ClipEdits.add("strip2", "media1", 10_000).apply(SONG);
        Project moved = ClipEdits.move(Set.of("clip1", "clip2"), -20_000).apply(two);
        assertThat(moved.strips().get(0).clips().get(0).start()).isEqualTo(38_000);
        assertThat(moved.strips().get(1).clips().get(0).start()).isZero();
        Project across = ClipEdits.moveTo("clip1", "strip2", 5_000).apply(two);
        assertThat(across.strips().get(0).clips()).isEmpty();
        assertThat(across.strips().get(1).clips()).extracting(Clip::id).containsExactly("clip1", "clip2");
        assertThatThrownBy(() -> ClipEdits.moveTo("clip1", "strip3", 0).apply(two))
                .isInstanceOf(InvalidProjectException.class);
    }

    @Test
    void aDuplicateFollowsItsOriginal() {
        Project after = apply(SONG, ClipEdits.duplicate("clip1"), ClipEdits.delete(Set.of("clip1")));
        assertThat(after.strips().get(0).clips()).containsExactly(Clip.whole("clip2", MEDIA, 96_000));
    }

    @Test
    void clipGainHasALimitAndMayBeSilence() {
        assertThat(clip(ClipFades.gain("clip1", 99)).gainDb()).isEqualTo(Clip.MAX_GAIN_DB);
        assertThat(clip(ClipFades.gain("clip1", Double.NEGATIVE_INFINITY)).gainDb())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> ClipFades.gain("clip1", Double.NaN).apply(SONG))
                .isInstanceOf(InvalidProjectException.class);
    }

    // Automation, markers, media

    @Test
    void lanesComeWithTheirFirstPointAndGoWithTheirLast() {
        Project one = LaneEdits.add("strip1", StripControls.VOLUME, new Point(10, 99, Shape.HOLD))
                .apply(SONG);
        assertThat(one.strips().get(0).automation())
                .containsExactly(new Lane("strip1", "volume", true, List.of(new Point(10, 6, Shape.HOLD))));
        Project same = LaneEdits.add("strip1", StripControls.VOLUME, new Point(10, -3, Shape.LINEAR))
                .apply(one);
        assertThat(same.strips().get(0).automation().get(0).points()).containsExactly(new Point(10, -3, Shape.LINEAR));
        assertThat(LaneEdits.remove("strip1", StripControls.VOLUME, 10, 11).apply(same))
                .isEqualTo(SONG);
        assertThat(LaneEdits.remove("strip1", StripControls.VOLUME, 11, 20).apply(same))
                .isEqualTo(same);
        Lane off = LaneEdits.enable("strip1", StripControls.VOLUME, false)
                .apply(one)
                .strips()
                .get(0)
                .automation()
                .get(0);
        assertThat(off.enabled()).isFalse();
        assertThat(off.points()).hasSize(1);
    }

    @Test
    void aPassOfWritingReplacesWhatItPassedOver() {
        Project before = LaneEdits.set(
                        "strip1",
                        StripControls.VOLUME,
                        List.of(
                                new Point(300, -3, Shape.LINEAR),
                                new Point(0, 0, Shape.LINEAR),
                                new Point(150, -1, Shape.LINEAR)))
                .apply(SONG);
        Project after = LaneEdits.write(
                        "strip1",
                        StripControls.VOLUME,
                        List.of(new Point(100, -10, Shape.LINEAR), new Point(200, -20, Shape.LINEAR)))
                .apply(before);
        assertThat(after.strips().get(0).automation().get(0).points())
                .extracting(Point::frame)
                .containsExactly(0L, 100L, 200L, 300L);
    }

    @Test
    void thinningKeepsTheWayWithinItsTolerance() {
        java.util.Random random = new java.util.Random(2);
        List<Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < 500; i++) {
            double value = -20 + 15 * Math.sin(i * 0.02) + 0.2 * random.nextDouble();
            points.add(new Point(i * 480L, value, i % 100 == 50 ? Shape.HOLD : Shape.LINEAR));
        }
        double tolerance = 0.01;
        Project dense = LaneEdits.set("strip1", StripControls.VOLUME, points).apply(SONG);
        Lane thin = LaneEdits.thin("strip1", StripControls.VOLUME, tolerance)
                .apply(dense)
                .strips()
                .get(0)
                .automation()
                .get(0);
        assertThat(thin.points().size()).isLessThan(100);
        assertThat(points).containsAll(thin.points());
        for (Point point : points) {
            assertThat(travel(thin.points(), point.frame()))
                    .isCloseTo(
                            StripControls.VOLUME.range().position(point.value()),
                            org.assertj.core.api.Assertions.within(tolerance));
        }
    }

    /// Where a lane stands at a frame, along the travel.
    private static double travel(List<Point> points, long frame) {
        Point last = points.get(0);
        for (Point next : points) {
            if (next.frame() > frame) {
                double a = StripControls.VOLUME.range().position(last.value());
                double b = StripControls.VOLUME.range().position(next.value());
                return last.shape() == Shape.HOLD
                        ? a
                        : a + (b - a) * (frame - last.frame()) / (next.frame() - last.frame());
            }
            last = next;
        }
        return StripControls.VOLUME.range().position(last.value());
    }

    @Test
    void thinningKeepsJumps() {
        List<Point> jump = List.of(
                new Point(0, -6, Shape.LINEAR),
                new Point(100, -6, Shape.LINEAR),
                new Point(100, 0, Shape.LINEAR),
                new Point(200, 0, Shape.LINEAR),
                new Point(300, 0, Shape.LINEAR));
        Project after = apply(
                SONG,
                LaneEdits.set("strip1", StripControls.VOLUME, jump),
                LaneEdits.thin("strip1", StripControls.VOLUME, 0.01));
        assertThat(after.strips().get(0).automation().get(0).points())
                .containsExactly(jump.get(0), jump.get(1), jump.get(2), jump.get(4));
    }

    @Test
    void markersStandInOrder() {
        Project after = apply(
                SONG,
                SongEdits.addMarker(500, "B"),
                SongEdits.addMarker(100, "A"),
                SongEdits.moveMarker("marker2", 900),
                SongEdits.renameMarker("marker1", "Verse"));
        assertThat(after.markers()).extracting(m -> m.name()).containsExactly("Verse", "A");
        assertThat(apply(after, SongEdits.removeMarker("marker1"), SongEdits.removeMarker("marker2")))
                .isEqualTo(SONG);
    }

    @Test
    void unusedMediaIsForgottenAndUsedIsNot() {
        Media other = new Media("media2", "media/b.wav", 2, 10, "b.wav");
        assertThat(apply(SONG, SongEdits.addMedia(other), SongEdits.removeUnusedMedia()))
                .isEqualTo(SONG);
    }

    @Test
    void importedTracksStandBehindTheOthersBeforeTheBuses() {
        Strip snare = Strip.create(Kind.TRACK, "strip9", "Snare");
        Project after =
                StripEdits.addTracks("Import", List.of(), List.of(snare)).apply(SONG);
        assertThat(after.strips())
                .extracting(Strip::id)
                .containsExactly("strip1", "strip2", "strip9", "strip3", "strip4");
    }
}
