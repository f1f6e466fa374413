package studio.headroom.audio;

import java.io.Closeable;
import java.io.IOException;

/// Sound that can be read from any frame, such as a WAV file or a buffer in memory. Used by one thread at a time.
public interface SampleSource extends Closeable {
    AudioFormat format();

    /// Length in frames.
    long frames();

    /// Fills `target[channel][offset .. offset + count)` with the frames from `start` on. Frames before 0 and from
    /// [#frames()] on are silence; a negative `start` is allowed.
    ///
    /// @param target planar, at least [#format()]`.channels()` rows
    /// @throws IOException when the medium fails; what was filled in by then is undefined
    void read(long start, float[][] target, int offset, int count) throws IOException;

    @Override
    default void close() throws IOException {}
}
