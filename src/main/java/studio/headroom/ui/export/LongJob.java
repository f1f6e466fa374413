package studio.headroom.ui.export;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.engine.OfflineRender;

/// Work in the background that a dialog may watch, leave and come back to. What it says of itself may be read on any
/// thread; how it ended is said on the UI thread.
public abstract class LongJob {
    private static final Logger LOG = LoggerFactory.getLogger(LongJob.class);

    /// How it stands.
    public enum State {
        RUNNING,
        DONE,
        CANCELED,
        FAILED
    }

    private final long began = System.nanoTime();
    private volatile String step = "";
    private volatile double share;
    private volatile boolean canceled;
    private volatile boolean over;
    private volatile State state = State.RUNNING;
    private volatile String failure = "";

    /// Does the work, on a thread of the background.
    ///
    /// @throws OfflineRender.Canceled when [#isCanceled()] was seen
    /// @throws IOException that names a file and the cure
    protected abstract void work() throws IOException;

    /// @param ended runs on the UI thread
    public final void start(Executor background, Executor ui, Runnable ended) {
        background.execute(() -> {
            State last;
            try {
                work();
                last = State.DONE;
            } catch (OfflineRender.Canceled e) {
                last = State.CANCELED;
            } catch (IOException e) {
                LOG.warn("Not written", e);
                failure = String.valueOf(e.getMessage());
                last = State.FAILED;
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.error("Not written", e);
                failure = "Something went wrong inside Headroom ("
                        + e.getClass().getSimpleName() + "). Nothing was written. The log says more.";
                last = State.FAILED;
            }
            over = true;
            synchronized (this) {
                notifyAll();
            }
            State outcome = last;
            ui.execute(() -> {
                state = outcome;
                ended.run();
            });
        });
    }

    /// As the UI thread has heard.
    public final State state() {
        return state;
    }

    public final boolean isRunning() {
        return state == State.RUNNING;
    }

    /// Why it failed, in words.
    public final String failure() {
        return failure;
    }

    /// Calls it off; it ends as soon as it can.
    public final void cancel() {
        canceled = true;
    }

    protected final boolean isCanceled() {
        return canceled;
    }

    /// Calls it off and waits until it has cleaned up, at most so long. Any thread.
    public final void stop(long milliseconds) {
        cancel();
        long end = System.nanoTime() + milliseconds * 1_000_000;
        synchronized (this) {
            try {
                for (long left = milliseconds; !over && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                    wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    protected final void say(String what) {
        step = what;
    }

    protected final void setShare(double now) {
        share = Math.max(share, Math.clamp(now, 0, 1));
    }

    /// What it does now.
    public final String step() {
        return canceled ? "Canceling…" : step;
    }

    /// 0..1.
    public final double share() {
        return share;
    }

    /// Since it began.
    public final double seconds() {
        return (System.nanoTime() - began) * 1e-9;
    }

    /// When it began, as [System#nanoTime()] tells.
    public final long began() {
        return began;
    }
}
