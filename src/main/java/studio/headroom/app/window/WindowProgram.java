package studio.headroom.app.window;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
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
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.deliver.Deliveries;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.shell.Services;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.theme.Look;

/// The program with its window.
public final class WindowProgram {
    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);

    private final Stage stage;
    private final UserFolders folders;
    private final Choosers choosers;
    private final Runnable exit;

    /// @param exit runs when the window was closed
    WindowProgram(Stage stage, UserFolders folders, Choosers choosers, Runnable exit) {
        this.stage = stage;
        this.folders = folders;
        this.choosers = choosers;
        this.exit = exit;
    }

    /// Opens the window and returns when it was closed. Once in a process.
    ///
    /// @param project to open at once, or null for the start page
    /// @return false, at once, where no window can be opened
    public static boolean run(@Nullable Path project) {
        return run(UserFolders.find(), project, (stage, shell) -> {});
    }

    /// As [#run(Path)], with other folders.
    ///
    /// @param opened is given the window and what is in it, on the toolkit's thread
    static boolean run(UserFolders folders, @Nullable Path project, BiConsumer<Stage, Shell> opened) {
        if (!Display.isThere()) {
            return false;
        }
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Thread.currentThread()
                        .setUncaughtExceptionHandler((thread, e) -> LOG.error("Something went wrong in the window", e));
                Stage stage = new Stage();
                WindowProgram program =
                        new WindowProgram(stage, folders, new SystemChoosers(stage, folders.home()), () -> {
                            Platform.exit();
                            closed.countDown();
                        });
                try {
                    opened.accept(stage, program.show(project));
                } catch (RuntimeException e) {
                    failure.set(e);
                    closed.countDown();
                }
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
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return true;
    }

    /// Opens the window.
    ///
    /// @param project to open at once, or null for the start page
    Shell show(@Nullable Path project) {
        Preferences preferences = new Preferences(folders.songs());
        SettingsFile file = new SettingsFile(folders.settings());
        Optional<String> trouble = read(file, preferences);
        Look look = new Look(new FramePulse());
        List<Consumer<String>> failures = new ArrayList<>();
        AtomicReference<Exports> made = new AtomicReference<>();
        AtomicReference<Shell> window = new AtomicReference<>();
        AtomicReference<Deliveries> delivers = new AtomicReference<>();
        Services services = services(file);
        Parts parts = new Parts(
                look,
                preferences,
                folders.settings().resolveSibling("presets"),
                message -> failures.forEach(hears -> hears.accept(message)),
                () -> Objects.requireNonNull(made.get()),
                new MasterScreen.Doors(
                        sound -> takeOver(Objects.requireNonNull(window.get()), sound),
                        sound -> FileManager.show(
                                sound,
                                services.background(),
                                message -> failures.forEach(hears -> hears.accept(message))),
                        message -> failures.forEach(hears -> hears.accept(message)),
                        () -> Objects.requireNonNull(window.get()).window().overlay(),
                        services.choosers(),
                        services.home(),
                        services.zone(),
                        () -> Objects.requireNonNull(delivers.get())));
        Shell shell = new Shell(look, preferences, services, parts);
        window.set(shell);
        made.set(exports(shell, preferences, services));
        delivers.set(deliveries(shell, preferences, services));
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
        return shell;
    }

    private static void takeOver(Shell shell, @Nullable Path sound) {
        if (sound == null) {
            shell.masterFile();
        } else {
            shell.masterFile(sound);
        }
    }

    /// What is being written when the program ends is called off and cleaned up.
    private static Exports exports(Shell shell, Preferences preferences, Services services) {
        Exports exports = new Exports(
                shell,
                preferences,
                new Exports.Machine(
                        from -> services.choosers().folder("Folder for the files", from),
                        file -> FileManager.show(file, services.background(), shell.messages()::warning),
                        services.zone(),
                        services.background(),
                        services.ui()));
        Runtime.getRuntime().addShutdownHook(new Thread(exports::stop, "exports-stopped"));
        return exports;
    }

    /// Likewise.
    private static Deliveries deliveries(Shell shell, Preferences preferences, Services services) {
        Deliveries deliveries = new Deliveries(
                shell,
                preferences,
                new Deliveries.Machine(
                        services.choosers()::folder,
                        services.choosers()::picture,
                        file -> FileManager.show(file, services.background(), shell.messages()::warning),
                        file -> FileManager.open(file, services.background(), shell.messages()::warning),
                        services.zone(),
                        services.background(),
                        services.ui()));
        Runtime.getRuntime().addShutdownHook(new Thread(deliveries::stop, "deliveries-stopped"));
        return deliveries;
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

    private Services services(SettingsFile file) {
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
                choosers,
                background,
                Platform::runLater,
                this::exit);
    }

    private void exit() {
        stage.hide();
        exit.run();
    }
}
