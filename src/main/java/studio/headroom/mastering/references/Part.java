package studio.headroom.mastering.references;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.project.Span;

/// A part of a sound as a sound of its own; closes it.
public record Part(SampleSource whole, Span region) implements SampleSource {
    @Override
    public AudioFormat format() {
        return whole.format();
    }

    @Override
    public long frames() {
        return Math.max(0, Math.min(region.end(), whole.frames()) - region.start());
    }

    @Override
    public void read(long start, float[][] target, int offset, int count) throws IOException {
        whole.read(region.start() + start, target, offset, count);
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
