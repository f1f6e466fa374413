package studio.headroom.ui.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.files.FileException;

/// Writes the preferences to their file, a moment after they were changed. UI thread.
final class SettingsKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsKeeper.class);
    private static final double WAIT_MS = 500;

    private final Tools tools;
    private boolean waiting;

    SettingsKeeper(Tools tools) {
        this.tools = tools;
        Runnable keep = this::keep;
        tools.preferences().observe(() -> {
            if (!waiting) {
                waiting = true;
                tools.look().pulse().after(WAIT_MS, keep);
            }
        });
    }

    private void keep() {
        waiting = false;
        var values = tools.preferences().values();
        tools.services().background().execute(() -> {
            try {
                tools.services().settings().write(values);
            } catch (FileException e) {
                LOG.warn("The settings are not kept", e);
                tools.services()
                        .ui()
                        .execute(() -> tools.messages().warning("The settings are not kept. " + e.getMessage()));
            }
        });
    }

    /// Writes what waits, at once: the program ends.
    void flush() {
        if (waiting) {
            waiting = false;
            try {
                tools.services().settings().write(tools.preferences().values());
            } catch (FileException e) {
                LOG.warn("The settings are not kept", e);
            }
        }
    }
}
