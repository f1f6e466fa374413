package studio.headroom.concurrent;

import java.lang.management.ManagementFactory;

/// How long the thread that asks has had a processor. Unlike the clock it stands still while other programs have it, so
/// a
/// busy machine makes no test fail.
public final class ThreadTime {
    private ThreadTime() {}

    /// Nanoseconds since some moment of this thread.
    public static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
