package studio.headroom.device;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSink;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputLine;

/// A line that ends in a sink. Nobody listens, so it may lock and wait for the disk.
final class FileLine implements OutputLine {
    private final String path;
    private final SampleSink sink;

    /// Held while the sink is used; guards `ended` and `failure`.
    private final ReentrantLock lock = new ReentrantLock();

    private volatile boolean closed;
    private boolean ended;
    private @Nullable IOException failure;

    FileLine(String path, SampleSink sink) {
        this.path = path;
        this.sink = sink;
    }

    @Override
    public Outcome write(float[][] stereo, int frames) {
        lock.lock();
        try {
            if (closed || failure != null) {
                return Outcome.LOST;
            }
            sink.write(stereo, 0, frames);
            return Outcome.ON_TIME;
        } catch (IOException e) {
            failure = e;
            return Outcome.LOST;
        } finally {
            release();
        }
    }

    /// Whoever leaves the sink last after [#close] closes it.
    private void release() {
        if (closed) {
            end();
        }
        lock.unlock();
        if (closed) {
            endIfFree();
        }
    }

    private void endIfFree() {
        if (lock.tryLock()) {
            try {
                end();
            } finally {
                lock.unlock();
            }
        }
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            sink.close();
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
        }
    }

    @Override
    public long pendingFrames() {
        return 0;
    }

    @Override
    public int bufferFrames() {
        return 0;
    }

    @Override
    public boolean realTime() {
        return false;
    }

    @Override
    public String format() {
        return "file, " + sink.format().sampleRate() + " Hz, " + sink.format().channels() + " channels";
    }

    /// Where a write is under way, its thread closes the sink.
    @Override
    public void close() {
        closed = true;
        endIfFree();
    }

    @Override
    public void finish() throws DeviceException {
        lock.lock();
        try {
            closed = true;
            end();
            if (failure != null) {
                throw new DeviceException(
                        "'" + path + "' could not be recorded to its end: " + FileDevice.reason(failure)
                                + ". Make room on the disk or choose another place, and play again.",
                        failure);
            }
        } finally {
            lock.unlock();
        }
    }
}
