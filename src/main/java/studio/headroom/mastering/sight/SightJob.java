package studio.headroom.mastering.sight;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Insert;

/// Keeps the sight of a print and its chain up to date while one works on them: renders on one thread of low priority
/// beside whatever plays, begins anew some time after the last change, and remembers what it has seen. One thread
/// asks, the one that hears the answers; it never waits.
public final class SightJob implements AutoCloseable {
    /// How long a change is waited for to be the last one.
    public static final Duration WAIT = Duration.ofMillis(300);

    private static final Logger LOG = LoggerFactory.getLogger(SightJob.class);
    private static final int KEPT = 12;
    private static final double STEP = 0.01;
    /// Of the time for a print that was not seen before, what looking at it takes beside the chain.
    private static final double PRINT_SHARE = 0.2;

    /// Hears how looking goes, on the thread that asks.
    public interface Listener {
        /// @param sight of what was asked for last
        void seen(Sight sight);

        /// @param share of the whole, 0..1
        default void progress(double share) {}

        /// @param growing the spectrogram of the master that is being looked at, from its beginning on
        default void growing(Spectrogram growing) {}

        /// @param message what could not be looked at, and what helps
        default void failed(String message) {}
    }

    /// A file that is replaced under its name is another print.
    private record Key(Print print, List<Insert> chain) {}

    private final Duration wait;
    private final Executor answers;
    private final Listener listener;
    private final ScheduledExecutorService worker;
    /// Touched by the worker alone.
    private final Map<Print, SoundSight> prints = remembering(2);
    /// Touched by the asking thread alone.
    private final Map<Key, Sight> seen = remembering(KEPT);

    private @Nullable Key wanted;
    private @Nullable Request running;

    /// @param answers carries out what belongs to the thread that asks
    public SightJob(Executor answers, Listener listener) {
        this(WAIT, answers, listener);
    }

    SightJob(Duration wait, Executor answers, Listener listener) {
        this.wait = wait;
        this.answers = answers;
        this.listener = listener;
        worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .name("sight")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory());
    }

    private static <K, V> Map<K, V> remembering(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /// Asks for the sight of a print through a chain. What was asked for before and is not there yet is called off.
    ///
    /// @return whether this is not what was asked for already
    public boolean want(Print print, List<Insert> chain) {
        Key key = new Key(print, List.copyOf(chain));
        if (key.equals(wanted)) {
            return false;
        }
        boolean edited = wanted != null && wanted.print.equals(print);
        none();
        wanted = key;
        Sight known = seen.get(key);
        if (known != null) {
            listener.seen(known);
            return true;
        }
        Request request = new Request(key);
        running = request;
        try {
            request.start(edited ? wait.toMillis() : 0);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed", e);
        }
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

    /// Calls off what runs; nothing is heard any more.
    @Override
    public void close() {
        none();
        worker.shutdownNow();
    }

    private final class Request implements Progress {
        private final Key key;
        private volatile boolean canceled;
        private volatile @Nullable Future<?> future;
        private double begun;
        private double told;

        Request(Key key) {
            this.key = key;
        }

        void start(long millis) {
            future = worker.schedule(this::run, millis, TimeUnit.MILLISECONDS);
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
            double all = begun + (1 - begun) * share * (begun == 0 && !prints.containsKey(key.print) ? PRINT_SHARE : 1);
            if (all >= told + STEP) {
                told = all;
                answer(() -> listener.progress(all));
            }
        }

        private void run() {
            try {
                SoundSight print = prints.get(key.print);
                if (print == null) {
                    print = SightRender.print(key.print.file(), this);
                    prints.put(key.print, print);
                    begun = PRINT_SHARE;
                }
                Sight sight = SightRender.through(
                        key.print.file(), print, key.chain, growing -> answer(() -> listener.growing(growing)), this);
                answer(() -> {
                    running = null;
                    seen.put(key, sight);
                    listener.seen(sight);
                });
            } catch (OfflineRender.Canceled e) {
                LOG.debug("Called off", e);
            } catch (IOException | RuntimeException e) {
                LOG.info("The master cannot be looked at", e);
                answer(() -> {
                    running = null;
                    listener.failed(String.valueOf(e.getMessage()));
                });
            }
        }

        private void answer(Runnable action) {
            answers.execute(() -> {
                if (!canceled) {
                    action.run();
                }
            });
        }
    }
}
