package studio.headroom.ui.editor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Values;
import studio.headroom.project.Project;
import studio.headroom.ui.editor.EditorSong;
import studio.headroom.ui.model.ControlModel;

class MultibandModelTest {
    /// Borders at 120, 1200 and 6000 Hz.
    private final EditorSong song = new EditorSong(Map.of(
            "multiband",
            Values.of(Map.of("band2.threshold", -31.0, "band2.solo", 1.0, "band3.ratio", 4.0, "band4.mode", 1.0))));
    private final EditorModel editor =
            new EditorModel(song.history, song, EditorSong.id("multiband"), new EditorMemory());
    private final MultibandModel bands = new MultibandModel(editor);

    private List<Double> borders() {
        return bands.crossovers().stream().map(ControlModel::value).toList();
    }

    private double value(int band, String what) {
        return bands.control(band, what).value();
    }

    @Test
    void aSplitBandIsTwoThatDoTheSame() {
        Project before = song.history.current();
        bands.split(400);
        assertThat(bands.count()).isEqualTo(5);
        assertThat(borders()).containsExactly(120.0, 400.0, 1200.0, 6000.0);
        assertThat(value(1, "threshold")).isEqualTo(-31);
        assertThat(value(2, "threshold")).isEqualTo(-31);
        assertThat(value(1, "solo")).isEqualTo(1);
        assertThat(value(3, "ratio")).isEqualTo(4);
        assertThat(bands.mode(4)).isEqualTo(MultibandModel.Mode.EXPAND);
        assertThat(bands.mode(3)).isEqualTo(MultibandModel.Mode.COMPRESS);
        assertThat(bands.selected()).isEqualTo(2);
        assertThat(song.history.steps()).containsExactly("Lead Vox Multiband split band 2");
        song.history.undo();
        assertThat(song.history.current()).isEqualTo(before);
    }

    @Test
    void thereAreNoMoreThanSixBandsAndNoFewerThanTwo() {
        for (double hertz : new double[] {60, 3000, 9000}) {
            bands.split(hertz);
        }
        assertThat(bands.count()).isEqualTo(6);
        assertThat(borders()).containsExactly(60.0, 120.0, 1200.0, 3000.0, 6000.0);
        assertThat(bands.canSplit()).isFalse();
        for (int i = 0; i < 9; i++) {
            bands.remove(0);
        }
        assertThat(bands.count()).isEqualTo(2);
        assertThat(bands.canRemove()).isFalse();
        assertThat(borders()).containsExactly(6000.0);
        assertThat(bands.mode(1)).isEqualTo(MultibandModel.Mode.EXPAND);
    }

    @Test
    void theNeighborBelowHasTheRangeOfABandThatGoes() {
        bands.select(2);
        bands.remove(2);
        assertThat(borders()).containsExactly(120.0, 6000.0);
        assertThat(value(1, "threshold")).isEqualTo(-31);
        assertThat(value(2, "ratio")).isEqualTo(2);
        assertThat(bands.mode(2)).isEqualTo(MultibandModel.Mode.EXPAND);
        assertThat(bands.selected()).isEqualTo(1);
        assertThat(bands.mode(3)).as("what is not there is as new").isEqualTo(MultibandModel.Mode.COMPRESS);
        song.history.undo();
        assertThat(borders()).containsExactly(120.0, 1200.0, 6000.0);
    }

    @Test
    void splittingAndRemovingLeadsBack() {
        bands.split(8000);
        bands.remove(4);
        assertThat(bands.count()).isEqualTo(4);
        assertThat(borders()).containsExactly(120.0, 1200.0, 6000.0);
        assertThat(bands.mode(3)).isEqualTo(MultibandModel.Mode.EXPAND);
    }

    @Test
    void bandsAreWhereTheirBordersAre() {
        assertThat(bands.bandAt(119)).isZero();
        assertThat(bands.bandAt(121)).isEqualTo(1);
        assertThat(bands.bandAt(15_000)).isEqualTo(3);
        assertThat(bands.middle(1)).isCloseTo(Math.sqrt(120 * 1200), within(1e-9));
        // A border below the one before it counts as that.
        bands.upper(2).orElseThrow().set(300);
        assertThat(bands.bandAt(700)).isEqualTo(1);
        assertThat(bands.bandAt(1300)).isEqualTo(3);
    }

    @Test
    void aLimiterSaysThatItsRatioIsNotUsed() {
        assertThat(bands.control(0, "ratio").enabled()).isTrue();
        bands.control(0, "mode").set(2);
        assertThat(bands.control(0, "ratio").disabledReason()).isEqualTo("a limiter lets nothing pass");
        bands.control(0, "mode").set(0);
        assertThat(bands.control(0, "ratio").enabled()).isTrue();
    }

    @Test
    void theWordsOfThePhaseTellHowLateItIs() {
        assertThat(MultibandModel.phaseWords(48_000)).containsExactly("Minimum", "Linear, 85 ms late");
        assertThat(MultibandModel.phaseWords(44_100)).containsExactly("Minimum", "Linear, 93 ms late");
    }
}
