package studio.headroom.engine.live;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.output.OutputLine;

/// The audio thread: renders a block, hands it to the line, shows how it went, and again. It waits nowhere but in the
/// line; with a line that does not keep real time, such as a file, it also waits for the disk, and rests while nothing
/// plays.
///
/// A block whose render throws an exception is silent, and playing goes on behind it.
final class AudioLoop {
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Playing playing;
    private final LiveRender render;
    private final PlayingView view;
    private final OutputLine line;
    private final int blockFrames;
    private final double blockNanos;
    private final long most;
    private final float[][] block;
    private final Thread thread;
    private volatile boolean ended;
    private volatile boolean lost;
    private volatile boolean done;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Throwable lastRenderFailure;
    private long missesSeen;
    private double load;
    /// What threads before this one allocated, less what this one had when it began.
    private long allocatedBefore;

    /// @param playing what it renders with and shows itself in
    /// @param most what [LiveRender#played] counts up to before it ends by itself; negative for no end
    AudioLoop(Playing playing, OutputLine line, int blockFrames, long most) {
        this.playing = playing;
        render = playing.render();
        view = playing.view();
        this.line = line;
        this.blockFrames = blockFrames;
        this.most = most;
        blockNanos = 1e9 * blockFrames / playing.sampleRate();
        block = new float[2][blockFrames];
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

    /// What the render threw last, or null.
    @Nullable
    Throwable lastRenderFailure() {
        return lastRenderFailure;
    }

    /// Ends it after the present block; waits for that, but not for a device that does not answer. It never renders
    /// after this; where it is in the middle of it, [Turnstile] keeps the next one out.
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
            if (enter()) {
                missesSeen = playing.media().misses();
                allocatedBefore = view.allocated() - THREADS.getCurrentThreadAllocatedBytes();
                playing.door().leave();
            }
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

    /// Comes to what is rendered with.
    ///
    /// @return false when it has been ended, and must not
    private boolean enter() {
        while (!ended) {
            if (playing.door().enter(this)) {
                if (ended) {
                    playing.door().leave();
                    return false;
                }
                return true;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }

    /// Whether there is something to play, and all of it in memory. Where not, some time has passed.
    private boolean readyAnyway() {
        if (!enter()) {
            return false;
        }
        boolean ready;
        try {
            listen();
            ready = !render.resting() && (!render.runs() || playing.media().ready(render.position(), reach()));
            if (!ready) {
                show();
            }
        } finally {
            playing.door().leave();
        }
        if (!ready) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return ready;
    }

    /// A block, and what a chunk may render beyond it.
    private long reach() {
        return blockFrames + 1024L;
    }

    private void playBlock() {
        if (!enter()) {
            return;
        }
        int frames;
        boolean counts;
        long nanos;
        try {
            listen();
            counts = !render.resting();
            frames = counts && most >= 0 ? (int) Math.min(blockFrames, most - render.played()) : blockFrames;
            if (frames <= 0) {
                done = true;
                return;
            }
            long begin = System.nanoTime();
            render(frames);
            nanos = System.nanoTime() - begin;
            load = nanos / blockNanos;
        } finally {
            playing.door().leave();
        }
        OutputLine.Outcome outcome = line.write(block, frames);
        lost = outcome == OutputLine.Outcome.LOST;
        if (!enter()) {
            return;
        }
        try {
            if (counts) {
                count(nanos, frames, outcome == OutputLine.Outcome.LATE);
                done = most >= 0 && render.played() >= most;
            }
            show();
        } finally {
            playing.door().leave();
        }
    }

    private void listen() {
        try {
            render.listen();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void render(int frames) {
        try {
            render.render(block, frames, load);
        } catch (RuntimeException | Error e) {
            failed(e);
            for (float[] channel : block) {
                Arrays.fill(channel, 0f);
            }
        }
    }

    private void failed(Throwable cause) {
        lastRenderFailure = cause;
        render.recover();
        view.failed();
    }

    private void count(long nanos, int frames, boolean late) {
        long misses = playing.media().misses();
        boolean starved = misses != missesSeen;
        missesSeen = misses;
        playing.times().record(nanos, late || starved);
        playing.load().add(0, nanos, frames);
        if (starved) {
            view.starved();
        }
    }

    private void show() {
        view.show(render, line.pendingFrames(), load, allocatedBefore + THREADS.getCurrentThreadAllocatedBytes());
    }
}
