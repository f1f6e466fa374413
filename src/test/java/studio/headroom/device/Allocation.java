package studio.headroom.device;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Counts what the calling thread allocates.
final class Allocation {
    private static final int RUNS = 30;
    private static final int TIMES = 20;

    private Allocation() {}

    /// Bytes of some calls in a row, the least of many such rows: what the JVM does beside one of them does not count.
    static long least(Runnable task) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < TIMES; i++) {
                task.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
