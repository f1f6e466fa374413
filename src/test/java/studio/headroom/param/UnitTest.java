package studio.headroom.param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitTest {
    @ParameterizedTest
    @EnumSource
    void whatIsShownCanBeTypedAndIsShownTheSame(Unit unit) {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            double v = sample(unit, random, i);
            String shown = unit.format(v);
            double typed = unit.parse(shown);
            assertThat(typed).as("%s shown as %s", v, shown).isCloseTo(v, within(halfDigit(unit, v)));
            assertThat(unit.format(typed)).as("%s typed again", v).isEqualTo(shown);
        }
    }

    private static double sample(Unit unit, Random random, int i) {
        // Every tenth value lies on or beside a rounding edge.
        double edge = new double[] {0, 9.995, 99.95, 99.949, 999.5, 999.4999, 3.95, 3.05, 0.995, 1000}[i / 10 % 10];
        double signed = i % 10 == 0 ? edge : Math.exp(random.nextDouble() * 14 - 4) * (random.nextBoolean() ? 1 : -1);
        return switch (unit) {
            case HERTZ, RATIO -> Math.abs(signed);
            case PAN -> Math.clamp(signed, -100, 100);
            default -> signed;
        };
    }

    /// Half of the last digit shown, and what binary fractions add.
    private static double halfDigit(Unit unit, double v) {
        double a = Math.abs(v);
        double digit =
                switch (unit) {
                    case DECIBEL, PERCENT -> 0.1;
                    case HERTZ -> a < 99.95 ? 0.1 : a < 999.5 ? 1 : 10;
                    case MILLISECOND -> a < 9.995 ? 0.01 : a < 99.95 ? 0.1 : a < 999.5 ? 1 : 10;
                    case RATIO, Q, NONE -> 0.01;
                    case PAN -> 1;
                };
        return digit / 2 * 1.000001 + a * 1e-12;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DECIBEL|-6|-6",
                "DECIBEL|\u22126 dB|-6",
                "DECIBEL|-6dB|-6",
                "DECIBEL|+3 db|3",
                "DECIBEL|-inf|-Infinity",
                "DECIBEL|\u2212\u221e dB|-Infinity",
                "DECIBEL|-Infinity|-Infinity",
                "DECIBEL|-6,5|-6.5",
                "HERTZ|6.5k|6500",
                "HERTZ|6,5 kHz|6500",
                "HERTZ|250|250",
                "HERTZ|250hz|250",
                "HERTZ|1e3|1000",
                "HERTZ|6.5 K|6500",
                "MILLISECOND|250ms|250",
                "MILLISECOND|250|250",
                "MILLISECOND|1.5 s|1500",
                "MILLISECOND|.5s|500",
                "RATIO|4|4",
                "RATIO|4:1|4",
                "RATIO|2.5 : 1|2.5",
                "PERCENT|80|80",
                "PERCENT|80 %|80",
                "PAN|L30|-30",
                "PAN|r 30|30",
                "PAN|C|0",
                "PAN|center|0",
                "PAN|-30|-30",
                "NONE|0.71|0.71",
                "NONE|\u22122|-2"
            })
    void peopleTypeItTheirWay(Unit unit, String text, double plain) {
        assertThat(unit.parse(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DECIBEL|-6.2|\u22126.2 dB",
                "DECIBEL|-0.04|0.0 dB",
                "DECIBEL|-Infinity|\u2212\u221e dB",
                "HERTZ|3200|3.20 kHz",
                "HERTZ|440|440 Hz",
                "HERTZ|20|20.0 Hz",
                "MILLISECOND|0.5|0.50 ms",
                "MILLISECOND|12.34|12.3 ms",
                "MILLISECOND|2500|2.50 s",
                "RATIO|4|4.00:1",
                "PERCENT|80|80 %",
                "PERCENT|12.5|12.5 %",
                "PAN|-30|L30",
                "PAN|0.2|C",
                "PAN|100|R100",
                "NONE|3|3",
                "NONE|0.707|0.71"
            })
    void peopleReadIt(Unit unit, double plain, String text) {
        assertThat(unit.format(plain)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DECIBEL|loud|a level such as -6 or -6 dB",
                "DECIBEL|-6 Hz|a level",
                "DECIBEL|''|a level",
                "DECIBEL|NaN|a level",
                "DECIBEL|inf|a level",
                "DECIBEL|0x10|a level",
                "DECIBEL|1d|a level",
                "DECIBEL|--3|a level",
                "HERTZ|k|a frequency such as 250 or 6.5k",
                "HERTZ|1.2.3|a frequency",
                "HERTZ|1,000|a frequency",
                "HERTZ|1e400|a frequency",
                "MILLISECOND|soon|a time such as 250ms or 1.5 s",
                "MILLISECOND|s|a time",
                "MILLISECOND|ms|a time",
                "RATIO|4:2|a ratio such as 4 or 4:1",
                "PERCENT|half|a percentage such as 80 or 80 %",
                "PAN|M30|a place such as L30, C or R30",
                "PAN|L|a place",
                "NONE|one|a number"
            })
    void whatIsNoValueIsToldWhatWouldBeRight(Unit unit, String text, String hint) {
        assertThatThrownBy(() -> unit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is not " + hint);
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr-TR"));
            assertThat(Unit.DECIBEL.parse("-INFINITY")).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(Unit.HERTZ.format(1234.5)).isEqualTo("1.23 kHz");
        } finally {
            java.util.Locale.setDefault(before);
        }
    }
}
