package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Fade.Shape;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Marker;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.RippleEdits.Reach;

/// Edits of several clips and tracks; `EditsTest` has those of one.
class ClipEditsTest {
    private static final Media MEDIA = new Media("m", "media/Kick.wav", 1, 10_000, "Kick.wav");

    /// Two tracks with two pieces each, a bus between them, and a third track: a at 1000, b at 3000, c at 1500, d at
    /// 5000, each 1000 long from 2000 of the sound file on.
    private static final Project SONG = Project.empty("Song", 48_000)
            .withMedia(List.of(MEDIA))
            .withStrips(List.of(
                    Strip.create(Kind.TRACK, "t1", "One").withClips(List.of(piece("a", 1_000), piece("b", 3_000))),
                    Strip.create(Kind.BUS, "bus", "Bus"),
                    Strip.create(Kind.TRACK, "t2", "Two").withClips(List.of(piece("c", 1_500), piece("d", 5_000))),
                    Strip.create(Kind.TRACK, "t3", "Three")));

    private static Clip piece(String id, long start) {
        return Clip.whole(id, MEDIA, 0).withSpan(start, 2_000, 1_000);
    }

    @Test
    void clipsMoveAcrossTracksTogetherAndStopAtTheLast() {
        Project moved = ClipEdits.move(Set.of("a", "d"), 100, 5).apply(SONG);
        assertThat(ids(moved, "t1")).containsExactly("b");
        assertThat(ids(moved, "t2")).containsExactly("a", "c");
        assertThat(ids(moved, "t3")).containsExactly("d");
        assertThat(clip(moved, "a").start()).isEqualTo(1_100);
        assertThat(ClipEdits.move(Set.of("a", "d"), -100, -1).apply(moved)).isEqualTo(SONG);
    }

    @Test
    void clipsAreNamedInTheHistory() {
        assertThat(ClipEdits.move(Set.of("a"), 1).nameIn(SONG)).isEqualTo("Move 'Kick.wav'");
        assertThat(ClipEdits.delete(Set.of("a", "b")).nameIn(SONG)).isEqualTo("Delete 2 clips");
        Project named = ClipEdits.rename("a", "Intro").apply(SONG);
        assertThat(ClipFades.gain("a", -3).nameIn(named)).isEqualTo("Gain of 'Intro' \u22123.0 dB");
    }

    @Test
    void severalTracksAreSplitAtOnce() {
        Project split = ClipCuts.split(Set.of("a", "b", "c"), 1_700, 0).apply(SONG);
        assertThat(ids(split, "t1")).hasSize(3);
        assertThat(ids(split, "t2")).hasSize(3);
        assertThat(clip(split, "a").end()).isEqualTo(1_700);
        assertThat(clip(split, "a").fadeOut()).isEqualTo(Fade.NONE);
        Project soft = ClipCuts.split(Set.of("a"), 1_700, 0.001).apply(SONG);
        assertThat(clip(soft, "a").fadeOut().frames()).isEqualTo(48);
    }

    @Test
    void joiningUndoesASplitForwardsAndBackwards() {
        for (Project song : List.of(SONG, ClipEdits.reverse(Set.of("a")).apply(SONG))) {
            for (double declick : new double[] {0, ClipCuts.DECLICK_SECONDS}) {
                Project split = ClipCuts.split(Set.of("a"), 1_300, declick).apply(song);
                Project twice = ClipCuts.split(Set.of("clip1"), 1_800, declick).apply(split);
                assertThat(ids(twice, "t1")).containsExactly("a", "clip1", "clip2", "b");
                assertThat(ClipCuts.join(Set.of("a", "clip1", "clip2")).apply(twice))
                        .isEqualTo(song);
            }
        }
    }

    @Test
    void whatIsNotOnePieceIsNotJoined() {
        assertThatThrownBy(() -> ClipCuts.join(Set.of("a", "b")).apply(SONG))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("do not play one piece");
        assertThatThrownBy(() -> ClipCuts.join(Set.of("a")).apply(SONG)).hasMessageContaining("alone");
        Project split = ClipCuts.split(Set.of("a"), 1_300, 0).apply(SONG);
        Project louder = ClipFades.gain("clip1", 1).apply(split);
        assertThatThrownBy(() -> ClipCuts.join(Set.of("a", "clip1")).apply(louder))
                .hasMessageContaining("different gains");
        Project gap = ClipCuts.trimStart("clip1", 1_400).apply(split);
        assertThatThrownBy(() -> ClipCuts.join(Set.of("a", "clip1")).apply(gap)).hasMessageContaining("gap");
    }

    @Test
    void duplicatesFollowAsABlock() {
        Project twice = ClipEdits.duplicate(Set.of("a", "c"), 2).apply(SONG);
        // The block lasts from 1000 to 2500.
        assertThat(starts(twice, "t1")).containsExactly(1_000L, 2_500L, 3_000L, 4_000L);
        assertThat(starts(twice, "t2")).containsExactly(1_500L, 3_000L, 4_500L, 5_000L);
    }

    @Test
    void copiedClipsArePastedWithTheirDistances() {
        CopiedClips copied = CopiedClips.of(SONG, Set.of("b", "c"));
        assertThat(copied.tracks()).isEqualTo(2);
        assertThat(copied.length()).isEqualTo(2_500);
        Project pasted = ClipEdits.paste(copied, "t2", 10_000).apply(SONG);
        assertThat(starts(pasted, "t2")).contains(11_500L);
        assertThat(starts(pasted, "t3")).containsExactly(10_000L);
        assertThatThrownBy(() -> ClipEdits.paste(copied, "t3", 0).apply(SONG)).hasMessageContaining("needs 2 tracks");
    }

    @Test
    void slippingMovesTheSoundAndStopsAtTheFilesEnds() {
        assertThat(clip(ClipEdits.slip(Set.of("a"), 500).apply(SONG), "a").offset())
                .isEqualTo(1_500);
        assertThat(clip(ClipEdits.slip(Set.of("a"), 9_999).apply(SONG), "a").offset())
                .isZero();
        assertThat(clip(ClipEdits.slip(Set.of("a"), -99_999).apply(SONG), "a").offset())
                .isEqualTo(9_000);
        Project backwards = ClipEdits.reverse(Set.of("a")).apply(SONG);
        assertThat(clip(ClipEdits.slip(Set.of("a"), 500).apply(backwards), "a").offset())
                .isEqualTo(2_500);
    }

    @Test
    void gainsOfSeveralKeepTheirDistances() {
        Project song = ClipFades.gain("b", 30).apply(SONG);
        Project up = ClipFades.gainBy(Set.of("a", "b"), 12).apply(song);
        assertThat(clip(up, "a").gainDb()).isEqualTo(6);
        assertThat(clip(up, "b").gainDb()).isEqualTo(36);
    }

    @Test
    void normalizingReachesTheTargetEachOrTogether() {
        Map<String, Double> peaks = Map.of("a", -6.0, "b", -20.0, "c", Double.NEGATIVE_INFINITY);
        Project each = ClipFades.normalize(peaks, -1, false).apply(SONG);
        assertThat(clip(each, "a").gainDb()).isEqualTo(5);
        assertThat(clip(each, "b").gainDb()).isEqualTo(19);
        assertThat(clip(each, "c").gainDb()).isZero();
        Project together = ClipFades.normalize(peaks, -1, true).apply(SONG);
        assertThat(clip(together, "a").gainDb()).isEqualTo(5);
        assertThat(clip(together, "b").gainDb()).isEqualTo(5);
    }

    @Test
    void aCrossFadeGrowsBothClipsAboutTheMiddle() {
        Project touching = ClipEdits.moveTo("b", "t1", 2_000).apply(SONG);
        Project faded = ClipFades.crossFade("a", "b", 200, Shape.EQUAL_POWER).apply(touching);
        assertThat(clip(faded, "a").end()).isEqualTo(2_100);
        assertThat(clip(faded, "b").start()).isEqualTo(1_900);
        assertThat(clip(faded, "b").offset()).isEqualTo(1_900);
        assertThat(clip(faded, "a").fadeOut())
                .isEqualTo(new Fade(200, Shape.EQUAL_POWER))
                .isEqualTo(clip(faded, "b").fadeIn());
        assertThatThrownBy(
                        () -> ClipFades.crossFade("b", "a", 200, Shape.LINEAR).apply(touching))
                .hasMessageContaining("do not follow");
    }

    @Test
    void overlapsAreCrossFadedAlongLinesWhereTheSoundIsTheSame() {
        Project over = ClipEdits.move(Set.of("b"), -1_300).apply(SONG);
        Project faded = ClipFades.crossFadeOverlaps(Set.of("b")).apply(over);
        assertThat(clip(faded, "a").fadeOut()).isEqualTo(new Fade(300, Shape.EQUAL_POWER));
        assertThat(clip(faded, "b").fadeIn()).isEqualTo(new Fade(300, Shape.EQUAL_POWER));
        Project same = ClipEdits.slip(Set.of("b"), -700).apply(over);
        assertThat(clip(ClipFades.crossFadeOverlaps(Set.of("b")).apply(same), "b")
                        .fadeIn()
                        .shape())
                .isEqualTo(Shape.LINEAR);
        assertThat(ClipFades.crossFadeOverlaps(Set.of("b")).apply(SONG)).isEqualTo(SONG);
    }

    // Ripple

    private static final Project MARKED = SONG.withMarkers(
                    List.of(new Marker("k1", 1_600, "in"), new Marker("k2", 4_000, "out")))
            .withLoop(new Span(500, 9_500))
            .withStrip(SONG.strips()
                    .getFirst()
                    .withControls(Values.INITIAL)
                    .withAutomation(List.of(new Lane(
                            "t1",
                            "volume",
                            true,
                            List.of(
                                    new Lane.Point(0, 0, Lane.Shape.HOLD),
                                    new Lane.Point(1_500, -3, Lane.Shape.HOLD),
                                    new Lane.Point(4_000, -6, Lane.Shape.HOLD))))));

    @Test
    void aRippleDeleteClosesTheGapOnItsTrack() {
        Project after = RippleEdits.delete(Set.of("a"), Reach.TRACK).apply(MARKED);
        assertThat(starts(after, "t1")).containsExactly(2_000L);
        assertThat(starts(after, "t2")).containsExactly(1_500L, 5_000L);
        assertThat(points(after)).containsExactly(0L, 1_000L, 3_000L);
        assertThat(after.markers()).isEqualTo(MARKED.markers());
    }

    @Test
    void aRippleDeleteOfAllTracksMovesTheWholeSong() {
        Project after = RippleEdits.delete(Set.of("a"), Reach.ALL).apply(MARKED);
        assertThat(starts(after, "t1")).containsExactly(2_000L);
        assertThat(starts(after, "t2")).containsExactly(1_000L, 4_000L);
        assertThat(after.markers()).extracting(Marker::frame).containsExactly(3_000L);
        assertThat(after.loop()).isEqualTo(new Span(500, 8_500));
    }

    @Test
    void aRippleMoveTakesAlongWhatLiesBehind() {
        Project later = RippleEdits.move(Set.of("b"), 500, Reach.TRACK).apply(MARKED);
        assertThat(starts(later, "t1")).containsExactly(1_000L, 3_500L);
        assertThat(starts(later, "t2")).containsExactly(1_500L, 5_000L);
        Project all = RippleEdits.move(Set.of("b"), 500, Reach.ALL).apply(MARKED);
        assertThat(starts(all, "t2")).containsExactly(1_500L, 5_500L);
        assertThat(all.markers()).extracting(Marker::frame).containsExactly(1_600L, 4_500L);
        // Towards the beginning it stops where something ends: at 2000 on its track, at 2500 among all.
        assertThat(starts(RippleEdits.move(Set.of("b"), -5_000, Reach.TRACK).apply(MARKED), "t1"))
                .containsExactly(1_000L, 2_000L);
        assertThat(starts(RippleEdits.move(Set.of("b"), -5_000, Reach.ALL).apply(MARKED), "t1"))
                .containsExactly(1_000L, 2_500L);
    }

    @Test
    void insertedTimeIsTakenOutAgain() {
        Project longer = RippleEdits.insertTime(2_700, 1_000).apply(MARKED);
        assertThat(starts(longer, "t1")).containsExactly(1_000L, 4_000L);
        assertThat(longer.loop()).isEqualTo(new Span(500, 10_500));
        assertThat(RippleEdits.removeTime(new Span(2_700, 3_700)).apply(longer)).isEqualTo(MARKED);
    }

    @Test
    void timeIsCutOutOfClips() {
        Project shorter = RippleEdits.removeTime(new Span(1_200, 1_700)).apply(MARKED);
        assertThat(starts(shorter, "t1")).containsExactly(1_000L, 1_200L, 2_500L);
        Clip left = clip(shorter, "a");
        Clip right = shorter.strips().getFirst().clips().get(1);
        assertThat(left.fadeOut().frames()).isEqualTo(96);
        assertThat(left.end()).isEqualTo(1_296);
        assertThat(right.offset()).isEqualTo(2_700);
        assertThat(right.end()).isEqualTo(1_500);
        assertThat(shorter.markers()).extracting(Marker::id).containsExactly("k2");
    }

    private static List<String> ids(Project song, String track) {
        return song.strip(track).orElseThrow().clips().stream().map(Clip::id).toList();
    }

    private static List<Long> starts(Project song, String track) {
        return song.strip(track).orElseThrow().clips().stream().map(Clip::start).toList();
    }

    private static List<Long> points(Project song) {
        return song.strip("t1").orElseThrow().lane("t1", StripControls.VOLUME.id()).orElseThrow().points().stream()
                .map(Lane.Point::frame)
                .toList();
    }

    private static Clip clip(Project song, String id) {
        return Clips.all(song).filter(clip -> clip.id().equals(id)).findFirst().orElseThrow();
    }
}
