package studio.headroom.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BlockTimesTest {
    /// A bucket's width: 1/64 of where its octave begins.
    private static final double RESOLUTION = 1.0 / 64;

    private final BlockTimes times = new BlockTimes();

    @Test
    void beforeTheFirstBlockEverythingIsZero() {
        assertThat(times.count()).isZero();
        assertThat(times.late()).isZero();
        assertThat(times.worstNanos()).isZero();
        assertThat(times.medianNanos()).isZero();
        assertThat(times.percentileNanos(0.999)).isZero();
    }

    @Test
    void anyTimeFromAMicrosecondToASecondIsToldToItsResolution() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            long nanos = (long) Math.pow(10, 3.02 + 5.98 * random.nextDouble());
            BlockTimes single = new BlockTimes();
            single.record(nanos, false);
            // The worst, which is exact, is out of the way.
            single.record(2 * nanos, false);
            single.record(2 * nanos, false);
            assertThat(single.percentileNanos(0.1))
                    .isGreaterThanOrEqualTo(nanos)
                    .isLessThanOrEqualTo((long) (nanos * (1 + RESOLUTION)));
        }
    }

    @Test
    void percentilesAreThoseOfTheSortedTimes() {
        SplittableRandom random = new SplittableRandom(2);
        long[] all = new long[20_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (long) (50_000 * Math.exp(random.nextGaussian()) + 2000);
            times.record(all[i], i % 1000 == 0);
        }
        Arrays.sort(all);
        for (double share : new double[] {1e-9, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 0.9999, 1}) {
            long exact = all[Math.max(1, (int) Math.ceil(share * all.length)) - 1];
            assertThat(times.percentileNanos(share))
                    .as("share %s", share)
                    .isGreaterThanOrEqualTo(exact)
                    .isLessThanOrEqualTo((long) (exact * (1 + RESOLUTION)));
        }
        assertThat(times.medianNanos()).isEqualTo(times.percentileNanos(0.5));
        assertThat(times.worstNanos()).isEqualTo(all[all.length - 1]);
        assertThat(times.percentileNanos(1)).isEqualTo(times.worstNanos());
        assertThat(times.count()).isEqualTo(all.length);
        assertThat(times.late()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 999, 1023})
    void whatIsShorterReadsAMicrosecondAtMost(long nanos) {
        times.record(nanos, false);
        times.record(5000, false);
        assertThat(times.medianNanos()).isEqualTo(1023);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 30, 5_000_000_000L, Long.MAX_VALUE})
    void whatIsLongerReadsTheWorst(long nanos) {
        times.record(nanos, true);
        assertThat(times.medianNanos()).isEqualTo(nanos);
        assertThat(times.worstNanos()).isEqualTo(nanos);
    }

    @Test
    void aResetTakesEffectWithTheNextBlock() {
        times.record(9_000_000, true);
        times.reset();
        assertThat(times.count()).isEqualTo(1);
        times.record(2_000_000, false);
        assertThat(times.count()).isEqualTo(1);
        assertThat(times.late()).isZero();
        assertThat(times.worstNanos()).isEqualTo(2_000_000);
        assertThat(times.percentileNanos(1)).isEqualTo(2_000_000);
    }

    @Test
    void aReaderOnAnotherThreadSeesCountsRiseToTheirEnd() throws InterruptedException {
        int blocks = 2_000_000;
        Thread audio = Thread.ofPlatform().start(() -> {
            for (int i = 1; i <= blocks; i++) {
                times.record(1024 + i % 1000, i % 10 == 0);
            }
        });
        long last = 0;
        int falls = 0;
        int strange = 0;
        while (last < blocks) {
            long count = times.count();
            long percentile = times.percentileNanos(0.999);
            falls += count < last ? 1 : 0;
            strange += percentile < 0 || percentile > 2047 ? 1 : 0;
            last = count;
        }
        audio.join();
        assertThat(falls).isZero();
        assertThat(strange).isZero();
        assertThat(times.late()).isEqualTo(blocks / 10);
        assertThat(times.worstNanos()).isEqualTo(1024 + 999);
    }

    @Test
    void nothingIsAllocated() {
        assertThat(Allocation.of(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        times.record(i * 1000L, false);
                        if (i % 5000 == 0) {
                            times.reset();
                        }
                    }
                }))
                .isZero();
    }
}
