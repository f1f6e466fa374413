package studio.headroom.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.PrintJob;
import studio.headroom.mastering.Progress;
import studio.headroom.project.Project;

/// A print under way, of the song as it was when it began.
final class PrintRun extends LongJob implements Exports.Printing {
    private static final double RENDER = 0.85;

    private final Project project;
    private final Path folder;
    private final int threads;
    private volatile PrintJob.@Nullable Result result;

    /// @param folder of the project
    /// @param threads that render
    PrintRun(Project project, Path folder, int threads) {
        this.project = project;
        this.folder = folder;
        this.threads = threads;
    }

    @Override
    protected void work() throws IOException {
        result = PrintJob.run(project, folder, threads, new Progress() {
            @Override
            public void at(String step, double share) {
                say(step);
                if (step.startsWith("Rendering")) {
                    setShare(RENDER * share);
                } else if (step.startsWith("Measuring")) {
                    setShare(RENDER + (1 - RENDER) * share);
                }
            }

            @Override
            public boolean canceled() {
                return isCanceled();
            }
        });
    }

    @Override
    public String doing() {
        return step();
    }

    @Override
    public double done() {
        return share();
    }

    @Override
    public void callOff() {
        cancel();
    }

    Project project() {
        return project;
    }

    /// What came of it, or null.
    PrintJob.@Nullable Result result() {
        return result;
    }
}
