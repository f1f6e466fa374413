package studio.headroom.files.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileSource;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.TestSound;
import studio.headroom.files.audio.external.FfmpegStream;

class AudioFilesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/audio");
    private static final AudioFormat STEREO = new AudioFormat(48_000, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.wav, WAV, PCM 24-bit",
        "a.aif, AIFF, PCM 24-bit",
        "a.AIFF, AIFF, PCM 24-bit",
        "a.flac, FLAC, FLAC 24-bit",
        "a.mp3, MP3, MP3",
        "a.opus, Ogg, Opus"
    })
    void theEndingTellsWhatIsWritten(String name, String container, String codec) throws IOException {
        Path path = folder.resolve(name);
        float[][] sound = TestSound.music(1, 2, 24_000, 48_000, 24);
        write(path, STEREO, EncoderSettings.of(SampleFormat.INT24), sound);
        AudioFileInfo info = AudioFiles.info(path);
        assertThat(info.container()).isEqualTo(container);
        assertThat(info.codec()).isEqualTo(codec);
        assertThat(info.frames()).isEqualTo(24_000);
        assertThat(info.seconds()).isEqualTo(0.5);
        assertThat(info.reader()).isEmpty();
        try (AudioFileStream stream = AudioFiles.open(path)) {
            assertThat(TestSound.readAll(stream)[1]).hasSize(24_000);
        }
        assertThat(names()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.ogg", "a.m4a", "a.txt", "a", "a.wav.bak"})
    void anotherEndingIsRefusedWithTheListOfThoseThatCanBeWritten(String name) throws IOException {
        Path path = folder.resolve(name);
        assertThatThrownBy(() -> AudioFiles.create(path, STEREO, EncoderSettings.of(SampleFormat.INT16)))
                .isInstanceOf(AudioFileException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(".wav, .aif, .aiff, .flac, .mp3 and .opus");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tone.m4a, x.wav, MP4",
        "lame-128.mp3, x.flac, MP3",
        "plain.mp3, x.wav, MP3",
        "tone.ogg, x.mp3, Ogg",
        "tone.opus, x.aif, Ogg",
        "tone.aac, x.mp3, ADTS"
    })
    void contentCountsAndNotTheName(String fixture, String name, String container) throws IOException {
        Path path = folder.resolve(name);
        Files.copy(FIXTURES.resolve(fixture), path);
        assertThat(AudioFiles.info(path).container()).isEqualTo(container);
        try (AudioFileStream stream = AudioFiles.open(path)) {
            assertThat(TestSound.readAll(stream)[0].length).isGreaterThan(20_000);
        }
    }

    @Test
    void whatIsNoSoundIsAnErrorThatNamesTheFile() throws IOException {
        Path path = folder.resolve("song.wav");
        for (String content : new String[] {"", "x", "<html>no song</html>", "RIFF", "fLaC", "OggS", "ID3"}) {
            Files.writeString(path, content);
            assertThatThrownBy(() -> AudioFiles.open(path).close())
                    .as(content)
                    .isInstanceOf(AudioFileException.class)
                    .hasMessageContaining("song.wav");
        }
        assertThatThrownBy(() -> AudioFiles.open(folder).close()).hasMessageContaining("folder");
        assertThatThrownBy(() -> AudioFiles.open(folder.resolve("none.wav")).close())
                .isInstanceOf(FileException.class)
                .hasMessageContaining("none.wav")
                .hasMessageContaining("does not exist");
    }

    @Test
    void onlyUncompressedFilesAreSources() throws IOException {
        Path path = folder.resolve("a.wav");
        write(path, STEREO, EncoderSettings.of(SampleFormat.FLOAT32), TestSound.tones(2, 1000, 48_000));
        assertThat(AudioFiles.isPcm(path)).isTrue();
        try (AudioFileSource source = AudioFiles.source(path)) {
            assertThat(source.frames()).isEqualTo(1000);
        }
        assertThatThrownBy(() -> AudioFiles.source(FIXTURES.resolve("tone.ogg")).close())
                .isInstanceOf(AudioFileException.class)
                .hasMessageContaining("tone.ogg");
    }

    @Test
    void whatIsDiscardedLeavesEverythingAsItWas() throws IOException {
        Path path = folder.resolve("a.wav");
        Files.writeString(path, "old");
        AudioFileWriter writer = AudioFiles.create(path, STEREO, EncoderSettings.of(SampleFormat.INT16));
        writer.write(TestSound.tones(2, 1000, 48_000), 0, 1000);
        assertThat(path).hasContent("old");
        writer.discard();
        writer.close();
        assertThat(path).hasContent("old");
        assertThat(names()).containsExactly("a.wav");
    }

    @Test
    void aValueThatIsNotANumberIsNeverWritten() throws IOException {
        for (String name : new String[] {"a.wav", "a.flac", "a.mp3", "a.opus"}) {
            Path path = folder.resolve(name);
            try (AudioFileWriter writer = AudioFiles.create(path, STEREO, EncoderSettings.of(SampleFormat.INT16))) {
                float[][] sound = TestSound.tones(2, 1000, 48_000);
                sound[1][999] = Float.NaN;
                assertThatThrownBy(() -> writer.write(sound, 0, 1000))
                        .isInstanceOf(AudioFileException.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining("not a number");
            }
            assertThat(path).doesNotExist();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void clippedSamplesAreCounted() throws IOException {
        try (AudioFileWriter writer =
                AudioFiles.create(folder.resolve("a.wav"), STEREO, EncoderSettings.of(SampleFormat.INT16))) {
            writer.write(new float[][] {{1f, 1.1f, -1f, -2f}, {0f, 0f, 0f, 9f}}, 0, 4);
            assertThat(writer.clippedSamples()).isEqualTo(3);
            assertThat(writer.frames()).isEqualTo(4);
        }
        try (AudioFileWriter writer =
                AudioFiles.create(folder.resolve("b.wav"), STEREO, EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(new float[][] {{3f}, {-3f}}, 0, 1);
            assertThat(writer.clippedSamples()).isZero();
        }
    }

    @Test
    void whereTheFolderIsMissingOrTheNameIsAFolderNothingIsWritten() throws IOException {
        EncoderSettings settings = EncoderSettings.of(SampleFormat.INT16);
        assertThatThrownBy(() -> AudioFiles.create(folder.resolve("no").resolve("a.wav"), STEREO, settings))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("does not exist");
        Files.createDirectory(folder.resolve("d.wav"));
        assertThatThrownBy(() -> AudioFiles.create(folder.resolve("d.wav"), STEREO, settings))
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() ->
                        AudioFiles.create(folder.resolve("a.flac"), STEREO, EncoderSettings.of(SampleFormat.FLOAT32)))
                .hasMessageContaining("24 bits");
        assertThat(names()).containsExactly("d.wav");
    }

    @Test
    void otherKindsAreReadThroughFfmpegOrTheUserIsToldToInstallIt() throws IOException {
        Path path = FIXTURES.resolve("tone.wma");
        if (FfmpegStream.program().isEmpty()) {
            assertThatThrownBy(() -> AudioFiles.open(path).close()).hasMessageContaining("Install ffmpeg");
            return;
        }
        try (AudioFileStream stream = AudioFiles.open(path)) {
            assertThat(stream.info().reader()).isEqualTo("ffmpeg");
            float[][] got = TestSound.readAll(stream);
            assertThat(stream.format()).isEqualTo(new AudioFormat(44_100, 2));
            assertThat(got[0].length).isBetween(20_000, 26_000);
        }
        try (AudioFileStream stream = AudioFiles.open(FIXTURES.resolve("surround.ogg"))) {
            assertThat(stream.format().channels()).isEqualTo(6);
            assertThat(TestSound.readAll(stream)[0].length).isGreaterThan(23_000);
        }
    }

    /// Mu-law in a WAV file: a kind that is known in a coding that is not.
    @Test
    void wavFilesOfOtherCodingsAreReadThroughFfmpegToo() throws IOException {
        int frames = 8000;
        ByteBuffer wav = ByteBuffer.allocate(44 + frames).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + frames);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 7).putShort((short) 1).putInt(8000).putInt(8000);
        wav.putShort((short) 1).putShort((short) 8);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(frames);
        Path path = folder.resolve("mu-law.wav");
        Files.write(path, wav.array());
        assertThat(AudioFiles.isPcm(path)).isFalse();
        assertThat(AudioFiles.tags(path).isEmpty()).isTrue();
        if (FfmpegStream.program().isEmpty()) {
            assertThatThrownBy(() -> AudioFiles.open(path).close()).hasMessageContaining("Install ffmpeg");
            return;
        }
        try (AudioFileStream stream = AudioFiles.open(path)) {
            assertThat(stream.format()).isEqualTo(new AudioFormat(8000, 1));
            assertThat(TestSound.readAll(stream)[0]).hasSize(frames);
        }
    }

    @Test
    void namesThatLookLikeOptionsAndListsThatLeadElsewhereDoNoHarm() throws IOException {
        Assumptions.assumeTrue(FfmpegStream.program().isPresent(), "no ffmpeg here");
        for (String name : new String[] {"-y", "concat:a.wma", "a b%20'c.wma", "ünï.wma"}) {
            Path path = folder.resolve(name);
            Files.copy(FIXTURES.resolve("tone.wma"), path);
            try (AudioFileStream stream = AudioFiles.open(path)) {
                assertThat(TestSound.readAll(stream)[0].length).isGreaterThan(20_000);
            }
        }
        Path secret = folder.resolve("secret.wav");
        write(secret, STEREO, EncoderSettings.of(SampleFormat.INT16), TestSound.tones(2, 48_000, 48_000));
        Path list = folder.resolve("list.wav");
        Files.writeString(list, "ffconcat version 1.0\nfile secret.wav\n");
        assertThatThrownBy(() -> AudioFiles.open(list).close()).isInstanceOf(AudioFileException.class);
        Files.writeString(list, "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsecret.wav\n#EXT-X-ENDLIST\n");
        assertThatThrownBy(() -> AudioFiles.open(list).close()).isInstanceOf(AudioFileException.class);
    }

    @Test
    void aStreamThatIsClosedEarlyLetsTheFileGo() throws IOException {
        Path path = folder.resolve("a.opus");
        Files.copy(FIXTURES.resolve("tone.opus"), path);
        try (AudioFileStream stream = AudioFiles.open(path)) {
            stream.read(new float[2][100], 0, 100);
        }
        Files.move(path, folder.resolve("b.opus"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(names()).containsExactly("b.opus");
    }

    private static void write(Path path, AudioFormat format, EncoderSettings settings, float[][] sound)
            throws IOException {
        try (AudioFileWriter writer = AudioFiles.create(path, format, settings)) {
            writer.write(sound, 0, sound[0].length);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).toList();
        }
    }
}
