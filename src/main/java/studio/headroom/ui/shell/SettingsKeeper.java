package studio.headroom.ui.shell;

import java.util.Optional;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.files.FileException;

/// Writes the preferences to their file, a moment after they were changed. UI thread.
final class SettingsKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsKeeper.class);
    private static final double WAIT_MS = 500;

    private final Tools tools;
    private boolean waiting;
    private int asked;
    private int written;

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
        if (!waiting) {
            return;
        }
        waiting = false;
        SortedMap<String, String> values = tools.preferences().values();
        int number = ++asked;
        tools.services()
                .background()
                .execute(() -> write(values, number)
                        .ifPresent(message -> tools.services()
                                .ui()
                                .execute(() -> tools.messages().warning("The settings are not kept. " + message))));
    }

    /// Writes what waits, at once, also what the background has not come to: the program ends, and nothing is written
    /// any more when this is over.
    void flush() {
        if (waiting || isPending()) {
            waiting = false;
            write(tools.preferences().values(), ++asked);
        }
    }

    private synchronized boolean isPending() {
        return written < asked;
    }

    /// @param number later ones are never written over by earlier ones
    /// @return why it could not be written
    private synchronized Optional<String> write(SortedMap<String, String> values, int number) {
        if (number < written) {
            return Optional.empty();
        }
        written = number;
        try {
            tools.services().settings().write(values);
            return Optional.empty();
        } catch (FileException e) {
            LOG.warn("The settings are not kept", e);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
