package studio.headroom.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the log belongs on each system.
final class LogFolder {
    /// System property that names another folder.
    static final String PROPERTY = "headroom.logs";

    private LogFolder() {}

    static Path find() {
        String chosen = System.getProperty(PROPERTY);
        return chosen != null
                ? Path.of(chosen)
                : find(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Path find(String system, Path home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Logs").resolve("Headroom");
        }
        if (os.startsWith("windows")) {
            Path local = folder(
                    environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
            return local.resolve("Headroom").resolve("logs");
        }
        return folder(environment.get("XDG_STATE_HOME"), home.resolve(".local").resolve("state"))
                .resolve("headroom");
    }

    /// What the environment names, unless it is missing, empty or relative, which the XDG specification calls invalid.
    private static Path folder(@Nullable String named, Path otherwise) {
        if (named == null || named.isEmpty()) {
            return otherwise;
        }
        Path path = Path.of(named);
        return path.isAbsolute() ? path : otherwise;
    }
}
