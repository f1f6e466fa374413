package studio.headroom.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The system's own window of a folder.
final class FileManager {
    private static final Logger LOG = LoggerFactory.getLogger(FileManager.class);

    private FileManager() {}

    /// Shows a file where it lies.
    ///
    /// @param failed hears, on the UI thread, where it lies when no window can be opened
    static void show(Path file, Executor background, Consumer<String> failed) {
        start(
                file,
                command(file, System.getProperty("os.name")),
                background,
                failed,
                "The folder cannot be shown here. It is “" + file.getParent() + "”.");
    }

    /// Opens a file in the program that the system has for it.
    ///
    /// @param failed hears, on the UI thread, where it lies when none can be started
    static void open(Path file, Executor background, Consumer<String> failed) {
        start(
                file,
                opening(file, System.getProperty("os.name")),
                background,
                failed,
                "The file cannot be opened here. It is “" + file + "”.");
    }

    private static void start(
            Path file, List<String> command, Executor background, Consumer<String> failed, String otherwise) {
        background.execute(() -> {
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                LOG.warn("No program can be started for '{}'", file, e);
                Platform.runLater(() -> failed.accept(otherwise));
            }
        });
    }

    private static List<String> opening(Path file, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        String opener = os.startsWith("mac") ? "open" : os.startsWith("windows") ? "explorer" : "xdg-open";
        return List.of(opener, file.toString());
    }

    /// What shows a file on a system: marked in its folder where the system can do that.
    static List<String> command(Path file, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return List.of("open", "-R", file.toString());
        }
        if (os.startsWith("windows")) {
            return List.of("explorer", "/select," + file);
        }
        Path folder = file.getParent();
        return List.of("xdg-open", (folder == null ? file : folder).toString());
    }
}
