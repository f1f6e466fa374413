package studio.headroom.ui.editor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.live.Comparison;
import studio.headroom.param.Values;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.editor.EditorSong;

/// What editors tell the player so that bypass compares sounds, not levels.
class EqualLoudnessTest {
    private static final String ID = EditorSong.id("utility");

    private final EditorSong song = new EditorSong(Map.of("utility", Values.of(Map.of("gain", -6.0))));
    private final EditorMemory memory = new EditorMemory();
    private final EditorModel editor = new EditorModel(song.history, song, ID, memory);
    private final EditorAnalysis analysis = new EditorAnalysis(editor);

    private void play(int hundredths) {
        for (int i = 0; i < hundredths; i++) {
            analysis.advance(0.01);
            song.play(ID);
        }
        analysis.advance(0.01);
    }

    private double dryDb() {
        return song.comparisons.getOrDefault(ID, Comparison.NONE).dryDb();
    }

    @Test
    void theDryPathGetsTheLoudnessOfTheWetOne() {
        assertThat(analysis.louderDb()).isNaN();
        play(200);
        // A gain of -6 dB changes the weighted loudness by as much, whatever the sound.
        assertThat(analysis.louderDb()).isEqualTo(-6, within(0.05));
        assertThat(dryDb()).isEqualTo(-6, within(0.06));
    }

    @Test
    void whatIsHeardWhileBypassedIsNotMeasured() {
        play(200);
        editor.power().set(0);
        play(300);
        assertThat(dryDb()).isEqualTo(-6, within(0.06));
        assertThat(editor.comparing().dryDb()).isEqualTo(-6, within(0.06));
    }

    @Test
    void itIsTurnedOffAndRemembered() {
        play(200);
        editor.comparing().equalLoudness().set(0);
        assertThat(dryDb()).isZero();
        editor.close();
        EditorModel next = new EditorModel(song.history, song, ID, memory);
        assertThat(next.comparing().equalLoudness().isOn()).isFalse();
        next.close();
    }

    @Test
    void otherSettingsAreMeasuredAnew() {
        play(300);
        song.history.apply(InsertEdits.values(ID, Values.of(Map.of("gain", 3.0))));
        play(10);
        assertThat(analysis.louderDb()).isNaN();
        assertThat(dryDb()).as("kept until there is something new").isEqualTo(-6, within(0.06));
    }

    @Test
    void deltaIsAskedForAndIsNotMeasured() {
        editor.comparing().delta().set(1);
        assertThat(song.comparisons.get(ID).delta()).isTrue();
        play(200);
        assertThat(analysis.louderDb()).isNaN();
    }

    @Test
    void aClosedEditorLeavesNothingBehind() {
        play(200);
        editor.comparing().delta().set(1);
        editor.close();
        assertThat(song.comparisons.get(ID)).isEqualTo(Comparison.NONE);
    }

    @Test
    void nothingOfItIsAStep() {
        play(200);
        editor.comparing().equalLoudness().set(0);
        editor.comparing().delta().set(1);
        assertThat(song.history.steps()).isEmpty();
    }
}
