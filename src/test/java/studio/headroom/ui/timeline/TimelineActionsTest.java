package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.ui.timeline.Song.BEAT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Span;

class TimelineActionsTest {
    private final Song song = new Song(3);

    private List<Clip> clips(int track) {
        return song.model.song().strips().get(track).clips();
    }

    @Test
    void splitCutsWhatLiesUnderThePlayheadOnTheSelectedTracksAndJoinMendsIt() {
        song.deck.position = 6 * BEAT;
        song.model.selection().strips(List.of("track1", "track3"));
        song.actions.split();
        assertThat(clips(0)).hasSize(2);
        assertThat(clips(1)).as("of no selected track").hasSize(1);
        assertThat(clips(2)).hasSize(2);
        song.model.selection().clips(clips(0).stream().map(Clip::id).toList());
        song.actions.join();
        assertThat(clips(0)).hasSize(1);
        assertThat(clips(0).getFirst())
                .isEqualTo(song.start.strips().getFirst().clips().getFirst());
        song.undoAll(2);
    }

    @Test
    void withClipsSelectedOnlyTheseAreCut() {
        song.deck.position = 6 * BEAT;
        song.model.selection().clips(List.of("clip2"));
        song.actions.split();
        assertThat(clips(0)).hasSize(1);
        assertThat(clips(1)).hasSize(2);
        song.undoAll(1);
    }

    @Test
    void aSplitWhereNothingLiesIsNoStepAndSaysWhatToSelect() {
        List<String> said = new ArrayList<>();
        song.model.hintsBy(said::add);
        song.deck.position = BEAT;
        song.model.selection().strips(List.of("track1"));
        song.actions.split();
        assertThat(said).containsExactly(ClipActions.NOTHING_TO_SPLIT);
        song.model.selection().clips(List.of("clip2"));
        song.actions.split();
        assertThat(said).last().isEqualTo(ClipActions.NOT_UNDER_PLAYHEAD);
        song.undoAll(0);
    }

    @Test
    void withNothingSelectedNothingIsCut() {
        List<String> said = new ArrayList<>();
        song.model.hintsBy(said::add);
        song.deck.position = 6 * BEAT;
        song.actions.split();
        assertThat(said).containsExactly(ClipActions.NOTHING_TO_SPLIT);
        song.undoAll(0);
    }

    @Test
    void duplicatesLieBehindAndAreSelected() {
        song.model.selection().clips(List.of("clip1"));
        song.actions.duplicate();
        song.actions.duplicate();
        assertThat(clips(0)).extracting(Clip::start).containsExactly(4L * BEAT, 8L * BEAT, 12L * BEAT);
        song.undoAll(2);
    }

    @Test
    void arrowsNudgeByTheGridAndShiftByAUnit() {
        song.model.selection().clips(List.of("clip1"));
        song.actions.nudge(1, false);
        assertThat(song.clip("clip1").start()).isEqualTo(5 * BEAT);
        song.actions.nudge(-1, true);
        assertThat(song.clip("clip1").start()).isEqualTo(5 * BEAT - 480);
        song.actions.raise(1, false);
        assertThat(song.clip("clip1").gainDb()).isEqualTo(0.5, within(1e-9));
        song.undoAll(3);
    }

    @Test
    void thePlayheadGoesFromLineToLineOrByAUnit() {
        song.deck.position = 2 * BEAT + 1000;
        song.actions.nudgePlayhead(1, false);
        assertThat(song.deck.position).isEqualTo(3 * BEAT);
        song.actions.nudgePlayhead(1, false);
        assertThat(song.deck.position).isEqualTo(4 * BEAT);
        song.deck.position -= 1000;
        song.actions.nudgePlayhead(-1, false);
        assertThat(song.deck.position).isEqualTo(3 * BEAT);
        song.actions.nudgePlayhead(-1, true);
        assertThat(song.deck.position).isEqualTo(3 * BEAT - 480);
        song.deck.position = 100;
        song.actions.nudgePlayhead(-1, true);
        assertThat(song.deck.position).isZero();
        song.actions.nudgePlayhead(-1, false);
        assertThat(song.deck.position).isZero();
        song.undoAll(0);
    }

    @Test
    void whatIsCopiedIsPutAtThePlayheadOnTheSelectedTrack() {
        song.model.selection().clips(List.of("clip1"));
        song.actions.copy();
        song.model.selection().strip("track3");
        song.deck.position = 20 * BEAT;
        song.actions.paste();
        assertThat(clips(2)).extracting(Clip::start).containsExactly(4L * BEAT, 20L * BEAT);
        song.undoAll(1);
    }

    @Test
    void loopTakesTheSelectedTimeAndTurnsItselfOff() {
        song.model.time(new Span(BEAT, 2 * BEAT));
        song.actions.loop();
        assertThat(song.deck.looping).isTrue();
        assertThat(song.model.song().loop()).isEqualTo(new Span(BEAT, 2 * BEAT));
        song.actions.loop();
        assertThat(song.deck.looping).isFalse();
        assertThat(song.model.song().loop()).isNotNull();
        song.undoAll(1);
    }

    @Test
    void fadeShapesAndMutesAreStepsOfTheirOwn() {
        song.model.selection().clips(List.of("clip1", "clip2"));
        song.actions.fadeShape(Fade.Shape.SLOW, true, false);
        assertThat(song.clip("clip2").fadeIn().shape()).isEqualTo(Fade.Shape.SLOW);
        song.actions.muteClips();
        assertThat(song.clip("clip1").muted()).isTrue();
        song.actions.reverse();
        assertThat(song.clip("clip1").reversed()).isTrue();
        song.undoAll(3);
    }

    @Test
    void zoomToSelectionShowsTheSelectedClips() {
        song.model.selection().clips(List.of("clip1"));
        song.actions.zoomToSelection();
        assertThat(song.model.scale().x(4 * BEAT)).isBetween(8.0, 20.0);
        assertThat(song.model.scale().x(8 * BEAT)).isBetween(380.0, 392.0);
        song.actions.zoomToSong();
        assertThat(song.model.scale().origin()).isZero();
    }

    @Test
    void markersAreSetAtThePlayheadOnceAndGoneTo() {
        song.deck.position = 3 * BEAT;
        song.actions.marker();
        song.actions.marker();
        song.deck.position = 0;
        song.actions.toMarker(1);
        assertThat(song.deck.position).isEqualTo(3 * BEAT);
        song.undoAll(1);
    }

    @Test
    void arrowsWithAltGoFromClipToClip() {
        song.deck.position = 6 * BEAT;
        song.model.selection().strips(List.of("track1"));
        song.actions.split();
        song.model.selection().clips(List.of("clip1"));
        song.actions.neighborClip(1);
        assertThat(song.model.selection().clips().get())
                .containsExactly(clips(0).get(1).id());
        song.actions.neighborClip(1);
        assertThat(song.model.selection().clips().get())
                .containsExactly(clips(0).get(1).id());
    }
}
