package studio.headroom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Tempo;

class PositionTextTest {
    private static final BarGrid GRID = new BarGrid(new Tempo(120, 4, 4), 48_000);

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "1.1.1, 0",
        "2, 96000",
        "3.2, 216000",
        "3.2.3, 228000",
        "3 2 3, 228000",
        "1:56.72, 5602560",
        "0:00.5, 24000",
        "0:01, 48000",
        "1:00:00, 172800000",
        "12.5s, 600000",
        "12.5 s, 600000",
        "'0:00,5', 24000",
    })
    void whatIsTypedIsAPlace(String typed, long frame) {
        assertThat(PositionText.parse(GRID, " " + typed)).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "1.5", "1.1.5", "1.0", "-3", "1:2:3:4", "1.1.1.1", "99999999999999999999"})
    void whatIsNoPlaceIsExplained(String typed) {
        assertThatThrownBy(() -> PositionText.parse(GRID, typed))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void barsAreReadBackToTheQuarterBeatTheyStandFor() {
        Random random = new Random(4);
        BarGrid grid = new BarGrid(new Tempo(97.3, 7, 8), 44_100);
        for (int i = 0; i < 1_000; i++) {
            long frame = random.nextLong(44_100L * 3_600);
            String text = PositionText.bars(grid, frame);
            long back = PositionText.parse(grid, text);
            assertThat(PositionText.bars(grid, back)).isEqualTo(text);
            assertThat(frame - back).isBetween(0L, (long) Math.ceil(grid.framesPerBeat() / 4));
        }
    }

    @Test
    void timeNeverRunsAhead() {
        assertThat(PositionText.time(48_000, 0)).isEqualTo("0:00.00");
        assertThat(PositionText.time(48_000, 48_000L * 60 - 1)).isEqualTo("0:59.99");
        assertThat(PositionText.time(48_000, 5_602_560)).isEqualTo("1:56.72");
        assertThat(PositionText.time(44_100, 44_100L * 3_723)).isEqualTo("1:02:03.00");
    }
}
