package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;

/// Sound files for tests.
final class TestFiles {
    private TestFiles() {}

    static void write(Path file, int rate, float[]... planar) throws IOException {
        try (AudioFileWriter writer = AudioFiles.create(
                file, new AudioFormat(rate, planar.length), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(planar, 0, planar[0].length);
        }
    }

    static float[][] read(Path file) throws IOException {
        try (SampleStream stream = AudioFiles.open(file)) {
            float[][] all = new float[stream.format().channels()][Math.toIntExact(stream.expectedFrames())];
            int at = 0;
            while (at < all[0].length) {
                int read = stream.read(all, at, all[0].length - at);
                if (read < 0) {
                    throw new IOException("only " + at + " frames");
                }
                at += read;
            }
            return all;
        }
    }

    /// Beats of noise and chords with a loud and a quiet part: something with peaks, bass and a range.
    static float[][] music(int rate, double seconds) {
        SplittableRandom random = new SplittableRandom(5);
        int frames = (int) (rate * seconds);
        float[][] music = new float[2][frames];
        double[] chord = {55, 110, 164.81, 220, 261.63, 329.63};
        for (int i = 0; i < frames; i++) {
            double t = (double) i / rate;
            double level = t % 4 < 2 ? 0.5 : 0.2;
            double hit = Math.exp(-(t % 0.5) * 12);
            double tone = 0;
            for (int n = 0; n < chord.length; n++) {
                tone += Math.sin(2 * Math.PI * chord[n] * t + n) / (n + 1);
            }
            for (int c = 0; c < 2; c++) {
                music[c][i] = (float) (level * (0.25 * tone + 0.5 * hit * (random.nextDouble() * 2 - 1)));
            }
        }
        return music;
    }
}
