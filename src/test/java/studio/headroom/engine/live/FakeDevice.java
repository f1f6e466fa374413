package studio.headroom.engine.live;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;

/// A device that takes blocks only as the test lets it, keeps what it was given, and can be refused, unplugged and
/// hung.
final class FakeDevice implements OutputDevice {
    private final String name;
    /// Whether it takes blocks as it is let; else as fast as they come, as a file.
    private final boolean realTime;

    private final Semaphore turns = new Semaphore(0);
    private final CountDownLatch never = new CountDownLatch(1);
    /// How often it was to be opened, and how often it was.
    final AtomicInteger asked = new AtomicInteger();

    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger written = new AtomicInteger();
    volatile boolean refuses;
    volatile boolean unplugged;
    volatile boolean opensNever;
    volatile boolean writesNever;
    /// Blocks come late.
    volatile boolean dry;

    /// Keeps nothing of what it is given.
    volatile boolean forgets;

    private float[][] heard = new float[2][1 << 16];
    private int frames;

    FakeDevice(String name, boolean realTime) {
        this.name = name;
        this.realTime = realTime;
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OutputLine open(OutputRequest request) throws DeviceException {
        asked.incrementAndGet();
        if (opensNever) {
            hang();
        }
        if (refuses || unplugged) {
            throw new DeviceException("'" + name + "' is busy. Close the program that uses it.");
        }
        opened.incrementAndGet();
        return new Line(request);
    }

    private void hang() {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Ends what hangs for ever.
    void free() {
        never.countDown();
    }

    /// Takes so many blocks more and waits until it has.
    void take(int blocks) {
        int goal = written.get() + blocks;
        turns.release(blocks);
        Rig.until(name + " took " + blocks + " blocks", () -> written.get() >= goal);
    }

    /// What it was given so far.
    synchronized float[][] heard() {
        return new float[][] {Arrays.copyOf(heard[0], frames), Arrays.copyOf(heard[1], frames)};
    }

    private synchronized void keep(float[][] stereo, int count) {
        if (forgets) {
            return;
        }
        for (int c = 0; c < 2; c++) {
            if (frames + count > heard[c].length) {
                heard[c] = Arrays.copyOf(heard[c], 2 * heard[c].length);
            }
            System.arraycopy(stereo[c], 0, heard[c], frames, count);
        }
        frames += count;
    }

    private final class Line implements OutputLine {
        private final OutputRequest request;
        private volatile boolean closed;

        private Line(OutputRequest request) {
            this.request = request;
        }

        @Override
        public Outcome write(float[][] stereo, int count) {
            if (writesNever) {
                hang();
            }
            while (realTime && !closed && !unplugged) {
                try {
                    if (turns.tryAcquire(1, TimeUnit.MILLISECONDS)) {
                        break;
                    }
                } catch (InterruptedException e) {
                    return Outcome.LOST;
                }
            }
            if (closed || unplugged) {
                return Outcome.LOST;
            }
            keep(stereo, count);
            written.incrementAndGet();
            return dry ? Outcome.LATE : Outcome.ON_TIME;
        }

        @Override
        public long pendingFrames() {
            return 0;
        }

        @Override
        public int bufferFrames() {
            return request.blocks() * request.blockFrames();
        }

        @Override
        public boolean realTime() {
            return realTime;
        }

        @Override
        public String format() {
            return "floats";
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public void finish() throws DeviceException {
            closed = true;
            if (unplugged && !realTime) {
                throw new DeviceException("The disk of '" + name + "' is full. Make room.");
            }
        }
    }
}
