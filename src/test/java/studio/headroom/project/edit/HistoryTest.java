package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

class HistoryTest {
    private static final Project SONG = Project.empty("Song", 48_000);

    @Test
    void stepsAreTakenBackAndMadeAgain() {
        History history = new History(SONG);
        history.apply(SongEdits.title("A"));
        history.apply(SongEdits.title("B"));
        assertThat(history.undoNames()).containsExactly("Title 'B'", "Title 'A'");
        assertThat(history.undo().title()).isEqualTo("A");
        assertThat(history.undo()).isEqualTo(SONG);
        assertThat(history.undo()).isEqualTo(SONG);
        assertThat(history.redoNames()).containsExactly("Title 'A'", "Title 'B'");
        assertThat(history.redo().title()).isEqualTo("A");
        assertThat(history.redo().title()).isEqualTo("B");
        assertThat(history.redo().title()).isEqualTo("B");
    }

    @Test
    void aNewStepEndsWhatCouldBeMadeAgain() {
        History history = new History(SONG);
        history.apply(SongEdits.title("A"));
        history.undo();
        history.apply(SongEdits.title("C"));
        assertThat(history.redoName()).isEmpty();
        assertThat(history.undoName()).contains("Title 'C'");
    }

    @Test
    void whatChangesNothingIsNoStep() {
        History history = new History(SONG);
        history.apply(SongEdits.title("A"));
        history.undo();
        history.apply(SongEdits.title("Song"));
        assertThat(history.undoName()).isEmpty();
        assertThat(history.redoName()).contains("Title 'A'");
    }

    @Test
    void aGestureIsOneStep() {
        History history = new History(SONG);
        history.begin("Drag");
        for (int i = 0; i < 100; i++) {
            history.apply(SongEdits.title("take " + i));
        }
        assertThat(history.current().title()).isEqualTo("take 99");
        history.end();
        assertThat(history.undoNames()).containsExactly("Drag");
        assertThat(history.undo()).isEqualTo(SONG);
    }

    @Test
    void aGestureThatComesBackIsNoStep() {
        History history = new History(SONG);
        history.apply(SongEdits.title("A"));
        history.undo();
        history.begin("Drag");
        history.apply(SongEdits.title("B"));
        history.apply(SongEdits.title("Song"));
        history.end();
        assertThat(history.undoName()).isEmpty();
        assertThat(history.redoName()).contains("Title 'A'");
    }

    @Test
    void aGestureCanBeGivenUp() {
        History history = new History(SONG);
        history.begin("Drag");
        history.apply(SongEdits.title("B"));
        assertThat(history.cancel()).isSameAs(SONG);
        history.end();
        assertThat(history.undoName()).isEmpty();
    }

    @Test
    void undoEndsTheGesture() {
        History history = new History(SONG);
        history.begin("Drag");
        history.apply(SongEdits.title("B"));
        assertThat(history.undoName()).contains("Drag");
        assertThat(history.undo()).isEqualTo(SONG);
        assertThat(history.redo().title()).isEqualTo("B");
    }

    @Test
    void gesturesDoNotNest() {
        History history = new History(SONG);
        history.begin("One");
        assertThatThrownBy(() -> history.begin("Two")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anImpossibleEditChangesNothing() {
        History history = new History(SONG);
        assertThatThrownBy(() -> history.apply(StripEdits.delete("gone"))).isInstanceOf(InvalidProjectException.class);
        assertThat(history.current()).isSameAs(SONG);
        assertThat(history.undoName()).isEmpty();
    }

    @Test
    void onlySoManyStepsAreKept() {
        History history = new History(SONG, 10);
        for (int i = 0; i < 25; i++) {
            history.apply(SongEdits.title("take " + i));
        }
        assertThat(history.undoNames()).hasSize(10);
        for (int i = 0; i < 25; i++) {
            history.undo();
        }
        assertThat(history.current().title()).isEqualTo("take 14");
        assertThatThrownBy(() -> new History(SONG, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyStepCanBeJumpedTo() {
        History history = new History(SONG);
        for (String title : List.of("A", "B", "C")) {
            history.apply(SongEdits.title(title));
        }
        assertThat(history.names()).containsExactly("Title 'A'", "Title 'B'", "Title 'C'");
        assertThat(history.jump(1).title()).isEqualTo("A");
        assertThat(history.position()).isEqualTo(1);
        assertThat(history.redoNames()).containsExactly("Title 'B'", "Title 'C'");
        assertThat(history.jump(3).title()).isEqualTo("C");
        assertThat(history.jump(0)).isEqualTo(SONG);
        assertThatThrownBy(() -> history.jump(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void stepsAreNamedAfterWhatTheyChange() {
        History history = new History(SONG);
        history.apply(StripEdits.add(Strip.Kind.TRACK, "Lead vocal", 0));
        history.apply(StripEdits.set("strip1", StripControls.VOLUME, -3));
        history.apply(StripEdits.mute("strip1", true));
        history.apply(InsertEdits.add("strip1", "compressor", 0));
        history.apply(InsertEdits.bypass("insert1", true));
        assertThat(history.names())
                .containsExactly(
                        "Add 'Lead vocal'",
                        "Lead vocal volume \u22123.0 dB",
                        "Mute Lead vocal",
                        "Add compressor to Lead vocal",
                        "Bypass Lead vocal compressor");
    }

    @Test
    void aGestureMayBeNamedByItsLastEdit() {
        History history = new History(SONG);
        history.begin();
        history.apply(SongEdits.title("A"));
        history.apply(SongEdits.title("B"));
        history.end();
        assertThat(history.names()).containsExactly("Title 'B'");
    }

    @Test
    void turnsOfAWheelAreOneStepUntilSomethingElseComes() {
        History history = new History(SONG);
        history.apply(SongEdits.title("A"), "wheel");
        history.apply(SongEdits.title("B"), "wheel");
        assertThat(history.names()).containsExactly("Title 'B'");
        history.apply(SongEdits.notes("x"));
        history.apply(SongEdits.title("C"), "wheel");
        assertThat(history.names()).containsExactly("Title 'B'", "Notes", "Title 'C'");
        history.undo();
        history.apply(SongEdits.title("D"), "wheel");
        assertThat(history.names()).containsExactly("Title 'B'", "Notes", "Title 'D'");
        assertThat(history.jump(0)).isEqualTo(SONG);
    }

    @Test
    void aSeriesThatComesBackIsNoStep() {
        History history = new History(SONG);
        history.apply(SongEdits.notes("x"));
        history.apply(SongEdits.title("A"), "wheel");
        history.apply(SongEdits.title("Song"), "wheel");
        assertThat(history.names()).containsExactly("Notes");
        history.apply(SongEdits.title("B"), "wheel");
        assertThat(history.names()).containsExactly("Notes", "Title 'B'");
    }

    @Test
    void whatWasSavedIsKnownByWhateverWayItIsComeTo() {
        History history = new History(SONG);
        assertThat(history.isSaved()).isTrue();
        history.apply(SongEdits.title("A"));
        assertThat(history.isSaved()).isFalse();
        history.undo();
        assertThat(history.isSaved()).isTrue();
        history.markSaved(history.redo());
        assertThat(history.isSaved()).isTrue();
        history.apply(SongEdits.title("B"));
        history.apply(SongEdits.title("A"));
        assertThat(history.isSaved()).isTrue();
        history.apply(SnapshotEdits.take("A", "First"));
        assertThat(history.isSaved()).isFalse();
    }

    @Test
    void snapshotsAreNoStepsAndStayWhenEditsAreUndone() {
        History history = new History(SONG);
        history.apply(SongEdits.title("A"));
        history.apply(SnapshotEdits.take("A", "First"));
        assertThat(history.names()).containsExactly("Title 'A'");
        assertThat(history.undo().snapshots()).hasSize(1);
        history.begin("Drag");
        history.apply(SongEdits.title("B"));
        history.apply(SnapshotEdits.take("B", "Second"));
        assertThat(history.cancel().snapshots()).hasSize(2);
        assertThat(history.current().title()).isEqualTo("Song");
        assertThat(history.redo().snapshots()).hasSize(2);
    }

    /// 10 000 edits of 64 tracks with what a mix has: each in under a millisecond, and a step keeps about what it
    /// changed.
    @Test
    void tenThousandStepsOfABigSongAreQuickAndSmall() {
        History history = new History(BigSong.create());
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            history.apply(BigSong.edit(random));
        }
        long before = used();
        // The quickest of ten parts: what else the machine does is not measured.
        double milliseconds = Double.POSITIVE_INFINITY;
        for (int part = 0; part < 10; part++) {
            long start = System.nanoTime();
            for (int i = 0; i < 800; i++) {
                history.apply(BigSong.edit(random));
            }
            milliseconds = Math.min(milliseconds, (System.nanoTime() - start) / 1e6 / 800);
        }
        double kilobytes = (used() - before) / 1024.0 / 8_000;
        System.getLogger("history").log(System.Logger.Level.INFO, "{0} ms and {1} KB an edit", milliseconds, kilobytes);
        assertThat(history.names()).hasSizeGreaterThan(9_000);
        assertThat(milliseconds).isLessThan(1);
        // A strip, the list of 64, and the record around them are about 1 KB; automation of 100 points some KB more.
        assertThat(kilobytes).isLessThan(16);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
