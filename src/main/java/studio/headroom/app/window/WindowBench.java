package studio.headroom.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import studio.headroom.app.bench.BenchFolder;
import studio.headroom.device.NullDevice;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.PrintJob;
import studio.headroom.mastering.Progress;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.master.MasterPlace;
import studio.headroom.ui.master.sight.PrintWave;
import studio.headroom.ui.master.sight.SightColumn;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.shell.Place;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.timeline.TimeScale;
import studio.headroom.ui.timeline.TimelineModel;
import studio.headroom.ui.timeline.TimelineView;

/// Opens the window with a large session, plays it on the device that only keeps time, and measures what each frame
/// takes of the window's thread: in the Mix view while meters and faders move and the timeline follows the playhead, or
/// in the Master view, with a print of the session and a chain, while all its pictures move.
public final class WindowBench {
    public static final String MIX = "mix";
    public static final String MASTER = MasterPlace.ID;

    /// Meanwhile waveforms are drawn and the code is compiled.
    private static final int WARMING_SECONDS = 8;
    /// Of the session that is seen at once, so that following has something to do.
    private static final double SEEN = 4;
    /// Pictures that share a place take turns so often.
    private static final double TURN_SECONDS = 5;

    /// What is to be measured.
    ///
    /// @param place [#MIX] or [#MASTER]
    /// @param tracks of the session
    /// @param seconds for which frames are measured
    /// @param width of the window in pixels
    /// @param smooth whether the timeline moves with every frame, instead of turning pages
    public record Settings(String place, int tracks, int seconds, int width, int height, boolean smooth) {
        boolean master() {
            return place.equals(MASTER);
        }
    }

    /// What was measured; times of frames in milliseconds.
    ///
    /// @param frames that were measured
    /// @param perSecond of them
    /// @param median what half of the frames took at most, from the beginning of a frame until the thread is free
    /// again; the others accordingly
    /// @param busyMedian the same, without the time in which the thread waited for a processor or for the renderer
    /// @param blocks that were played meanwhile
    /// @param late of them came too late
    public record Result(
            Settings settings,
            int frames,
            double perSecond,
            double median,
            double p95,
            double p99,
            double worst,
            double busyMedian,
            double busyP95,
            double busyP99,
            double busyWorst,
            long blocks,
            long late) {}

    private final Settings settings;
    private final Stage stage;
    private final Shell shell;
    private final AtomicReference<Result> result;
    private final FrameTimes times;

    private WindowBench(Settings settings, Stage stage, Shell shell, AtomicReference<Result> result) {
        this.settings = settings;
        this.stage = stage;
        this.shell = shell;
        this.result = result;
        times = new FrameTimes(this::frame);
    }

    /// Once in a process.
    ///
    /// @return nothing where no window can be opened, or where it was closed before the end
    /// @throws IOException when the session cannot be written
    public static Optional<Result> run(Settings settings) throws IOException {
        Path folder = Files.createTempDirectory("headroom-bench");
        try {
            UserFolders folders = new UserFolders(
                    folder.resolve("settings.properties"), folder.resolve("state"), folder.resolve("songs"), folder);
            new SettingsFile(folders.settings()).write(Map.of("sound.device", NullDevice.ID));
            Path song = folder.resolve("Benchmark.headroom");
            BenchFolder.write(song, settings.tracks(), settings.seconds() + WARMING_SECONDS + 5);
            if (settings.master()) {
                int threads = Runtime.getRuntime().availableProcessors();
                PrintJob.run(ProjectFiles.load(song), song, threads, Progress.NONE);
            }
            AtomicReference<Result> result = new AtomicReference<>();
            WindowProgram.run(folders, song, (stage, shell) -> new WindowBench(settings, stage, shell, result).begin());
            return Optional.ofNullable(result.get());
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void begin() {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(settings.width());
        stage.setHeight(settings.height());
        times.start();
    }

    private long playedAt = -1;
    private int turns;
    private long blocksBefore;
    private long lateBefore;

    /// Looks, at the beginning of each frame, how far it is.
    private void frame(long nanos) {
        SongSession session = shell.session();
        if (session == null) {
            return;
        }
        var playback = session.playback();
        if (playedAt < 0) {
            if (isReady(session)) {
                playedAt = nanos;
                find(TimelineView.class).map(TimelineView::model).ifPresent(this::follow);
                playback.play();
            }
            return;
        }
        double seconds = (nanos - playedAt) * 1e-9;
        if (settings.master() && (int) (seconds / TURN_SECONDS) > turns) {
            turns++;
            turn();
        }
        if (!times.isMeasuring() && seconds >= WARMING_SECONDS) {
            blocksBefore = playback.engine().status().blocks();
            lateBefore = playback.engine().status().lateBlocks();
            times.measure();
        } else if (seconds >= WARMING_SECONDS + settings.seconds()) {
            times.stop();
            result.set(times.result(
                    settings,
                    playback.engine().status().blocks() - blocksBefore,
                    playback.engine().status().lateBlocks() - lateBefore));
            // The chain that the Master view begins with is not worth the question whether to save it.
            while (!session.history().undoName().get().isEmpty()) {
                session.history().undo();
            }
            shell.quit();
        }
    }

    /// Shows the place; the Master view is ready when the whole print has been seen through its chain.
    private boolean isReady(SongSession session) {
        if (!settings.master()) {
            return true;
        }
        Place shown = shell.window().place();
        if (shown == null || !shown.id().equals(MASTER)) {
            shell.window().showPlace(MASTER);
            return false;
        }
        return !session.history().current().mastering().chain().isEmpty()
                && find(PrintWave.class).filter(PrintWave::isComplete).isPresent();
    }

    /// Where spectrum and stereo image share a place, the other one is shown.
    private void turn() {
        find(SegmentedControl.class, control -> control.model().name().equals(SightColumn.TURNS))
                .map(SegmentedControl::model)
                .ifPresent(model -> model.set(1 - model.value()));
    }

    private void follow(TimelineModel timeline) {
        timeline.follow(settings.smooth() ? TimeScale.Follow.SMOOTH : TimeScale.Follow.PAGE);
        timeline.scale().zoom(SEEN, 0);
    }

    private <T extends Node> Optional<T> find(Class<T> kind) {
        return find(kind, node -> true);
    }

    private <T extends Node> Optional<T> find(Class<T> kind, Predicate<T> which) {
        return find(shell.window().root(), kind, which);
    }

    private static <T extends Node> Optional<T> find(Node node, Class<T> kind, Predicate<T> which) {
        if (kind.isInstance(node) && which.test(kind.cast(node))) {
            return Optional.of(kind.cast(node));
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> find(child, kind, which).stream())
                        .findFirst()
                : Optional.empty();
    }
}
