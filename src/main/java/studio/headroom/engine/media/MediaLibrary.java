package studio.headroom.engine.media;

import java.io.IOException;
import studio.headroom.audio.SampleSource;
import studio.headroom.project.Media;

/// Opens the sound files of a project.
@FunctionalInterface
public interface MediaLibrary {
    /// A new, independent source for a sound file, at the project's rate.
    ///
    /// @throws IOException that names the file and the cure
    SampleSource open(Media media) throws IOException;
}
