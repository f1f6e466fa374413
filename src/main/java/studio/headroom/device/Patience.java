package studio.headroom.device;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Calls drivers, which may never return, on threads of their own. Those do not keep the program from ending. A
/// question that hangs is not put again until it has been answered: so no driver ever costs more than one thread for
/// each question. Any thread.
final class Patience {
    private final Map<String, Call> calls = new ConcurrentHashMap<>();

    /// A question under way.
    private static final class Call {
        final CompletableFuture<Void> ended = new CompletableFuture<>();
        volatile boolean givenUp;
    }

    /// Asks and waits for the answer; while the same is asked by another thread, waits for its turn first.
    ///
    /// @param what is asked; of questions alike only one is put at a time
    /// @param tooLate what becomes of an answer that nobody waits for any more
    /// @throws TimeoutException where there is none in time, or the waiting thread is interrupted; at once, where
    /// one
    ///     like it has been waited for in vain and has not returned yet
    /// @throws ExecutionException with what the question threw
    <T> T within(String what, long milliseconds, Callable<T> question, Consumer<T> tooLate)
            throws TimeoutException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        Call call = new Call();
        for (Call other = calls.putIfAbsent(what, call); other != null; other = calls.putIfAbsent(what, call)) {
            awaitEnd(other, end);
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        start("headroom-driver", () -> {
            try {
                T value = question.call();
                if (!answer.complete(value)) {
                    tooLate.accept(value);
                }
            } catch (Throwable e) { // Also a system without the native part of javax.sound.
                answer.completeExceptionally(e);
            } finally {
                calls.remove(what, call);
                call.ended.complete(null);
            }
        });
        try {
            return answered(answer, milliseconds);
        } catch (TimeoutException e) {
            call.givenUp = true;
            throw e;
        }
    }

    private static void awaitEnd(Call other, long end) throws TimeoutException {
        if (other.givenUp) {
            throw new TimeoutException("has not returned from the last time");
        }
        try {
            other.ended.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    private static <T> T answered(CompletableFuture<T> answer, long milliseconds)
            throws TimeoutException, ExecutionException {
        try {
            return answer.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return givenUp(answer, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return givenUp(answer, new TimeoutException("interrupted"));
        }
    }

    /// What came at the last moment is taken, so that it is neither lost nor thrown away twice.
    private static <T> T givenUp(CompletableFuture<T> answer, TimeoutException reason)
            throws TimeoutException, ExecutionException {
        if (answer.completeExceptionally(reason)) {
            throw reason;
        }
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer.join();
        }
    }

    /// Does something and waits for nothing. What it throws is of no interest.
    static void start(String name, Runnable task) {
        Thread.ofPlatform()
                .daemon()
                .name(name)
                .uncaughtExceptionHandler((thread, e) -> {})
                .start(task);
    }
}
