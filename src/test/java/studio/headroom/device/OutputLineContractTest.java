package studio.headroom.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputLine.Outcome;
import studio.headroom.engine.output.OutputRequest;

/// What every line promises, whatever is behind it.
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutputLineContractTest {
    private static final int RATE = 48_000;
    private static final int BLOCK = 512;
    private static final int BLOCKS = 8;

    enum Kind {
        NULL,
        FILE,
        CARD
    }

    private final float[][] block = new float[2][BLOCK];

    private static OutputLine open(Kind kind) throws DeviceException {
        OutputDevice device =
                switch (kind) {
                    case NULL -> new NullDevice();
                    case FILE -> new FileDevice("out.wav", (path, rate) -> new MemorySink(rate, Integer.MAX_VALUE));
                    case CARD ->
                        new OutputDevices(
                                        new FakeMixers().with("Card", "", FakeMixers.format(RATE, 24, 2, false)),
                                        FakeMixers.SHORT,
                                        (path, rate) -> {
                                            throw new AssertionError(path);
                                        })
                                .find("card");
                };
        return device.open(new OutputRequest(RATE, BLOCK, BLOCKS, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void isSilentUntilTheFirstWriteWhichIsNeverLate(Kind kind) throws Exception {
        try (OutputLine line = open(kind)) {
            assertThat(line.pendingFrames()).isZero();
            pass(30);
            assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.ON_TIME);
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverHoldsMoreThanItSaysAndTakesBlocksOfAnySize(Kind kind) throws Exception {
        try (OutputLine line = open(kind)) {
            for (int frames : new int[] {BLOCK, 1, 63, 64, 500, BLOCK, BLOCK, 17}) {
                assertThat(line.write(block, frames)).isNotEqualTo(Outcome.LOST);
                assertThat(line.pendingFrames()).isBetween(0L, (long) line.bufferFrames());
            }
            assertThat(line.bufferFrames()).isEqualTo(line.realTime() ? BLOCKS * BLOCK : 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPauseIsLateOnce(Kind kind) throws Exception {
        try (OutputLine line = open(kind)) {
            line.write(block, BLOCK);
            pass(2 * BLOCKS * BLOCK * 1000 / RATE);
            assertThat(line.write(block, BLOCK)).isEqualTo(line.realTime() ? Outcome.LATE : Outcome.ON_TIME);
            assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.ON_TIME);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesAsLongAsTheSoundWhereItIsHeard(Kind kind) throws Exception {
        try (OutputLine line = open(kind)) {
            line.write(block, BLOCK);
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(line.write(block, BLOCK)).isNotEqualTo(Outcome.LOST);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (line.realTime()) {
                // Two ms for the time between filling the line up and looking at the clock.
                assertThat(seconds).isGreaterThan(20.0 * BLOCK / RATE - 0.002);
            } else {
                assertThat(seconds).isLessThan(20.0 * BLOCK / RATE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotChangeWhatItIsGiven(Kind kind) throws Exception {
        try (OutputLine line = open(kind)) {
            Arrays.fill(block[0], 1.5f);
            Arrays.fill(block[1], Float.NaN);
            line.write(block, BLOCK);
            assertThat(block[0]).containsOnly(1.5f);
            assertThat(block[1]).containsOnly(Float.NaN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void finishingTakesAtMostASecondLongerThanTheSound(Kind kind) throws Exception {
        OutputLine line = open(kind);
        line.write(block, BLOCK);
        line.write(block, BLOCK);
        double lasts = (double) line.pendingFrames() / RATE;
        long start = System.nanoTime();
        line.finish();
        double took = (System.nanoTime() - start) / 1e9;
        assertThat(took).isBetween(line.realTime() ? lasts - 0.005 : 0, lasts + 1);
        assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.LOST);
        assertThat(line.pendingFrames()).isZero();
        line.close();
        line.finish();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNeverWrittenToCanBeFinished(Kind kind) throws Exception {
        OutputLine line = open(kind);
        line.finish();
        assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.LOST);
    }

    @ParameterizedTest
    @EnumSource
    void closingFromAnotherThreadEndsAWrite(Kind kind) throws Exception {
        OutputLine line = open(kind);
        Thread writer = Thread.ofPlatform().start(() -> {
            while (line.write(block, BLOCK) != Outcome.LOST) {
                Thread.onSpinWait();
            }
        });
        pass(20);
        line.close();
        line.close();
        assertThat(writer.join(java.time.Duration.ofSeconds(5))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void saysItsFormat(Kind kind) throws Exception {
        try (OutputLine line = open(kind)) {
            assertThat(line.format()).contains("48000 Hz", "2 channels");
        }
    }

    /// Lets time pass, which is what is tested here.
    private static void pass(long milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
