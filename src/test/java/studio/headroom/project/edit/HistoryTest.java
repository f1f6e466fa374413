package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;

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
        assertThatThrownBy(() -> history.apply(StripEdits.remove("gone"))).isInstanceOf(InvalidProjectException.class);
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
}
