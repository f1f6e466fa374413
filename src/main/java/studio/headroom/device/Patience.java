package studio.headroom.device;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Calls drivers, which may never return, on threads of their own. Those do not keep the program from ending.
final class Patience {
    private Patience() {}

    /// Asks and waits for the answer.
    ///
    /// @param tooLate what becomes of an answer that nobody waits for any more
    /// @throws TimeoutException where there is none in time, or the waiting thread is interrupted
    /// @throws ExecutionException with what the question threw
    static <T> T within(long milliseconds, Callable<T> question, Consumer<T> tooLate)
            throws TimeoutException, ExecutionException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        start("headroom-driver", () -> {
            try {
                T value = question.call();
                if (!answer.complete(value)) {
                    tooLate.accept(value);
                }
            } catch (Throwable e) { // Also a system without the native part of javax.sound.
                answer.completeExceptionally(e);
            }
        });
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
