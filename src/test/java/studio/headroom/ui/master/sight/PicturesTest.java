package studio.headroom.ui.master.sight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 60, 0:00",
        "151, 30, 2:31",
        "3661, 600, 61:01",
        "0.5, 0.5, 0:00.5",
        "1.5, 0.5, 0:01.5",
        "61.2, 0.2, 1:01.2",
        "10, 0.5, 0:10.0"
    })
    void marksOfTimeHaveTenthsWhereTheyNeedThem(double seconds, double step, String text) {
        assertThat(Pictures.time(seconds, step)).isEqualTo(text);
    }

    /// Whatever the length, no two marks of its axis read alike.
    @Test
    void noTwoMarksReadAlike() {
        for (double length : new double[] {0.7, 2, 3.3, 8, 47, 200, 3600, 9000}) {
            double step = Pictures.timeStep(length, 5);
            String before = "";
            for (int i = 0; i * step <= length; i++) {
                String now = Pictures.time(i * step, step);
                assertThat(now).as("mark " + i + " of " + length + " s").isNotEqualTo(before);
                before = now;
            }
        }
    }
}
