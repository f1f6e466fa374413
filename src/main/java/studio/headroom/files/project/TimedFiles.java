package studio.headroom.files.project;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;

/// A folder of project texts named by the time they were written, `name-20261120-110624-123.json` in UTC, of which
/// only the newest are kept. Other files in the folder are left alone.
final class TimedFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String name;
    private final int keep;
    private final InstantSource clock;
    private final Pattern pattern;

    TimedFiles(Path folder, String name, int keep, InstantSource clock) {
        this.folder = folder;
        this.name = name;
        this.keep = keep;
        this.clock = clock;
        pattern = Pattern.compile(Pattern.quote(name) + "-\\d{8}-\\d{6}-\\d{3}\\.json");
    }

    Path folder() {
        return folder;
    }

    /// Adds a file that is newer than all there are, and removes those beyond the number to keep. What the newest
    /// holds already is not added again, so that repeating pushes nothing else out.
    void add(byte[] content) throws FileException {
        List<Path> kept = newestFirst();
        if (!kept.isEmpty() && Arrays.equals(ProjectFiles.bytes(kept.getFirst()), content)) {
            return;
        }
        makeFolder();
        Instant time = clock.instant();
        Path file = file(time);
        Optional<Path> newest = kept.stream().findFirst();
        // Names sort by time; a clock that stands still or runs back must not make the new file look old.
        while (Files.exists(file) || (newest.isPresent() && file.compareTo(newest.get()) <= 0)) {
            Instant before = newest.isPresent() ? time(newest.get()) : time;
            time = (before.isAfter(time) ? before : time).plusMillis(1);
            file = file(time);
        }
        AtomicFile.write(file, content);
        Leftovers.remove(folder, name + "-");
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(keep, all.size()), all.size())) {
            remove(old);
        }
    }

    /// Makes the folder, but not the one that it lies in: where that is gone, what is kept would be found by nobody,
    /// and
    /// a new one would pass for a song.
    private void makeFolder() throws FileException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
        } catch (NoSuchFileException e) {
            throw new FileException(
                    "Cannot write into '" + folder.getParent() + "': the folder is gone. Put it back in its place.", e);
        } catch (FileAlreadyExistsException e) {
            throw new FileException("Cannot write into '" + folder + "': it is not a folder. Remove or rename it.", e);
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
    }

    /// Removes all.
    void clear() throws FileException {
        Leftovers.remove(folder, name + "-");
        for (Path file : newestFirst()) {
            remove(file);
        }
    }

    List<Path> newestFirst() throws FileException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file ->
                            pattern.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.reverseOrder())
                    .toList());
        } catch (IOException e) {
            throw FileException.reading(folder, e);
        }
    }

    /// The newest file that holds a whole project, with that project.
    Optional<Found> newestGood() throws FileException {
        for (Path file : newestFirst()) {
            try {
                return Optional.of(new Found(file, time(file), ProjectFormat.read(ProjectFiles.bytes(file))));
            } catch (ProjectFormatException | FileException e) {
                // Then an older one.
            }
        }
        return Optional.empty();
    }

    record Found(Path file, Instant time, Project project) {}

    private Path file(Instant time) {
        return folder.resolve(name + "-" + STAMP.format(time) + ".json");
    }

    private Instant time(Path file) {
        String stamp = file.getFileName().toString();
        return STAMP.parse(stamp.substring(name.length() + 1, stamp.length() - ".json".length()), Instant::from);
    }

    /// When a file of this folder was written, after its name; nothing where that tells no time, such as the 31st of
    /// February.
    Optional<Instant> timeOf(Path file) {
        try {
            return Optional.of(time(file));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void remove(Path file) throws FileException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileException.writing(file, e);
        }
    }
}
