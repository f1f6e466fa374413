package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// One command line, run in this process, and what it said.
record Cli(int code, String out, String err) {
    static Cli run(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int code = CommandLineProgram.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Cli done() {
        assertThat(code).as(err).isZero();
        return this;
    }

    /// The job failed as every job should: code 1, nothing on the standard output, one or two lines that are no
    /// stack trace and hold all of `parts`.
    Cli failed(Object... parts) {
        return ended(CommandLineProgram.FAILED, parts);
    }

    /// The same for wrong usage.
    Cli wrong(Object... parts) {
        return ended(CommandLineProgram.WRONG_USAGE, parts);
    }

    private Cli ended(int expected, Object... parts) {
        assertThat(code).as(out + err).isEqualTo(expected);
        assertThat(out).isEmpty();
        assertThat(err).startsWith("headroom: ").endsWith("\n").doesNotContain("\tat ", "Exception", "Error:");
        assertThat(err.lines().count()).as(err).isBetween(1L, 2L);
        for (Object part : parts) {
            assertThat(err).contains(part.toString());
        }
        return this;
    }

    /// The standard output as the one JSON object that it is.
    JsonNode json() {
        assertThat(code).as(err).isZero();
        JsonNode tree = new ObjectMapper().readTree(out);
        assertThat(tree.isObject()).isTrue();
        return tree;
    }

    /// Beats of noise over a tone, -20 LUFS or so, without any two equal frames.
    static float[][] music(int rate, double seconds, int channels) {
        SplittableRandom random = new SplittableRandom(7);
        float[][] music = new float[channels][(int) (rate * seconds)];
        for (int i = 0; i < music[0].length; i++) {
            double t = (double) i / rate;
            double hit = Math.exp(-(t % 0.25) * 12);
            for (int c = 0; c < channels; c++) {
                double tone = Math.sin(2 * Math.PI * (110 + 55 * c) * t);
                music[c][i] = (float) (0.15 * tone + 0.3 * hit * (random.nextDouble() - 0.5));
            }
        }
        return music;
    }

    static Path write(Path file, int rate, float[]... planar) throws IOException {
        try (AudioFileWriter writer =
                AudioFiles.create(file, new AudioFormat(rate, planar.length), EncoderSettings.of(SampleFormat.INT24))) {
            writer.write(planar, 0, planar[0].length);
        }
        return file;
    }

    /// A file of 32-bit floats whose header says whatever it is told, and whose samples are `samples`.
    static Path writeRaw(Path file, int rate, int channels, float... samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 4 * samples.length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 3).putShort((short) channels).putInt(rate).putInt(rate * channels * 4);
        bytes.putShort((short) (channels * 4)).putShort((short) 32);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(4 * samples.length);
        for (float sample : samples) {
            bytes.putFloat(sample);
        }
        return Files.write(file, bytes.array());
    }

    /// Everything in a folder, hidden files too, by name.
    static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
