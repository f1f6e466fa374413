package studio.headroom.mastering.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.project.Ends;

class QualityCheckTest {
    private static final int RATE = Programs.RATE;
    private static final Ends FADED = Ends.WHOLE.withFadeIn(1).withFadeOut(4).withTail(new Ends.Edge.Silence(0.5));

    @TempDir
    private Path folder;

    @Test
    void aSoundFileRaisesNothing() throws IOException {
        Path file = write("fine.wav", SampleFormat.INT24, Programs.music(RATE));
        assertThat(check(file).findings()).isEmpty();
        assertThat(check(file).passed()).isTrue();
    }

    @Test
    void samplesThatAreNoNumbersAreSaidAndNotRefused() throws IOException {
        float[][] sound = Programs.music(RATE);
        float mark = 0.123456f;
        sound[0][5 * RATE] = mark;
        sound[1][5 * RATE] = mark;
        Path file = write("nan.wav", SampleFormat.FLOAT32, sound);
        replace(file, mark);
        QualityReport report = check(file);
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(FindingKind.NOT_NUMBERS);
        Finding finding = report.findings().getFirst();
        assertThat(5L * RATE).isBetween(finding.from(), finding.to());
        assertThat(finding.value()).isEqualTo(2);
        assertThat(report.passed()).isFalse();
    }

    @Test
    void anEmptyFileIsAFinding() throws IOException {
        QualityReport report = check(write("empty.wav", SampleFormat.INT16, new float[2][0]));
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(FindingKind.NO_SOUND);
    }

    @Test
    void sixteenBitsInAFileOfTwentyFourAreSeen() throws IOException {
        Path narrow = write("16.wav", SampleFormat.INT16, Programs.music(RATE));
        assertThat(check(narrow).findings()).isEmpty();
        Path wide = write("24.flac", SampleFormat.INT24, sixteen(Programs.music(RATE)));
        assertThat(check(wide).findings()).extracting(Finding::kind).containsExactly(FindingKind.PADDED_BITS);
    }

    /// What is faded has samples between those that were stored; the file has no more bits for that.
    @Test
    void sixteenBitsInAFileOfTwentyFourAreSeenThroughCutsAndFades() throws IOException {
        Path wide = write("24.wav", SampleFormat.INT24, sixteen(Programs.music(RATE)));
        QualityReport report = check(wide, FADED.withHead(new Ends.Edge.At(2)));
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(FindingKind.PADDED_BITS);
        Finding finding = report.findings().getFirst();
        assertThat(finding.value()).isEqualTo(16);
        assertThat(finding.from()).isEqualTo(2L * RATE);
        Path fine = write("fine.wav", SampleFormat.INT24, Programs.music(RATE));
        assertThat(check(fine, FADED).findings()).isEmpty();
    }

    /// A fade makes the crackle of cut tops softer, and leaves it. One that is cut away is not delivered.
    @Test
    void whatWasClippedIsClippedUnderAFade() throws IOException {
        float[][] sound = Programs.music(RATE);
        for (float[] row : sound) {
            for (int i = 8 * RATE; i < 11 * RATE; i++) {
                row[i] = Math.clamp(3 * row[i], -1, 1);
            }
        }
        Path file = write("hot.wav", SampleFormat.INT24, sound);
        assertThat(check(file, FADED).passed()).isFalse();
        assertThat(check(file, FADED.withFadeOut(5)).findings())
                .extracting(Finding::kind)
                .contains(FindingKind.CLIPPED);
        assertThat(check(file, FADED.withTail(new Ends.Edge.At(7))).findings()).isEmpty();
    }

    /// Where the wave swings around an offset, the silence that a fade begins with does not click.
    @Test
    void aFadeFromSilenceIsNoCutWhereTheWaveIsOffCenter() throws IOException {
        float[][] sound = Programs.music(RATE);
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] += 0.02f;
            }
        }
        Path file = write("off.wav", SampleFormat.INT24, sound);
        assertThat(check(file, FADED).findings()).extracting(Finding::kind).containsExactly(FindingKind.DC_OFFSET);
    }

    @Test
    void samplesThatAreNoNumbersAreThoseOfWhatIsDelivered() throws IOException {
        float[] left = Programs.music(RATE)[0];
        float mark = 0.123456f;
        left[RATE] = mark;
        Path file = write("nan.wav", SampleFormat.FLOAT32, left);
        replace(file, mark);
        assertThat(check(file, Ends.WHOLE.withHead(new Ends.Edge.At(1))).findings())
                .extracting(Finding::kind)
                .contains(FindingKind.NOT_NUMBERS);
        assertThat(check(file, Ends.WHOLE.withHead(new Ends.Edge.At(1 + 1.0 / RATE)))
                        .findings())
                .extracting(Finding::kind)
                .doesNotContain(FindingKind.NOT_NUMBERS);
    }

    /// An encoder of few bits ends where a converter from a low rate does.
    @ParameterizedTest
    @ValueSource(ints = {12, 24, 32, 64, 160})
    void whatWasOpusOnceIsNeverSaidToBeConvertedUpAlone(int kilobits) throws IOException {
        Path opus = folder.resolve("a.opus");
        float[][] sound = Programs.bursts(RATE);
        try (AudioFileWriter writer =
                AudioFiles.create(opus, new AudioFormat(RATE, 2), EncoderSettings.lossy(kilobits))) {
            writer.write(sound, 0, sound[0].length);
        }
        float[][] decoded = new float[2][3 * sound[0].length];
        int frames = 0;
        try (AudioFileStream stream = AudioFiles.open(opus)) {
            for (int read = stream.read(decoded, 0, 4096); read > 0; read = stream.read(decoded, frames, 4096)) {
                frames += read;
            }
        }
        float[][] wave = {Arrays.copyOf(decoded[0], frames), Arrays.copyOf(decoded[1], frames)};
        Path file = folder.resolve("a.wav");
        try (AudioFileWriter writer =
                AudioFiles.create(file, new AudioFormat(48_000, 2), EncoderSettings.of(SampleFormat.INT24))) {
            writer.write(wave, 0, frames);
        }
        List<Finding> ends = check(file).findings().stream()
                .filter(finding -> finding.kind() == FindingKind.LOSSY || finding.kind() == FindingKind.UPSAMPLED)
                .toList();
        assertThat(ends).allSatisfy(finding -> assertThat(finding.reason()).contains("Opus"));
        // Of fewer bits it fades out above, and nothing is said.
        assertThat(ends.isEmpty()).isEqualTo(kilobits < 24);
    }

    /// A file that says it has 20 is what it says; one that has room for 24 is not.
    @Test
    void twentyBitsAreOfAFileOfTwentyButTooFewForTwentyFour() throws IOException {
        Path twenty = write("20.wav", SampleFormat.INT20, Programs.music(RATE));
        assertThat(check(twenty).findings()).isEmpty();
        float[][] sound = Programs.music(RATE);
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.round(row[i] * 0x1p19f) * 0x1p-19f;
            }
        }
        assertThat(check(write("24.wav", SampleFormat.INT24, sound)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("only 20 bits"));
    }

    @Test
    void anMp3ThatBecameAWaveFileIsSeen() throws IOException {
        Path mp3 = folder.resolve("a.mp3");
        float[][] sound = Programs.bursts(RATE);
        try (AudioFileWriter writer = AudioFiles.create(mp3, new AudioFormat(RATE, 2), EncoderSettings.lossy(128))) {
            writer.write(sound, 0, sound[0].length);
        }
        // That the file itself is lossy is no finding.
        assertThat(check(mp3).findings())
                .extracting(Finding::kind)
                .doesNotContain(FindingKind.LOSSY, FindingKind.UPSAMPLED);
        float[][] decoded;
        try (AudioFileStream stream = AudioFiles.open(mp3)) {
            decoded = new float[2][(int) stream.expectedFrames()];
            for (int at = 0; at < decoded[0].length; ) {
                at += stream.read(decoded, at, decoded[0].length - at);
            }
        }
        Path wave = write("a.wav", SampleFormat.INT24, decoded);
        assertThat(check(wave).findings()).extracting(Finding::kind).contains(FindingKind.LOSSY);
    }

    @Test
    void aCheckCanBeCalledOff() throws IOException {
        Path file = write("a.wav", SampleFormat.INT16, Programs.bursts(RATE));
        Progress canceled = new Progress() {
            @Override
            public boolean canceled() {
                return true;
            }
        };
        assertThatThrownBy(() -> QualityCheck.of(file, OptionalDouble.empty(), canceled))
                .isInstanceOf(OfflineRender.Canceled.class);
    }

    @Test
    void moreThanTwoChannelsAreRefusedWithTheCure() throws IOException {
        Path file = write("quad.wav", SampleFormat.INT16, new float[4][100]);
        assertThatThrownBy(() -> check(file)).hasMessageContaining("quad.wav").hasMessageContaining("stereo");
    }

    private static QualityReport check(Path file) throws IOException {
        return QualityCheck.of(file, OptionalDouble.empty(), Progress.NONE);
    }

    private static QualityReport check(Path file, Ends ends) throws IOException {
        return QualityCheck.of(file, ends, OptionalDouble.empty(), Progress.NONE);
    }

    private static float[][] sixteen(float[][] sound) {
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.round(row[i] * 32_768f) / 32_768f;
            }
        }
        return sound;
    }

    /// Nothing here writes what is no number, so marks are replaced in the file.
    private static void replace(Path file, float mark) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= bytes.capacity(); at++) {
            if (bytes.getFloat(at) == mark) {
                bytes.putFloat(at, Float.NaN);
            }
        }
        Files.write(file, bytes.array());
    }

    private Path write(String name, SampleFormat samples, float[]... planar) throws IOException {
        Path file = folder.resolve(name);
        try (AudioFileWriter writer =
                AudioFiles.create(file, new AudioFormat(RATE, planar.length), EncoderSettings.of(samples))) {
            writer.write(planar, 0, planar[0].length);
        }
        return file;
    }
}
