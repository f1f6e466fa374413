package studio.headroom.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.live.EngineStatus;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.project.Project;

/// What `headroom play` makes of devices that go away.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlayJobTest {
    private static final int RATE = 48_000;
    private static final int BLOCK = 480;
    private static final int SECOND = RATE / BLOCK;
    private static final PlayJob.Listener DEAF = new PlayJob.Listener() {
        @Override
        public void at(double seconds, EngineStatus status) {
            // Not shown.
        }

        @Override
        public void notice(String message) {
            // In the report, too.
        }
    };

    private static PlayJob.Report play(OutputDevice device, OptionalDouble seconds, Duration patience)
            throws Exception {
        PlayInput silence = new PlayInput(
                Project.empty("Silence", RATE),
                media -> {
                    throw new AssertionError("no media");
                },
                List.of());
        OutputRequest request = OutputRequest.of(RATE, BLOCK);
        return PlayJob.run(silence, device, new NullDevice(), request, 1, seconds, DEAF, () -> false, patience);
    }

    @Test
    void aDeviceThatDoesNotComeBackEndsPlayingWithAMessage() throws Exception {
        Loose device = new Loose(SECOND / 2, 1);
        PlayJob.Report report = play(device, OptionalDouble.of(2), Duration.ofMillis(300));
        assertThat(report.notices()).anySatisfy(notice -> assertThat(notice).contains("'Loose' is gone"));
        assertThat(report.notices().getLast()).contains("not back");
        assertThat(device.written.get()).isEqualTo(SECOND / 2);
        assertThat(report.bytesPerBlock()).isNotNegative();
    }

    @Test
    void aDeviceThatIsBackPlaysWhatIsLeft() throws Exception {
        Loose device = new Loose(SECOND, 2);
        PlayJob.Report report = play(device, OptionalDouble.of(2), Duration.ofSeconds(30));
        assertThat(report.notices()).anySatisfy(notice -> assertThat(notice).contains("'Loose' is back"));
        // The second in which the stand-in rang out does not count; the fades at both ends of the pause do.
        assertThat(device.written.get()).isGreaterThan(2 * SECOND - 30);
    }

    /// Keeps time, and is gone after some blocks; opens only so often.
    private static final class Loose implements OutputDevice {
        private final int blocks;
        private final AtomicInteger opens;
        final AtomicInteger written = new AtomicInteger();

        Loose(int blocks, int opens) {
            this.blocks = blocks;
            this.opens = new AtomicInteger(opens);
        }

        @Override
        public String id() {
            return "loose";
        }

        @Override
        public String name() {
            return "Loose";
        }

        @Override
        public OutputLine open(OutputRequest request) throws DeviceException {
            int left = opens.getAndDecrement();
            if (left <= 0) {
                throw new DeviceException("'Loose' is not there any more.");
            }
            OutputLine clock = new NullDevice().open(request);
            return new Plug(clock, written.get() == 0 ? blocks : Integer.MAX_VALUE);
        }

        private final class Plug implements OutputLine {
            private final OutputLine clock;
            private int left;

            private Plug(OutputLine clock, int left) {
                this.clock = clock;
                this.left = left;
            }

            @Override
            public Outcome write(float[][] stereo, int frames) {
                if (left-- <= 0) {
                    return Outcome.LOST;
                }
                written.incrementAndGet();
                return clock.write(stereo, frames);
            }

            @Override
            public long pendingFrames() {
                return clock.pendingFrames();
            }

            @Override
            public int bufferFrames() {
                return clock.bufferFrames();
            }

            @Override
            public boolean realTime() {
                return true;
            }

            @Override
            public String format() {
                return clock.format();
            }

            @Override
            public void close() {
                clock.close();
            }

            @Override
            public void finish() throws DeviceException {
                clock.finish();
            }
        }
    }
}
