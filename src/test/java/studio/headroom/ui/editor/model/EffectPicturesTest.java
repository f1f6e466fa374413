package studio.headroom.ui.editor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.dsp.saturation.Harmonics;
import studio.headroom.ui.editor.EditorSong;

class EffectPicturesTest {
    private final EditorSong song = new EditorSong();

    private EditorModel editor(String type) {
        return new EditorModel(song.history, song, EditorSong.id(type), new EditorMemory());
    }

    @Test
    void aCurveThatIsAlikeUpAndDownMakesOddHarmonicsOnly() {
        double[] db = Harmonics.of(Math::tanh, 0.8, 5);
        assertThat(db[0]).isEqualTo(-120);
        assertThat(db[2]).isEqualTo(-120);
        assertThat(db[1]).isBetween(-40.0, -20.0);
    }

    @Test
    void aSquareMakesTheSecondHarmonicInClosedForm() {
        // x + a x² of a sine of amplitude A has a second harmonic of a·A/2 against its fundamental.
        double[] db = Harmonics.of(x -> x + 0.1 * x * x, 0.5, 3);
        assertThat(db[0]).isEqualTo(20 * Math.log10(0.025), within(1e-6));
    }

    @Test
    void aStraightLineMakesNone() {
        assertThat(Harmonics.of(x -> 0.5 * x, 1, 4)).containsOnly(-120);
    }

    @Test
    void echoesComeAtTheirTimeAndFallByTheFeedback() {
        EditorModel delay = editor("delay");
        delay.control("time.left").set(100);
        delay.control("feedback").set(50);
        List<Taps.Tap> left =
                Taps.of(delay, 0.45).stream().filter(tap -> !tap.right()).toList();
        assertThat(left).extracting(Taps.Tap::seconds).containsExactly(0.1, 0.2, 0.30000000000000004, 0.4);
        assertThat(left).extracting(Taps.Tap::level).containsExactly(1.0, 0.5, 0.25, 0.125);
    }

    @Test
    void pingPongGoesFromSideToSide() {
        EditorModel delay = editor("delay");
        delay.control("mode").set(1);
        assertThat(Taps.of(delay, 2)).extracting(Taps.Tap::right).startsWith(false, true, false, true);
    }

    @Test
    void notesFollowTheTempo() {
        EditorModel delay = editor("delay");
        delay.control("sync").set(1);
        delay.control("bpm").set(120);
        // 1/4 at 120 beats a minute.
        assertThat(Taps.seconds(delay, false)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void theAnalysisHearsWhatTheEffectDoes() {
        EditorModel compressor = editor("compressor");
        EditorAnalysis analysis = new EditorAnalysis(compressor);
        analysis.advance(0.01);
        for (int i = 0; i < 500; i++) {
            song.play(EditorSong.id("compressor"));
            analysis.advance(0.01);
        }
        assertThat(analysis.louderDb()).isNegative();
        assertThat(analysis.inputDb()).isBetween(-40.0, 3.0);
        double deepest = 0;
        for (int i = 0; i < EditorAnalysis.COLUMNS; i++) {
            deepest = Math.max(deepest, analysis.reductionDb(i));
        }
        assertThat(deepest).isGreaterThan(1);
        assertThat(Verdict.headline(analysis)).startsWith("Takes ").contains("dB on average");
        assertThat(Verdict.detail(analysis, true)).contains("softer");
    }

    @Test
    void whileNothingPlaysTheVerdictSaysSo() {
        EditorAnalysis analysis = new EditorAnalysis(editor("gate"));
        analysis.advance(0.1);
        assertThat(Verdict.headline(analysis)).startsWith("Play the song");
        assertThat(analysis.louderDb()).isNaN();
    }
}
