package studio.headroom.files.audio.codec;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;

/// Keeps a decoder's own failures from its callers: whatever it throws becomes an [AudioFileException], and what is
/// promised of a read holds.
public final class GuardedStream implements AudioFileStream {
    private final AudioFileStream stream;
    private final AudioFileInfo info;

    public GuardedStream(AudioFileStream stream) {
        this.stream = stream;
        this.info = stream.info();
    }

    @Override
    public AudioFormat format() {
        return info.format();
    }

    @Override
    public AudioFileInfo info() {
        return info;
    }

    @Override
    public long invalidSamples() {
        return stream.invalidSamples();
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        if (offset < 0 || count < 1 || offset + count > target[0].length) {
            throw new IndexOutOfBoundsException(count + " frames at " + offset + " of " + target[0].length);
        }
        try {
            return stream.read(target, offset, count);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw AudioFileException.damaged(info.path(), "its sound cannot be decoded", e);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
