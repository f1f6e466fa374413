package studio.headroom.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.OfflineRender;
import studio.headroom.mastering.ExportFile;
import studio.headroom.mastering.ExportJob;
import studio.headroom.mastering.ExportReport;
import studio.headroom.mastering.ExportWatch;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.Project;

/// An export under way, of the song as it was when it began.
final class ExportRun extends FilesRun {
    private final ExportSong song;
    private final ExportPlan plan;
    private final @Nullable ExportReport report;
    private final @Nullable Path reportPlace;
    private final int threads;
    private volatile double rendered;
    private volatile @Nullable Path reportFile;
    private volatile double length;

    /// @param report that is written beside the files, or null
    /// @param reportPlace where, or null
    /// @param threads that render
    ExportRun(
            ExportSong song, ExportPlan plan, @Nullable ExportReport report, @Nullable Path reportPlace, int threads) {
        super(plan.names(), plan.files().stream().map(ExportFile::path).toList());
        this.song = song;
        this.plan = plan;
        this.report = report;
        this.reportPlace = reportPlace;
        this.threads = threads;
    }

    @Override
    protected void work() throws IOException {
        Project project = song.project();
        ProjectLibrary library = new ProjectLibrary(song.folder(), project.sampleRate());
        ExportJob.Settings settings =
                new ExportJob.Settings(plan.from(), plan.to(), threads, OfflineRender.DEFAULT_BLOCK, true);
        ExportJob.Result result =
                ExportJob.run(project, library, plan.stems(), plan.files(), plan.folders(), settings, new Watch());
        length = result.seconds();
        if (report != null && reportPlace != null) {
            Path place = free(reportPlace);
            report.write(place, project.title(), Instant.now(), result.files());
            reportFile = place;
        }
    }

    private static Path free(Path wanted) {
        String name = wanted.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path free = wanted;
        for (int number = 2; Files.exists(free); number++) {
            free = wanted.resolveSibling(name.substring(0, dot) + " (" + number + ")" + name.substring(dot));
        }
        return free;
    }

    private final class Watch implements ExportWatch {
        @Override
        public void at(String what, double share) {
            say(what);
            if (what.equals("Rendering")) {
                rendered = share;
            }
        }

        @Override
        public void whole(double share) {
            setShare(share);
        }

        @Override
        public void file(int index, Stage stage) {
            setStage(index, stage);
        }

        @Override
        public void measured(int index, ExportJob.Written done) {
            setDone(index, said(done));
        }

        @Override
        public boolean canceled() {
            return isCanceled();
        }
    }

    ExportSong song() {
        return song;
    }

    private static FileRows.Done said(ExportJob.Written done) {
        return new FileRows.Done(
                done.remarks().isEmpty(),
                done.report() == null ? "written" : Figures.first(done.report()),
                details(done));
    }

    private static String details(ExportJob.Written written) {
        List<String> parts = new ArrayList<>();
        if (written.report() != null) {
            parts.add(Figures.rest(written.report()));
        }
        if (Math.abs(written.gainDb()) >= 0.05) {
            parts.add("made " + Figures.level(Math.abs(written.gainDb())) + " dB "
                    + (written.gainDb() > 0 ? "louder" : "softer"));
        }
        String first = String.join(" · ", parts);
        return written.remarks().isEmpty() ? first : first + "\n" + String.join("\n", written.remarks());
    }

    /// The report that was written, or null.
    @Nullable
    Path reportFile() {
        return reportFile;
    }

    /// Seconds of sound in each file, once it is done.
    double length() {
        return length;
    }

    @Override
    protected String facts() {
        double speed = speed();
        return speed < 1
                ? super.facts()
                : super.facts()
                        + String.format(Locale.ROOT, speed < 10 ? " · %.1f" : " · %.0f", speed)
                        + " times faster than real time";
    }

    /// How many times faster than it sounds it is rendered; 0 while that is not known.
    private double speed() {
        double seconds = seconds();
        double end =
                plan.to().orElse(song.project().end()) / (double) song.project().sampleRate();
        return seconds < 0.5 || rendered >= 1 ? 0 : rendered * end / seconds;
    }
}
