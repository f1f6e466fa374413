package studio.headroom.app.play;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import studio.headroom.audio.Decibels;
import studio.headroom.device.FileDevice;
import studio.headroom.engine.live.EngineStatus;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// Plays a song from its beginning, until it has rung out or for some time, and tells how that went.
public final class PlayJob {
    private static final long POLL_MILLIS = 20;
    private static final long MOST_TAIL_SECONDS = 60;
    private static final double AUDIBLE = Decibels.toGain(-96);
    /// A song that is over and that silent has rung out.
    private static final long REST_MILLIS = 2_000;

    /// A device that is gone is waited for so long.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Blocks until allocations count: by then all that is set up at the first use of something has been.
    private static final long WARM_UP_BLOCKS = 50;

    /// How it went.
    ///
    /// @param blocks played
    /// @param lateBlocks of them came late
    /// @param starvedBlocks of the late ones, those that the disk was too slow for
    /// @param renderP999Ms one of a thousand blocks took longer to render
    /// @param blockMs how long a block sounds
    /// @param bytesPerBlock that the audio thread allocated
    /// @param notices what the user should know
    public record Report(
            long blocks,
            long lateBlocks,
            long starvedBlocks,
            double renderWorstMs,
            double renderP999Ms,
            double blockMs,
            double bytesPerBlock,
            String device,
            String format,
            List<String> notices) {}

    /// Hears what happens while it plays.
    public interface Listener {
        /// @param seconds heard so far
        void at(double seconds, EngineStatus status);

        void notice(String message);
    }

    private final Project song;
    private final LiveEngine engine;
    private final OutputRequest request;
    private final Listener listener;
    private final BooleanSupplier canceled;
    private final Duration patience;
    private final List<String> notices;
    /// Where counting allocations began.
    private long blocksAtFirst;

    private long bytesAtFirst;

    private PlayJob(
            Project song,
            LiveEngine engine,
            OutputRequest request,
            Listener listener,
            BooleanSupplier canceled,
            Duration patience,
            List<String> notices) {
        this.song = song;
        this.engine = engine;
        this.request = request;
        this.listener = listener;
        this.canceled = canceled;
        this.patience = patience;
        this.notices = notices;
    }

    /// A device that goes away is waited for, half a minute at most; then it ends with what was played.
    ///
    /// @param standIn plays where the device cannot be opened
    /// @param seconds to play, or empty for the whole song with its tail
    /// @param canceled asked while it plays
    /// @throws IOException when a sound file cannot be opened, or what is recorded not begun or completed
    public static Report run(
            PlayInput input,
            OutputDevice device,
            OutputDevice standIn,
            OutputRequest request,
            int threads,
            OptionalDouble seconds,
            Listener listener,
            BooleanSupplier canceled)
            throws IOException {
        return run(input, device, standIn, request, threads, seconds, listener, canceled, PATIENCE);
    }

    /// @param patience how long a device that is gone is waited for
    static Report run(
            PlayInput input,
            OutputDevice device,
            OutputDevice standIn,
            OutputRequest request,
            int threads,
            OptionalDouble seconds,
            Listener listener,
            BooleanSupplier canceled,
            Duration patience)
            throws IOException {
        List<String> notices = new ArrayList<>();
        LiveEngine.Owner owner = new LiveEngine.Owner() {
            @Override
            public void notice(String message) {
                synchronized (notices) {
                    notices.add(message);
                }
                listener.notice(message);
            }

            @Override
            public void edit(Edit edit) {
                throw new IllegalStateException("nobody moves controls here");
            }
        };
        try (LiveEngine engine = LiveEngine.open(input.song(), input.library(), standIn, request, threads, owner)) {
            return new PlayJob(input.song(), engine, request, listener, canceled, patience, notices)
                    .play(device, seconds);
        }
    }

    /// A device that is open already.
    private record Opened(OutputDevice device, OutputLine line) implements OutputDevice {
        @Override
        public String id() {
            return device.id();
        }

        @Override
        public String name() {
            return device.name();
        }

        @Override
        public OutputLine open(OutputRequest request) {
            return line;
        }
    }

    private Report play(OutputDevice device, OptionalDouble seconds) throws IOException {
        int rate = song.sampleRate();
        long frames = seconds.isPresent()
                ? Math.round(seconds.getAsDouble() * rate)
                : song.end() + Math.min(engine.tailFrames(), MOST_TAIL_SECONDS * rate);
        // A recording that cannot even begin is an error; a sound card that is busy may come back.
        OutputDevice output = device instanceof FileDevice ? new Opened(device, device.open(request)) : device;
        engine.deviceFor(output, request, frames);
        engine.play(0);
        EngineStatus last = wait(seconds.isPresent());
        long blocks = last.blocks();
        long allocated = engine.allocatedBytes() - bytesAtFirst;
        engine.finish();
        double blockMs = 1000.0 * request.blockFrames() / rate;
        synchronized (notices) {
            return new Report(
                    blocks,
                    last.lateBlocks(),
                    last.starvedBlocks(),
                    engine.blockTimes().worstNanos() * 1e-6,
                    engine.blockTimes().percentileNanos(0.999) * 1e-6,
                    blockMs,
                    (double) allocated / Math.max(1, blocks - blocksAtFirst),
                    last.device(),
                    last.format(),
                    List.copyOf(notices));
        }
    }

    /// Waits until it is over, and returns how it went up to then.
    private EngineStatus wait(boolean limited) throws IOException {
        long silentSince = System.nanoTime();
        long movedAt = System.nanoTime();
        boolean begun = false;
        while (true) {
            EngineStatus status = engine.status();
            if (blocksAtFirst == 0 && status.blocks() >= WARM_UP_BLOCKS) {
                blocksAtFirst = status.blocks();
                bytesAtFirst = engine.allocatedBytes();
            }
            listener.at((double) status.frame() / song.sampleRate(), status);
            if (status.playing() || !begun) {
                begun |= status.playing();
                movedAt = System.nanoTime();
            }
            boolean over = !limited && engine.keepsTime() && status.frame() >= song.end();
            if (!over || loud(engine.master().strip())) {
                silentSince = System.nanoTime();
            }
            if (engine.done() || canceled.getAsBoolean() || System.nanoTime() - silentSince > REST_MILLIS * 1_000_000) {
                return status;
            }
            if (System.nanoTime() - movedAt > patience.toNanos()) {
                notice("What played is not back after " + patience.toSeconds() + " s, so playing ends here.");
                return status;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private void notice(String message) {
        synchronized (notices) {
            notices.add(message);
        }
        listener.notice(message);
    }

    private static boolean loud(StripMeter meter) {
        return meter.get(StripReading.PEAK_LEFT) > AUDIBLE || meter.get(StripReading.PEAK_RIGHT) > AUDIBLE;
    }
}
