package studio.headroom.files.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// That a song is open in one program only, since two that save into one folder would lose each other's work.
///
/// The lock is the system's, on a file in the project folder: it is let go when its program ends, however it ends, so
/// none is ever left over. The file stays, says who had the song last, and means nothing by itself. Where a file system
/// has no locks, or nothing can be written, the song is not guarded. Any thread.
public final class SongLock implements AutoCloseable {
    /// Beside `project.json`.
    public static final String FILE = ".open";

    private static final int MOST_BYTES = 1_000;
    /// Far behind the text, which others may read while it is locked.
    private static final long PLACE = Long.MAX_VALUE - 1;

    /// Where this program has a song open. The files of these are opened by nobody else here: closing any channel of a
    /// file ends all locks that a program has on it.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final @Nullable FileChannel channel;

    private SongLock(Path folder, @Nullable FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Who has a song open.
    ///
    /// @param user of the other program; empty where that is not known
    /// @param since nothing where that is not known
    /// @param here whether it is this program
    public record Holder(String user, Optional<Instant> since, boolean here) {}

    /// Takes the lock of a song, or says nothing where another has it.
    public static Optional<SongLock> take(Path songFolder) {
        Path folder = real(songFolder);
        if (!OWN.add(folder)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(PLACE, 1, false);
            if (lock == null) {
                channel.close();
                OWN.remove(folder);
                return Optional.empty();
            }
            sign(channel);
            return Optional.of(new SongLock(folder, channel));
        } catch (OverlappingFileLockException e) {
            OWN.remove(folder);
            return Optional.empty();
        } catch (IOException e) {
            close(channel);
            return Optional.of(new SongLock(folder, null));
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String text = Instant.now() + "\n" + System.getProperty("user.name", "") + "\n";
        channel.truncate(0);
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Who has the song that could not be taken.
    public static Holder holder(Path songFolder) {
        Path folder = real(songFolder);
        if (OWN.contains(folder)) {
            return new Holder(System.getProperty("user.name", ""), Optional.empty(), true);
        }
        try (var in = Files.newInputStream(folder.resolve(FILE))) {
            String[] lines = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).split("\n");
            Optional<Instant> since = lines.length > 0 ? Optional.of(Instant.parse(lines[0])) : Optional.empty();
            return new Holder(lines.length > 1 ? lines[1].strip() : "", since, false);
        } catch (IOException | DateTimeException e) {
            return new Holder("", Optional.empty(), false);
        }
    }

    /// Lets the song go; once more does nothing.
    @Override
    public void close() {
        close(channel);
        OWN.remove(folder);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The system lets the lock go with the channel, however closing goes.
        }
    }
}
