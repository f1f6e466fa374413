package studio.headroom.files.audio.aac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.TestSound;

class AacTest {
    private static final Path FIXTURES = Path.of("src/test/resources/audio");

    @TempDir
    Path folder;

    @Test
    void anEditListIsFollowedToTheSample() throws IOException {
        try (AacStream stream = AacStream.open(FIXTURES.resolve("tone.m4a"))) {
            assertThat(stream.info().container()).isEqualTo("MP4");
            assertThat(stream.expectedFrames()).isEqualTo(22_050);
            checkTones(TestSound.readAll(stream), 22_050);
        }
    }

    /// An encoder that was told to leave no band as noise leaves nothing for the decoder to make up.
    @Test
    void onlyNoiseIsMadeUpAnew() throws IOException {
        float[][] plain = decoded("tone-no-noise.m4a");
        assertThat(decoded("tone-no-noise.m4a")).isDeepEqualTo(plain);
        float[][] noisy = decoded("tone.m4a");
        // As far below the tones as what the encoder has left out of them.
        assertThat(TestSound.fittedSnr(noisy[0], decoded("tone.m4a")[0], 0)).isGreaterThan(25);
    }

    private static float[][] decoded(String name) throws IOException {
        try (AacStream stream = AacStream.open(FIXTURES.resolve(name))) {
            return TestSound.readAll(stream);
        }
    }

    @Test
    void theITunesCommentIsFollowedToTheSample() throws IOException {
        try (AacStream stream = AacStream.open(FIXTURES.resolve("tone-itunes.m4a"))) {
            checkTones(TestSound.readAll(stream), 22_000);
        }
    }

    @Test
    void aRowOfFramesIsDecodedWithoutTheFirst() throws IOException {
        try (AacStream stream = AacStream.open(FIXTURES.resolve("tone.aac"))) {
            assertThat(stream.info().container()).isEqualTo("ADTS");
            assertThat(stream.expectedFrames()).isEqualTo(-1);
            float[][] got = TestSound.readAll(stream);
            checkTones(got, got[0].length);
            assertThat(got[0].length % 1024).isZero();
        }
    }

    @Test
    void appleLosslessIsLeftToOtherPrograms() {
        assertThatThrownBy(
                        () -> AacStream.open(FIXTURES.resolve("tone-alac.m4a")).close())
                .isInstanceOfSatisfying(
                        AudioFileException.class,
                        e -> assertThat(e.isUnsupported()).isTrue());
    }

    @Test
    void aFileCutAnywhereIsAnError() throws IOException {
        byte[] bytes = Files.readAllBytes(FIXTURES.resolve("tone.m4a"));
        Path cut = folder.resolve("cut.m4a");
        for (int length = 0; length < bytes.length; length += length < 200 || length > bytes.length - 800 ? 1 : 37) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> {
                        try (AacStream stream = AacStream.open(cut)) {
                            TestSound.readAll(stream);
                        }
                    })
                    .as("cut to %d bytes", length)
                    .isInstanceOf(AudioFileException.class)
                    .hasMessageContaining("cut.m4a");
        }
    }

    /// ffmpeg decodes these files with 33 dB: that is what their encoder left of the tones.
    private static void checkTones(float[][] got, int frames) {
        float[][] tones = TestSound.tones(2, frames, 44_100);
        for (int ch = 0; ch < 2; ch++) {
            assertThat(got[ch]).hasSize(frames);
            assertThat(TestSound.lag(tones[ch], got[ch])).isZero();
            assertThat(TestSound.fittedSnr(tones[ch], got[ch], 0)).isGreaterThan(30);
        }
    }
}
