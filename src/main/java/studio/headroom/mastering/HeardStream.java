package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleStream;

/// A stream whose sound another hears, too. Neither is closed with it.
record HeardStream(SampleStream stream, SampleSink listener) implements SampleStream {
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
            listener.write(target, offset, read);
        }
        return read;
    }

    @Override
    public void close() {}
}
