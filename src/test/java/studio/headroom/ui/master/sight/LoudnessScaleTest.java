package studio.headroom.ui.master.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LoudnessScaleTest {
    @Test
    void theScalesOfTheEbuLieAroundTheTarget() {
        LoudnessScale nine = LoudnessScale.of(LoudnessScale.Kind.EBU_9, -8, -23);
        assertThat(nine.top()).isEqualTo(-14);
        assertThat(nine.bottom()).isEqualTo(-41);
        assertThat(nine.text(-23)).isEqualTo("0");
        assertThat(nine.text(-14)).isEqualTo("+9");
        assertThat(nine.text(-41)).isEqualTo("\u221218");
        assertThat(nine.firstLine()).isEqualTo(-23);
        LoudnessScale eighteen = LoudnessScale.of(LoudnessScale.Kind.EBU_18, -8, -14);
        assertThat(eighteen.top()).isEqualTo(4);
        assertThat(eighteen.bottom()).isEqualTo(-50);
    }

    /// The picture in the design: -6 at the top, marks at -9, -14 and -19.
    @Test
    void absoluteLevelsReachALittleAboveTheLoudest() {
        LoudnessScale scale = LoudnessScale.of(LoudnessScale.Kind.ABSOLUTE, -7.9, -14);
        assertThat(scale.top()).isEqualTo(-6);
        assertThat(scale.firstLine()).isEqualTo(-9);
        assertThat(scale.lines()).isEqualTo(5);
        assertThat(scale.bottom()).isEqualTo(-24);
        assertThat(scale.text(-9)).isEqualTo("\u22129");
        assertThat(scale.place(-15)).isCloseTo(0.5, within(1e-12));
        assertThat(LoudnessScale.of(LoudnessScale.Kind.ABSOLUTE, Double.NEGATIVE_INFINITY, -14)
                        .top())
                .isEqualTo(-6);
        assertThat(LoudnessScale.of(LoudnessScale.Kind.ABSOLUTE, 2, -14).top()).isEqualTo(-3);
    }
}
