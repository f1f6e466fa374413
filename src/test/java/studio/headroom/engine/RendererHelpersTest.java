package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The threads that help to render.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RendererHelpersTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static TestSong song() {
        TestSong song = new TestSong();
        for (int t = 0; t < 6; t++) {
            song.track("t" + t, TestSong.noise(64 * 200, t));
        }
        return song;
    }

    private static Set<Thread> helpers() {
        Set<Thread> found = new HashSet<>(Thread.getAllStackTraces().keySet());
        found.removeIf(thread -> !thread.getName().startsWith("render-") || !thread.isAlive());
        return found;
    }

    private static long cpuNanos(List<Thread> threads) {
        return threads.stream()
                .mapToLong(thread -> THREADS.getThreadCpuTime(thread.threadId()))
                .sum();
    }

    private static void awaitSleep(List<Thread> threads) {
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                LockSupport.parkNanos(100_000);
            }
        }
    }

    @Test
    void helpersSleepWhileThereIsNothingToDoAndWakeWhenThereIs() {
        Set<Thread> others = helpers();
        float[][] expected = song().mix(64 * 200);
        try (Renderer renderer = new Renderer(3)) {
            Set<Thread> own = helpers();
            own.removeAll(others);
            List<Thread> helpers = List.copyOf(own);
            assertThat(helpers).hasSize(2);
            awaitSleep(helpers);
            RenderGraph graph = song().compile(false);
            renderer.use(graph);
            for (int chunk = 0; chunk < 25; chunk++) {
                boolean together = chunk % 5 != 0;
                if (chunk % 7 == 0) {
                    awaitSleep(helpers);
                }
                renderer.render(chunk * 512L, 8, together);
                float[][] signal = graph.outputs().getFirst().signal();
                for (int i = 0; i < 512; i++) {
                    assertThat(signal[0][i]).isEqualTo(expected[0][chunk * 512 + i]);
                }
            }
            awaitSleep(helpers);
            long before = cpuNanos(helpers);
            long begin = System.nanoTime();
            // Work that one thread does alone wakes nobody.
            for (int chunk = 25; System.nanoTime() - begin < 300_000_000; chunk++) {
                renderer.render(chunk * 512L, 8, false);
            }
            // They look ten times a second whether they are still needed.
            assertThat(cpuNanos(helpers) - before).isLessThan(30_000_000);
            renderer.close();
            for (Thread helper : helpers) {
                while (helper.isAlive()) {
                    LockSupport.parkNanos(100_000);
                }
            }
        }
    }
}
