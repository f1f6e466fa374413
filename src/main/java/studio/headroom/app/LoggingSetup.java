package studio.headroom.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/// Logback's configuration, in code because that starts faster than XML: everything from INFO up goes to
/// `headroom.log` in the user's [LogFolder], four files of 1 MB at most, and nothing to the console. The file is opened
/// by the first event; a run that has nothing to say pays next to nothing. Where it cannot be written, the program goes
/// on without a log.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LoggingSetup extends ContextAwareBase implements Configurator {
    private static final String LINE = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{0}: %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        Logger root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        LogFile appender = new LogFile();
        appender.setContext(logging);
        appender.setName("file");
        appender.start();
        root.addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// Keeps away from the disk until the first event, and begins a new file when the present one is full. (Logback's
    /// own rolling appender reads the folder's name as a pattern.)
    private static final class LogFile extends AppenderBase<ILoggingEvent> {
        private static final long FULL = 1_000_000;
        private static final int OLD_FILES = 3;

        private @Nullable FileAppender<ILoggingEvent> writer;
        private @Nullable Path folder;

        @Override
        protected void append(ILoggingEvent event) {
            try {
                if (folder == null) {
                    folder = Files.createDirectories(LogFolder.find());
                }
                Path file = folder.resolve("headroom.log");
                if (Files.exists(file) && Files.size(file) >= FULL) {
                    close();
                    roll(folder, file);
                }
                if (writer == null) {
                    writer = open(file);
                }
                writer.doAppend(event);
            } catch (IOException e) {
                addInfo("Cannot write the log", e);
            }
        }

        @Override
        public void stop() {
            close();
            super.stop();
        }

        private FileAppender<ILoggingEvent> open(Path file) {
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setContext(getContext());
            encoder.setCharset(StandardCharsets.UTF_8);
            encoder.setPattern(LINE);
            encoder.start();
            FileAppender<ILoggingEvent> opened = new FileAppender<>();
            opened.setContext(getContext());
            opened.setFile(file.toString());
            opened.setEncoder(encoder);
            opened.start();
            return opened;
        }

        private void close() {
            if (writer != null) {
                writer.stop();
                writer = null;
            }
        }

        private static void roll(Path folder, Path full) throws IOException {
            for (int i = OLD_FILES; i > 1; i--) {
                Path newer = folder.resolve("headroom." + (i - 1) + ".log");
                if (Files.exists(newer)) {
                    Files.move(newer, folder.resolve("headroom." + i + ".log"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(full, folder.resolve("headroom.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
