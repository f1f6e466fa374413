package studio.headroom.mastering;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.engine.OfflineRender;

/// Makes what was asked for last, while one works on what it is made of: on one thread of low priority beside whatever
/// plays, some time after the last edit, and keeps the last few, so that undo is there at once. One thread asks, the
/// one
/// that hears the answers; it never waits.
///
/// @param <K> what is asked for; two that are equal give the same
/// @param <R> what is made of it
public final class LatestJob<K, R> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LatestJob.class);
    /// Of the whole; less is not told.
    private static final double STEP = 0.01;

    /// What is done.
    public interface Work<K, R> {
        /// Makes it, on the worker.
        ///
        /// @throws OfflineRender.Canceled when `run` says so
        /// @throws IOException that says what helps
        R make(K wanted, Run run) throws IOException;

        /// Whether `now` is `before` edited, so that more edits may follow; anything else is made at once.
        boolean isEdit(K before, K now);

        /// Takes note, on the worker, that nobody needs this any more.
        default void drop(R made) {}
    }

    /// What is under way.
    public interface Run extends Progress {
        /// Carries out something on the thread that asks, unless this was called off by then.
        void tell(Runnable answer);
    }

    /// Hears how it goes, on the thread that asks.
    public interface Listener<K, R> {
        /// @param wanted what was asked for last
        void made(K wanted, R made);

        /// @param share of the whole, 0..1
        void progress(double share);

        /// @param message what could not be made, and what helps
        void failed(String message);
    }

    private final String name;
    private final Duration wait;
    private final int most;
    private final Executor answers;
    private final Work<K, R> work;
    private final Listener<K, R> listener;
    private final ScheduledExecutorService worker;
    private final LinkedHashMap<K, R> kept = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable K wanted;
    private @Nullable Request running;

    /// @param name of the thread
    /// @param wait for an edit to be the last one
    /// @param kept how many are kept
    /// @param answers carries out what belongs to the thread that asks
    public LatestJob(String name, Duration wait, int kept, Executor answers, Work<K, R> work, Listener<K, R> listener) {
        this.name = name;
        this.wait = wait;
        most = kept;
        this.answers = answers;
        this.work = work;
        this.listener = listener;
        worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .name(name)
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory());
    }

    /// Asks for something. What was asked for before and is not there yet is called off.
    ///
    /// @return whether this is not what was asked for already
    public boolean want(K now) {
        K before = wanted;
        if (now.equals(before)) {
            return false;
        }
        none();
        wanted = now;
        R known = kept.get(now);
        if (known != null) {
            listener.made(now, known);
            return true;
        }
        Request request = new Request(now);
        running = request;
        request.start(before != null && work.isEdit(before, now) ? wait.toMillis() : 0);
        return true;
    }

    /// Asks for nothing.
    public void none() {
        wanted = null;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /// Whether what was asked for is not there yet.
    public boolean isRunning() {
        return running != null;
    }

    /// Has something done on the worker, after what runs there; nothing once this is closed.
    public void onWorker(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed", e);
        }
    }

    private void keep(K key, R made) {
        kept.put(key, made);
        while (kept.size() > most) {
            R oldest = kept.pollFirstEntry().getValue();
            onWorker(() -> work.drop(oldest));
        }
    }

    /// Calls off what runs and drops what is kept; nothing is heard any more. What the worker was given before is still
    /// done.
    @Override
    public void close() {
        none();
        kept.values().forEach(made -> onWorker(() -> work.drop(made)));
        kept.clear();
        worker.shutdown();
    }

    /// Waits until the worker has ended.
    ///
    /// @return whether it has
    public boolean awaitClosed(Duration longest) throws InterruptedException {
        return worker.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private final class Request implements Run {
        private final K key;
        private volatile boolean canceled;
        private volatile @Nullable Future<?> future;
        private double told;

        Request(K key) {
            this.key = key;
        }

        void start(long millis) {
            try {
                future = worker.schedule(this::run, millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("Closed", e);
            }
        }

        void cancel() {
            canceled = true;
            Future<?> task = future;
            if (task != null) {
                task.cancel(false);
            }
        }

        @Override
        public boolean canceled() {
            return canceled;
        }

        @Override
        public void at(String step, double share) {
            if (share >= told + STEP) {
                told = share;
                tell(() -> listener.progress(share));
            }
        }

        @Override
        public void tell(Runnable answer) {
            answers.execute(() -> {
                if (!canceled) {
                    answer.run();
                }
            });
        }

        private void run() {
            try {
                R made = work.make(key, this);
                if (canceled) {
                    work.drop(made);
                    return;
                }
                answers.execute(() -> {
                    if (canceled) {
                        onWorker(() -> work.drop(made));
                    } else {
                        running = null;
                        keep(key, made);
                        listener.made(key, made);
                    }
                });
            } catch (OfflineRender.Canceled e) {
                LOG.debug("Called off", e);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                LOG.info("Failed: {}", name, e);
                String message = e.getMessage();
                tell(() -> {
                    running = null;
                    listener.failed(message == null ? e.getClass().getSimpleName() : message);
                });
            }
        }
    }
}
