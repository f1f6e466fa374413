package studio.headroom.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/// The configuration of `java.util.logging`, which some libraries and JavaFX write to: warnings go to our log, nothing
/// goes to the console, and two libraries are silent: that of tags, which tells the story of every byte, and
/// that of AAC, whose complaints about damaged frames are exceptions too.
///
/// The JVM makes an instance when something first logs that way, and not before.
public final class LibraryLogs {
    private static final String CONFIGURATION = """
            handlers = org.slf4j.bridge.SLF4JBridgeHandler
            .level = WARNING
            org.jaudiotagger.level = OFF
            jaad.useParentHandlers = false
            """;

    public LibraryLogs() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /// To be called before anything can log.
    static void install() {
        System.setProperty("java.util.logging.config.class", LibraryLogs.class.getName());
    }
}
