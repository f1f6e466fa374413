package studio.headroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.param.Param;

class ValueTextTest {
    static List<Param> params() {
        return Params.all();
    }

    @Test
    void howFarSomethingMovedIsToldInItsOwnUnit() {
        assertThat(ValueText.moved(Params.VOLUME, -4.4, -6.2)).isEqualTo("moved −1.8");
        assertThat(ValueText.moved(Params.VOLUME, -6.2, -4.4)).isEqualTo("moved +1.8");
        assertThat(ValueText.moved(Params.VOLUME, -6.2, -6.2)).isEqualTo("moved 0.0");
        assertThat(ValueText.moved(Params.VOLUME, Double.NEGATIVE_INFINITY, -60))
                .isEqualTo("moved from −∞");
        assertThat(ValueText.moved(Params.ATTACK, 12, 24)).isEqualTo("moved +12.0");
        assertThat(ValueText.moved(Params.FREQUENCY, 900, 1200)).isEqualTo("moved +300 Hz");
        assertThat(ValueText.moved(Params.FREQUENCY, 8000, 6000)).isEqualTo("moved −2.00");
        assertThat(ValueText.moved(Params.PAN, 0, -30)).isEqualTo("moved −30");
        assertThat(ValueText.moved(Params.SHAPE, 0, 2)).isEqualTo("was bell");
        assertThat(ValueText.moved(Params.MUTE, 0, 1)).isEqualTo("was off");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            −6.2 dB  | minus 6.2 decibels
            −∞ dB    | minus infinity decibels
            3.20 kHz | 3.20 kilohertz
            250 ms   | 250 milliseconds
            80 %     | 80 percent
            L30      | left 30
            R100     | right 100
            C        | center
            3.00:1   | 3.00 to 1
            bell     | bell
            linear phase | linear phase
            """)
    void valuesAreSpokenAsWords(String shown, String spoken) {
        assertThat(ValueText.spoken(shown)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8.00 ms|7|8.00 ms",
                "8.00 ms|6|8.0 ms",
                "80.0 ms|6|80 ms",
                "8.96 ms|6|9.0 ms",
                "12.50 kHz|6|13 kHz",
                "3.20 kHz|7|3.2 kHz",
                "4.00:1|6|4.00:1",
                "4.00:1|4|4:1",
                "−18.0 dB|7|−18.0",
                "250 ms|5|250",
            })
    void aValueGivesUpDecimalsBeforeItsUnitAndALevelItsUnit(String whole, int characters, String shown) {
        assertThat(ValueText.fitting(whole, text -> text.length() <= characters))
                .isEqualTo(shown);
    }

    @Test
    void metersShowAPlusAboveFullScaleAndInfinityInSilence() {
        assertThat(ValueText.level(1.44)).isEqualTo("+1.4");
        assertThat(ValueText.level(0)).isEqualTo("0.0");
        assertThat(ValueText.level(0.04)).isEqualTo("0.0");
        assertThat(ValueText.level(-0.04)).isEqualTo("0.0");
        assertThat(ValueText.level(-9.5)).isEqualTo("−9.5");
        assertThat(ValueText.level(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @ParameterizedTest
    @MethodSource("params")
    void numberAndUnitMakeTheWhole(Param param) {
        for (double position = 0; position <= 1; position += 0.05) {
            String text = param.format(param.range().plain(position));
            String unit = ValueText.unit(text);
            assertThat(ValueText.number(text) + (unit.isEmpty() ? "" : " " + unit))
                    .isEqualTo(text);
            assertThat(text).as("a true minus").doesNotContain("-");
        }
    }
}
