package studio.headroom.mastering.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.Bounce;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.OutputFormat.Dither;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.Project;

/// Finished files of real music, as they are delivered: nothing is found but that a limiter was at work.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FinishedFilesTest {
    private static final Path SONG = Path.of("samples", "Room Above the Rain.headroom");
    private static final int SECONDS = 10;

    @TempDir
    private static Path folder;

    private static Project song;
    private static Path mix;

    /// The beginning of the sample song, with a moment of silence before and an end.
    @BeforeAll
    static void print() throws IOException {
        song = ProjectFiles.load(SONG);
        int rate = song.sampleRate();
        Path whole = folder.resolve("whole.wav");
        Bounce.run(
                song,
                new ProjectLibrary(SONG, rate),
                whole,
                null,
                new Bounce.Settings(
                        OutputFormat.of(SampleFormat.FLOAT32),
                        0,
                        OptionalLong.of((long) SECONDS * rate),
                        1,
                        Bounce.DEFAULT_BLOCK),
                Progress.NONE);
        float[][] sound = new float[2][SECONDS * rate];
        try (AudioFileStream stream = AudioFiles.open(whole)) {
            for (int at = rate / 20; at < sound[0].length; ) {
                int read = stream.read(sound, at, sound[0].length - at);
                if (read < 0) {
                    break;
                }
                at += read;
            }
        }
        int fade = 3 * rate;
        for (float[] row : sound) {
            for (int i = 0; i < fade; i++) {
                double left = Math.max(0, (double) (fade - i - rate / 2) / fade);
                row[row.length - fade + i] *= (float) (left * left * left);
            }
        }
        mix = folder.resolve("mix.wav");
        try (AudioFileWriter writer =
                AudioFiles.create(mix, new AudioFormat(rate, 2), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(sound, 0, sound[0].length);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "streaming.wav, INT24, TPDF, 0, 44100",
        "cd.wav, INT16, SHAPED, 0, 44100",
        "store.flac, INT24, TPDF, 0, 44100",
        "portable.mp3, INT16, TPDF, 320, 44100",
        "small.mp3, INT16, TPDF, 192, 44100",
        "web.opus, INT16, TPDF, 160, 48000"
    })
    void nothingIsFoundButTheLimiter(String name, SampleFormat samples, Dither dither, int kilobits, int rate)
            throws IOException {
        Path file = folder.resolve(name);
        MasterJob.run(
                mix,
                file,
                new MasterJob.Settings(
                        song.mastering().chain(),
                        OptionalDouble.of(-14),
                        -1,
                        new OutputFormat(samples, kilobits, OptionalInt.of(rate), dither, Tags.NONE)),
                Progress.NONE);
        QualityReport report = QualityCheck.of(file, OptionalDouble.of(-1), Progress.NONE);
        assertThat(report.findings())
                .filteredOn(finding -> finding.kind() != FindingKind.LIMITED)
                .isEmpty();
    }
}
