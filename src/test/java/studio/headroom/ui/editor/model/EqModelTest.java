package studio.headroom.ui.editor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.headroom.project.Project;
import studio.headroom.ui.editor.EditorSong;

class EqModelTest {
    private final EditorSong song = new EditorSong();
    private final EditorModel editor = new EditorModel(song.history, song, EditorSong.id("eq"), new EditorMemory());
    private final EqModel eq = new EqModel(editor);

    @Test
    void aNewEqualizerHasNoBands() {
        assertThat(eq.bands()).isEmpty();
        assertThat(eq.curve().responseDb(1000)).isZero();
    }

    @Test
    void addingABandIsOneStepAndIsHeardThere() {
        Project before = song.history.current();
        assertThat(eq.add(3200, 2.1)).hasValue(0);
        assertThat(eq.bands()).containsExactly(0);
        assertThat(eq.selected()).isZero();
        // A bell has its gain at its frequency.
        assertThat(eq.curve().responseDb(3200)).isEqualTo(2.1, within(0.05));
        assertThat(song.history.steps()).containsExactly("Lead Vox EQ add band 1");
        song.history.undo();
        assertThat(song.history.current()).isEqualTo(before);
        assertThat(eq.bands()).isEmpty();
    }

    @Test
    void linearPhaseSaysHowLateItIsAndWhatStaysMinimum() {
        assertThat(eq.phaseNotes()).isEmpty();
        editor.control("phase").set(1);
        assertThat(eq.isLinear()).isTrue();
        assertThat(eq.phaseNotes()).containsExactly("85 ms late");
        editor.control("phase").set(2);
        eq.add(200, -2);
        eq.control(0, "dyn.on").set(1);
        assertThat(eq.phaseNotes()).containsExactly("341 ms late", "Dynamic bands: minimum");
        song.history.undo();
        song.history.undo();
        song.history.undo();
        song.history.undo();
        assertThat(eq.isLinear()).isFalse();
        assertThat(eq.phaseNotes()).isEmpty();
    }

    @Test
    void thereIsNoBandAfterTheLast() {
        for (int i = 0; i < eq.most(); i++) {
            assertThat(eq.add(100 * (i + 1), 3)).hasValue(i);
        }
        assertThat(eq.add(5000, 3)).isEmpty();
    }

    @Test
    void draggingANodeIsOneStep() {
        eq.add(1000, 3);
        Project before = song.history.current();
        eq.beginDrag(0);
        eq.drag(0, 1200, 4);
        eq.drag(0, 2000, -5);
        eq.endDrag(0);
        assertThat(eq.control(0, "freq").value()).isEqualTo(2000);
        assertThat(eq.control(0, "gain").value()).isEqualTo(-5);
        assertThat(song.history.steps()).hasSize(2);
        song.history.undo();
        assertThat(song.history.current()).isEqualTo(before);
    }

    @Test
    void aDragThatOnlyTouchesLeavesNoStep() {
        eq.add(1000, 3);
        eq.beginDrag(0);
        eq.control(0, "listen").set(1);
        eq.control(0, "listen").set(0);
        eq.endDrag(0);
        assertThat(song.history.steps()).hasSize(1);
    }

    @Test
    void removingABandSetsEverythingAsItWas() {
        Project before = song.history.current();
        eq.add(1000, 3);
        eq.control(0, "dyn.on").set(1);
        eq.remove(0);
        assertThat(eq.bands()).isEmpty();
        assertThat(song.history.current()).isEqualTo(before);
        song.history.undo();
        assertThat(eq.bands()).containsExactly(0);
    }

    @Test
    void notesHaveNames() {
        assertThat(NoteName.of(440)).isEqualTo("A4");
        assertThat(NoteName.of(3200)).isEqualTo("G7 +35 ct");
        assertThat(NoteName.of(20)).startsWith("D♯0");
    }
}
