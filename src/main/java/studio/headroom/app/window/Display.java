package studio.headroom.app.window;

import java.util.Locale;
import java.util.Map;

/// Whether there is a screen to open a window on.
final class Display {
    private Display() {}

    static boolean isThere() {
        return !Boolean.getBoolean("java.awt.headless") && isThere(System.getProperty("os.name"), System.getenv());
    }

    /// macOS and Windows have one; elsewhere the environment names it.
    static boolean isThere(String system, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        return os.startsWith("mac")
                || os.startsWith("windows")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
