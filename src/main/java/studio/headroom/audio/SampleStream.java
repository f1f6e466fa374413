package studio.headroom.audio;

import java.io.Closeable;
import java.io.IOException;

/// Sound that can only be read from its beginning to its end, such as a decoder. Used by one thread at a time.
public interface SampleStream extends Closeable {
    AudioFormat format();

    /// The length in frames where the container states it, else -1. What a container states may be wrong: only the
    /// return of [#read] is the truth.
    long expectedFrames();

    /// Reads up to `count` frames into `target[channel][offset ..)`.
    ///
    /// @return frames read, at least 1, or -1 at the end
    int read(float[][] target, int offset, int count) throws IOException;
}
