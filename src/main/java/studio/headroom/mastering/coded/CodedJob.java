package studio.headroom.mastering.coded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
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
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// Keeps a coded master up to date while one works on the master: makes it on one thread of low priority beside
/// whatever plays, begins anew some time after the last change, and keeps the last few, so that undo and another format
/// are there at once. Its files go when it is closed. One thread asks, the one that hears the answers; it never waits.
public final class CodedJob implements AutoCloseable {
    /// How long a change is waited for to be the last one: coding takes long.
    public static final Duration WAIT = Duration.ofMillis(1_200);

    private static final Logger LOG = LoggerFactory.getLogger(CodedJob.class);
    private static final int KEPT = 3;
    private static final double STEP = 0.01;

    /// What a coded master is made of. A file that is replaced under its name is another print.
    ///
    /// @param song the song's folder
    public record Wanted(Path song, Print print, List<Insert> chain, Ends ends, CodedFormat format) {
        public Wanted {
            chain = List.copyOf(chain);
        }

        /// Whether only chain or ends differ, so that one can be heard until the other is made.
        public boolean like(Wanted other) {
            return song.equals(other.song) && print.equals(other.print) && format.equals(other.format);
        }
    }

    /// Hears how it goes, on the thread that asks.
    public interface Listener {
        /// @param coded what was asked for last
        void made(Wanted wanted, CodedMaster coded);

        /// @param share of the whole, 0..1
        default void progress(double share) {}

        /// @param message what could not be made, and what helps
        default void failed(String message) {}
    }

    private final Duration wait;
    private final Executor answers;
    private final Listener listener;
    private final ScheduledExecutorService worker;
    /// Touched by the asking thread alone.
    private final LinkedHashMap<Wanted, CodedMaster> made = new LinkedHashMap<>(16, 0.75f, true);
    /// Touched by the worker alone.
    private final Set<Path> songs = new HashSet<>();

    private @Nullable Wanted wanted;
    private @Nullable Request running;

    /// @param answers carries out what belongs to the thread that asks
    public CodedJob(Executor answers, Listener listener) {
        this(WAIT, answers, listener);
    }

    CodedJob(Duration wait, Executor answers, Listener listener) {
        this.wait = wait;
        this.answers = answers;
        this.listener = listener;
        worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .name("coded")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory());
    }

    /// Asks for a coded master. What was asked for before and is not there yet is called off.
    public void want(Wanted now) {
        if (now.equals(wanted)) {
            return;
        }
        boolean edited = wanted != null && wanted.like(now);
        none();
        wanted = now;
        CodedMaster known = made.get(now);
        if (known != null) {
            listener.made(now, known);
            return;
        }
        Request request = new Request(now);
        running = request;
        request.start(edited ? wait.toMillis() : 0);
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

    private void onWorker(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed", e);
        }
    }

    private void keep(Wanted key, CodedMaster coded) {
        made.put(key, coded);
        while (made.size() > KEPT) {
            CodedMaster oldest = made.pollFirstEntry().getValue();
            onWorker(() -> new CodedFolder.Places(oldest.sound(), oldest.difference()).clear());
        }
    }

    /// Calls off what runs, and removes all files, as soon as that has ended; nothing is heard any more.
    @Override
    public void close() {
        none();
        onWorker(() -> songs.forEach(song -> new CodedFolder(song).clear()));
        worker.shutdown();
    }

    /// Waits until all is called off and removed.
    ///
    /// @return whether it is
    public boolean awaitClosed(Duration most) throws InterruptedException {
        return worker.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private final class Request implements Progress {
        private final Wanted key;
        private volatile boolean canceled;
        private volatile @Nullable Future<?> future;
        private double told;

        Request(Wanted key) {
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
                answer(() -> listener.progress(share));
            }
        }

        private void run() {
            CodedFolder folder = new CodedFolder(key.song);
            if (songs.add(key.song)) {
                // What a program that was killed has left.
                folder.clear();
            }
            try {
                CodedFolder.Places places = folder.places();
                CodedMaster coded = CodedRender.make(
                        new CodedRender.Order(
                                key.print.file(), key.chain, key.ends, key.format, places.sound(), places.difference()),
                        this);
                answers.execute(() -> {
                    if (canceled) {
                        onWorker(places::clear);
                    } else {
                        running = null;
                        keep(key, coded);
                        listener.made(key, coded);
                    }
                });
            } catch (OfflineRender.Canceled e) {
                LOG.debug("Called off", e);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                LOG.info("The master cannot be coded", e);
                answer(() -> {
                    running = null;
                    listener.failed(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
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
