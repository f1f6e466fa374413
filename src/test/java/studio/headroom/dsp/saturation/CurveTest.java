package studio.headroom.dsp.saturation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurveTest {
    @Test
    void theRationalTangentIsOffByLessThanTwoMillionths() {
        for (int i = -40_000; i <= 40_000; i++) {
            float x = i * 5e-4f;
            assertThat(Curve.tanh(x)).isEqualTo((float) Math.tanh(x), within(2e-6f));
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void curvesRiseFromSlopeOneToTheirCeilings(Curve curve) {
        assertThat(curve.at(0f)).isZero();
        // Loops of hysteresis get steeper with their size, from slope 1 on (Rayleigh's law).
        assertThat(curve.at(0.01f)).isEqualTo(0.01f, within(curve == Curve.HYSTERESIS ? 1e-4f : 1e-5f));
        float last = -1.000001f;
        for (int i = -5000; i <= 5000; i++) {
            float y = curve.at(i * 0.002f);
            assertThat(y).isGreaterThanOrEqualTo(last - 1e-6f).isBetween(-1.000001f, 1.000001f);
            assertThat(curve.at(-i * 0.002f)).isEqualTo(-y);
            last = y;
        }
        assertThat(curve.at(1e6f)).isEqualTo(1f, within(1e-5f));
    }
}
