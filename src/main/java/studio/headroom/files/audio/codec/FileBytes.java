package studio.headroom.files.audio.codec;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.headroom.files.FileException;

/// The bytes of a file by position, for headers and packets. Everything asked for is there or an error says that the
/// file ends too early, so a parser cannot go on with bytes that do not exist. One thread at a time.
public final class FileBytes implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private final long size;

    private FileBytes(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    /// @throws FileException when the file cannot be opened, is a folder or is empty
    public static FileBytes open(Path path) throws FileException {
        try {
            if (Files.isDirectory(path)) {
                throw new AudioFileException("'" + path + "' is a folder, not a sound file. Name a file in it.");
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new AudioFileException("'" + path + "' is a device or a pipe, not a sound file.");
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                long size = channel.size();
                if (size == 0) {
                    throw new AudioFileException("'" + path + "' is empty. Copy it anew, or export it again.");
                }
                return new FileBytes(path, channel, size);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw FileException.reading(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /// Length of the file in bytes when it was opened.
    public long size() {
        return size;
    }

    /// `count` bytes from `position` on.
    ///
    /// @throws AudioFileException when the file ends before
    public byte[] bytes(long position, int count) throws FileException {
        if (position < 0 || position > size - count) {
            throw AudioFileException.damaged(
                    path, "it ends too early, " + (position + count - size) + " bytes are missing");
        }
        byte[] bytes = new byte[count];
        fill(position, bytes, 0, count);
        return bytes;
    }

    /// The bytes as a buffer that reads numbers in the given order.
    public ByteBuffer buffer(long position, int count, ByteOrder order) throws FileException {
        return ByteBuffer.wrap(bytes(position, count)).order(order);
    }

    /// Four characters, as they name chunks.
    public String fourCc(long position) throws FileException {
        return new String(bytes(position, 4), StandardCharsets.ISO_8859_1);
    }

    /// Fills `target[offset .. offset + count)`; all of it must exist.
    ///
    /// @throws AudioFileException when the file has become shorter since it was opened
    public void fill(long position, byte[] target, int offset, int count) throws FileException {
        int got = read(position, target, offset, count);
        if (got < count) {
            throw AudioFileException.damaged(path, "it ends too early, " + (count - got) + " bytes are missing");
        }
    }

    /// Reads up to `count` bytes; fewer only at the end of the file.
    public int read(long position, byte[] target, int offset, int count) throws FileException {
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, count);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position() - offset) < 0) {
                    break;
                }
            }
        } catch (IOException e) {
            throw FileException.reading(path, e);
        }
        return buffer.position() - offset;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
