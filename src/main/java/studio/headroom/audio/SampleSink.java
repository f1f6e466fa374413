package studio.headroom.audio;

import java.io.Closeable;
import java.io.IOException;

/// Where sound is written to, from its beginning to its end. Used by one thread at a time.
public interface SampleSink extends Closeable {
    AudioFormat format();

    /// Appends `count` frames from `source[channel][offset ..)`. The source is not changed.
    void write(float[][] source, int offset, int count) throws IOException;

    /// Completes what was written. Without a successful close the result is not valid.
    @Override
    void close() throws IOException;
}
