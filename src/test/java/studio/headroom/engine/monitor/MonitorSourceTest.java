package studio.headroom.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.engine.monitor.Signals.FADE;
import static studio.headroom.engine.monitor.Signals.RATE;

import org.junit.jupiter.api.Test;

class MonitorSourceTest {
    private static final int FRAMES = 3 * FADE;

    private final MonitorSource source = new MonitorSource(RATE, 3);
    private final float[][][] sources = {
        Signals.noise(FRAMES, 1, 1), Signals.noise(FRAMES, 1, 2), Signals.noise(FRAMES, 1, 3)
    };
    private final float[][] out = new float[2][FRAMES];

    @Test
    void atRestItCopiesTheSelectedBitForBit() {
        sources[0][0][5] = -0.0f;
        sources[0][1][6] = Float.NaN;
        source.process(sources, out, 0, FRAMES);
        assertThat(Signals.bits(out)).isDeepEqualTo(Signals.bits(sources[0]));
        source.select(2);
        source.settle();
        assertThat(source.selected()).isEqualTo(2);
        source.process(sources, out, 0, FRAMES);
        assertThat(Signals.bits(out)).isDeepEqualTo(Signals.bits(sources[2]));
    }

    @Test
    void aSelectionIsAStraightCrossFadeOfTwentyMilliseconds() {
        source.select(1);
        source.process(sources, out, 0, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            double share = Math.min(1, (i + 1) / (double) FADE);
            double expected = (1 - share) * sources[0][1][i] + share * sources[1][1][i];
            // Two roundings to float of values up to 1.
            assertThat((double) out[1][i]).isCloseTo(expected, within(2e-7));
        }
        assertThat(java.util.Arrays.copyOfRange(out[0], FADE, FRAMES))
                .containsExactly(java.util.Arrays.copyOfRange(sources[1][0], FADE, FRAMES));
    }

    @Test
    void equalSourcesAreHeardUnchangedThroughAnySelections() {
        float[][] one = sources[0];
        float[][][] same = {one, one, one};
        for (int k = 1; k < 6; k++) {
            source.select(k % 3);
            source.process(same, out, 300 * (k - 1), 300);
        }
        for (int i = 0; i < 1500; i++) {
            // Up to three roundings to float.
            assertThat(out[0][i]).isCloseTo(one[0][i], within(2e-7f));
        }
    }

    @Test
    void aSelectionDuringACrossFadeGoesOnFromWhatIsHeard() {
        float[][][] steps = {
            Signals.constant(FRAMES, 1, 0), Signals.constant(FRAMES, 0, 1), Signals.constant(FRAMES, -1, 0)
        };
        source.select(1);
        source.process(steps, out, 0, FADE / 2);
        source.select(2);
        source.process(steps, out, FADE / 2, FRAMES - FADE / 2);
        for (int i = 1; i < FRAMES; i++) {
            // From 0.5 to -1 in 20 ms is the steepest line here.
            assertThat(Math.abs(out[0][i] - out[0][i - 1])).isLessThan(1.5f / FADE + 1e-6f);
        }
        assertThat(out[0][FADE / 2 + FADE - 1]).isEqualTo(-1);
        assertThat(out[1][FADE / 2 + FADE - 1]).isZero();
    }

    @Test
    void whatIsNotHeardIsNotLookedAt() {
        float[][][] withNan = {sources[0], sources[1], Signals.constant(FRAMES, Double.NaN, Double.NaN)};
        assertThat(source.isHeard(0)).isTrue();
        assertThat(source.isHeard(1)).isFalse();
        source.select(1);
        assertThat(source.isHeard(0)).isTrue();
        assertThat(source.isHeard(1)).isTrue();
        assertThat(source.isHeard(2)).isFalse();
        source.process(withNan, out, 0, FRAMES);
        assertThat(source.isHeard(0)).isFalse();
        for (int i = 0; i < FRAMES; i++) {
            assertThat(out[0][i]).isFinite();
        }
    }

    @Test
    void cutsDoNotChangeABit() {
        float[][] cut = new float[2][FRAMES];
        MonitorSource other = new MonitorSource(RATE, 3);
        int[] times = {0, 500, 700, 2000, FRAMES};
        for (int t = 0; t + 1 < times.length; t++) {
            int from = times[t];
            source.select((t + 1) % 3);
            other.select((t + 1) % 3);
            source.process(sources, out, from, times[t + 1] - from);
            Signals.cut(times[t + 1] - from, t, (at, frames) -> other.process(sources, cut, from + at, frames));
        }
        assertThat(Signals.bits(cut)).isDeepEqualTo(Signals.bits(out));
    }

    @Test
    void nothingIsAllocated() {
        long allocated = Signals.allocated(() -> {
            for (int i = 0; i < 2000; i++) {
                source.select(i % 3);
                source.process(sources, out, 0, 512);
            }
        });
        assertThat(allocated).isZero();
    }
}
