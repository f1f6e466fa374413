package studio.headroom.files.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.audio.codec.TestSound;
import studio.headroom.files.audio.external.FfmpegStream;

/// What Headroom writes ffmpeg reads bit for bit, and the other way round.
class OtherProgramsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void ffmpegIsHere() {
        Assumptions.assumeTrue(FfmpegStream.program().isPresent(), "no ffmpeg here");
    }

    @ParameterizedTest
    @CsvSource({
        "INT8, a.wav, 2",
        "INT16, a.wav, 1",
        "INT24, a.wav, 2",
        "INT32, a.wav, 2",
        "FLOAT32, a.wav, 2",
        "FLOAT64, a.wav, 1",
        "INT24, a.wav, 6",
        "FLOAT32, a.wav, 6",
        "INT8, a.aif, 2",
        "INT16, a.aif, 2",
        "INT24, a.aif, 1",
        "INT32, a.aif, 2",
        "FLOAT32, a.aif, 2",
        "FLOAT64, a.aif, 2",
        "INT16, a.flac, 2",
        "INT24, a.flac, 6",
        "INT20, a.wav, 1",
        "INT20, a.wav, 2",
        "INT20, a.aif, 2",
        "INT20, a.flac, 1",
        "INT20, a.flac, 2"
    })
    void ffmpegReadsWhatIsWritten(SampleFormat samples, String name, int channels) throws Exception {
        float[][] sound = TestSound.gridNoise(1, channels, 3001, samples.bits());
        Path path = folder.resolve(name);
        EncoderSettings settings =
                EncoderSettings.of(samples).withTags(Tags.NONE.with(Tags.Field.TITLE, "A title of odd length"));
        try (AudioFileWriter writer = AudioFiles.create(path, new AudioFormat(44_100, channels), settings)) {
            writer.write(sound, 0, 3001);
        }
        assertThat(decodeWithFfmpeg(path, channels)).isDeepEqualTo(sound);
        try (AudioFileStream stream = AudioFiles.open(path)) {
            assertThat(stream.info().reader()).isEmpty();
            assertThat(TestSound.readAll(stream)).isDeepEqualTo(sound);
        }
        assertThat(AudioFiles.tags(path).get(Tags.Field.TITLE)).isEqualTo("A title of odd length");
    }

    @ParameterizedTest
    @CsvSource({
        "pcm_u8, wav, 8",
        "pcm_s16le, wav, 16",
        "pcm_s24le, wav, 24",
        "pcm_s32le, wav, 24",
        "pcm_f32le, wav, 24",
        "pcm_f64le, wav, 24",
        "pcm_s24le -rf64 always, wav, 24",
        "pcm_s16be, aiff, 16",
        "pcm_s24be, aiff, 24",
        "pcm_s32be, aiff, 24",
        "pcm_s16le, aiff, 16",
        "pcm_f32be, aiff, 24",
        "pcm_f64be, aiff, 24",
        "pcm_s8, aiff, 8",
        "flac, flac, 16"
    })
    void whatFfmpegWritesIsRead(String codec, String kind, int bits) throws Exception {
        for (int channels : new int[] {1, 2, 6}) {
            float[][] sound = TestSound.gridNoise(2, channels, 2000, bits);
            Path raw = folder.resolve("raw.f32");
            ByteBuffer bytes = ByteBuffer.allocate(2000 * channels * 4).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < 2000; i++) {
                for (int ch = 0; ch < channels; ch++) {
                    bytes.putFloat(sound[ch][i]);
                }
            }
            Files.write(raw, bytes.array());
            Path path = folder.resolve("a." + kind);
            List<String> arguments = new ArrayList<>(
                    List.of("-f", "f32le", "-ar", "48000", "-ac", "" + channels, "-i", raw.toString(), "-c:a"));
            arguments.addAll(List.of(codec.split(" ")));
            if (kind.equals("flac")) {
                arguments.addAll(List.of("-sample_fmt", "s16"));
            }
            arguments.add(path.toString());
            ffmpeg(null, arguments);
            try (AudioFileStream stream = AudioFiles.open(path)) {
                assertThat(stream.info().reader()).isEmpty();
                assertThat(TestSound.readAll(stream)).isDeepEqualTo(sound);
            }
            // Into a pipe, where no length can be written afterwards.
            if (!kind.equals("flac")) {
                Path piped = folder.resolve("piped");
                arguments.removeLast();
                arguments.addAll(List.of("-f", kind, "pipe:1"));
                ffmpeg(piped, arguments);
                try (AudioFileStream stream = AudioFiles.open(piped)) {
                    assertThat(TestSound.readAll(stream)).isDeepEqualTo(sound);
                }
            }
        }
    }

    @Test
    void mp3AndOpusHaveTheirLengthInOtherProgramsToo() throws Exception {
        float[][] sound = TestSound.tones(2, 30_001, 48_000);
        for (String name : new String[] {"a.mp3", "a.opus"}) {
            Path path = folder.resolve(name);
            try (AudioFileWriter writer =
                    AudioFiles.create(path, new AudioFormat(48_000, 2), EncoderSettings.lossy(0))) {
                writer.write(sound, 0, 30_001);
            }
            float[][] got = decodeWithFfmpeg(path, 2);
            // ffmpeg cuts the end of Opus at packets only when it copies; it decodes within one packet of the truth.
            assertThat(got[0].length).isBetween(30_001 - 1, 30_001 + 960);
            assertThat(TestSound.lag(sound[0], got[0])).isZero();
        }
    }

    private float[][] decodeWithFfmpeg(Path path, int channels) throws Exception {
        Path raw = folder.resolve("decoded.f32");
        ffmpeg(raw, List.of("-i", path.toString(), "-f", "f32le", "pipe:1"));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        int frames = bytes.remaining() / 4 / channels;
        float[][] sound = new float[channels][frames];
        for (int i = 0; i < frames; i++) {
            for (int ch = 0; ch < channels; ch++) {
                sound[ch][i] = bytes.getFloat();
            }
        }
        return sound;
    }

    private static void ffmpeg(@org.jspecify.annotations.Nullable Path output, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(FfmpegStream.program().orElseThrow().toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.redirectOutput(
                output == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(output.toFile()));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
