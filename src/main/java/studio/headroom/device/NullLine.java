package studio.headroom.device;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;

/// A line that drains by the clock. As a sound card's line it is filled up with silence before its first block, and
/// again when it has run dry: so it holds its full buffer from then on, and one pause of the machine counts once.
///
/// All times are computed from the moment of the last filling in whole numbers, so that nothing drifts.
final class NullLine implements OutputLine {
    private static final long SECOND = 1_000_000_000L;

    /// After so long a wait looks whether the line has been closed.
    private static final long LONGEST_PAUSE = 20_000_000L;

    private final int sampleRate;
    private final int bufferFrames;
    private final LongSupplier nanos;
    private final LongConsumer pause;
    private volatile boolean closed;
    private boolean filled;
    private long start;
    private long written;

    NullLine(OutputRequest request, LongSupplier nanos, LongConsumer pause) {
        this.sampleRate = request.sampleRate();
        this.bufferFrames = Math.multiplyExact(request.blocks(), request.blockFrames());
        this.nanos = nanos;
        this.pause = pause;
    }

    @Override
    public Outcome write(float[][] stereo, int frames) {
        if (closed) {
            return Outcome.LOST;
        }
        long now = nanos.getAsLong();
        boolean dry = !filled || now - start > nanosOf(written);
        boolean late = dry && filled;
        if (dry) {
            filled = true;
            start = now;
            written = bufferFrames;
            return late ? Outcome.LATE : Outcome.ON_TIME;
        }
        if (!waitUntil(start + nanosOf(Math.max(0, written + frames - bufferFrames)))) {
            return Outcome.LOST;
        }
        written += frames;
        return Outcome.ON_TIME;
    }

    private boolean waitUntil(long due) {
        long rest;
        while (!closed && (rest = due - nanos.getAsLong()) > 0) {
            pause.accept(Math.min(rest, LONGEST_PAUSE));
        }
        return !closed;
    }

    /// When the first `frames` since the filling have been heard: rounded up, so that it is not before.
    private long nanosOf(long frames) {
        return frames / sampleRate * SECOND + (frames % sampleRate * SECOND + sampleRate - 1) / sampleRate;
    }

    @Override
    public long pendingFrames() {
        if (!filled || closed) {
            return 0;
        }
        long elapsed = nanos.getAsLong() - start;
        long heard = elapsed / SECOND * sampleRate + elapsed % SECOND * sampleRate / SECOND;
        return Math.max(0, written - heard);
    }

    @Override
    public int bufferFrames() {
        return bufferFrames;
    }

    @Override
    public boolean realTime() {
        return true;
    }

    @Override
    public String format() {
        return "no sound, " + sampleRate + " Hz, 2 channels";
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void finish() {
        if (filled) {
            waitUntil(start + nanosOf(written));
        }
        close();
    }
}
