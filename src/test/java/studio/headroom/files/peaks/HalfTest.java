package studio.headroom.files.peaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfTest {
    @Test
    void roundsOutwardByLessThanCanBeSeen() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            float value = (float) (Math.pow(10, 5 * random.nextDouble() - 8 + 3.5) * (random.nextBoolean() ? 1 : -1));
            float below = Half.value(Half.sortable(Half.below(value)));
            float above = Half.value(Half.sortable(Half.above(value)));
            // One step of 11 significant bits, or of the smallest half.
            double step = Math.max(Math.abs(value) / 1024, 6e-8);
            assertThat((double) below).isLessThanOrEqualTo(value).isGreaterThanOrEqualTo(value - step);
            assertThat((double) above).isGreaterThanOrEqualTo(value).isLessThanOrEqualTo(value + step);
        }
    }

    @Test
    void whatHalvesHoldStaysAsItIs() {
        for (float value : new float[] {0, 1, -1, 0.5f, -0.25f, 6.1035156e-5f, 65_504, -65_504}) {
            assertThat(Half.value(Half.sortable(Half.below(value)))).isEqualTo(value);
            assertThat(Half.value(Half.sortable(Half.above(value)))).isEqualTo(value);
        }
    }

    @Test
    void anyBitsAreAFiniteNumberAndKeysSortLikeNumbers() {
        float last = Float.NEGATIVE_INFINITY;
        for (int key = Short.MIN_VALUE; key <= Short.MAX_VALUE; key++) {
            float value = Half.value(Half.sortable((short) (key ^ ((key >> 15) & 0x7fff))));
            assertThat(value).isFinite().isGreaterThanOrEqualTo(last);
            last = value;
        }
    }

    @Test
    void whatIsNoNumberIsSilence() {
        assertThat(Half.below(Float.NaN)).isZero();
        assertThat(Half.above(Float.NaN)).isZero();
        assertThat(Half.value(Half.sortable(Half.above(Float.POSITIVE_INFINITY))))
                .isEqualTo(65_504);
        assertThat(Half.value(Half.sortable(Half.below(Float.NEGATIVE_INFINITY))))
                .isEqualTo(-65_504);
    }
}
