package studio.headroom.app.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;

/// The threads that render for a sound card, and what they have allocated.
final class RenderThreads {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long[] ids;

    /// All that run now.
    RenderThreads() {
        ids = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(RenderThreads::renders)
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
    }

    private static boolean renders(ThreadInfo thread) {
        // A thread may have ended since its id was asked for.
        return thread != null
                && (thread.getThreadName().equals("audio")
                        || thread.getThreadName().startsWith("render-"));
    }

    /// Bytes that they have allocated since they began, together.
    long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(ids))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
