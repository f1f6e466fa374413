package studio.headroom.app.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// The threads that render for a sound card, and what they have allocated.
final class RenderThreads {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long[] ids;

    /// All that run now.
    RenderThreads() {
        ids = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                // A thread may have ended since its id was asked for.
                .filter(thread -> thread != null && renders(thread.getThreadName()))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
    }

    private static boolean renders(String name) {
        return name.equals("audio") || name.startsWith("render-");
    }

    /// How long they have been ready to run while other threads had the processor, in ms since they began, as Linux
    /// tells; NaN elsewhere. What comes late with this high comes late for the sake of other programs.
    static double waitedMs() {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.filter(RenderThreads::rendersTask)
                    .mapToDouble(RenderThreads::waitedMs)
                    .sum();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static boolean rendersTask(Path task) {
        return renders(firstLine(task.resolve("comm")));
    }

    private static double waitedMs(Path task) {
        String[] fields = firstLine(task.resolve("schedstat")).split(" ");
        return fields.length < 2 ? Double.NaN : Long.parseLong(fields[1]) * 1e-6;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /// Bytes that they have allocated since they began, together.
    long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(ids))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
