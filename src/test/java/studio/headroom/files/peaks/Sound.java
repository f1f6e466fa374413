package studio.headroom.files.peaks;

import java.util.Random;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;

/// Sound in memory for tests.
record Sound(AudioFormat format, float[][] samples) implements SampleSource {
    /// Noise under an envelope, with spikes beyond full scale, so that no two peaks are alike.
    static Sound noise(int channels, int frames, long seed) {
        Random random = new Random(seed);
        float[][] samples = new float[channels][frames];
        for (float[] channel : samples) {
            for (int i = 0; i < frames; i++) {
                double envelope = Math.pow(10, -5 * Math.abs(Math.sin(i * 1e-4)));
                channel[i] = (float) (envelope * (2 * random.nextDouble() - 1) + (i % 9973 == 0 ? 3 : 0));
            }
        }
        return new Sound(new AudioFormat(48_000, channels), samples);
    }

    @Override
    public long frames() {
        return samples[0].length;
    }

    @Override
    public void read(long start, float[][] target, int offset, int count) {
        for (int c = 0; c < samples.length; c++) {
            for (int i = 0; i < count; i++) {
                long at = start + i;
                target[c][offset + i] = at >= 0 && at < frames() ? samples[c][(int) at] : 0;
            }
        }
    }
}
