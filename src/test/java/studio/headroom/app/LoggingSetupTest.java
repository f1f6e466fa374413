package studio.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LoggingSetupTest {
    @TempDir
    Path temporary;

    private final String before = System.getProperty(LogFolder.PROPERTY);
    private final LoggerContext logging = new LoggerContext();
    private Path folder;

    @BeforeEach
    void configureForAFolderWithDifficultName() {
        folder = temporary.resolve("100%d (ä) + b");
        System.setProperty(LogFolder.PROPERTY, folder.toString());
        logging.setMDCAdapter(new LogbackMDCAdapter());
        LoggingSetup setup = new LoggingSetup();
        setup.setContext(logging);
        setup.configure(logging);
    }

    @AfterEach
    void restore() {
        logging.stop();
        if (before == null) {
            System.clearProperty(LogFolder.PROPERTY);
        } else {
            System.setProperty(LogFolder.PROPERTY, before);
        }
    }

    @Test
    void theProgramIsConfiguredByIt() {
        LoggerContext used = (LoggerContext) LoggerFactory.getILoggerFactory();
        assertThat(used.getLogger("ROOT").getAppender("file")).isNotNull();
        assertThat(used.getLogger("ROOT").iteratorForAppenders()).toIterable().hasSize(1);
    }

    @Test
    void nothingIsMadeBeforeThereIsSomethingToSay() {
        logging.getLogger("test").debug("Not of interest");
        assertThat(folder).doesNotExist();
    }

    @Test
    void eventsAreWrittenAtOnce() throws IOException {
        logging.getLogger("studio.headroom.Test").info("Opened {}", "a song");
        assertThat(Files.readString(folder.resolve("headroom.log"))).contains("INFO", "Test: Opened a song");
    }

    @Test
    void theLogStopsGrowing() throws IOException {
        String message = "x".repeat(10_000);
        for (int i = 0; i < 700; i++) {
            logging.getLogger("test").info(message);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .contains("headroom.log", "headroom.1.log")
                    .allMatch(name -> name.matches("headroom(\\.[1-3])?\\.log"));
            assertThat(all).allMatch(file -> file.toFile().length() < 1_020_000);
        }
        assertThat(logging.getStatusManager().getCopyOfStatusList())
                .noneMatch(status -> status.getEffectiveLevel() >= Status.WARN);
    }

    @Test
    void aFolderThatCannotBeMadeIsNoReasonToStopOrToComplain() throws IOException {
        Files.writeString(folder, "a file is in the way");
        PrintStream console = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true));
            logging.getLogger("test").warn("Lost");
        } finally {
            System.setErr(console);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theTagLibraryIsSilentAndOthersAreHeardFromWarningsUp() {
        assertThat(System.getProperty("java.util.logging.config.class")).isEqualTo(LibraryLogs.class.getName());
        assertThat(java.util.logging.Logger.getLogger("org.jaudiotagger.audio")
                        .isLoggable(java.util.logging.Level.SEVERE))
                .isFalse();
        assertThat(java.util.logging.Logger.getLogger("javafx").isLoggable(java.util.logging.Level.WARNING))
                .isTrue();
        assertThat(java.util.logging.Logger.getLogger("javafx").isLoggable(java.util.logging.Level.INFO))
                .isFalse();
        assertThat(java.util.logging.Logger.getLogger("").getHandlers())
                .extracting(handler -> handler.getClass().getSimpleName())
                .containsExactly("SLF4JBridgeHandler");
    }
}
