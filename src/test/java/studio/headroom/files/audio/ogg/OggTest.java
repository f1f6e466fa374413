package studio.headroom.files.audio.ogg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.TestSound;

class OggTest {
    private static final Path FIXTURES = Path.of("src/test/resources/audio");

    @TempDir
    Path folder;

    /// Half a second of tones at half scale, coded by the reference libraries; 30 dB is what those bit rates leave.
    @ParameterizedTest
    @CsvSource({
        "tone.ogg, Vorbis, 44100, 2, 22050",
        "mono.ogg, Vorbis, 48000, 1, 24000",
        "tone.opus, Opus, 48000, 2, 24000",
        "surround.opus, Opus, 48000, 6, 24000"
    })
    void filesAreDecodedToTheSample(String name, String codec, int rate, int channels, int frames) throws IOException {
        try (AudioFileStream stream = OggFiles.open(FIXTURES.resolve(name))) {
            assertThat(stream.info().codec()).isEqualTo(codec);
            assertThat(stream.format()).isEqualTo(new AudioFormat(rate, channels));
            float[][] got = TestSound.readAll(stream);
            assertThat(got[0]).hasSize(frames);
            assertThat(stream.expectedFrames()).isEqualTo(frames);
            float[][] tones = TestSound.tones(channels, frames, rate);
            for (int ch = 0; ch < channels; ch++) {
                if (channels < 6 || ch != 3) { // the low-frequency channel is cut at 120 Hz
                    assertThat(TestSound.lag(tones[ch], got[ch]))
                            .as("channel " + ch)
                            .isZero();
                    assertThat(TestSound.fittedSnr(tones[ch], got[ch], 0))
                            .as("channel " + ch)
                            .isGreaterThan(30);
                }
            }
        }
    }

    @Test
    void surroundVorbisIsLeftToOtherPrograms() {
        assertThatThrownBy(() -> OggFiles.open(FIXTURES.resolve("surround.ogg")).close())
                .isInstanceOfSatisfying(
                        AudioFileException.class,
                        e -> assertThat(e.isUnsupported()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 30", "2, 0, 30", "2, 256, 35", "2, 64, 20"})
    void opusComesBackWithTheSameLengthAndPlace(int channels, int kilobits, double snr) throws IOException {
        float[][] sound = TestSound.tones(channels, 70_001, 48_000);
        Path path = write(sound, kilobits);
        try (AudioFileStream stream = OggFiles.open(path)) {
            assertThat(stream.expectedFrames()).isEqualTo(70_001);
            float[][] got = TestSound.readAll(stream);
            for (int ch = 0; ch < channels; ch++) {
                assertThat(got[ch]).hasSize(70_001);
                assertThat(TestSound.snr(sound[ch], got[ch], 4000, 66_000)).isGreaterThan(snr);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 647, 648, 649, 960, 48_000, 48_312})
    void anyLengthOfOpusComesBack(int frames) throws IOException {
        try (AudioFileStream stream = OggFiles.open(write(TestSound.tones(2, frames, 48_000), 0))) {
            assertThat(TestSound.readAll(stream)[0]).hasSize(frames);
        }
    }

    @Test
    void whatOpusCannotHoldIsRefusedWithTheCure() {
        Path path = folder.resolve("a.opus");
        assertThatThrownBy(() -> new OpusEncoding(path, new AudioFormat(44_100, 2), EncoderSettings.lossy(0)))
                .hasMessageContaining("48000");
        assertThatThrownBy(() -> new OpusEncoding(path, new AudioFormat(48_000, 2), EncoderSettings.lossy(600)))
                .hasMessageContaining("510");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.ogg", "tone.opus"})
    void aFileCutAnywhereIsAnError(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FIXTURES.resolve(name));
        Path cut = folder.resolve("cut.ogg");
        for (int length = 0; length < bytes.length; length += length < 300 || length > bytes.length - 300 ? 1 : 37) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> {
                        try (AudioFileStream stream = OggFiles.open(cut)) {
                            TestSound.readAll(stream);
                        }
                    })
                    .as("cut to %d bytes", length)
                    .isInstanceOf(AudioFileException.class)
                    .hasMessageContaining("cut.ogg");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.ogg", "tone.opus"})
    void anyChangedBitIsNoticed(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FIXTURES.resolve(name));
        Path bad = folder.resolve("bad.ogg");
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(bad, changed);
            assertThatThrownBy(() -> {
                        try (AudioFileStream stream = OggFiles.open(bad)) {
                            TestSound.readAll(stream);
                        }
                    })
                    .isInstanceOf(AudioFileException.class);
        }
    }

    private Path write(float[][] sound, int kilobits) throws IOException {
        Path path = folder.resolve("ours.opus");
        try (OpusEncoding encoder =
                new OpusEncoding(path, new AudioFormat(48_000, sound.length), EncoderSettings.lossy(kilobits))) {
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
