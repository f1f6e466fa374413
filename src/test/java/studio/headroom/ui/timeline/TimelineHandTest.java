package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.ui.timeline.Song.BEAT;
import static studio.headroom.ui.timeline.Song.x;
import static studio.headroom.ui.timeline.Song.y;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.LaneEdits;

class TimelineHandTest {
    private final Song song = new Song(3);

    @Test
    void aMovedClipKeepsToTheGridAndIsOneStep() {
        song.drag(x(6), y(0), x(7.1), y(0));
        assertThat(song.clip("clip1").start()).isEqualTo(5 * BEAT);
        assertThat(song.history.steps()).hasSize(1).first().asString().startsWith("Move");
        song.undoAll(1);
    }

    @Test
    void controlLetsGoOfTheGridWhileDragging() {
        song.hand.press(x(6), y(0), 1, false, false, false);
        song.hand.drag(x(7.1), y(0), false, true, false);
        song.hand.release();
        assertThat(song.clip("clip1").start()).isEqualTo(Math.round(5.1 * BEAT));
        song.undoAll(1);
    }

    @Test
    void aClipGoesToAnotherTrackWhileItIsHeard() {
        song.hand.press(x(6), y(0), 1, false, false, false);
        song.hand.drag(x(6), y(1), false, false, false);
        assertThat(song.track("clip1")).isEqualTo("track2");
        song.hand.drag(x(7), y(2), false, false, false);
        assertThat(song.track("clip1")).isEqualTo("track3");
        song.hand.drag(x(6), y(0), false, false, false);
        song.hand.release();
        // It came back to where it began: that is no step.
        song.undoAll(0);
    }

    @Test
    void severalClipsMoveTogetherAndKeepTheirTracks() {
        song.model.selection().clips(List.of("clip1", "clip2"));
        song.drag(x(6), y(0), x(8), y(2));
        assertThat(song.track("clip1")).isEqualTo("track2");
        assertThat(song.track("clip2")).isEqualTo("track3");
        assertThat(song.clip("clip2").start()).isEqualTo(6 * BEAT);
        song.undoAll(1);
    }

    @Test
    void aClipThatComesNearAnotherSnapsToItsEdge() {
        song.model.snapGrid(SnapGrid.EDGES);
        song.model.apply(studio.headroom.project.edit.ClipEdits.move(Set.of("clip2"), BEAT / 3));
        song.drag(x(6), y(0), x(6.3), y(0));
        assertThat(song.clip("clip1").start()).isEqualTo(song.clip("clip2").start());
    }

    @Test
    void escapeGivesAMoveUp() {
        song.hand.press(x(6), y(0), 1, false, false, false);
        song.hand.drag(x(9), y(1), false, false, false);
        assertThat(song.hand.cancel()).isTrue();
        song.undoAll(0);
    }

    @Test
    void controlAtThePressDragsACopyAndTheCopyIsSelected() {
        song.drag(x(6), y(0), x(11), y(0), false, true, false);
        assertThat(song.clip("clip1").start()).isEqualTo(4 * BEAT);
        List<String> selected = song.model.selection().clips().get();
        assertThat(selected).hasSize(1).doesNotContain("clip1");
        assertThat(song.clip(selected.getFirst()).start()).isEqualTo(9 * BEAT);
        song.undoAll(1);
    }

    @Test
    void altSlipsTheSoundUnderTheClip() {
        song.drag(x(6), y(0), x(7), y(0), false, false, true);
        Clip clip = song.clip("clip1");
        assertThat(clip.start()).isEqualTo(4 * BEAT);
        assertThat(clip.offset()).isEqualTo(9 * BEAT);
        song.undoAll(1);
    }

    @Test
    void edgesAreTrimmedAndTheSoundStaysInPlace() {
        song.drag(x(4) + 2, y(0), x(5) + 2, y(0));
        Clip clip = song.clip("clip1");
        assertThat(clip.start()).isEqualTo(5 * BEAT);
        assertThat(clip.offset()).isEqualTo(11 * BEAT);
        song.drag(x(8) - 2, y(0), x(7) - 2, y(0));
        assertThat(song.clip("clip1").end()).isEqualTo(7 * BEAT);
        song.undoAll(2);
    }

    @Test
    void edgesOfSelectedClipsThatLieTogetherAreTrimmedTogether() {
        song.model.selection().clips(List.of("clip1", "clip3"));
        song.drag(x(8) - 2, y(0), x(6), y(0));
        assertThat(song.clip("clip1").end()).isEqualTo(6 * BEAT);
        assertThat(song.clip("clip3").end()).isEqualTo(6 * BEAT);
        assertThat(song.clip("clip2").end()).isEqualTo(8 * BEAT);
        song.undoAll(1);
    }

    @Test
    void theHandleAtTheCornerFades() {
        song.drag(x(4) + 4, 5, x(5), 5);
        Fade in = song.clip("clip1").fadeIn();
        assertThat(in.frames()).isEqualTo(BEAT);
        assertThat(in.shape()).isEqualTo(Fade.Shape.EQUAL_POWER);
        song.drag(x(8) - 4, 5, x(6), 5);
        assertThat(song.clip("clip1").fadeOut().frames()).isEqualTo(2 * BEAT);
        song.undoAll(2);
    }

    @Test
    void theGainLineOfASelectedClipMakesItLouder() {
        song.model.selection().clips(List.of("clip1"));
        Row row = song.model.rows().all().getFirst();
        double line = HitTest.gainY(row, 0);
        assertThat(song.hand.test().at(x(6), line)).isEqualTo(new Hit.OnClip(row, "clip1", Hit.Zone.GAIN, -1));
        song.drag(x(6), line, x(6), line - 25);
        assertThat(song.clip("clip1").gainDb()).isEqualTo(2.5, within(0.05));
        double now = HitTest.gainY(row, song.clip("clip1").gainDb());
        song.drag(x(6), now, x(6), now - 25, true, false, false);
        // With Shift ten times finer.
        assertThat(song.clip("clip1").gainDb()).isEqualTo(2.75, within(0.05));
        song.undoAll(2);
    }

    @Test
    void controlOnTheGainLineMakesAPointThatIsDraggedTypedAndTakenAway() {
        song.model.selection().clips(List.of("clip1"));
        Row row = song.model.rows().all().getFirst();
        double line = HitTest.gainY(row, 0);
        song.drag(x(5), line, x(5), line, false, true, false);
        song.drag(x(6), line, x(6), line + 12 / HitTest.gainPerUnit(row), false, true, false);
        List<GainEnvelope.Point> points = song.clip("clip1").envelope().points();
        assertThat(points).hasSize(2);
        // The clip begins at beat 4 with beat 10 of its sound file.
        assertThat(points.get(0)).isEqualTo(new GainEnvelope.Point(11 * BEAT, 0));
        assertThat(points.get(1).frame()).isEqualTo(12 * BEAT);
        assertThat(points.get(1).db()).isEqualTo(-12, within(0.1));
        double middle = HitTest.gainY(row, -6);
        assertThat(song.hand.test().at(x(5.5), middle)).isEqualTo(new Hit.OnClip(row, "clip1", Hit.Zone.GAIN, -1));
        double point = HitTest.gainY(row, points.get(1).db());
        assertThat(song.hand.test().at(x(6) + 2, point))
                .isEqualTo(new Hit.OnClip(row, "clip1", Hit.Zone.GAIN_POINT, 1));
        song.drag(x(6), point, x(7), point);
        assertThat(song.clip("clip1").envelope().points().get(1).frame()).isEqualTo(13 * BEAT);
        song.drag(x(7), point, x(7), point, false, false, true);
        assertThat(song.clip("clip1").envelope().points()).hasSize(1);
        song.deck.position = 6 * BEAT;
        song.actions.clips().gainPoint();
        assertThat(song.clip("clip1").envelope().points()).hasSize(2);
        song.actions.clips().clearEnvelopes();
        assertThat(song.clip("clip1").envelope().isEmpty()).isTrue();
        song.undoAll(6);
    }

    @Test
    void aPointOfAReversedClipGoesWhereTheHandGoes() {
        song.model.apply(studio.headroom.project.edit.ClipEdits.reverse("clip1"));
        song.model.selection().clips(List.of("clip1"));
        Row row = song.model.rows().all().getFirst();
        double line = HitTest.gainY(row, 0);
        song.drag(x(5), line, x(5), line, false, true, false);
        song.drag(x(5), line, x(6), line);
        Clip clip = song.clip("clip1");
        assertThat(clip.onTimeline(clip.envelope().points().getFirst().frame())).isEqualTo(6 * BEAT);
        song.undoAll(3);
    }

    @Test
    void scissorsCutWhereTheyClick() {
        song.model.tool(TimelineModel.Tool.SCISSORS);
        song.drag(x(6.1), y(0), x(6.1), y(0));
        assertThat(song.model.song().strips().getFirst().clips()).hasSize(2);
        assertThat(song.model.song().strips().getFirst().clips().get(1).start()).isEqualTo(6 * BEAT);
        song.undoAll(1);
    }

    @Test
    void anOverlapBecomesACrossFadeWhenAClipIsDropped() {
        song.model.tool(TimelineModel.Tool.SCISSORS);
        song.drag(x(6), y(0), x(6), y(0));
        song.model.tool(TimelineModel.Tool.POINTER);
        String second = song.model.song().strips().getFirst().clips().get(1).id();
        song.drag(x(7), y(0), x(6), y(0));
        Clip left = song.clip("clip1");
        Clip right = song.clip(second);
        assertThat(right.start()).isEqualTo(5 * BEAT);
        assertThat(left.fadeOut().frames()).isEqualTo(left.end() - right.start());
        assertThat(right.fadeIn().frames()).isEqualTo(left.fadeOut().frames());
        song.undoAll(2);
    }

    @Test
    void aFrameSelectsClipsAndTimeAndAPressGoesThere() {
        song.drag(x(3), y(0), x(5), y(1));
        assertThat(song.model.selection().clips().get()).containsExactly("clip1", "clip2");
        assertThat(song.model.time()).isEqualTo(new Span(3 * BEAT, 5 * BEAT));
        song.hand.press(x(2.1), y(0), 1, false, false, false);
        song.hand.release();
        assertThat(song.deck.position).isEqualTo(2 * BEAT);
        assertThat(song.model.selection().clips().get()).isEmpty();
        assertThat(song.model.time()).isNull();
        song.undoAll(0);
    }

    // ---- automation ----

    private static final LaneKey VOLUME = new LaneKey("track1", "track1", "volume");

    private Row lane() {
        song.model.showLane(VOLUME);
        return song.model.rows().all().get(1);
    }

    private LaneKey.Control volume() {
        return VOLUME.in(song.model.song()).orElseThrow();
    }

    private double laneY(Row row, double db) {
        return row.y() + HitTest.laneY(row, volume(), db);
    }

    @Test
    void aPressOnTheLineAddsAPointAndDragsIt() {
        Row row = lane();
        song.drag(x(2), laneY(row, 0), x(2), laneY(row, -6));
        song.drag(x(4), laneY(row, -6), x(4), laneY(row, 0));
        assertThat(volume().lane().points()).hasSize(2);
        assertThat(volume().lane().points().get(0).frame()).isEqualTo(2 * BEAT);
        assertThat(volume().lane().points().get(0).value()).isEqualTo(-6, within(0.05));
        assertThat(volume().lane().points().get(1).value()).isEqualTo(0, within(0.05));
        assertThat(volume().lane().points()).allMatch(point -> point.shape() == Lane.Shape.LINEAR);
        song.undoAll(2);
    }

    @Test
    void aFrameSelectsPointsAndAllAreDragged() {
        Row row = lane();
        song.drag(x(2), laneY(row, 0), x(2), laneY(row, -6));
        song.drag(x(4), laneY(row, -6), x(4), laneY(row, -3));
        song.drag(x(1), row.y() + 1, x(5), row.bottom() - 2);
        assertThat(song.model.points()).containsExactlyInAnyOrder(0, 1);
        song.drag(x(2), laneY(row, -6), x(3), laneY(row, -6));
        assertThat(volume().lane().points()).extracting(Lane.Point::frame).containsExactly(3L * BEAT, 5L * BEAT);
        assertThat(volume().lane().points().get(1).value()).isEqualTo(-3, within(0.05));
        song.actions.delete();
        assertThat(volume().automated()).isFalse();
        song.undoAll(4);
    }

    @Test
    void whatIsDrawnReplacesWhatWasThereAndNothingBeside() {
        Row row = lane();
        song.drag(x(1), laneY(row, 0), x(1), laneY(row, -3));
        song.drag(x(12), laneY(row, -3), x(12), laneY(row, -9));
        double before = volume().valueAt(2 * BEAT);
        double behind = volume().valueAt(11 * BEAT);
        song.model.tool(TimelineModel.Tool.DRAW);
        song.hand.press(x(4), laneY(row, -20), 1, false, false, false);
        for (int i = 0; i <= 100; i++) {
            song.hand.drag(x(4 + i * 0.04), laneY(row, -20 + 0.2 * i), false, false, false);
        }
        song.hand.release();
        assertThat(volume().valueAt(2 * BEAT)).isEqualTo(before, within(1e-9));
        assertThat(volume().valueAt(11 * BEAT)).isEqualTo(behind, within(1e-9));
        // Within the tolerance of thinning, 0.8 % of the travel.
        assertThat(volume().valueAt(6 * BEAT)).isEqualTo(-10, within(0.6));
        assertThat(volume().lane().points()).hasSizeLessThan(30);
        song.undoAll(3);
    }

    @Test
    void automationThatIsCutIsPutAtThePlayhead() {
        Row row = lane();
        song.drag(x(2), laneY(row, 0), x(2), laneY(row, -6));
        song.drag(x(4), laneY(row, -6), x(4), laneY(row, -3));
        song.drag(x(1), row.y() + 1, x(5), row.bottom() - 2);
        song.actions.cut();
        assertThat(volume().automated()).isFalse();
        song.deck.position = 10 * BEAT;
        song.actions.paste();
        assertThat(volume().valueAt(10 * BEAT)).isEqualTo(-6, within(0.05));
        assertThat(volume().valueAt(12 * BEAT)).isEqualTo(-3, within(0.05));
        song.undoAll(4);
    }

    @Test
    void aDoubleClickOnAPointDeletesIt() {
        Row row = lane();
        song.drag(x(2), laneY(row, 0), x(2), laneY(row, -6));
        song.hand.press(x(2), laneY(row, -6), 2, false, false, false);
        song.hand.release();
        assertThat(volume().automated()).isFalse();
        song.undoAll(2);
    }

    @Test
    void shiftIsFinerAndDoesNotJump() {
        Row row = lane();
        song.drag(x(2), laneY(row, 0), x(2), laneY(row, -6));
        song.hand.press(x(2), laneY(row, -6), 1, false, false, false);
        song.hand.drag(x(2), laneY(row, -6) + 10, false, false, false);
        double value = volume().lane().points().getFirst().value();
        song.hand.drag(x(2), laneY(row, -6) + 10, true, false, false);
        assertThat(volume().lane().points().getFirst().value()).isEqualTo(value);
        song.hand.release();
        assertThat(StripControls.VOLUME.range().position(value)).isLessThan(0.607);
    }

    // ---- ruler ----

    @Test
    void theLoopIsDrawnMovedAndStretched() {
        song.hand.pressRuler(x(2), 25, List.of(), false);
        song.hand.drag(x(6), 25, false, false, false);
        song.hand.release();
        assertThat(song.model.song().loop()).isEqualTo(new Span(2 * BEAT, 6 * BEAT));
        assertThat(song.deck.looping).isTrue();
        song.hand.pressRuler(x(4), 25, List.of(), false);
        song.hand.drag(x(5), 25, false, false, false);
        song.hand.release();
        assertThat(song.model.song().loop()).isEqualTo(new Span(3 * BEAT, 7 * BEAT));
        song.hand.pressRuler(x(7) - 1, 25, List.of(), false);
        song.hand.drag(x(9) - 1, 25, false, false, false);
        song.hand.release();
        assertThat(song.model.song().loop()).isEqualTo(new Span(3 * BEAT, 9 * BEAT));
        song.undoAll(3);
        assertThat(song.model.song().loop()).isNull();
    }

    @Test
    void aLoopIsNeverDrawnShorterThanItIsPlayed() {
        long least = Project.shortestLoop(song.model.song().sampleRate());
        song.hand.pressRuler(x(2), 25, List.of(), false);
        song.hand.drag(x(6), 25, false, false, false);
        song.hand.release();
        song.hand.pressRuler(x(2) + 1, 25, List.of(), false);
        song.hand.drag(x(6) + 1 - 0.02, 25, false, true, false);
        song.hand.release();
        assertThat(song.model.song().loop()).as("the start").isEqualTo(new Span(6 * BEAT - least, 6 * BEAT));
        song.hand.pressRuler(x(8), 25, List.of(), false);
        song.hand.drag(x(8) + 4, 25, false, true, false);
        song.hand.release();
        Span drawn = Objects.requireNonNull(song.model.song().loop());
        assertThat(drawn.length()).as("a new one").isGreaterThanOrEqualTo(least);
    }

    @Test
    void altOnTheRulerLetsTheSongBeHeardUnderTheHand() {
        song.hand.pressRuler(x(3.2), 45, List.of(), true);
        assertThat(song.deck.scrubbing).isTrue();
        song.hand.drag(x(5.5), 45, false, false, true);
        assertThat(song.deck.position).isEqualTo(Math.round(5.5 * BEAT));
        song.hand.release();
        assertThat(song.deck.scrubbing).isFalse();
        assertThat(song.model.time()).isNull();
        song.undoAll(0);
    }

    @Test
    void theRulerGoesThereAndSelectsTime() {
        song.hand.pressRuler(x(3.2), 45, List.of(), false);
        song.hand.release();
        assertThat(song.deck.position).isEqualTo(3 * BEAT);
        song.hand.pressRuler(x(3), 45, List.of(), false);
        song.hand.drag(x(5), 45, false, false, false);
        song.hand.release();
        assertThat(song.model.time()).isEqualTo(new Span(3 * BEAT, 5 * BEAT));
        song.undoAll(0);
    }

    @Test
    void aWayThatIsDrawnWithAltIsBentAndADoubleClickStraightensIt() {
        Row row = lane();
        song.model.apply(LaneEdits.set(
                "track1",
                StripControls.VOLUME,
                List.of(new Lane.Point(0, -30, Lane.Shape.LINEAR), new Lane.Point(8 * BEAT, 0, Lane.Shape.LINEAR))));
        double middle = volume().valueAt(4 * BEAT);
        double y = laneY(row, middle);
        song.drag(x(4), y, x(4), y - 60, false, false, true);
        assertThat(volume().valueAt(4 * BEAT)).isGreaterThan(middle + 2);
        assertThat(volume().lane().points()).hasSize(2);
        assertThat(volume().lane().points().getFirst()).isEqualTo(new Lane.Point(0, -30, Lane.Shape.LINEAR, 0.5));
        assertThat(song.history.steps().getFirst()).asString().contains("Bend").contains("volume");
        assertThat(volume().lane().points().getLast().value()).isZero();
        double last = Double.NEGATIVE_INFINITY;
        for (long frame = 0; frame <= 8 * BEAT; frame += 100) {
            assertThat(volume().valueAt(frame)).isGreaterThanOrEqualTo(last);
            last = volume().valueAt(frame);
        }
        // A point on the curve changes nothing, and its part can be made straight.
        double bent = laneY(row, volume().valueAt(4 * BEAT));
        song.hand.press(x(4), bent, 2, false, false, true);
        song.hand.release();
        assertThat(volume().lane().points().getFirst().curve()).isZero();
        assertThat(volume().valueAt(4 * BEAT)).isEqualTo(middle);
        song.history.undo();
        song.history.undo();
        // Back to where it began it is straight again, and no step.
        song.hand.press(x(4), y, 1, false, false, true);
        song.hand.drag(x(4), y - 40, false, false, true);
        song.hand.drag(x(4), y, false, false, true);
        song.hand.release();
        song.undoAll(1);
    }

    @Test
    void aDoubleClickOnACurveMakesItStraightInOneStep() {
        Row row = lane();
        song.model.apply(LaneEdits.set(
                "track1",
                StripControls.VOLUME,
                List.of(
                        new Lane.Point(0, -30, Lane.Shape.LINEAR, 0.7),
                        new Lane.Point(8 * BEAT, 0, Lane.Shape.LINEAR))));
        double y = laneY(row, volume().valueAt(4 * BEAT));
        song.drag(x(4), y, x(4), y);
        assertThat(volume().lane().points()).hasSize(3);
        song.hand.press(x(4), y, 2, false, false, false);
        song.hand.release();
        assertThat(volume().lane().points())
                .containsExactly(
                        new Lane.Point(0, -30, Lane.Shape.LINEAR), new Lane.Point(8 * BEAT, 0, Lane.Shape.LINEAR));
        assertThat(song.history.steps()).hasSize(2).first().asString().startsWith("Straighten");
        // On a straight way nothing is left of it.
        double straight = laneY(row, volume().valueAt(4 * BEAT));
        song.drag(x(4), straight, x(4), straight);
        song.hand.press(x(4), straight, 2, false, false, false);
        song.hand.release();
        song.undoAll(2);
    }

    @Test
    void chosenPointsThatAreDrawnWithAltGrowAboutTheirMiddle() {
        Row row = lane();
        song.model.apply(LaneEdits.set(
                "track1",
                StripControls.VOLUME,
                List.of(
                        new Lane.Point(BEAT, -10, Lane.Shape.LINEAR),
                        new Lane.Point(2 * BEAT, -6, Lane.Shape.LINEAR),
                        new Lane.Point(3 * BEAT, -3, Lane.Shape.LINEAR))));
        song.model.points(VOLUME, Set.of(0, 1, 2));
        double first = laneY(row, -10);
        song.drag(x(1), first, x(1), first + 6, false, false, true);
        List<Lane.Point> points = volume().lane().points();
        assertThat(points.get(0).value()).isLessThan(-11);
        assertThat(points.get(2).value()).isGreaterThan(-2.5);
        assertThat(points).extracting(Lane.Point::frame).containsExactly((long) BEAT, 2L * BEAT, 3L * BEAT);
        song.undoAll(2);
    }
}
