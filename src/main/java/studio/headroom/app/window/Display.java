package studio.headroom.app.window;

import java.util.Locale;
import java.util.Map;

/// Whether there is a screen to open a window on, or the toolkit is told to do without one.
final class Display {
    private Display() {}

    static boolean isThere() {
        boolean without = "Headless".equals(System.getProperty("glass.platform"));
        return !Boolean.getBoolean("java.awt.headless")
                && (without || isThere(System.getProperty("os.name"), System.getenv()));
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
