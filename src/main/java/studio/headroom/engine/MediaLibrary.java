package studio.headroom.engine;

import java.io.Closeable;
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

    /// The media readers of one offline render, closed together.
    final class Direct implements MediaReader, Closeable {
        private final SampleSource source;

        Direct(SampleSource source) {
            this.source = source;
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) {
            try {
                source.read(start, target, offset, count);
            } catch (IOException e) {
                throw new RenderException(e);
            }
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
