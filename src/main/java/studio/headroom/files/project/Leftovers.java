package studio.headroom.files.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What [studio.headroom.files.AtomicFile] leaves beside its target when the program is killed while it writes.
final class Leftovers {
    /// No project takes so long to be written.
    private static final Duration AGE = Duration.ofMinutes(2);

    private Leftovers() {}

    /// Removes unfinished files in a folder that are too old to be written still. Never fails: they are in nobody's way.
    ///
    /// @param name how their targets' names begin
    static void remove(Path folder, String name) {
        Pattern pattern = Pattern.compile("\\." + Pattern.quote(name) + ".*\\.[0-9a-f]{12}\\.part");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(
                            file -> pattern.matcher(file.getFileName().toString()).matches())
                    .toList();
            for (Path file : old) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                if (written.isBefore(Instant.now().minus(AGE))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // Then the next time.
        }
    }
}
