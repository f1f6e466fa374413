package studio.headroom.ui.master.advise;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.engine.OfflineRender;
import studio.headroom.mastering.Progress;

/// Work away from the UI thread that may be called off, such as by the next of its kind. What comes of it is heard on
/// the UI thread, and only while it was not called off.
final class Work implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    /// The screen need not hear of smaller steps.
    private static final double STEP = 0.01;

    private final Executor ui;
    private final Step watch;
    private volatile boolean canceled;
    private boolean over;
    private String last = "";
    private double told = -1;

    /// Hears how far it is. UI thread.
    interface Step {
        /// @param share of the whole, 0..1
        void at(String words, double share);
    }

    interface Job<T> {
        /// @throws IOException that names the file and the cure
        T run(Progress progress) throws IOException;
    }

    private Work(Executor ui, Step watch) {
        this.ui = ui;
        this.watch = watch;
    }

    /// Begins a job.
    ///
    /// @param background runs it
    /// @param done hears what came of it
    /// @param failed hears why nothing did, in words
    static <T> Work start(
            Executor background, Executor ui, Job<T> job, Step watch, Consumer<T> done, Consumer<String> failed) {
        Work work = new Work(ui, watch);
        background.execute(() -> {
            if (work.canceled) {
                return;
            }
            Runnable end;
            try {
                T result = job.run(work);
                end = () -> done.accept(result);
            } catch (OfflineRender.Canceled | CancellationException e) {
                end = () -> {};
            } catch (IOException e) {
                LOG.warn("Failed", e);
                end = () -> failed.accept(String.valueOf(e.getMessage()));
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.error("Failed", e);
                end = () -> failed.accept("Something went wrong inside Headroom ("
                        + e.getClass().getSimpleName() + "). The log says more.");
            }
            Runnable last = end;
            work.tell(() -> {
                work.over = true;
                last.run();
            });
        });
        return work;
    }

    /// Whether a job is under way. UI thread.
    static boolean isRunning(@Nullable Work work) {
        return work != null && !work.over && !work.canceled;
    }

    /// Calls a job off that may be under way: nothing more is heard of it. Any thread.
    static void end(@Nullable Work work) {
        if (work != null) {
            work.canceled = true;
        }
    }

    private void tell(Runnable news) {
        ui.execute(() -> {
            if (!canceled) {
                news.run();
            }
        });
    }

    @Override
    public void at(String step, double share) {
        if (!step.equals(last) || share >= told + STEP || share < told) {
            last = step;
            told = share;
            tell(() -> watch.at(step, share));
        }
    }

    @Override
    public boolean canceled() {
        return canceled;
    }
}
