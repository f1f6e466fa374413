package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;

/// Hands on the part of a sound that is delivered, faded at its ends. Whoever gave the next sink closes that.
public final class TrimmedSink implements SampleSink {
    private final SampleSink next;
    private final Trim trim;
    private float[][] faded = {};
    private long position;

    public TrimmedSink(SampleSink next, Trim trim) {
        this.next = next;
        this.trim = trim;
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
