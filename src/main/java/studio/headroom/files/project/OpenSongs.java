package studio.headroom.files.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;

/// Which songs are open in which running program, so that after a crash the next start can offer what was not saved: of
/// saved songs the autosaves in their folders, of songs without a name those that are kept here.
///
/// Each open song has a folder with a lock that the system lets go when its program ends, however it ends. A folder
/// without a living program is a song that was left behind.
public final class OpenSongs {
    private static final String PREFIX = "song-";
    private static final int SECONDS_TO_OPEN = 60;
    private static final String LOCK = "lock";
    private static final String PLACE = "place.txt";
    private static final String STATES = "states";

    private final Path folder;

    /// @param folder of the user's state, made when needed
    public OpenSongs(Path folder) {
        this.folder = folder;
    }

    /// A song that is open in this program.
    public static final class Entry implements AutoCloseable {
        private final Path folder;
        private final FileChannel channel;

        private Entry(Path folder, FileChannel channel) {
            this.folder = folder;
            this.channel = channel;
        }

        /// Where a song without a name is kept, and any whose folder cannot be written.
        public Autosave unnamed() {
            return new Autosave(folder.resolve(STATES));
        }

        /// Notes that the song lies in a project folder now; its unsaved work is kept there.
        public void named(Path project) throws FileException {
            String text = project.toAbsolutePath().normalize().toString();
            AtomicFile.write(folder.resolve(PLACE), text.getBytes(StandardCharsets.UTF_8));
            unnamed().clear();
        }

        /// The song was closed in peace: nothing of it will be offered.
        @Override
        public void close() throws FileException {
            unnamed().clear();
            try {
                channel.close();
            } catch (IOException e) {
                throw FileException.writing(folder, e);
            }
            remove(folder);
        }
    }

    /// A song whose program ended without closing it.
    ///
    /// @param place its project folder, or nothing where it had no name or the folder is gone
    /// @param recovery its newest state that can be opened and was not saved
    public record LeftBehind(Path entry, Optional<Path> place, Autosave.Recovery recovery) {}

    /// Notes that a song is open.
    ///
    /// @param project its folder, or null while it has no name
    public Entry open(@Nullable Path project) throws FileException {
        try {
            Files.createDirectories(folder);
            Path own = Files.createTempDirectory(folder, PREFIX);
            FileChannel channel =
                    FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            Entry entry = new Entry(own, channel);
            if (project != null) {
                entry.named(project);
            }
            return entry;
        } catch (FileAlreadyExistsException e) {
            throw new FileException("Cannot write into '" + folder + "': it is not a folder. Remove or rename it.", e);
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
    }

    /// The songs that were left behind with unsaved work, the newest first. Entries that hold nothing to recover are
    /// removed.
    public List<LeftBehind> leftBehind() throws FileException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = files.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileException.reading(folder, e);
        }
        List<LeftBehind> found = new ArrayList<>();
        for (Path entry : entries) {
            if (!alive(entry)) {
                Optional<LeftBehind> left = leftBehind(entry);
                left.ifPresent(found::add);
                if (left.isEmpty()) {
                    discard(entry);
                }
            }
        }
        found.sort(Comparator.comparing((LeftBehind left) -> left.recovery().time())
                .reversed());
        return found;
    }

    /// Forgets a song that was left behind: it was recovered or is not wanted. What lies in its project folder stays.
    public void forget(LeftBehind left) throws FileException {
        discard(left.entry());
    }

    private static void discard(Path entry) throws FileException {
        new Autosave(entry.resolve(STATES)).clear();
        remove(entry);
    }

    private static Optional<LeftBehind> leftBehind(Path entry) throws FileException {
        Optional<Path> place = place(entry).filter(Files::isDirectory);
        try {
            Optional<Autosave.Recovery> inside = place.isPresent() ? Autosave.recovery(place.get()) : Optional.empty();
            return Stream.concat(inside.stream(), new Autosave(entry.resolve(STATES)).newest().stream())
                    .max(Comparator.comparing(Autosave.Recovery::time))
                    .map(state -> new LeftBehind(entry, place, state));
        } catch (FileException e) {
            // One song that cannot be read must not keep the others from being offered.
            return Optional.empty();
        }
    }

    private static Optional<Path> place(Path entry) {
        try {
            Path file = entry.resolve(PLACE);
            return Files.exists(file)
                    ? Optional.of(Path.of(new String(ProjectFiles.bytes(file), StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (FileException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean alive(Path entry) throws FileException {
        Path lock = entry.resolve(LOCK);
        try {
            if (!Files.exists(lock)) {
                // Its program may be about to make it.
                Instant made = Files.getLastModifiedTime(entry).toInstant();
                return made.isAfter(Instant.now().minusSeconds(SECONDS_TO_OPEN));
            }
        } catch (IOException e) {
            throw FileException.reading(entry, e);
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw FileException.reading(lock, e);
        }
    }

    private static void remove(Path entry) throws FileException {
        for (Path file : List.of(entry.resolve(STATES), entry.resolve(PLACE), entry.resolve(LOCK), entry)) {
            try {
                Files.deleteIfExists(file);
            } catch (DirectoryNotEmptyException e) {
                // Something that is not ours lies in it; it stays.
            } catch (IOException e) {
                throw FileException.writing(file, e);
            }
        }
    }
}
