package studio.headroom.files.audio.codec;

import java.io.Closeable;
import java.io.IOException;

/// Writes the samples of one sound file. The samples it gets are finite numbers. Without [#finish()] the file is not
/// valid.
public interface Encoder extends Closeable {
    /// Appends `count` frames from `source[channel][offset ..)`.
    void write(float[][] source, int offset, int count) throws IOException;

    /// Writes what is still held back and completes the header.
    void finish() throws IOException;

    /// Releases the file, finished or not.
    @Override
    void close() throws IOException;
}
