package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;

class EditsTest {
    /// A sound file of one second and a track with all of it from 1 s on; 2 ms are 96 frames.
    private static final Media MEDIA = new Media("media1", "media/Kick.wav", 1, 48_000, "Kick.wav");

    private static final Project SONG = Project.empty("Song", 48_000)
            .withMedia(List.of(MEDIA))
            .withStrips(List.of(
                    Strip.create(Kind.TRACK, "strip1", "Kick").withClips(List.of(Clip.whole("clip1", MEDIA, 48_000))),
                    Strip.create(Kind.TRACK, "strip2", "Bass"),
                    Strip.create(Kind.BUS, "strip3", "Drums"),
                    Strip.create(Kind.RETURN, "strip4", "Hall")));

    // Strips

    @Test
    void newPartsGetTheNextFreeNumber() {
        assertThat(Ids.next(SONG, Ids.STRIP)).isEqualTo("strip5");
        assertThat(Ids.next(SONG, Ids.INSERT)).isEqualTo("insert1");
        Project strange = SONG.withStrips(List.of(
                Strip.create(Kind.BUS, "strip", "a"),
                Strip.create(Kind.BUS, "strip9x", "b"),
                Strip.create(Kind.BUS, "strip99999999999999999999", "c"),
                Strip.create(Kind.BUS, "strip07", "d")));
        assertThat(Ids.next(strange, Ids.STRIP)).isEqualTo("strip8");
    }

    @Test
    void stripsAreAddedWhereAsked() {
        Project after = StripEdits.add(Kind.TRACK, "Snare", 1).apply(SONG);
        assertThat(after.strips()).extracting(Strip::name).containsExactly("Kick", "Snare", "Bass", "Drums", "Hall");
        assertThat(after.strips().get(1)).isEqualTo(Strip.create(Kind.TRACK, "strip5", "Snare"));
        assertThat(StripEdits.add(Kind.BUS, "X", 99)
                        .apply(SONG)
                        .strips()
                        .getLast()
                        .name())
                .isEqualTo("X");
    }

    @Test
    void removingAStripRemovesWhatLeadsToIt() {
        Project wired = apply(
                SONG,
                StripEdits.output("strip1", "strip3"),
                SendEdits.add("strip1", "strip3"),
                SendEdits.add("strip1", "strip4"),
                LaneEdits.add("send1", StripControls.SEND_LEVEL, new Point(0, -6, Shape.HOLD)),
                LaneEdits.add("send2", StripControls.SEND_LEVEL, new Point(0, -6, Shape.HOLD)));
        Project after = StripEdits.delete("strip3").apply(wired);
        assertThat(after.strips()).extracting(Strip::id).containsExactly("strip1", "strip2", "strip4");
        Strip kick = after.strips().getFirst();
        assertThat(kick.output()).isNull();
        assertThat(kick.sends()).extracting(s -> s.id()).containsExactly("send2");
        assertThat(kick.automation()).extracting(Lane::owner).containsExactly("send2");
    }

    @Test
    void whatFedABusFeedsWhatTheBusFed() {
        Project nested = apply(
                SONG,
                StripEdits.add(Strip.Kind.BUS, "Band", 9),
                StripEdits.output("strip3", "strip5"),
                StripEdits.output("strip1", "strip3"),
                StripEdits.output("strip2", "strip3"));
        Edit delete = StripEdits.delete("strip3");
        Project after = delete.apply(nested);
        assertThat(after.strip("strip1").orElseThrow().output()).isEqualTo("strip5");
        assertThat(after.strip("strip2").orElseThrow().output()).isEqualTo("strip5");
        assertThat(delete.nameIn(nested)).startsWith("Delete ");
        // In whatever order several go.
        Project without = StripEdits.delete(Set.of("strip3", "strip5")).apply(nested);
        assertThat(without.strips()).extracting(Strip::output).containsOnlyNulls();
        assertThat(without.strips()).extracting(Strip::id).containsExactly("strip1", "strip2", "strip4");
    }

    @Test
    void aNameIsOneLineThatCanBeRead() {
        assertThat(StripEdits.rename("strip1", " Kick\r\nIn\t2 ").apply(SONG).strips().getFirst().name())
                .isEqualTo("Kick In 2");
        for (String nothing : List.of("", "   ", "\n\t", "\u202E", "\u0007")) {
            assertThatThrownBy(() -> StripEdits.rename("strip1", nothing).apply(SONG))
                    .isInstanceOf(InvalidProjectException.class)
                    .hasMessageContaining("name");
        }
    }

    @Test
    void removingAKeySourceEndsTheListening() {
        Project wired = apply(
                SONG,
                InsertEdits.add("strip2", "compressor", 0),
                InsertEdits.add("master", "compressor", 0),
                InsertEdits.key("insert1", "strip1"),
                InsertEdits.key("insert2", "strip1"));
        Project after = StripEdits.delete("strip1").apply(wired);
        assertThat(after.strips().getFirst().inserts()).containsExactly(Insert.create("insert1", "compressor"));
        assertThat(after.master().inserts()).containsExactly(Insert.create("insert2", "compressor"));
    }

    @Test
    void theMasterStays() {
        for (Edit edit : List.of(
                StripEdits.delete("master"),
                StripEdits.reorder("master", 0),
                StripEdits.output("master", "strip3"),
                SendEdits.add("master", "strip4"))) {
            assertThatThrownBy(() -> edit.apply(SONG)).isInstanceOf(InvalidProjectException.class);
        }
        assertThat(StripEdits.rename("master", "Mix").apply(SONG).master().name())
                .isEqualTo("Mix");
    }

    @Test
    void stripsAreReordered() {
        assertThat(StripEdits.reorder("strip4", 0).apply(SONG).strips())
                .extracting(Strip::id)
                .containsExactly("strip4", "strip1", "strip2", "strip3");
        assertThat(StripEdits.reorder("strip1", 2).apply(SONG).strips())
                .extracting(Strip::id)
                .containsExactly("strip2", "strip3", "strip1", "strip4");
    }

    @Test
    void controlsAreClampedAndNamed() {
        Edit edit = StripEdits.set("strip1", StripControls.VOLUME, 99);
        assertThat(edit.name()).isEqualTo("Volume 6.0 dB");
        assertThat(edit.apply(SONG).strips().getFirst().controls().get(StripControls.VOLUME))
                .isEqualTo(6);
        assertThat(StripEdits.mute("strip1", true)
                        .apply(SONG)
                        .strips()
                        .getFirst()
                        .controls()
                        .isOn(StripControls.MUTE))
                .isTrue();
        assertThatThrownBy(() -> StripEdits.set("strip1", StripControls.SEND_LEVEL, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void soloIsClearedEverywhere() {
        Project after =
                apply(SONG, StripEdits.solo("strip1", true), StripEdits.solo("strip4", true), StripEdits.clearSolo());
        assertThat(after).isEqualTo(SONG);
    }

    @Test
    void routesThatWouldRunInACircleAreRefusedWithTheReason() {
        Project wired = apply(SONG, StripEdits.output("strip4", "strip3"));
        assertThatThrownBy(() -> SendEdits.add("strip3", "strip4").apply(wired))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("'Drums' cannot send to 'Hall'");
        assertThatThrownBy(() -> StripEdits.output("strip1", "strip2").apply(SONG))
                .hasMessageContaining("it is no bus");
        Project keyed = apply(SONG, StripEdits.output("strip1", "strip3"), InsertEdits.add("strip1", "compressor", 0));
        assertThatThrownBy(() -> InsertEdits.key("insert1", "strip3").apply(keyed))
                .hasMessageContaining("circle");
    }

    // Effects

    @Test
    void effectsMoveWithTheirAutomation() {
        Project wired = apply(
                SONG,
                InsertEdits.add("strip1", "eq", 0),
                InsertEdits.add("strip1", "compressor", 1),
                LaneEdits.add("insert1", StripControls.BYPASS, new Point(5, 1, Shape.HOLD)));
        Project within = InsertEdits.move("insert1", "strip1", 1).apply(wired);
        assertThat(within.strips().get(0).inserts()).extracting(Insert::id).containsExactly("insert2", "insert1");
        assertThat(within.strips().get(0).automation()).hasSize(1);
        Project across = InsertEdits.move("insert1", "master", 0).apply(wired);
        assertThat(across.strips().get(0).inserts()).extracting(Insert::id).containsExactly("insert2");
        assertThat(across.strips().get(0).automation()).isEmpty();
        assertThat(across.master().inserts()).extracting(Insert::id).containsExactly("insert1");
        assertThat(across.master().lane("insert1", "bypass")).isPresent();
    }

    @Test
    void aKeyThatWouldMakeACircleIsDroppedByAMove() {
        Project wired = apply(
                SONG,
                StripEdits.output("strip1", "strip3"),
                InsertEdits.add("strip2", "compressor", 0),
                InsertEdits.key("insert1", "strip3"));
        Insert moved = InsertEdits.move("insert1", "strip1", 0)
                .apply(wired)
                .strips()
                .get(0)
                .inserts()
                .get(0);
        assertThat(moved.key()).isNull();
        Insert copied = InsertEdits.copy("insert1", "strip1", 0)
                .apply(wired)
                .strips()
                .get(0)
                .inserts()
                .get(0);
        assertThat(copied).isEqualTo(Insert.create("insert2", "compressor"));
    }

    @Test
    void copiesKeepValuesAndReplacementsDoNot() {
        Project wired = apply(SONG, InsertEdits.add("strip1", "eq", 0), InsertEdits.bypass("insert1", true));
        Project copied = InsertEdits.copy("insert1", "strip2", 0).apply(wired);
        assertThat(copied.strips().get(1).inserts()).singleElement().satisfies(insert -> {
            assertThat(insert.id()).isEqualTo("insert2");
            assertThat(insert.bypassed()).isTrue();
        });
        Project replaced = apply(
                wired,
                LaneEdits.add("insert1", StripControls.BYPASS, new Point(5, 1, Shape.HOLD)),
                InsertEdits.replace("insert1", "compressor"));
        assertThat(replaced.strips().get(0).inserts()).containsExactly(Insert.create("insert2", "compressor"));
        assertThat(replaced.strips().get(0).automation()).isEmpty();
    }

    @Test
    void presetsLeaveTheBypassAlone() {
        Values preset = Values.INITIAL.with(StripControls.TRIM, 3);
        Project after = apply(
                SONG,
                InsertEdits.add("strip1", "eq", 0),
                InsertEdits.bypass("insert1", true),
                InsertEdits.values("insert1", preset));
        Insert insert = after.strips().get(0).inserts().get(0);
        assertThat(insert.bypassed()).isTrue();
        assertThat(insert.values().get(StripControls.TRIM)).isEqualTo(3);
    }

    @Test
    void theMasteringChainIsEditedLikeAStrip() {
        Project after = apply(
                SONG,
                InsertEdits.addToMastering("eq", 0),
                InsertEdits.addToMastering("true-peak-limiter", 1),
                InsertEdits.addToMastering("compressor", 2),
                InsertEdits.moveInMastering("insert3", 0),
                InsertEdits.bypass("insert1", true),
                InsertEdits.replace("insert2", "gain"),
                InsertEdits.remove("insert3"));
        assertThat(after.mastering().chain()).extracting(Insert::type).containsExactly("eq", "gain");
        assertThat(after.mastering().chain().getFirst().bypassed()).isTrue();
    }

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

    private static Clip clip(Edit edit) {
        return edit.apply(SONG).strips().get(0).clips().get(0);
    }

    private static Project apply(Project project, Edit... edits) {
        return Edit.sequence("all", List.of(edits)).apply(project);
    }
}
