package studio.headroom.files.audio.pcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.Broadcast;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.audio.codec.TestSound;

class IxmlChunkTest {
    private static final AudioFormat FORMAT = new AudioFormat(96_000, 2);

    @TempDir
    private Path folder;

    /// What another program's parser makes of it.
    private static Document parsed(byte[] chunk) throws Exception {
        ByteBuffer in = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(chunk, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("iXML");
        int size = in.getInt(4);
        assertThat(chunk.length).isEqualTo(8 + size + (size & 1));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(chunk, 8, size));
    }

    private static String text(Document document, String parent, String name) {
        Element in = (Element) document.getElementsByTagName(parent).item(0);
        return in.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void itTellsProjectNoteFormatAndChannels() throws Exception {
        Tags tags = Tags.NONE
                .with(Tags.Field.TITLE, "夜 <live> & \"more\" 'n' 🎸")
                .with(Tags.Field.ARTIST, "A & B")
                .with(Tags.Field.ALBUM, "Nachtstücke")
                .with(Tags.Field.DATE, "2026-11-20")
                .with(Tags.Field.COMMENT, "two\nlines");
        Document document =
                parsed(IxmlChunk.bytes(Broadcast.of(tags, FORMAT, SampleFormat.INT20), FORMAT, SampleFormat.INT20));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("BWFXML");
        assertThat(text(document, "BWFXML", "PROJECT")).isEqualTo("Nachtstücke");
        assertThat(text(document, "BWFXML", "NOTE")).isEqualTo("two\nlines");
        assertThat(text(document, "SPEED", "FILE_SAMPLE_RATE")).isEqualTo("96000");
        assertThat(text(document, "SPEED", "AUDIO_BIT_DEPTH")).isEqualTo("20");
        assertThat(text(document, "TRACK_LIST", "TRACK_COUNT")).isEqualTo("2");
        assertThat(text(document, "TRACK", "NAME")).isEqualTo("Left");
        // In all letters, where bext has but Latin ones.
        assertThat(text(document, "BEXT", "BWF_DESCRIPTION")).isEqualTo("A & B - 夜 <live> & \"more\" 'n' 🎸");
        assertThat(text(document, "BEXT", "BWF_ORIGINATION_DATE")).isEqualTo("2026-11-20");
        assertThat(text(document, "BEXT", "BWF_CODING_HISTORY"))
                .isEqualTo("A=PCM,F=96000,W=20,M=stereo,T=Headroom\r\n");
    }

    /// Whatever stands in a tag: the chunk stays well-formed, and every character that XML has is there.
    @Test
    void nothingThatATagHoldsBreaksIt() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            StringBuilder wild = new StringBuilder("]]><!DOCTYPE x SYSTEM \"file:///x\">&x;");
            StringBuilder kept = new StringBuilder(wild);
            for (int k = 0; k < 40; k++) {
                char letter = (char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x80);
                wild.append(letter).append('-');
                boolean character = letter >= 0x20 && !Character.isSurrogate(letter) && letter < 0xFFFE
                        || letter == '\t'
                        || letter == '\n'
                        || letter == '\r';
                kept.append(character ? "" + letter : "").append('-');
            }
            Broadcast broadcast = new Broadcast(wild.toString(), "", "", "", "", "");
            Document document = parsed(IxmlChunk.bytes(broadcast, FORMAT, SampleFormat.INT24));
            assertThat(text(document, "BWFXML", "PROJECT")).isEqualTo(kept.toString());
            assertThat(document.getElementsByTagName("NOTE").getLength()).isZero();
        }
    }

    @Test
    void aFileThatHasItHasItsSoundItsTagsAndItsBextAsBefore() throws IOException {
        Tags tags = Tags.NONE.with(Tags.Field.TITLE, "Odd").with(Tags.Field.COMMENT, "<&>");
        float[][] sound = TestSound.gridNoise(1, 2, 3001, 24);
        EncoderSettings settings = EncoderSettings.of(SampleFormat.INT24)
                .withTags(tags)
                .withBroadcast(Broadcast.of(tags, FORMAT, SampleFormat.INT24));
        Path file = folder.resolve("a.wav");
        try (AudioFileWriter writer = AudioFiles.create(file, FORMAT, settings)) {
            writer.write(sound, 0, 3001);
        }
        String content = new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(content.indexOf("bext")).isEqualTo(WavContainer.BROADCAST_AT);
        assertThat(content).contains("<NOTE>&lt;&amp;&gt;</NOTE>");
        try (AudioFileStream stream = AudioFiles.open(file)) {
            assertThat(TestSound.readAll(stream)).isDeepEqualTo(sound);
        }
        assertThat(AudioFiles.tags(file)).isEqualTo(tags);
    }
}
