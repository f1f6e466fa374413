package studio.headroom.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.device.FakeLine.Fault;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputLine.Outcome;
import studio.headroom.engine.output.OutputRequest;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoundCardTest {
    private static final int RATE = 48_000;
    private static final int BLOCK = 256;
    private static final int ANY = AudioSystem.NOT_SPECIFIED;

    private final FakeMixers mixers = new FakeMixers();
    private final OutputDevices devices = new OutputDevices(mixers, FakeMixers.SHORT, (path, rate) -> {
        throw new AssertionError(path);
    });
    private final float[][] block = new float[2][BLOCK];

    private OutputLine open(OutputRequest request) throws DeviceException {
        return devices.find("default").open(request);
    }

    private OutputLine open() throws DeviceException {
        mixers.with("Card", "", FakeMixers.format(ANY, 24, 2, false), FakeMixers.format(ANY, 16, 2, false));
        return open(OutputRequest.of(RATE, BLOCK));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(OutputRequest request) {
        return assertThatThrownBy(() -> open(request)).isInstanceOf(DeviceException.class);
    }

    @AfterEach
    void release() {
        mixers.lines.forEach(line -> line.released.countDown());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, '24 bit, 48000 Hz, 2 channels'",
        "16, 0, '16 bit, 48000 Hz, 2 channels'",
        "0, 4, '16 bit, 48000 Hz, 6 channels'",
        "32, 0, '32 bit, 48000 Hz, 1 channel'"
    })
    void takesTheBestFormatThatFits(int bits, int firstChannel, String format) throws DeviceException {
        mixers.with(
                "Card",
                "",
                FakeMixers.format(RATE, 32, 1, true),
                FakeMixers.format(ANY, 16, 2, false),
                FakeMixers.format(ANY, 24, 2, true),
                FakeMixers.format(RATE, 16, 6, false),
                FakeMixers.format(96_000, 32, 2, false));
        try (OutputLine line = open(new OutputRequest(RATE, BLOCK, 4, firstChannel, bits))) {
            assertThat(line.format()).isEqualTo(format);
            assertThat(line.bufferFrames()).isEqualTo(4 * BLOCK);
        }
    }

    @Test
    void theSecondBestFormatIsTriedWhereTheBestIsRefused() throws DeviceException {
        mixers.with("Card", "", FakeMixers.format(ANY, 32, 2, false), FakeMixers.format(ANY, 16, 2, false));
        mixers.fault = Fault.BUSY;
        assertRefused(OutputRequest.of(RATE, BLOCK));
        assertThat(mixers.lines)
                .extracting(line -> line.getFormat().getSampleSizeInBits())
                .containsExactly(32, 16);
    }

    @Test
    void whatTheCardCannotDoIsSaidWithWhatItCan() {
        mixers.with("Card", "", FakeMixers.format(44_100, 16, 2, false), FakeMixers.format(RATE, 16, 2, false));
        assertRefused(OutputRequest.of(192_000, BLOCK))
                .hasMessage("'Card' cannot play 192000 Hz; it takes 44100, 48000 Hz. No other output that is connected"
                        + " can: connect one that does.");
        assertRefused(new OutputRequest(RATE, BLOCK, 4, 2, 0))
                .hasMessageContaining("'Card' has no channels 3 and 4; it has 2.");
        assertRefused(new OutputRequest(RATE, BLOCK, 4, 0, 24))
                .hasMessageContaining("'Card' does not take 24 bit; it takes 16 bit.");
    }

    @Test
    void aCardThatCannotPlayTheSongsRateNamesOneThatCan() throws DeviceException {
        mixers.with("Mixed", "", FakeMixers.format(ANY, 16, 2, false))
                .with("Card", "", FakeMixers.format(44_100, 16, 2, false))
                .with("Fast", "", FakeMixers.format(RATE, 16, 2, false));
        assertThatThrownBy(() -> devices.find("card").open(OutputRequest.of(RATE, BLOCK)))
                .hasMessage("'Card' cannot play 48000 Hz; it takes 44100 Hz. Choose the system's output ('default'),"
                        + " which can.");
        FakeMixers raw = new FakeMixers()
                .with("Card", "", FakeMixers.format(44_100, 16, 2, false))
                .with("Fast", "", FakeMixers.format(RATE, 16, 2, false));
        OutputDevices rawDevices = new OutputDevices(raw, FakeMixers.SHORT, (path, rate) -> {
            throw new AssertionError(path);
        });
        assertThatThrownBy(() -> rawDevices.find("default").open(OutputRequest.of(RATE, BLOCK)))
                .hasMessage("'Card' cannot play 48000 Hz; it takes 44100 Hz. Choose another output, such as 'Fast',"
                        + " which can.");
    }

    @Test
    void aBusyCardSaysSo() {
        mixers.with("Card", "", FakeMixers.format(ANY, 24, 2, false));
        mixers.fault = Fault.BUSY;
        assertRefused(OutputRequest.of(RATE, BLOCK))
                .hasMessage(
                        "'Card' cannot be opened (Device or resource busy). It may be in use by another program: close"
                                + " that, or choose another output.");
    }

    @Test
    void aBrokenDriverIsNoCrash() {
        mixers.with("Card", "", FakeMixers.format(ANY, 24, 2, false));
        mixers.fault = Fault.BROKEN;
        assertRefused(OutputRequest.of(RATE, BLOCK))
                .hasMessageContaining("fails when it is opened (the driver is confused)");
    }

    @Test
    void aDriverThatHangsWhileOpeningIsGivenUpAndClosedLater() throws Exception {
        mixers.with("Card", "", FakeMixers.format(ANY, 24, 2, false));
        mixers.fault = Fault.OPEN_HANGS;
        assertRefused(OutputRequest.of(RATE, BLOCK)).hasMessageContaining("'Card' does not answer");
        mixers.line().released.countDown();
        assertThat(mixers.line().closed.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aDriverThatHangsCostsOneThreadHoweverOftenItIsTried() throws Exception {
        mixers.with("Card", "", FakeMixers.format(ANY, 24, 2, false));
        mixers.fault = Fault.OPEN_HANGS;
        assertRefused(OutputRequest.of(RATE, BLOCK)).hasMessageContaining("'Card' does not answer");
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertRefused(OutputRequest.of(RATE, BLOCK)).hasMessageContaining("'Card' does not answer");
        }
        // Known to hang, it is not waited for; a hundred waits would take fifteen seconds.
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(5));
        assertThat(mixers.lines).hasSize(1);
        mixers.fault = Fault.NONE;
        mixers.lines.getFirst().released.countDown();
        assertThat(mixers.lines.getFirst().closed.await(5, TimeUnit.SECONDS)).isTrue();
        OutputLine line = null;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5); line == null; ) {
            try {
                line = open(OutputRequest.of(RATE, BLOCK));
            } catch (DeviceException e) {
                // Its thread has closed the line and is about to end.
                assertThat(System.nanoTime()).isLessThan(end);
            }
        }
        line.close();
        assertThat(mixers.lines).hasSize(2);
    }

    @Test
    void aCardThatWasUnpluggedIsMissedAndFoundAgain() throws Exception {
        AudioFormat format = FakeMixers.format(ANY, 24, 2, false);
        mixers.with("Built in", "", format).with("USB", "", format);
        var device = devices.find("usb");
        mixers.unplug("USB");
        assertThatThrownBy(() -> device.open(OutputRequest.of(RATE, BLOCK)))
                .isInstanceOf(DeviceException.class)
                .hasMessage("'USB' is not there any more. Connect it again, or choose another output.");
        mixers.with("USB", "", format);
        device.open(OutputRequest.of(RATE, BLOCK)).close();
    }

    @Test
    void isFullWhenItStartsAndHoldsWhatWasWritten() throws Exception {
        try (OutputLine line = open()) {
            block[0][0] = 0.5f;
            assertThat(mixers.line().isStarted()).isFalse();
            assertThat(line.pendingFrames()).isZero();
            assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.ON_TIME);
            assertThat(mixers.line().isStarted()).isTrue();
            assertThat(line.pendingFrames()).isBetween(3L * BLOCK, 4L * BLOCK);
            byte[] written = mixers.line().written.toByteArray();
            assertThat(written).hasSize(4 * BLOCK * 6);
            assertThat(written[3 * BLOCK * 6 + 2]).isEqualTo((byte) 0x40);
        }
    }

    @Test
    void playsInRealTimeAndSaysWhenItRanDry() throws Exception {
        try (OutputLine line = open(roomy())) {
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                line.write(new float[2][4096], 4096);
            }
            // It holds four blocks when the first has been written.
            assertThat((System.nanoTime() - start) / 1e9).isGreaterThan(19 * 4096.0 / 192_000 - 0.005);
            long dry = System.nanoTime() + 120_000_000;
            while (System.nanoTime() < dry) {
                Thread.onSpinWait();
            }
            assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.LATE);
            assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.ON_TIME);
        }
    }

    @Test
    void aLineThatIsEmptyTooSoonIsLateAndFilledAgain() throws Exception {
        try (OutputLine line = open(roomy())) {
            line.write(block, BLOCK);
            mixers.line().runDry();
            assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.LATE);
            assertThat(line.pendingFrames()).isGreaterThan(3L * 4096);
            assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.ON_TIME);
        }
    }

    private OutputRequest roomy() {
        mixers.with("Card", "", FakeMixers.format(192_000, 24, 2, false));
        return OutputRequest.of(192_000, 4096);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_THROWS", "WRITE_IS_SHORT", "WRITE_HANGS", "TAKES_NOTHING", "NATIVE_ERROR"})
    void whatFailsWhilePlayingIsALoss(Fault fault) throws Exception {
        OutputLine line = open(roomy());
        assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.ON_TIME);
        mixers.line().fault = fault;
        Outcome outcome = Outcome.ON_TIME;
        for (int i = 0; i < 100 && outcome != Outcome.LOST; i++) {
            outcome = line.write(block, BLOCK);
        }
        assertThat(outcome).isEqualTo(Outcome.LOST);
        assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.LOST);
        assertThatThrownBy(line::finish)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("'Card' ")
                .hasMessageContaining("choose another output");
        line.close();
        assertThat(mixers.line().closed.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingDoesNotWaitForTheDriver() throws Exception {
        OutputLine line = open();
        line.write(block, BLOCK);
        mixers.line().fault = Fault.CLOSE_HANGS;
        line.close();
        line.close();
        assertThat(mixers.line().closed.getCount()).isEqualTo(1);
        assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.LOST);
        assertThat(line.pendingFrames()).isZero();
    }

    @Test
    void closingEndsAWriteThatWaits() throws Exception {
        OutputLine line = open(roomy());
        line.write(block, BLOCK);
        mixers.line().fault = Fault.TAKES_NOTHING;
        Thread closer = Thread.ofPlatform().start(line::close);
        long start = System.nanoTime();
        assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.LOST);
        closer.join();
        // Before it would have given up by itself.
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(FakeMixers.SHORT.playing()));
    }

    @Test
    void finishingPlaysToTheEndAndOnlyAMomentLonger() throws Exception {
        OutputLine line = open();
        for (float[] side : block) {
            java.util.Arrays.fill(side, 0.25f);
        }
        line.write(block, BLOCK);
        long start = System.nanoTime();
        line.finish();
        assertThat((System.nanoTime() - start) / 1e9).isBetween(4.0 * BLOCK / RATE - 0.005, 4.0 * BLOCK / RATE + 1);
        byte[] written = mixers.line().written.toByteArray();
        assertThat(List.of(written[written.length - 1], written[4 * BLOCK * 6 - 1]))
                .containsExactly((byte) 0, (byte) 0x20);
    }

    @Test
    void writingAllocatesNothing() throws Exception {
        mixers.with("Card", "", FakeMixers.format(192_000, 16, 2, true));
        try (OutputLine line = open(new OutputRequest(192_000, 16, 4, 0, 0))) {
            mixers.line().recording = false;
            assertThat(Allocation.least(() -> {
                        line.write(block, 16);
                        line.pendingFrames();
                    }))
                    .isZero();
        }
    }
}
