package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FigureTextTest {
    @Test
    void whatIsRoundedToNothingHasNoMinus() {
        assertThat(FigureText.level(-0.04)).isEqualTo("0.0");
        assertThat(FigureText.level(-0.06)).isEqualTo("−0.1");
        assertThat(FigureText.decimals(-0.004, 2)).isEqualTo("0.00");
        assertThat(FigureText.level(-10)).isEqualTo("−10.0");
        assertThat(FigureText.level(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @Test
    void aMomentIsReadToTheMinute() {
        assertThat(FigureText.moment(Instant.parse("2026-11-20T18:04:59.569183357Z")))
                .isEqualTo("2026-11-20 18:04 UTC");
    }
}
