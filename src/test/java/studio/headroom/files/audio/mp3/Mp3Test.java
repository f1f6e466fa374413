package studio.headroom.files.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.TestSound;

class Mp3Test {
    private static final Path FIXTURES = Path.of("src/test/resources/audio");

    @TempDir
    Path folder;

    /// The fixtures are half a second of tones at half scale; at 40 dB a decoder may add noise of its own only below
    /// what the coding leaves.
    @ParameterizedTest
    @CsvSource({"lame-128.mp3, 44100, 2, 22050", "lame-vbr.mp3, 44100, 2, 22050", "mono-22k.mp3, 22050, 1, 11025"})
    void taggedFilesAreDecodedToTheSample(String name, int rate, int channels, int frames) throws IOException {
        try (Mp3Stream stream = Mp3Stream.open(FIXTURES.resolve(name))) {
            assertThat(stream.format()).isEqualTo(new AudioFormat(rate, channels));
            assertThat(stream.expectedFrames()).isEqualTo(frames);
            float[][] got = TestSound.readAll(stream);
            float[][] tones = TestSound.tones(channels, frames, rate);
            assertThat(got[0]).hasSize(frames);
            for (int ch = 0; ch < channels; ch++) {
                assertThat(TestSound.lag(tones[ch], got[ch])).isZero();
                assertThat(TestSound.fittedSnr(tones[ch], got[ch], 0)).isGreaterThan(40);
            }
        }
    }

    @Test
    void anUntaggedFileGivesEveryFrameThatIsInIt() throws IOException {
        try (Mp3Stream stream = Mp3Stream.open(FIXTURES.resolve("plain.mp3"))) {
            float[][] got = TestSound.readAll(stream);
            assertThat(got[0]).hasSize(21 * 1152);
            // The encoder's delay of 576 and the decoder's of 529 frames are still in front.
            float[] tone = TestSound.tones(1, 22_050, 44_100)[0];
            assertThat(TestSound.lag(tone, Arrays.copyOfRange(got[0], 1105, 1105 + 20_000)))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 2, 50000, 0, 70",
        "48000, 1, 30000, 320, 70",
        "44100, 2, 30000, 128, 40",
        "22050, 2, 20000, 0, 45"
    })
    void comesBackWithTheSameLengthAndPlace(int rate, int channels, int frames, int kilobits, double snr)
            throws IOException {
        float[][] sound = TestSound.tones(channels, frames, rate);
        Path path = write(sound, rate, kilobits);
        try (Mp3Stream stream = Mp3Stream.open(path)) {
            assertThat(stream.expectedFrames()).isEqualTo(frames);
            float[][] got = TestSound.readAll(stream);
            for (int ch = 0; ch < channels; ch++) {
                assertThat(got[ch]).hasSize(frames);
                assertThat(TestSound.snr(sound[ch], got[ch], 2000, frames - 2000))
                        .isGreaterThan(snr);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "575", "1152", "5000"})
    void anyLengthComesBack(int frames) throws IOException {
        try (Mp3Stream stream = Mp3Stream.open(write(TestSound.tones(2, frames, 44_100), 44_100, 0))) {
            assertThat(TestSound.readAll(stream)[0]).hasSize(frames);
        }
    }

    @Test
    void whatMp3CannotHoldIsRefusedWithTheCure() {
        Path path = folder.resolve("a.mp3");
        EncoderSettings settings = EncoderSettings.lossy(320);
        assertThatThrownBy(() -> new Mp3Encoder(path, new AudioFormat(96_000, 2), settings))
                .hasMessageContaining("48000");
        assertThatThrownBy(() -> new Mp3Encoder(path, new AudioFormat(48_000, 6), settings))
                .hasMessageContaining("6");
        assertThatThrownBy(() -> new Mp3Encoder(path, new AudioFormat(48_000, 2), EncoderSettings.lossy(300)))
                .hasMessageContaining("256, 320");
    }

    @Test
    void aTaggedFileCutAnywhereIsAnError() throws IOException {
        byte[] bytes = Files.readAllBytes(FIXTURES.resolve("lame-128.mp3"));
        Path cut = folder.resolve("cut.mp3");
        for (int length = 0; length < bytes.length; length += length < 1000 || length > 8000 ? 1 : 31) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> {
                        try (Mp3Stream stream = Mp3Stream.open(cut)) {
                            TestSound.readAll(stream);
                        }
                    })
                    .as("cut to %d bytes", length)
                    .isInstanceOf(AudioFileException.class)
                    .hasMessageContaining("cut.mp3");
        }
    }

    @Test
    void aGapInTheMiddleIsAnErrorAndNotALoss() throws IOException {
        byte[] bytes = Files.readAllBytes(FIXTURES.resolve("plain.mp3"));
        Arrays.fill(bytes, 4000, 4300, (byte) 0);
        Path bad = Files.write(folder.resolve("bad.mp3"), bytes);
        assertThatThrownBy(() -> Mp3Stream.open(bad).close())
                .isInstanceOf(AudioFileException.class)
                .hasMessageContaining("middle");
    }

    private Path write(float[][] sound, int rate, int kilobits) throws IOException {
        Path path = folder.resolve("ours.mp3");
        try (Mp3Encoder encoder =
                new Mp3Encoder(path, new AudioFormat(rate, sound.length), EncoderSettings.lossy(kilobits))) {
            for (int at = 0, size = 1; at < sound[0].length; size = size % 9000 + 997) {
                int part = Math.min(size, sound[0].length - at);
                encoder.write(sound, at, part);
                at += part;
            }
            encoder.finish();
        }
        return path;
    }
}
