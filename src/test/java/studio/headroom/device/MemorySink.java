package studio.headroom.device;

import java.io.IOException;
import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;

/// A file in memory, on a disk of limited size.
final class MemorySink implements SampleSink {
    private final AudioFormat format;
    private final int capacity;
    private float[][] samples = new float[2][0];
    private int closings;

    /// @param capacity frames for which there is room
    MemorySink(int sampleRate, int capacity) {
        this.format = new AudioFormat(sampleRate, 2);
        this.capacity = capacity;
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        int frames = samples[0].length;
        if (closings > 0) {
            throw new IOException("closed already");
        }
        if (frames + count > capacity) {
            throw new IOException("No space left on device");
        }
        for (int ch = 0; ch < 2; ch++) {
            samples[ch] = Arrays.copyOf(samples[ch], frames + count);
            System.arraycopy(source[ch], offset, samples[ch], frames, count);
        }
    }

    @Override
    public void close() {
        closings++;
    }

    float[][] samples() {
        return samples;
    }

    int closings() {
        return closings;
    }
}
