package studio.headroom.files.peaks;

import java.io.IOException;
import studio.headroom.audio.SampleStream;
import studio.headroom.project.Media;

/// Opens the sound files of a project for reading from their beginning. Several threads.
@FunctionalInterface
public interface MediaStreams {
    /// A new stream of a sound file, which the caller closes.
    ///
    /// @throws IOException that names the file and the cure
    SampleStream open(Media media) throws IOException;
}
