package studio.headroom.files.peaks;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/// The mip-map of one sound on the disk, complete or growing: minimum, maximum and RMS of 64 frames and of each four
/// times as many up to 65536, as [PeakLayout] places them. Nothing of it is kept in memory. What it holds is not
/// trusted: any bytes of the right length are a waveform. Any thread.
final class PeakFile {
    private final PeakLayout layout;
    private final OpenFiles files;
    private final Path place;
    private volatile Path path;
    private volatile long ready;

    private PeakFile(PeakLayout layout, OpenFiles files, Path place, long ready) {
        this.layout = layout;
        this.files = files;
        this.place = place;
        this.ready = ready;
        path = place;
    }

    /// A file that is yet to be made.
    static PeakFile growing(Path place, PeakLayout layout, OpenFiles files) {
        return new PeakFile(layout, files, place, 0);
    }

    /// Opens a file that was kept.
    ///
    /// @return empty where there is none, or none of this sound, this version and this length
    static Optional<PeakFile> open(Path path, PeakLayout layout, OpenFiles files) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(PeakLayout.HEADER);
            if (channel.size() != layout.bytes()) {
                return Optional.empty();
            }
            fill(channel, 0, header);
            return Arrays.equals(header.array(), layout.header())
                    ? Optional.of(new PeakFile(layout, files, path, layout.key().frames()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    PeakLayout layout() {
        return layout;
    }

    /// Where the complete file belongs.
    Path place() {
        return place;
    }

    /// Frames from the beginning of the sound whose peaks are there.
    long ready() {
        return ready;
    }

    void ready(long frames) {
        ready = frames;
    }

    /// Says where the file grows. When it is gone from there, it is looked for in its place.
    void growsAt(Path temporary) {
        path = temporary;
    }

    /// Closes the file; the next read opens it again.
    void close() {
        files.close(this);
    }

    /// Fills the rest of a buffer with the bytes from `position` on.
    ///
    /// @throws IOException when they are not there
    void read(long position, ByteBuffer target) throws IOException {
        int start = target.position();
        for (int attempt = 0; ; attempt++) {
            try {
                fill(files.channel(this, path), position, target);
                return;
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (ClosedChannelException e) {
                // Another thread opened one file too many.
                if (attempt == 3) {
                    throw e;
                }
                target.position(start);
            } catch (NoSuchFileException e) {
                if (path.equals(place)) {
                    throw e;
                }
                path = place;
            }
        }
    }

    private static void fill(FileChannel channel, long position, ByteBuffer target) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                throw new EOFException("the peaks end too early");
            }
            at += count;
        }
    }
}
