package studio.headroom.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.live.EngineStatus;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.meter.BlockTimes;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// Plays a [BenchSession] in real time on a device that only keeps time, while it is edited and looked at as a window
/// does and while garbage is made beside it, and says whether every block was in time.
public final class LiveBench {
    /// The window's pictures a second.
    private static final int PICTURES = 60;

    private static final long SECOND = 1_000_000_000L;
    /// What is allocated up to then is set up once.
    private static final long SETTLING_NANOS = SECOND / 2;

    /// What is to be measured.
    ///
    /// @param tracks of the session
    /// @param blockFrames of the device, which holds [OutputRequest#BLOCKS] of them
    /// @param seconds to play
    /// @param editsPerSecond made while it plays
    /// @param garbage made beside it, in MB a second
    /// @param threads that render
    public record Settings(int tracks, int blockFrames, int seconds, int editsPerSecond, double garbage, int threads) {}

    /// What was measured.
    ///
    /// @param seconds for which it played
    /// @param blockMs the time that a block sounds
    /// @param blocks played
    /// @param lateBlocks of them came when the device had run dry, or without what the disk should have delivered
    /// @param starvedBlocks of the late ones, those for the disk
    /// @param medianMs half of the blocks took no longer to render; the others accordingly
    /// @param bytesPerBlock that the threads that render allocated, per block
    /// @param waitedMs for which those threads were ready to run while others had the processors; NaN where the
    /// system
    ///     does not say
    /// @param edits made
    /// @param refusedEdits of them were not possible
    /// @param graphs that these edits brought into use
    /// @param meterReadings numbers that were read from meters
    /// @param brokenReadings of them were not numbers
    /// @param highestPeak sample of the mix, full scale being 1
    /// @param collectors of garbage, as the JVM calls them
    /// @param pauses of the collector that stopped the program
    /// @param longestPauseMs of them, in whole milliseconds as the JVM tells it
    /// @param peakMemoryMb the most memory the process had resident, in MB
    /// @param notices what a user would have been told
    public record Result(
            Settings settings,
            double seconds,
            double blockMs,
            long blocks,
            long lateBlocks,
            long starvedBlocks,
            double medianMs,
            double p99Ms,
            double p999Ms,
            double worstMs,
            double bytesPerBlock,
            double waitedMs,
            long edits,
            long refusedEdits,
            long graphs,
            long meterReadings,
            long brokenReadings,
            double highestPeak,
            String collectors,
            long pauses,
            long pauseMs,
            long longestPauseMs,
            double peakMemoryMb,
            double peakHeapMb,
            List<String> notices) {
        /// The share of a block's time within which 999 of 1000 were rendered.
        public double p999Load() {
            return p999Ms / blockMs;
        }
    }

    private final Settings settings;
    private final LiveEngine engine;
    private final RandomEdits hand;
    private final MeterReader meters;
    private final BooleanSupplier canceled;
    private Project song;
    private long edits;

    private LiveBench(Settings settings, LiveEngine engine, Project song, BooleanSupplier canceled) {
        this.settings = settings;
        this.engine = engine;
        this.song = song;
        this.canceled = canceled;
        hand = new RandomEdits(song, 1);
        meters = new MeterReader(engine);
    }

    /// @param canceled asked while it plays; what was measured up to then is the result
    /// @throws IOException when it cannot be played
    public static Result run(Settings settings, BooleanSupplier canceled) throws IOException {
        return run(settings, new NullDevice(), canceled);
    }

    /// @param device that keeps time
    static Result run(Settings settings, OutputDevice device, BooleanSupplier canceled) throws IOException {
        BenchSession session = new BenchSession(settings.tracks(), settings.seconds() + 1);
        Project song = session.project();
        OutputRequest request = OutputRequest.of(song.sampleRate(), settings.blockFrames());
        Notices notices = new Notices();
        try (LiveEngine engine = LiveEngine.open(song, session::open, device, request, settings.threads(), notices)) {
            engine.deviceFor(device, request, -1);
            return new LiveBench(settings, engine, song, canceled).measure(notices);
        }
    }

    private Result measure(Notices notices) throws IOException {
        long graphsBefore = engine.graphs();
        try (Garbage ignored = new Garbage(settings.garbage());
                CollectorPauses pauses = new CollectorPauses()) {
            engine.play(0);
            long begin = System.nanoTime();
            play(begin, SETTLING_NANOS);
            RenderThreads threads = new RenderThreads();
            long blocksBefore = engine.status().blocks();
            double waitedBefore = RenderThreads.waitedMs();
            long bytesBefore = threads.allocated();
            play(begin, settings.seconds() * SECOND);
            long bytes = threads.allocated() - bytesBefore;
            EngineStatus status = engine.status();
            double seconds = (System.nanoTime() - begin) * 1e-9;
            double bytesPerBlock = (double) bytes / Math.max(1, status.blocks() - blocksBefore);
            BlockTimes times = engine.blockTimes();
            return new Result(
                    settings,
                    seconds,
                    1000.0 * settings.blockFrames() / song.sampleRate(),
                    status.blocks(),
                    status.lateBlocks(),
                    status.starvedBlocks(),
                    times.medianNanos() * 1e-6,
                    times.percentileNanos(0.99) * 1e-6,
                    times.percentileNanos(0.999) * 1e-6,
                    times.worstNanos() * 1e-6,
                    bytesPerBlock,
                    RenderThreads.waitedMs() - waitedBefore,
                    edits,
                    hand.refused(),
                    engine.graphs() - graphsBefore,
                    meters.readings(),
                    meters.broken(),
                    meters.highestPeak(),
                    CollectorPauses.collectors(),
                    pauses.count(),
                    pauses.totalMillis(),
                    pauses.longestMillis(),
                    PeakMemory.processMb(),
                    PeakMemory.heapMb(),
                    notices.all());
        }
    }

    /// What a window does, picture by picture, until so long after the beginning.
    private void play(long begin, long nanos) {
        while (!canceled.getAsBoolean()) {
            long now = System.nanoTime() - begin;
            while (edits < (double) now / SECOND * settings.editsPerSecond()) {
                song = hand.next();
                engine.update(song);
                edits++;
            }
            meters.readAll(song);
            if (now >= nanos) {
                return;
            }
            long next = (now * PICTURES / SECOND + 1) * SECOND / PICTURES;
            LockSupport.parkNanos(begin + Math.min(next, nanos) - System.nanoTime());
        }
    }

    /// What the engine would tell a user.
    private static final class Notices implements LiveEngine.Owner {
        private final List<String> messages = new ArrayList<>();

        @Override
        public synchronized void notice(String message) {
            messages.add(message);
        }

        @Override
        public void edit(Edit edit) {
            throw new IllegalStateException("nobody holds controls here");
        }

        synchronized List<String> all() {
            return List.copyOf(messages);
        }
    }
}
