package studio.headroom.param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParamTest {
    private static final Param GAIN =
            new Param("band1.gain", "Gain", Unit.DECIBEL, new Range.Linear(-24, 24), 0, Smoothing.NONE, true);
    private static final Param TYPE = new Param(
            "band1.type", "Type", Unit.NONE, Range.Choice.of("off", "bell", "low shelf"), 1, Smoothing.NONE, false);
    private static final Param ON = new Param("on", "On", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, true);

    @Test
    void typedValuesAreClampedIntoTheRange() {
        assertThat(GAIN.parse("-6")).isEqualTo(-6);
        assertThat(GAIN.parse("-99")).isEqualTo(-24);
        assertThat(GAIN.parse("+99 dB")).isEqualTo(24);
        assertThat(GAIN.parse("-inf")).isEqualTo(-24);
    }

    @Test
    void optionsAreReadAndWrittenByName() {
        for (int i = 0; i < 3; i++) {
            assertThat(TYPE.parse(TYPE.format(i))).isEqualTo(i);
        }
        assertThat(TYPE.parse(" Low Shelf ")).isEqualTo(2);
        assertThatThrownBy(() -> TYPE.parse("notch")).hasMessage("'notch' is none of off, bell, low shelf");
    }

    @Test
    void switchesAreReadAndWrittenInWords() {
        assertThat(ON.format(1)).isEqualTo("on");
        assertThat(ON.format(0)).isEqualTo("off");
        assertThat(ON.parse("Yes")).isEqualTo(1);
        assertThat(ON.parse("0")).isZero();
        assertThatThrownBy(() -> ON.parse("maybe")).hasMessage("'maybe' is neither on nor off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Gain", "1gain", "gain ", "gain.", ".gain", "gain-db", "g\u00e4in", "gain..db"})
    void badIdsAreRefused(String id) {
        assertThatThrownBy(() -> new Param(id, "G", Unit.NONE, new Range.Linear(0, 1), 0, Smoothing.NONE, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void anInitialValueLiesInTheRange(double initial) {
        assertThatThrownBy(() -> new Param("g", "G", Unit.NONE, new Range.Linear(0, 1), initial, Smoothing.NONE, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSetFindsItsControlsByIdAndIndex() {
        ParamSet set = ParamSet.of(GAIN, TYPE, ON);
        for (int i = 0; i < set.size(); i++) {
            assertThat(set.indexOf(set.get(i).id())).isEqualTo(i);
            assertThat(set.indexOf(set.get(i))).isEqualTo(i);
        }
        assertThat(set.indexOf("nothing")).isEqualTo(-1);
        assertThatThrownBy(() -> ParamSet.of(GAIN).indexOf(ON)).hasMessage("no parameter on");
        assertThatThrownBy(() -> ParamSet.of(GAIN, GAIN)).hasMessage("two parameters are called band1.gain");
    }

    @Test
    void valuesSayOnlyWhatWasSet() {
        Values values = Values.INITIAL.with(GAIN, -99).with(TYPE, 2);
        assertThat(values.asMap()).containsExactly(Map.entry("band1.gain", -24.0), Map.entry("band1.type", 2.0));
        assertThat(values.with(GAIN, 0).with(TYPE, 1)).isEqualTo(Values.INITIAL);
        assertThat(values.get(ON)).isZero();
        assertThat(ParamSet.of(GAIN, TYPE, ON).resolve(values)).containsExactly(-24, 2, 0);
    }

    @Test
    void valuesOfUnknownControlsAreKept() {
        Values values = Values.of(Map.of("of.tomorrow", 3.5)).with(GAIN, 1);
        assertThat(values.asMap()).containsEntry("of.tomorrow", 3.5).containsEntry("band1.gain", 1.0);
    }

    @Test
    void valuesFromOutsideAreClampedWhenRead() {
        assertThat(Values.of(Map.of("band1.gain", 1e9)).get(GAIN)).isEqualTo(24);
        assertThatThrownBy(() -> Values.of(Map.of("band1.gain", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesDoNotChangeWhenTheirSourceDoes() {
        Map<String, Double> source = new java.util.HashMap<>(Map.of("on", 1.0));
        Values values = Values.of(source);
        source.put("on", 0.0);
        assertThat(values.isOn(ON)).isTrue();
        assertThatThrownBy(() -> values.asMap().put("on", 0.0)).isInstanceOf(UnsupportedOperationException.class);
    }
}
