package studio.headroom.device;

import java.io.IOException;
import studio.headroom.audio.SampleSink;

/// Makes the file that [FileDevice] records into. Whoever knows sound files hands it in.
@FunctionalInterface
public interface SinkFactory {
    /// @param path as the user wrote it
    /// @param sampleRate in Hz
    /// @return a sink for stereo sound of that rate
    SampleSink create(String path, int sampleRate) throws IOException;
}
