package studio.headroom.files.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.audio.codec.TestSound;

class LoudnessTagsTest {
    private static final int RATE = 48_000;
    private static final Tags TAGS = Tags.NONE
            .with(Tags.Field.TITLE, "Für Elise")
            .with(Tags.Field.ISRC, "DEABC2600001")
            .with(Tags.Field.BARCODE, "036000291452");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.flac", "a.mp3", "a.opus"})
    void theGainIsWhatIsMissingToTheReferenceAndNothingElseChanges(String name) throws IOException {
        Path file = write(name, TestSound.music(1, 2, 2 * RATE, RATE, 24), TAGS);
        float[][] before = read(file);
        LoudnessReport report = ProgramMeter.measure(RATE, before);
        LoudnessTags.write(file, report, file);
        assertThat(AudioFiles.tags(file)).isEqualTo(TAGS);
        assertThat(read(file)).isDeepEqualTo(before);
        if (name.endsWith("opus")) {
            assertThat(Math.round((-23 - report.integratedLufs()) * 256))
                    .isEqualTo(Long.parseLong(found(file, "R128_TRACK_GAIN=(-?\\d+)")));
        } else {
            String between = name.endsWith("flac") ? "=" : "[\\x00\\xff\\xfe]*";
            assertThat(found(file, "REPLAYGAIN_TRACK_GAIN" + between + "(-?\\d+\\.\\d\\d dB)"))
                    .isEqualTo(String.format(java.util.Locale.ROOT, "%.2f dB", -18 - report.integratedLufs()));
            assertThat(Double.parseDouble(found(file, "REPLAYGAIN_TRACK_PEAK" + between + "(\\d\\.\\d{6})")))
                    .isCloseTo(Math.pow(10, report.truePeakDbtp() / 20), org.assertj.core.api.Assertions.within(1e-6));
        }
        LoudnessTags.write(file, report, file);
        assertThat(AudioFiles.tags(file)).isEqualTo(TAGS);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatHasNoLoudnessOrNoPlaceForItStaysAsItIs() throws IOException {
        Path silent = write("a.flac", new float[2][RATE], Tags.NONE);
        byte[] bytes = Files.readAllBytes(silent);
        LoudnessTags.write(silent, ProgramMeter.measure(RATE, new float[2][RATE]), silent);
        assertThat(silent).hasBinaryContent(bytes);
        float[][] music = TestSound.music(1, 2, RATE, RATE, 24);
        Path aiff = write("a.aiff", music, TAGS);
        bytes = Files.readAllBytes(aiff);
        LoudnessTags.write(aiff, ProgramMeter.measure(RATE, music), aiff);
        assertThat(aiff).hasBinaryContent(bytes);
    }

    private static String found(Path file, String pattern) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private Path write(String name, float[][] sound, Tags tags) throws IOException {
        Path file = folder.resolve(name);
        EncoderSettings settings = EncoderSettings.of(SampleFormat.INT24).withTags(tags);
        try (AudioFileWriter out = AudioFiles.create(file, new AudioFormat(RATE, 2), settings)) {
            out.write(sound, 0, sound[0].length);
        }
        return file;
    }

    private static float[][] read(Path file) throws IOException {
        try (AudioFileStream stream = AudioFiles.open(file)) {
            float[][] sound = new float[2][4 * RATE];
            int done = 0;
            for (int read = stream.read(sound, 0, 4096); read > 0; read = stream.read(sound, done, 4096)) {
                done += read;
            }
            return new float[][] {java.util.Arrays.copyOf(sound[0], done), java.util.Arrays.copyOf(sound[1], done)};
        }
    }
}
