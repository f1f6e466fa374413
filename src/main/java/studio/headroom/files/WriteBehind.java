package studio.headroom.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Brings what has been written to a file to the disk while more is written, on a thread of its own, so that
/// [AtomicFile#commit()] has little left to wait for. All calls come from one thread.
public final class WriteBehind implements Closeable {
    private final Path file;
    private @Nullable Thread worker;
    private volatile @Nullable IOException failure;

    /// @param file that exists; it may be written to by whatever means
    public WriteBehind(Path file) {
        this.file = file;
    }

    /// Begins with what has been written so far, unless the last begin is still at work. Returns at once.
    public void begin() {
        if (failure == null && (worker == null || !worker.isAlive())) {
            worker = Thread.ofPlatform().daemon().name("write-behind").start(this::force);
        }
    }

    private void force() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(false);
        } catch (IOException e) {
            failure = e;
        }
    }

    /// Waits for what was begun.
    ///
    /// @throws IOException of the disk: the system may tell of it only once, and here it was told
    @Override
    public void close() throws IOException {
        try {
            if (worker != null) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (failure != null) {
            throw failure;
        }
    }
}
