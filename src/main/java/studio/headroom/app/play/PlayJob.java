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
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// Plays a song from its beginning, until it has rung out or for some time, and tells how that went.
public final class PlayJob {
    private static final long POLL_MILLIS = 20;
    private static final long MOST_TAIL_SECONDS = 60;
    private static final double AUDIBLE = Decibels.toGain(-96);
    /// A song that is over and that silent has rung out.
    private static final long REST_MILLIS = 2_000;
    /// What plays gets so long to take over the graph that is to be heard.
    private static final long PREPARED_NANOS = 5_000_000_000L;

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
    /// @param latencyFrames from a move of a control until it was heard: the line's buffer and what the effects add
    /// @param latencyMs the same as time
    /// @param bytesPerBlock that the audio thread allocated
    /// @param notices what the user should know
    public record Report(
            long blocks,
            long lateBlocks,
            long starvedBlocks,
            double renderWorstMs,
            double renderP999Ms,
            double blockMs,
            long latencyFrames,
            double latencyMs,
            double bytesPerBlock,
            String device,
            String format,
            List<String> notices) {}

    /// Where it begins, and what it repeats.
    ///
    /// @param from frame of the timeline
    /// @param loopFrom first frame of the loop
    /// @param loopTo frame after the loop's last one; 0 for no loop
    public record Way(long from, long loopFrom, long loopTo) {
        public static final Way WHOLE = new Way(0, 0, 0);

        boolean loops() {
            return loopTo > 0;
        }
    }

    /// Hears what happens while it plays.
    public interface Listener {
        /// @param seconds heard so far
        void at(double seconds, EngineStatus status);

        void notice(String message);
    }

    private final PlayInput input;
    private final Project song;
    private final Way way;
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
            PlayInput input,
            Way way,
            LiveEngine engine,
            OutputRequest request,
            Listener listener,
            BooleanSupplier canceled,
            Duration patience,
            List<String> notices) {
        this.input = input;
        song = input.song();
        this.way = way;
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
    /// @param way where it begins, and what it repeats
    /// @param seconds to play, or empty for the song to its end with its tail; with a loop, without end
    /// @param canceled asked while it plays
    /// @throws IOException when a sound file cannot be opened, or what is recorded not begun or completed
    public static Report run(
            PlayInput input,
            OutputDevice device,
            OutputDevice standIn,
            OutputRequest request,
            int threads,
            Way way,
            OptionalDouble seconds,
            Listener listener,
            BooleanSupplier canceled)
            throws IOException {
        return run(input, device, standIn, request, threads, way, seconds, listener, canceled, PATIENCE);
    }

    /// @param patience how long a device that is gone is waited for
    static Report run(
            PlayInput input,
            OutputDevice device,
            OutputDevice standIn,
            OutputRequest request,
            int threads,
            Way way,
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
            return new PlayJob(input, way, engine, request, listener, canceled, patience, notices)
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
                : way.loops() ? -1 : Math.max(0, toTheEnd(rate));
        // A recording that cannot even begin is an error; a sound card that is busy may come back.
        OutputDevice output = device instanceof FileDevice ? new Opened(device, device.open(request)) : device;
        engine.deviceFor(output, request, frames);
        if (way.loops()) {
            engine.loop(way.loopFrom(), way.loopTo());
        }
        listen();
        engine.play(way.from());
        EngineStatus last = wait(seconds.isPresent() || way.loops());
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
                    last.latencyFrames(),
                    last.latencyMs(rate),
                    (double) allocated / Math.max(1, blocks - blocksAtFirst),
                    last.device(),
                    last.format(),
                    List.copyOf(notices));
        }
    }

    /// Through the mastering chain where there is one, from the first sample on.
    private void listen() throws IOException {
        if (input.chain().isEmpty()) {
            return;
        }
        engine.listen(new Listening(Listening.Solo.IN_PLACE, input.chain()), input.matched());
        long end = System.nanoTime() + PREPARED_NANOS;
        while (!engine.upToDate() && !canceled.getAsBoolean() && System.nanoTime() < end) {
            pause();
        }
    }

    private long toTheEnd(int rate) throws IOException {
        return song.end() - way.from() + Math.min(engine.tailFrames(), MOST_TAIL_SECONDS * rate);
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
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
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
