package studio.headroom.app.cli;

import java.io.PrintWriter;
import studio.headroom.mastering.Progress;

/// Progress in lines that also read well in a log: each step once, with its quarters.
final class SpokenProgress implements Progress {
    private static final int PARTS = 4;

    private final PrintWriter out;
    private String step = "";
    private int parts;

    SpokenProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public boolean canceled() {
        return Interruption.requested();
    }

    @Override
    public void at(String now, double share) {
        if (!now.equals(step)) {
            finish();
            step = now;
            parts = 0;
            out.printf("%-22s", now);
        }
        int reached = (int) Math.floor(Math.clamp(share, 0, 1) * PARTS);
        while (parts < reached) {
            parts++;
            out.printf(" %d %%", parts * 100 / PARTS);
        }
        out.flush();
    }

    /// Ends the line of the last step.
    void finish() {
        if (!step.isEmpty()) {
            while (parts < PARTS) {
                parts++;
                out.printf(" %d %%", parts * 100 / PARTS);
            }
            out.println();
            step = "";
        }
    }
}
