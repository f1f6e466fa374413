package studio.headroom.device;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CountDownLatch;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.Control;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineListener;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// A line without a driver. It plays in real time, as the JDK's lines do, and fails as they do.
final class FakeLine implements SourceDataLine {
    enum Fault {
        NONE,
        BUSY,
        BROKEN,
        OPEN_HANGS,
        CLOSE_HANGS,
        WRITE_THROWS,
        WRITE_IS_SHORT,
        WRITE_HANGS,
        TAKES_NOTHING,
        NATIVE_ERROR
    }

    /// What was written since it was opened.
    final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /// Ends what hangs.
    final CountDownLatch released = new CountDownLatch(1);

    final CountDownLatch closed = new CountDownLatch(1);
    volatile Fault fault = Fault.NONE;
    volatile boolean recording = true;
    volatile boolean flushed;
    private final AudioFormat preset;
    private AudioFormat format;
    private int bufferSize;
    private volatile boolean open;
    private boolean started;
    private long since;
    private long held;

    FakeLine(AudioFormat preset) {
        this.preset = preset;
        this.format = preset;
    }

    @Override
    public void open(AudioFormat wanted, int size) throws LineUnavailableException {
        switch (fault) {
            case BUSY -> throw new LineUnavailableException("Device or resource busy.");
            case BROKEN -> throw new IllegalStateException("the driver is confused");
            case OPEN_HANGS -> await(released);
            default -> {}
        }
        format = wanted;
        bufferSize = size;
        open = true;
    }

    @Override
    public synchronized int available() {
        if (fault == Fault.NATIVE_ERROR) {
            throw new UnsatisfiedLinkError("nAvailable");
        }
        if (fault == Fault.TAKES_NOTHING) {
            return 0;
        }
        return bufferSize - (int) pending();
    }

    private long pending() {
        if (started) {
            double seconds = (System.nanoTime() - since) / 1e9;
            long played = (long) (seconds * format.getFrameRate()) * format.getFrameSize();
            return Math.max(0, held - played);
        }
        return held;
    }

    @Override
    public int write(byte[] bytes, int offset, int count) {
        if (count % format.getFrameSize() != 0) {
            throw new IllegalArgumentException(count + " bytes are no whole frames");
        }
        if (count > available()) {
            throw new AssertionError("the JDK's line would wait here");
        }
        switch (fault) {
            case WRITE_THROWS -> throw new IllegalStateException("the driver is confused");
            case WRITE_IS_SHORT -> {
                return count / 2 / format.getFrameSize() * format.getFrameSize();
            }
            case WRITE_HANGS -> {
                await(released);
                return 0;
            }
            default -> {}
        }
        synchronized (this) {
            long left = pending();
            if (started && left == 0) {
                since = System.nanoTime();
                held = 0;
            }
            held += count;
            if (recording) {
                written.write(bytes, offset, count);
            }
        }
        return count;
    }

    /// As when a server behind it had less than it told: all at once there is nothing left.
    synchronized void runDry() {
        since = System.nanoTime();
        held = 0;
    }

    @Override
    public synchronized void start() {
        if (!started) {
            started = true;
            since = System.nanoTime();
        }
    }

    @Override
    public void flush() {
        flushed = true;
        if (fault == Fault.WRITE_HANGS) {
            released.countDown();
        }
    }

    @Override
    public void close() {
        if (fault == Fault.CLOSE_HANGS) {
            await(released);
        }
        open = false;
        closed.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized boolean isStarted() {
        return started;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public int getBufferSize() {
        return bufferSize;
    }

    @Override
    public AudioFormat getFormat() {
        return format;
    }

    @Override
    public void open(AudioFormat wanted) throws LineUnavailableException {
        open(wanted, 1 << 16);
    }

    @Override
    public void open() throws LineUnavailableException {
        open(preset);
    }

    @Override
    public void drain() {
        throw new AssertionError("may wait for ever");
    }

    @Override
    public void stop() {
        // Nothing asks for it.
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public boolean isActive() {
        return started;
    }

    @Override
    public int getFramePosition() {
        return 0;
    }

    @Override
    public long getLongFramePosition() {
        return 0;
    }

    @Override
    public long getMicrosecondPosition() {
        return 0;
    }

    @Override
    public float getLevel() {
        return 0;
    }

    @Override
    public Line.Info getLineInfo() {
        return new DataLine.Info(SourceDataLine.class, preset);
    }

    @Override
    public Control[] getControls() {
        return new Control[0];
    }

    @Override
    public boolean isControlSupported(Control.Type control) {
        return false;
    }

    @Override
    public Control getControl(Control.Type control) {
        throw new IllegalArgumentException(control.toString());
    }

    @Override
    public void addLineListener(LineListener listener) {
        // Nothing happens that anybody listens for.
    }

    @Override
    public void removeLineListener(LineListener listener) {
        // As above.
    }
}
