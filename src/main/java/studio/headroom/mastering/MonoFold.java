package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;

/// Folds stereo into another sink's one channel: the mean of left and right, so that what is alike in both keeps its
/// level.
final class MonoFold implements SampleSink {
    private final SampleSink next;
    private final AudioFormat format;
    private float[][] mono = new float[1][0];

    MonoFold(SampleSink next) {
        this.next = next;
        format = new AudioFormat(next.format().sampleRate(), 2);
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        if (mono[0].length < count) {
            mono = new float[1][count];
        }
        float[] sum = mono[0];
        for (int i = 0; i < count; i++) {
            sum[i] = 0.5f * (source[0][offset + i] + source[1][offset + i]);
        }
        next.write(mono, 0, count);
    }

    /// Whoever gave the other sink closes that.
    @Override
    public void close() {}
}
