package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;

/// Hands on the part of a sound that is delivered, faded at its ends. Whoever gave the next sink closes that.
public final class TrimmedSink implements SampleSink {
    private final SampleSink next;
    private final Trim trim;
    private final Plain plain;
    private float[][] faded = {};
    private long position;

    /// Hears what is delivered as it was before the fades.
    @FunctionalInterface
    public interface Plain {
        /// `count` frames of `source[channel][offset ..)`, the same that the next sink gets after this.
        void write(float[][] source, int offset, int count) throws IOException;
    }

    public TrimmedSink(SampleSink next, Trim trim) {
        this(next, trim, (source, offset, count) -> {});
    }

    /// @param plain hears the samples of the part untouched
    public TrimmedSink(SampleSink next, Trim trim, Plain plain) {
        this.next = next;
        this.trim = trim;
        this.plain = plain;
    }

    @Override
    public AudioFormat format() {
        return next.format();
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        long start = Math.max(position, trim.from());
        long end = Math.min(position + count, trim.to());
        if (start < end) {
            int at = offset + (int) (start - position);
            int length = (int) (end - start);
            plain.write(source, at, length);
            if (trim.isPlain(start, end)) {
                next.write(source, at, length);
            } else {
                fade(source, at, length, start);
            }
        }
        position += count;
    }

    private void fade(float[][] source, int at, int length, long start) throws IOException {
        if (faded.length == 0 || faded[0].length < length) {
            faded = new float[source.length][length];
        }
        for (int i = 0; i < length; i++) {
            float gain = (float) trim.gain(start + i);
            for (int c = 0; c < source.length; c++) {
                faded[c][i] = source[c][at + i] * gain;
            }
        }
        next.write(faded, 0, length);
    }

    @Override
    public void close() {}
}
