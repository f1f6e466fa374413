package studio.headroom.app.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// What frames take of the toolkit's thread: from the beginning of a frame, before everything that moves is moved,
/// until the thread comes to what was asked for meanwhile. That includes layout, painting, and handing over to the
/// renderer, which may still be busy with the frame before. On the toolkit's thread.
final class FrameTimes {
    private static final int MOST = 1 << 16;
    private static final double MILLI = 1e-6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final double[] wall = new double[MOST];
    private final double[] busy = new double[MOST];
    private final AnimationTimer timer;
    private boolean measuring;
    private int count;
    private long begin;

    /// @param frame runs at the beginning of each frame, with the time in nanoseconds
    FrameTimes(LongConsumer frame) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                long from = System.nanoTime();
                long worked = threads.getCurrentThreadCpuTime();
                frame.accept(from);
                Platform.runLater(() -> note(from, worked));
            }
        };
    }

    /// Begins before anything else that moves, so that its frames come first.
    void start() {
        timer.start();
    }

    /// From here frames count.
    void measure() {
        measuring = true;
        begin = System.nanoTime();
    }

    boolean isMeasuring() {
        return measuring;
    }

    void stop() {
        timer.stop();
    }

    private void note(long from, long worked) {
        if (measuring && count < MOST) {
            wall[count] = (System.nanoTime() - from) * MILLI;
            busy[count] = (threads.getCurrentThreadCpuTime() - worked) * MILLI;
            count++;
        }
    }

    WindowBench.Result result(WindowBench.Settings settings, long blocks, long late) {
        double seconds = (System.nanoTime() - begin) * 1e-9;
        double[] all = Arrays.copyOf(wall, count);
        double[] work = Arrays.copyOf(busy, count);
        Arrays.sort(all);
        Arrays.sort(work);
        return new WindowBench.Result(
                settings,
                count,
                count / seconds,
                at(all, 0.5),
                at(all, 0.95),
                at(all, 0.99),
                at(all, 1),
                at(work, 0.5),
                at(work, 0.95),
                at(work, 0.99),
                at(work, 1),
                blocks,
                late);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
