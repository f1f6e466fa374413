package studio.headroom.files.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.audio.codec.TestSound;

/// Whatever the bytes are: either sound comes out or one exception that names the file, within a bound of time.
class HostileInputTest {
    private static final Path FIXTURES = Path.of("src/test/resources/audio");
    private static final Duration BOUND = Duration.ofSeconds(40);
    /// For each kind of file; -Dheadroom.fuzz.rounds=1000 looks longer.
    private static final int ROUNDS = Integer.getInteger("headroom.fuzz.rounds", 40);
    /// More than any of the small files can hold: constant blocks of FLAC are the densest.
    private static final long MAX_FRAMES = 100_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.wav",
                "f.wav",
                "a.aif",
                "f.aif",
                "a.flac",
                "a.mp3",
                "a.opus",
                "lame-vbr.mp3",
                "tone.ogg",
                "tone.opus",
                "surround.opus",
                "tone.m4a",
                "tone-itunes.m4a",
                "tone.aac"
            })
    void changedBytesGiveSoundOrAnErrorThatNamesTheFile(String name) throws IOException {
        byte[] good = content(name);
        Random random = new Random(name.hashCode());
        assertTimeoutPreemptively(BOUND.multipliedBy(1 + ROUNDS / 200), () -> {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] bad = good.clone();
                int changes = 1 + random.nextInt(6);
                // Every other round goes for the headers, where the lengths are.
                int reach = i % 2 == 0 ? Math.min(bad.length, 200 << i % 3) : bad.length;
                for (int c = 0; c < changes; c++) {
                    int at = random.nextInt(reach);
                    bad[at] = switch (random.nextInt(4)) {
                        case 0 -> (byte) 0xFF;
                        case 1 -> (byte) 0x80;
                        case 2 -> (byte) (bad[at] ^ 1 << random.nextInt(8));
                        default -> (byte) random.nextInt(256);
                    };
                }
                if (good[0] == 'O') {
                    repairOggChecksums(bad);
                }
                check(bad);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.wav", "a.aif", "a.flac", "a.mp3", "tone.ogg", "tone.opus", "tone.m4a", "tone.aac"})
    void aFileCutAnywhereIsAnErrorOrWhole(String name) throws IOException {
        byte[] good = content(name);
        long whole = check(good);
        assertThat(whole).isPositive();
        assertTimeoutPreemptively(BOUND, () -> {
            int audio = Math.max(120, good.length - 120);
            for (int length = 0; length < good.length; length += length < 120 || length >= audio ? 1 : 211) {
                long frames = check(Arrays.copyOf(good, length));
                // ADTS has no length: a cut between two frames cannot be seen.
                if (frames >= 0 && frames != whole && !name.equals("tone.aac")) {
                    throw new AssertionError(name + " cut to " + length + " bytes gives " + frames + " frames");
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noiseBehindARealBeginningIsAnError(int seed) {
        Random random = new Random(seed);
        String[] beginnings = {
            "RIFF....WAVEfmt ",
            "RF64....WAVEds64",
            "FORM....AIFFCOMM",
            "FORM....AIFCCOMM",
            "fLaC\0\0\0\42",
            "OggS\0\2",
            "\0\0\0\40ftypM4A ",
            "ID3\3\0\0\0\0\0\1",
            "\377\373\220\0",
            "\377\361\120\200"
        };
        assertTimeoutPreemptively(BOUND, () -> {
            for (String beginning : beginnings) {
                for (int i = 0; i < 5; i++) {
                    byte[] bytes = new byte[20 + random.nextInt(3000)];
                    random.nextBytes(bytes);
                    byte[] head = beginning.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                    System.arraycopy(head, 0, bytes, 0, head.length);
                    check(bytes);
                }
            }
        });
    }

    /// Decodes everything there is, and the tags.
    ///
    /// @return frames, or -1 for an error
    private long check(byte[] content) throws IOException {
        Path path = folder.resolve("hostile.bin");
        Files.write(path, content);
        try {
            Tags tags = AudioFiles.tags(path);
            assertThat(tags).isNotNull();
        } catch (FileException e) {
            assertThat(e).hasMessageContaining("hostile.bin");
        }
        try (AudioFileStream stream = FileKind.of(path).open(path)) {
            float[][] block = new float[stream.format().channels()][4096];
            long frames = 0;
            for (int got; (got = stream.read(block, 0, 4096)) >= 0; frames += got) {
                assertThat(got).isPositive();
                for (float[] channel : block) {
                    for (int i = 0; i < got; i++) {
                        if (!Float.isFinite(channel[i])) {
                            throw new AssertionError("not a number");
                        }
                    }
                }
                assertThat(frames).isLessThan(MAX_FRAMES);
            }
            return frames;
        } catch (FileException e) {
            assertThat(e).isInstanceOf(AudioFileException.class).hasMessageContaining("hostile.bin");
            return -1;
        }
    }

    private byte[] content(String name) throws IOException {
        Path fixture = FIXTURES.resolve(name);
        if (Files.exists(fixture)) {
            return Files.readAllBytes(fixture);
        }
        Path path = folder.resolve(name);
        SampleFormat samples = name.startsWith("f") ? SampleFormat.FLOAT32 : SampleFormat.INT16;
        EncoderSettings settings = EncoderSettings.of(samples).withTags(Tags.NONE.with(Tags.Field.TITLE, "Title"));
        float[][] sound = TestSound.music(1, 2, 6000, 48_000, 16);
        try (AudioFileWriter writer = AudioFiles.create(path, new AudioFormat(48_000, 2), settings)) {
            writer.write(sound, 0, 6000);
        }
        return Files.readAllBytes(path);
    }

    /// So that what is changed reaches the decoders behind the checksums.
    private static void repairOggChecksums(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at + 27 <= bytes.length && bytes[at] == 'O' && at + 27 + (bytes[at + 26] & 0xFF) <= bytes.length) {
            int size = 27 + (bytes[at + 26] & 0xFF);
            for (int i = 0; i < (bytes[at + 26] & 0xFF); i++) {
                size += bytes[at + 27 + i] & 0xFF;
            }
            if (at + size > bytes.length) {
                return;
            }
            buffer.putInt(at + 22, 0);
            int crc = 0;
            for (int i = at; i < at + size; i++) {
                crc ^= (bytes[i] & 0xFF) << 24;
                for (int bit = 0; bit < 8; bit++) {
                    crc = crc < 0 ? crc << 1 ^ 0x04C1_1DB7 : crc << 1;
                }
            }
            buffer.putInt(at + 22, crc);
            at += size;
        }
    }
}
