package studio.headroom.files.peaks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The peak files that are open for reading: those that were read last. Any thread.
final class OpenFiles {
    private final int limit;
    private final Map<PeakFile, FileChannel> channels = new LinkedHashMap<>(16, 0.75f, true);

    /// @param limit how many are open at a time
    OpenFiles(int limit) {
        this.limit = limit;
    }

    /// The channel of a file, which is opened if it is not open. It may be closed at any time by another thread's use
    /// of other files.
    synchronized FileChannel channel(PeakFile file, Path path) throws IOException {
        FileChannel open = channels.get(file);
        if (open != null && open.isOpen()) {
            return open;
        }
        FileChannel opened = FileChannel.open(path, StandardOpenOption.READ);
        channels.put(file, opened);
        Iterator<FileChannel> eldest = channels.values().iterator();
        while (channels.size() > limit) {
            closeQuietly(eldest.next());
            eldest.remove();
        }
        return opened;
    }

    synchronized void close(PeakFile file) {
        closeQuietly(channels.remove(file));
    }

    synchronized int open() {
        return channels.size();
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Only read from: nothing can be lost by it.
            }
        }
    }
}
