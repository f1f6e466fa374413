package studio.headroom.ui.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;

/// Sound files for tests.
public final class Stems {
    private Stems() {}

    /// A tone that pulses twice a second.
    public static Path write(Path file, int rate, int channels, double seconds) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        float[][] sound = new float[channels][(int) Math.round(rate * seconds)];
        double hertz = 110 + 20 * (file.getFileName().toString().hashCode() & 15);
        for (int i = 0; i < sound[0].length; i++) {
            double t = (double) i / rate;
            float sample = (float) (0.3 * Math.exp(-4 * (t % 0.5)) * Math.sin(2 * Math.PI * hertz * t));
            for (float[] channel : sound) {
                channel[i] = sample;
            }
        }
        try (AudioFileWriter out =
                AudioFiles.create(file, new AudioFormat(rate, channels), EncoderSettings.of(SampleFormat.INT24))) {
            out.write(sound, 0, sound[0].length);
        }
        return file;
    }
}
