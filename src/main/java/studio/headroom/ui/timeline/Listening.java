package studio.headroom.ui.timeline;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work on a song's sounds in the background, which says how far it is and can be called off. UI thread, but for
/// [#at(double)] and [#canceled()].
///
/// @param <T> what comes of it
final class Listening<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /// Hears how far work is, and says whether it is to end. Any thread.
    interface Progress extends BooleanSupplier {
        void at(double share);
    }

    interface Work<T> {
        /// @throws InterruptedIOException when it was called off
        T run(Progress progress) throws IOException;
    }

    private volatile boolean canceled;
    private volatile double share;
    private boolean over;

    private Listening() {}

    /// Begins work.
    ///
    /// @param done hears the result, on the UI thread; nobody hears of what was called off
    /// @param failed hears why there is none
    static <T> Listening<T> begin(
            Executor background, Executor ui, Work<T> work, Consumer<T> done, Consumer<String> failed) {
        Listening<T> listening = new Listening<>();
        background.execute(() -> {
            Runnable end = listening.carriedOut(work, done, failed);
            ui.execute(() -> {
                listening.over = true;
                if (!listening.canceled) {
                    end.run();
                }
            });
        });
        return listening;
    }

    private Runnable carriedOut(Work<T> work, Consumer<T> done, Consumer<String> failed) {
        try {
            T result = work.run(new Progress() {
                @Override
                public void at(double now) {
                    share = now;
                }

                @Override
                public boolean getAsBoolean() {
                    return canceled;
                }
            });
            return () -> done.accept(result);
        } catch (InterruptedIOException e) {
            return () -> {};
        } catch (IOException e) {
            LOG.warn("A sound cannot be listened to", e);
            return () -> failed.accept(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A sound cannot be listened to", e);
            return () -> failed.accept(
                    "Something went wrong inside Headroom (" + e.getClass().getSimpleName() + "). The log says more.");
        }
    }

    /// How far it is, 0 to 1.
    double share() {
        return share;
    }

    boolean isOver() {
        return over || canceled;
    }

    void cancel() {
        canceled = true;
    }
}
