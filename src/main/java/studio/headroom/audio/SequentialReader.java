package studio.headroom.audio;

import java.io.IOException;

/// A source read from its beginning to its end. Closing it leaves the source open, which belongs to somebody else.
public final class SequentialReader implements SampleStream {
    private final SampleSource source;
    private long position;

    public SequentialReader(SampleSource source) {
        this.source = source;
    }

    @Override
    public AudioFormat format() {
        return source.format();
    }

    @Override
    public long expectedFrames() {
        return source.frames();
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        int part = (int) Math.min(count, source.frames() - position);
        if (part <= 0) {
            return -1;
        }
        source.read(position, target, offset, part);
        position += part;
        return part;
    }

    @Override
    public void close() {}
}
