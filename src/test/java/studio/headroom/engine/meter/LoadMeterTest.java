package studio.headroom.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadMeterTest {
    private static final int RATE = 48_000;
    /// What 480 frames last.
    private static final long TEN_MS = 10_000_000;

    private final LoadMeter meter = new LoadMeter(RATE, 3);

    @Test
    void aSteadyLoadReadsAsItIs() {
        for (int i = 0; i < 1000; i++) {
            meter.add(1, TEN_MS / 4, 480);
        }
        // Ten seconds are ten time constants.
        assertThat(meter.smoothed(1)).isCloseTo(0.25, within(1e-4));
        assertThat(meter.worst(1)).isCloseTo(0.25, within(1e-12));
        assertThat(meter.smoothed(0)).isZero();
        assertThat(meter.worst(2)).isZero();
        assertThat(meter.units()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 480, 4096})
    void smoothingTakesASecondWhateverTheBlockSize(int frames) {
        long nanos = Math.round(frames * 1e9 / RATE);
        for (int done = 0; done < RATE; done += frames) {
            meter.add(0, nanos, frames);
        }
        // After one time constant 63 %; the largest blocks are coarse steps of it.
        assertThat(meter.smoothed(0)).isCloseTo(1 - Math.exp(-1), within(0.03));
    }

    @Test
    void theWorstIsKeptUntilItIsReset() {
        meter.add(0, 2 * TEN_MS, 480);
        meter.add(0, TEN_MS / 10, 480);
        meter.add(1, TEN_MS, 480);
        assertThat(meter.worst(0)).isCloseTo(2, within(1e-12));
        meter.resetWorst(0);
        meter.add(0, TEN_MS / 10, 480);
        meter.add(1, TEN_MS / 10, 480);
        assertThat(meter.worst(0)).isCloseTo(0.1, within(1e-12));
        assertThat(meter.worst(1)).isCloseTo(1, within(1e-12));
        meter.resetWorst();
        meter.add(1, TEN_MS / 10, 480);
        assertThat(meter.worst(1)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void nothingIsAllocated() {
        assertThat(Allocation.of(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        meter.add(i % 3, i, 64);
                    }
                }))
                .isZero();
    }
}
