package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;

/// A stream whose sound another hears, too, on its way. Neither is closed with it.
public record HeardStream(SampleStream stream, Listener listener) implements SampleStream {
    /// Who hears it.
    @FunctionalInterface
    public interface Listener {
        /// Takes in `count` frames of `source[channel][offset ..)`, which it does not change.
        void hear(float[][] source, int offset, int count) throws IOException;
    }

    @Override
    public AudioFormat format() {
        return stream.format();
    }

    @Override
    public long expectedFrames() {
        return stream.expectedFrames();
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        int read = stream.read(target, offset, count);
        if (read > 0) {
            listener.hear(target, offset, read);
        }
        return read;
    }

    @Override
    public void close() {}
}
