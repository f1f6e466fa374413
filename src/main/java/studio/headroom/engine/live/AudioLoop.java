package studio.headroom.engine.live;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.media.MediaPool;
import studio.headroom.engine.meter.BlockTimes;
import studio.headroom.engine.output.OutputLine;

/// The audio thread: renders a block, hands it to the line, shows how it went, and again. It waits nowhere but in the
/// line; with a line that does not keep real time, such as a file, it also waits for the disk, and rests while nothing
/// plays.
final class AudioLoop {
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final LiveRender render;
    private final OutputLine line;
    private final MediaPool media;
    private final PlayingView view;
    private final BlockTimes times;
    private final int blockFrames;
    private final double blockNanos;
    private final long most;
    private final float[][] block;
    private final Thread thread;
    private volatile boolean ended;
    private volatile boolean lost;
    private volatile boolean done;
    private volatile @Nullable Throwable failure;
    private long missesSeen;
    private double load;

    /// @param view where it shows where it is
    /// @param most frames to play before it ends by itself, counted from when something plays; negative for no end
    AudioLoop(
            LiveRender render,
            OutputLine line,
            MediaPool media,
            PlayingView view,
            BlockTimes times,
            int blockFrames,
            int sampleRate,
            long most) {
        this.render = render;
        this.line = line;
        this.media = media;
        this.view = view;
        this.times = times;
        this.blockFrames = blockFrames;
        this.most = most;
        blockNanos = 1e9 * blockFrames / sampleRate;
        block = new float[2][blockFrames];
        missesSeen = media.misses();
        thread = Thread.ofPlatform()
                .name("audio")
                .daemon()
                .priority(Thread.MAX_PRIORITY)
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    OutputLine line() {
        return line;
    }

    /// Whether the device is gone.
    boolean lost() {
        return lost;
    }

    /// Whether it has played as much as it was to.
    boolean done() {
        return done;
    }

    /// What ended it that should not have, or null.
    @Nullable
    Throwable failure() {
        return failure;
    }

    /// Ends it after the present block; waits for that, but not for a device that does not answer. After this nothing
    /// that it rendered with is touched by it any more.
    void end(long timeoutMillis) throws InterruptedException {
        ended = true;
        LockSupport.unpark(thread);
        thread.join(timeoutMillis);
        if (thread.isAlive()) {
            line.close();
        }
    }

    private void run() {
        try {
            while (!ended && !lost && !done) {
                if (line.realTime() || readyAnyway()) {
                    playBlock();
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            lost = true;
        }
    }

    /// Whether there is something to play, and all of it in memory. Where not, some time has passed.
    private boolean readyAnyway() {
        render.listen();
        boolean ready = !render.resting() && (!render.runs() || media.ready(render.position(), reach()));
        if (!ready) {
            show();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return ready;
    }

    /// A block, and what a chunk may render beyond it.
    private long reach() {
        return blockFrames + 1024L;
    }

    private void playBlock() {
        boolean counts = !render.resting();
        int frames = blockFrames;
        if (most >= 0 && counts) {
            frames = (int) Math.min(frames, most - render.played());
        }
        long begin = System.nanoTime();
        render.render(block, frames, load);
        long nanos = System.nanoTime() - begin;
        load = nanos / blockNanos;
        OutputLine.Outcome outcome = line.write(block, frames);
        if (ended) {
            return;
        }
        lost = outcome == OutputLine.Outcome.LOST;
        long misses = media.misses();
        boolean starved = misses != missesSeen;
        missesSeen = misses;
        if (counts) {
            times.record(nanos, outcome == OutputLine.Outcome.LATE || starved);
            if (starved) {
                view.starved();
            }
        }
        done = most >= 0 && counts && render.played() >= most;
        show();
    }

    @RealTime
    private void show() {
        view.show(render, line.pendingFrames(), load, THREADS.getCurrentThreadAllocatedBytes());
    }
}
