package studio.headroom.files.audio.codec;

import java.io.Closeable;
import java.io.IOException;

/// Writes the samples of one sound file. The samples it gets are finite numbers. Without [#finish()] the file is not
/// valid.
public interface Encoder extends Closeable {
    /// Appends `count` frames from `source[channel][offset ..)`.
    void write(float[][] source, int offset, int count) throws IOException;

    /// Whether [#readBack] works.
    default boolean readsBack() {
        return false;
    }

    /// Reads frames that were written before, from the file and as whoever decodes it does.
    ///
    /// @param start the first frame
    /// @throws IOException also when the file does not hold them
    default void readBack(long start, float[][] target, int offset, int count) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Writes what is still held back and completes the header.
    void finish() throws IOException;

    /// Releases the file, finished or not.
    @Override
    void close() throws IOException;
}
