package studio.headroom.app.cli;

import java.io.PrintWriter;
import studio.headroom.mastering.Progress;

/// Progress as one line that is written over itself, on the error stream so that results can be piped. Silent where
/// nobody watches, and for jobs of less than half a second.
final class ProgressLine implements Progress, AutoCloseable {
    private static final long NANOS_BEFORE_FIRST = 500_000_000L;
    private static final long NANOS_BETWEEN = 100_000_000L;
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean shown;
    private long next = System.nanoTime() + NANOS_BEFORE_FIRST;
    private String lastStep = "";
    private boolean dirty;

    /// @param quiet shows nothing
    ProgressLine(PrintWriter err, boolean quiet) {
        this.err = err;
        shown = !quiet && System.console() != null && System.console().isTerminal();
    }

    @Override
    public boolean canceled() {
        return Interruption.requested();
    }

    @Override
    public void at(String step, double share) {
        long now = System.nanoTime();
        if (!shown || (now < next && (step.equals(lastStep) || !dirty))) {
            return;
        }
        next = now + NANOS_BETWEEN;
        lastStep = step;
        dirty = true;
        int filled = (int) Math.round(Math.clamp(share, 0, 1) * WIDTH);
        err.printf(
                "\r%-24s [%s%s] %3d %%", step, "#".repeat(filled), ".".repeat(WIDTH - filled), Math.round(share * 100));
        err.flush();
    }

    /// Wipes the line.
    @Override
    public void close() {
        if (dirty) {
            err.print("\r" + " ".repeat(WIDTH + 34) + "\r");
            err.flush();
            dirty = false;
        }
    }
}
