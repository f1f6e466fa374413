package studio.headroom.engine.meter;

import java.lang.management.ManagementFactory;

/// Counts bytes.
final class Allocation {
    private Allocation() {}

    /// Bytes that the work allocates once everything it needs is loaded: the least of several rounds, less what the
    /// counter itself takes.
    static long of(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        return least - (threads.getCurrentThreadAllocatedBytes() - before);
    }
}
