package studio.headroom.files.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.Cover;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.audio.codec.TestSound;
import studio.headroom.files.audio.tags.TagFiles;

class TagsTest {
    /// One black pixel.
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0l"
                    + "EQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");
    private static final AudioFormat FORMAT = new AudioFormat(48_000, 2);

    @TempDir
    Path folder;

    private static Tags full() {
        Map<Tags.Field, String> texts = new EnumMap<>(Tags.Field.class);
        texts.put(Tags.Field.TITLE, "Für Elise – 夜");
        texts.put(Tags.Field.ARTIST, "Someone & Sons");
        texts.put(Tags.Field.ALBUM, "First");
        texts.put(Tags.Field.ALBUM_ARTIST, "Various");
        texts.put(Tags.Field.TRACK, "3/12");
        texts.put(Tags.Field.DATE, "2026");
        texts.put(Tags.Field.GENRE, "Rock");
        texts.put(Tags.Field.ISRC, "DEABC2600001");
        texts.put(Tags.Field.COPYRIGHT, "2026 Someone");
        texts.put(Tags.Field.COMMENT, "Mixed at home");
        return new Tags(texts, new Cover(PNG, "image/png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.wav", "a.aif", "a.flac", "a.mp3", "a.opus"})
    void tagsAreWrittenWithTheFileAndTheSoundIsTheSame(String name) throws IOException {
        float[][] sound = TestSound.music(1, 2, 10_001, 48_000, 24);
        Path plain = write("plain-" + name, sound, Tags.NONE);
        Path tagged = write(name, sound, full());
        assertThat(AudioFiles.tags(tagged)).isEqualTo(full());
        assertThat(AudioFiles.tags(plain)).isEqualTo(Tags.NONE);
        assertThat(read(tagged)).isDeepEqualTo(read(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.wav", "a.aif", "a.flac", "a.mp3", "a.opus"})
    void changedTagsReplaceWhatTheyNameAndLeaveTheRest(String name) throws IOException {
        Path path = write(name, TestSound.music(1, 2, 9999, 48_000, 24), full());
        float[][] before = read(path);
        Tags change = Tags.NONE.with(Tags.Field.TITLE, "Other").with(Tags.Field.DATE, "2027");
        AudioFiles.writeTags(path, change);
        assertThat(AudioFiles.tags(path)).isEqualTo(full().mergedWith(change));
        assertThat(read(path)).isDeepEqualTo(before);
        byte[] big = new byte[300_000];
        new Random(1).nextBytes(big);
        System.arraycopy(PNG, 0, big, 0, PNG.length);
        AudioFiles.writeTags(path, Tags.NONE.withCover(new Cover(big, "image/png")));
        Cover cover = AudioFiles.tags(path).cover();
        assertThat(cover).isNotNull();
        assertThat(cover.bytes()).isEqualTo(big);
        assertThat(read(path)).isDeepEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.wav", "a.flac", "a.mp3", "a.opus"})
    void aFullDateComesBack(String name) throws IOException {
        Path path = write(name, TestSound.tones(2, 5000, 48_000), Tags.NONE.with(Tags.Field.DATE, "2026-11-20"));
        assertThat(AudioFiles.tags(path).get(Tags.Field.DATE)).isEqualTo("2026-11-20");
    }

    /// What phones and shops sell: iTunes' atoms, read with the cover though they are never written.
    @Test
    void mp4FilesTellTheirTagsAndTheirCover() throws IOException {
        Path path = folder.resolve("a.m4a");
        Files.copy(Path.of("src/test/resources/audio/tone.m4a"), path);
        TagFiles.write(path, "m4a", full(), path);
        Tags told = AudioFiles.tags(path);
        assertThat(told.cover()).isNotNull();
        assertThat(told.cover().bytes()).isEqualTo(PNG);
        assertThat(told.get(Tags.Field.TITLE)).isEqualTo("Für Elise – 夜");
        assertThat(told.get(Tags.Field.TRACK)).isEqualTo("3/12");
        assertThat(told.get(Tags.Field.ISRC)).isEqualTo("DEABC2600001");
        Path renamed = folder.resolve("a.wav");
        Files.copy(path, renamed);
        assertThat(AudioFiles.tags(renamed)).isEqualTo(told);
    }

    @Test
    void filesThatCannotHoldTagsAreRefusedAndStayAsTheyAre() throws IOException {
        Path path = folder.resolve("a.m4a");
        Files.copy(Path.of("src/test/resources/audio/tone.m4a"), path);
        byte[] before = Files.readAllBytes(path);
        assertThatThrownBy(() -> AudioFiles.writeTags(path, full()))
                .isInstanceOf(AudioFileException.class)
                .hasMessageContaining("a.m4a");
        assertThat(path).hasBinaryContent(before);
        Path wide = write("a.wav", TestSound.tones(2, 100, 48_000), Tags.NONE);
        byte[] bytes = Files.readAllBytes(wide);
        System.arraycopy("RF64".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
        Files.write(wide, bytes);
        assertThatThrownBy(() -> AudioFiles.writeTags(wide, full()))
                .isInstanceOf(AudioFileException.class)
                .hasMessageContaining("a.wav");
        assertThat(wide).hasBinaryContent(bytes);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aTagOfAbsurdSizeIsNotReadIntoMemory() throws IOException {
        Path path = folder.resolve("a.mp3");
        byte[] mp3 = Files.readAllBytes(Path.of("src/test/resources/audio/lame-128.mp3"));
        // 100 MB of ID3 that take no room on the disk.
        int size = 100 << 20;
        try (var file = new java.io.RandomAccessFile(path.toFile(), "rw")) {
            file.write(new byte[] {
                'I',
                'D',
                '3',
                3,
                0,
                0,
                (byte) (size >> 21 & 0x7F),
                (byte) (size >> 14 & 0x7F),
                (byte) (size >> 7 & 0x7F),
                (byte) (size & 0x7F),
                'T',
                'I',
                'T',
                '2',
                6,
                0,
                0,
                0
            });
            file.seek(size + 10L);
            file.write(mp3, 45, mp3.length - 45);
        }
        assertThat(AudioFiles.info(path).container()).isEqualTo("MP3");
        assertThat(AudioFiles.tags(path)).isEqualTo(Tags.NONE);
        assertThatThrownBy(() -> AudioFiles.writeTags(path, full())).hasMessageContaining("too large");
    }

    @Test
    void aCoverMustBeAPictureOfBoundedSize() throws IOException {
        Path picture = folder.resolve("cover.jpg");
        Files.write(picture, PNG);
        assertThat(Cover.read(picture).mediaType()).isEqualTo("image/png");
        Files.writeString(picture, "no picture");
        assertThatThrownBy(() -> Cover.read(picture)).hasMessageContaining("neither JPEG nor PNG");
        Files.write(picture, new byte[Cover.MAX_BYTES + 1]);
        assertThatThrownBy(() -> Cover.read(picture)).hasMessageContaining("larger");
        assertThatThrownBy(() -> Cover.read(folder.resolve("none"))).hasMessageContaining("does not exist");
    }

    /// However it is coded: what is cut off or overwritten is found, and what is whole is taken.
    @ParameterizedTest
    @ValueSource(strings = {"jpg", "progressive jpg", "png", "gray png"})
    void aCoverThatIsCutShortIsRefused(String kind) throws IOException {
        byte[] whole = picture(kind);
        Path cover = folder.resolve("cover");
        Files.write(cover, whole);
        assertThat(Cover.read(cover).bytes()).isEqualTo(whole);
        for (int end : new int[] {whole.length / 20, whole.length / 2, whole.length * 9 / 10, whole.length - 40}) {
            Files.write(cover, Arrays.copyOf(whole, end));
            assertThatThrownBy(() -> Cover.read(cover))
                    .as("%d of %d bytes", end, whole.length)
                    .isInstanceOf(AudioFileException.class)
                    .hasMessageContaining("damaged or cut short");
        }
    }

    private static byte[] picture(String kind) throws IOException {
        int type = kind.startsWith("gray") ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(400, 300, type);
        Random random = new Random(3);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                image.setRGB(x, y, x * 256 + y + random.nextInt(40));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.endsWith("jpg") ? "jpg" : "png")
                .next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (kind.startsWith("progressive")) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Test
    void theLibrariesPrintNothing() throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream sink = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(sink);
        System.setErr(sink);
        try {
            for (String name : new String[] {"a.wav", "a.aif", "a.flac", "a.mp3", "a.opus"}) {
                Path path = write(name, TestSound.tones(2, 5000, 48_000), full());
                AudioFiles.tags(path);
                read(path);
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private Path write(String name, float[][] sound, Tags tags) throws IOException {
        Path path = folder.resolve(name);
        EncoderSettings settings = EncoderSettings.of(SampleFormat.INT24).withTags(tags);
        try (AudioFileWriter writer = AudioFiles.create(path, FORMAT, settings)) {
            writer.write(sound, 0, sound[0].length);
        }
        return path;
    }

    private static float[][] read(Path path) throws IOException {
        try (AudioFileStream stream = AudioFiles.open(path)) {
            return TestSound.readAll(stream);
        }
    }
}
