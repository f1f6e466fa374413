package studio.headroom.app.window;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.app.play.Recording;
import studio.headroom.device.OutputDevices;
import studio.headroom.files.FileException;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.shell.Services;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.theme.Look;

/// The program with its window.
public final class WindowProgram {
    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);

    private final Stage stage;
    private final CountDownLatch closed;

    private WindowProgram(Stage stage, CountDownLatch closed) {
        this.stage = stage;
        this.closed = closed;
    }

    /// Opens the window and returns when it was closed. Once in a process.
    ///
    /// @param project to open at once, or null for the start page
    /// @return false, at once, where no window can be opened
    public static boolean run(@Nullable Path project) {
        if (!Display.isThere()) {
            return false;
        }
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Thread.currentThread()
                        .setUncaughtExceptionHandler((thread, e) -> LOG.error("Something went wrong in the window", e));
                new WindowProgram(new Stage(), closed).show(project);
            });
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("No window can be opened here", e);
            return false;
        }
        // A program that is told to end by the system does not wait for its window.
        Runtime.getRuntime().addShutdownHook(new Thread(closed::countDown, "window-closed"));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void show(@Nullable Path project) {
        UserFolders folders = UserFolders.find();
        Preferences preferences = new Preferences(folders.songs());
        SettingsFile file = new SettingsFile(folders.settings());
        Optional<String> trouble = read(file, preferences);
        Look look = new Look(new FramePulse());
        List<Consumer<String>> failures = new ArrayList<>();
        Parts parts = new Parts(
                look,
                preferences,
                folders.settings().resolveSibling("presets"),
                message -> failures.forEach(hears -> hears.accept(message)));
        Shell shell = new Shell(look, preferences, services(folders, file), parts);
        failures.add(shell.messages()::warning);
        trouble.ifPresent(shell.messages()::warning);

        stage.titleProperty().bind(shell.title());
        stage.getIcons().setAll(StageIcon.images());
        stage.setScene(new Scene(shell.window().root()));
        StageMemory.follow(stage, preferences);
        stage.setOnCloseRequest(event -> {
            event.consume();
            shell.quit();
        });
        stage.show();
        if (project != null && isSample(project)) {
            shell.openSample();
        } else if (project != null) {
            shell.request(SongRequest.of(project));
        } else {
            shell.begin();
        }
    }

    /// The sample song itself stays as it is: a copy of it is opened.
    private static boolean isSample(Path project) {
        Path place = project.toAbsolutePath().normalize();
        return UserFolders.sample().map(Path::normalize).filter(place::equals).isPresent();
    }

    private static Optional<String> read(SettingsFile file, Preferences preferences) {
        try {
            preferences.take(file.read());
            return Optional.empty();
        } catch (FileException e) {
            LOG.warn("The settings cannot be read", e);
            return Optional.of("The settings are as the program comes. " + e.getMessage());
        }
    }

    private Services services(UserFolders folders, SettingsFile file) {
        Executor background = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("work-", 1).daemon().factory());
        return new Services(
                OutputDevices.ofSystem(Recording::create),
                new OpenSongs(folders.openSongs()),
                new RecentSongs(folders.recentSongs()),
                file,
                folders.home(),
                UserFolders.sample(),
                ZoneId.systemDefault(),
                new SystemChoosers(stage, folders.home()),
                background,
                Platform::runLater,
                this::exit);
    }

    private void exit() {
        stage.hide();
        Platform.exit();
        closed.countDown();
    }
}
