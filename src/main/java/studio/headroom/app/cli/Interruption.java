package studio.headroom.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends the running job in good order when the program is told to end (Ctrl-C, SIGTERM, the end of a session): the job
/// hears of it through its progress, removes what it has not completed, and then the program goes.
public final class Interruption {
    /// Longer than any job goes on without asking, short enough for whoever waits at a shutdown.
    private static final long PATIENCE_SECONDS = 10;

    private static final CountDownLatch JOB_ENDED = new CountDownLatch(1);
    private static volatile boolean requested;

    private Interruption() {}

    /// To be called once, before the job begins.
    public static void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(Interruption::await, "interruption"));
    }

    /// To be called when the job has ended, however it did.
    public static void jobEnded() {
        JOB_ENDED.countDown();
    }

    /// Whether the job is to end.
    static boolean requested() {
        return requested;
    }

    private static void await() {
        requested = true;
        try {
            boolean ended = JOB_ENDED.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                System.err.println("headroom: the job does not end; hidden .part files may be left beside its output");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
