package studio.headroom.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputLine.Outcome;
import studio.headroom.engine.output.OutputRequest;

class NullDeviceTest {
    private static final int RATE = 48_000;
    private static final int BLOCK = 480;
    private static final long BLOCK_NANOS = 10_000_000;

    private final float[][] block = new float[2][BLOCK];
    private long now = 123_456_789;
    private final NullDevice device = new NullDevice(() -> now, pause -> now += pause);
    private final OutputLine line = device.open(new OutputRequest(RATE, BLOCK, 4, 0, 0));

    private Outcome write() {
        return line.write(block, BLOCK);
    }

    @Test
    void holdsFourBlocksFromTheFirstOn() {
        long start = now;
        for (int i = 0; i < 1000; i++) {
            assertThat(write()).isEqualTo(Outcome.ON_TIME);
            assertThat(line.pendingFrames()).isEqualTo(4 * BLOCK);
            assertThat(now - start).isEqualTo(i * BLOCK_NANOS);
        }
        assertThat(line.bufferFrames()).isEqualTo(4 * BLOCK);
    }

    @Test
    void isLateExactlyWhenItHasRunDry() {
        write();
        now += 4 * BLOCK_NANOS;
        assertThat(line.pendingFrames()).isZero();
        assertThat(write()).isEqualTo(Outcome.ON_TIME);
        // It holds this one block now, as the time for the others is over.
        now += BLOCK_NANOS + 1;
        assertThat(write()).isEqualTo(Outcome.LATE);
    }

    @Test
    void onePauseCountsOnce() {
        write();
        now += 50 * BLOCK_NANOS;
        assertThat(write()).isEqualTo(Outcome.LATE);
        long again = now;
        for (int i = 1; i < 20; i++) {
            assertThat(write()).isEqualTo(Outcome.ON_TIME);
            assertThat(now - again).isEqualTo(i * BLOCK_NANOS);
        }
    }

    @Test
    void doesNotDriftOverDays() {
        int rate = 44_100;
        int frames = 16_384;
        OutputLine odd = device.open(new OutputRequest(rate, frames, 2, 0, 0));
        float[][] big = new float[2][frames];
        long start = now;
        long blocks = 3L * 24 * 3600 * rate / frames;
        for (long i = 0; i <= blocks; i++) {
            assertThat(odd.write(big, frames)).isEqualTo(Outcome.ON_TIME);
        }
        double seconds = (double) blocks * frames / rate;
        // One ns for the rounding of the last time.
        assertThat((now - start) - seconds * 1e9).isEqualTo(0, within(1.0 + Math.ulp(seconds * 1e9)));
    }

    @Test
    void blocksOfAnySizeTakeTheirTime() {
        long start = now;
        write();
        long frames = 0;
        for (int size = 1; size <= BLOCK; size++) {
            line.write(block, size);
            frames += size;
        }
        assertThat(now - start).isEqualTo((frames * 1_000_000_000L + RATE - 1) / RATE);
    }

    @Test
    void finishingWaitsUntilAllHasBeenHeard() throws Exception {
        write();
        long before = now;
        line.finish();
        assertThat(now - before).isEqualTo(4 * BLOCK_NANOS);
        assertThat(write()).isEqualTo(Outcome.LOST);
    }

    @Test
    void keepsRealTime() {
        OutputLine real = new NullDevice().open(new OutputRequest(RATE, 256, 4, 0, 0));
        real.write(block, 256);
        long start = System.nanoTime();
        int late = 0;
        int blocks = 150;
        for (int i = 0; i < blocks; i++) {
            late += real.write(block, 256) == Outcome.LATE ? 1 : 0;
        }
        double took = (System.nanoTime() - start) / 1e9;
        double lasts = blocks * 256.0 / RATE;
        // Never faster; on a busy machine slower by each gap. The last block is written a block after the one before.
        assertThat(took).isGreaterThan(lasts - 0.001);
        if (late == 0) {
            assertThat(took).isLessThan(lasts + 4 * 256.0 / RATE);
        }
    }

    @Test
    void writingAllocatesNothing() {
        OutputLine real = new NullDevice().open(new OutputRequest(192_000, 16, 2, 0, 0));
        assertThat(Allocation.least(() -> {
                    real.write(block, 16);
                    real.pendingFrames();
                }))
                .isZero();
    }
}
