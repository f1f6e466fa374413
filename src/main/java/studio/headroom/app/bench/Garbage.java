package studio.headroom.app.bench;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A thread that makes garbage at a steady rate beside the music, as a window that draws does, and more of it: small
/// objects that die at once, and chains of them that live for about a second, so that the collector has something to
/// trace.
final class Garbage implements AutoCloseable {
    private static final long STEP_NANOS = 5_000_000;
    private static final int LEAST_BYTES = 32;
    private static final int MOST_BYTES = 2_048;
    /// Header and reference of a node and header of its bytes.
    private static final int OVERHEAD = 40;
    /// One of so many objects is kept.
    private static final int KEPT = 8;

    private static final int CHAIN = 16;
    private static final double KEPT_SECONDS = 1;

    private final double bytesPerSecond;
    private final SplittableRandom random = new SplittableRandom(1);
    private final @Nullable Node[] ring;
    private final Thread thread;
    private int at;
    private long made;
    private volatile boolean closed;
    private volatile @Nullable Node latest;

    private record Node(byte[] bytes, @Nullable Node next) {}

    /// @param megabytesPerSecond to make; 0 for none
    Garbage(double megabytesPerSecond) {
        bytesPerSecond = megabytesPerSecond * 1e6;
        double objects = bytesPerSecond / (OVERHEAD + (LEAST_BYTES + MOST_BYTES) / 2.0);
        ring = new Node[(int) Math.max(1, objects * KEPT_SECONDS / KEPT / CHAIN)];
        thread = Thread.ofPlatform().name("garbage").daemon().unstarted(this::run);
        if (bytesPerSecond > 0) {
            thread.start();
        }
    }

    private void run() {
        long begin = System.nanoTime();
        while (!closed) {
            double wanted = (System.nanoTime() - begin) * 1e-9 * bytesPerSecond;
            while (made < wanted) {
                keepSome();
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    private void keepSome() {
        Node chain = null;
        for (int i = 0; i < CHAIN; i++) {
            for (int gone = 1; gone < KEPT; gone++) {
                latest = new Node(bytes(), null);
            }
            chain = new Node(bytes(), chain);
        }
        ring[at] = chain;
        at = (at + 1) % ring.length;
    }

    private byte[] bytes() {
        int size = random.nextInt(LEAST_BYTES, MOST_BYTES);
        made += size + OVERHEAD;
        return new byte[size];
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
