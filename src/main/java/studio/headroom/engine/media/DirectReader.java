package studio.headroom.engine.media;

import java.io.Closeable;
import java.io.IOException;
import studio.headroom.audio.SampleSource;

/// Reads straight from the medium while an offline render waits for it.
public final class DirectReader implements MediaReader, Closeable {
    private final SampleSource source;

    public DirectReader(SampleSource source) {
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
