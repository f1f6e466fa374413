package studio.headroom.engine.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The thread that carries out what an engine is told, one thing after the other. What goes wrong with one of them is
/// told and does not keep the next one from being carried out. All calls may come from any thread, this one too.
final class ControlThread {
    private static final long CLOSE_MILLIS = 3_000;
    private static final long CLOSE_HARD_MILLIS = 1_000;

    private final ScheduledExecutorService executor;
    private final Consumer<String> notices;
    private volatile @Nullable Thread thread;
    private volatile boolean closing;

    interface Task {
        void run() throws IOException, InterruptedException;
    }

    /// @param notices hears, on this thread, what went wrong
    ControlThread(Consumer<String> notices) {
        this.notices = notices;
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = Thread.ofPlatform().name("engine").daemon().unstarted(task);
            thread = made;
            return made;
        });
    }

    /// Returns at once. Once closed, nothing happens.
    void run(Task task) {
        try {
            executor.execute(() -> {
                if (!closing) {
                    guarded(task);
                }
            });
        } catch (RejectedExecutionException e) {
            // Closed: there is nothing left to be told.
        }
    }

    /// Repeats a task for as long as the thread lives.
    void every(long millis, Task task) {
        executor.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    /// Waits for a task and returns what it does.
    ///
    /// @throws IOException of the task, or when this is closed
    <T extends @Nullable Object> T await(Callable<T> task) throws IOException {
        if (Thread.currentThread() == thread) {
            return called(task);
        }
        Future<T> future;
        try {
            future = executor.submit(() -> {
                if (closing) {
                    throw closed();
                }
                return task.call();
            });
        } catch (RejectedExecutionException e) {
            throw closed();
        }
        return result(future);
    }

    private static IOException closed() {
        return new IOException("Playing has been closed.");
    }

    private static <T extends @Nullable Object> T called(Callable<T> task) throws IOException {
        try {
            return task.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits for a result; not on this thread.
    static <T extends @Nullable Object> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (CancellationException e) {
            throw closed();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void guarded(Task task) {
        try {
            task.run();
        } catch (IOException e) {
            tell(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            String said = e.getMessage();
            tell(said == null ? "Playing met an error: " + e : said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tells the user something. A listener that fails is no reason to stop playing.
    void tell(String message) {
        try {
            notices.accept(message);
        } catch (RuntimeException e) {
            System.getLogger(ControlThread.class.getName()).log(System.Logger.Level.WARNING, message, e);
        }
    }

    /// Leaves out what has not begun yet, carries out one last task, and ends; waits for that, but not for ever.
    void close(Task last) {
        closing = true;
        if (Thread.currentThread() == thread) {
            guarded(last);
            dropAll();
            return;
        }
        try {
            executor.execute(() -> guarded(last));
        } catch (RejectedExecutionException e) {
            return;
        }
        executor.shutdown();
        if (!ended(CLOSE_MILLIS)) {
            dropAll();
            if (!ended(CLOSE_HARD_MILLIS)) {
                // Hangs in what it was told last, and will hardly come back from there.
                guarded(last);
            }
        }
    }

    /// Leaves out what has not begun; whoever waits for it hears of that.
    private void dropAll() {
        for (Runnable left : executor.shutdownNow()) {
            if (left instanceof Future<?> future) {
                future.cancel(false);
            }
        }
    }

    private boolean ended(long millis) {
        try {
            return executor.awaitTermination(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
