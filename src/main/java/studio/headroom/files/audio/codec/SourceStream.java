package studio.headroom.files.audio.codec;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SequentialReader;

/// A source read from its beginning to its end. Closing it closes the source.
public final class SourceStream implements AudioFileStream {
    private final AudioFileSource source;
    private final SequentialReader reader;

    public SourceStream(AudioFileSource source) {
        this.source = source;
        reader = new SequentialReader(source);
    }

    @Override
    public AudioFormat format() {
        return source.format();
    }

    @Override
    public AudioFileInfo info() {
        return source.info();
    }

    @Override
    public long invalidSamples() {
        return source.invalidSamples();
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        return reader.read(target, offset, count);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
