package studio.headroom.files.audio.pcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.TestSound;

class PcmHeaderTest {
    private static final byte[] SOUND = {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0};

    @TempDir
    Path folder;

    @Test
    void aStreamedFileGoesOnToItsEnd() throws IOException {
        byte[] fmt = fmt(1, 2, 48_000, 16);
        assertThat(frames(riff(-1, fmt, chunk("data", -1, SOUND)))).isEqualTo(3);
        assertThat(frames(riff(0, fmt, chunk("data", 0, SOUND)))).isEqualTo(3);
        assertThat(frames(riff(0x7FFFF024, fmt, chunk("data", 0x7FFFF000, SOUND))))
                .isEqualTo(3);
    }

    @Test
    void anEmptyDataChunkThatTheHeaderAccountsForIsEmpty() throws IOException {
        byte[] list = chunk("LIST", 4, "INFO".getBytes(StandardCharsets.US_ASCII));
        byte[] fmt = fmt(1, 2, 48_000, 16);
        assertThat(frames(riff(4 + fmt.length + 8 + list.length, fmt, chunk("data", 0, new byte[0]), list)))
                .isZero();
    }

    @Test
    void dataThatIsCutShortIsAnErrorThatNamesTheFileAndWhatIsMissing() {
        assertThatThrownBy(() -> frames(riff(100, fmt(1, 2, 48_000, 16), chunk("data", 400, SOUND))))
                .isInstanceOf(AudioFileException.class)
                .hasMessageContaining("file.wav")
                .hasMessageContaining("388 of 400 bytes");
        byte[] ds64 = ByteBuffer.allocate(28)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1L << 60)
                .putLong(1L << 60)
                .putLong(1)
                .putInt(0)
                .array();
        byte[] huge = riff(-1, chunk("ds64", 28, ds64), fmt(1, 2, 48_000, 16), chunk("data", -1, SOUND));
        huge[1] = 'F';
        huge[0] = 'R';
        huge[2] = '6';
        huge[3] = '4';
        assertThatThrownBy(() -> frames(huge)).hasMessageContaining("missing");
    }

    @Test
    void oddChunksAndUnknownOnesAreStepppedOver() throws IOException {
        byte[] odd = chunk("cue ", 3, new byte[] {1, 2, 3, 0});
        assertThat(frames(riff(100, odd, fmt(1, 1, 44_100, 16), odd, chunk("data", 12, SOUND), odd)))
                .isEqualTo(6);
    }

    @Test
    void aDamagedChunkBehindTheSoundDoesNoHarm() throws IOException {
        byte[] bad = chunk("smpl", 0x7FFFFFF0, new byte[] {1, 2, 3, 0});
        assertThat(frames(riff(100, fmt(1, 1, 44_100, 16), chunk("data", 12, SOUND), bad)))
                .isEqualTo(6);
    }

    @Test
    void theTimeReferenceOfABroadcastWavIsRead() throws IOException {
        byte[] bext = new byte[602];
        ByteBuffer.wrap(bext).order(ByteOrder.LITTLE_ENDIAN).putLong(338, 172_800_000L * 48);
        Path path = folder.resolve("file.wav");
        Files.write(path, riff(0, fmt(1, 1, 48_000, 16), chunk("bext", 602, bext), chunk("data", 12, SOUND)));
        try (PcmSource source = PcmSource.open(path)) {
            assertThat(source.info().timeReference()).isEqualTo(172_800_000L * 48);
        }
    }

    @Test
    void absurdFormatsAreRefusedByName() {
        byte[] data = chunk("data", 12, SOUND);
        assertThatThrownBy(() -> frames(riff(0, fmt(1, 1, 10_000_000, 16), data)))
                .hasMessageContaining("10000000 Hz");
        assertThatThrownBy(() -> frames(riff(0, fmt(1, 1, 0, 16), data))).hasMessageContaining("0 Hz");
        assertThatThrownBy(() -> frames(riff(0, fmt(1, 65, 48_000, 16), data))).hasMessageContaining("65 channels");
        assertThatThrownBy(() -> frames(riff(0, fmt(1, 0, 48_000, 16), data))).hasMessageContaining("0 channels");
        assertThatThrownBy(() -> frames(riff(0, fmt(0x55, 2, 48_000, 16), data)))
                .isInstanceOfSatisfying(
                        AudioFileException.class,
                        e -> assertThat(e.isUnsupported()).isTrue());
        assertThatThrownBy(() -> frames(riff(0, fmt(1, 1, 48_000, 16)))).hasMessageContaining("no data chunk");
        assertThatThrownBy(() -> frames(riff(0, data))).hasMessageContaining("no fmt chunk");
    }

    @Test
    void sixtyFourChannelsAndOneHertzAreRead() throws IOException {
        assertThat(frames(riff(0, fmt(1, 64, 1, 16), chunk("data", 256, new byte[256]))))
                .isEqualTo(2);
    }

    @Test
    void valuesThatAreNotANumberAreSilentAndCounted() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        data.putFloat(0.5f)
                .putFloat(Float.NaN)
                .putFloat(Float.NEGATIVE_INFINITY)
                .putFloat(-0.25f);
        Path path = folder.resolve("file.wav");
        Files.write(path, riff(0, fmt(3, 1, 48_000, 32), chunk("data", 16, data.array())));
        try (PcmSource source = PcmSource.open(path)) {
            float[][] got = new float[1][4];
            source.read(0, got, 0, 4);
            assertThat(got[0]).containsExactly(0.5f, 0f, 0f, -0.25f);
            assertThat(source.invalidSamples()).isEqualTo(2);
        }
    }

    @Test
    void littleEndianAifcIsRead() throws IOException {
        ByteBuffer comm = ByteBuffer.allocate(24)
                .putShort((short) 2)
                .putInt(3)
                .putShort((short) 16)
                .putShort((short) 0x400E)
                .putLong(0xAC44_0000_0000_0000L)
                .put("sowt".getBytes())
                .putShort((short) 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("FORM".getBytes());
        out.writeBytes(ByteBuffer.allocate(4).putInt(64).array());
        out.writeBytes("AIFCCOMM".getBytes());
        out.writeBytes(ByteBuffer.allocate(4).putInt(24).array());
        out.writeBytes(comm.array());
        out.writeBytes("SSND".getBytes());
        out.writeBytes(ByteBuffer.allocate(12).putInt(20).array());
        out.writeBytes(SOUND);
        Path path = folder.resolve("file.aifc");
        Files.write(path, out.toByteArray());
        try (PcmSource source = PcmSource.open(path)) {
            assertThat(source.format()).isEqualTo(new AudioFormat(44_100, 2));
            float[][] got = new float[2][3];
            source.read(0, got, 0, 3);
            assertThat(got[0]).containsExactly(1f / 32768, 3f / 32768, 5f / 32768);
        }
    }

    @Test
    void aFileCutAnywhereIsWholeOrAnError() throws IOException {
        for (String name : new String[] {"a.wav", "a.aif", "f.aif"}) {
            Path whole = folder.resolve(name);
            float[][] sound = TestSound.gridNoise(8, 2, 50, 16);
            EncoderSettings settings =
                    EncoderSettings.of(name.equals("f.aif") ? SampleFormat.FLOAT32 : SampleFormat.INT16);
            AudioFormat format = new AudioFormat(48_000, 2);
            try (PcmEncoder encoder = name.endsWith("wav")
                    ? PcmEncoder.wav(whole, format, settings)
                    : PcmEncoder.aiff(whole, format, settings)) {
                encoder.write(sound, 0, 50);
                encoder.finish();
            }
            byte[] bytes = Files.readAllBytes(whole);
            Path cut = folder.resolve("cut");
            for (int length = 0; length < bytes.length; length++) {
                Files.write(cut, Arrays.copyOf(bytes, length));
                assertThatThrownBy(() -> PcmSource.open(cut).close())
                        .as("%s cut to %d bytes", name, length)
                        .isInstanceOf(AudioFileException.class)
                        .hasMessageContaining("cut");
            }
        }
    }

    /// Programs that know nothing of the valid bits read 24, the lowest four of them empty.
    @Test
    void twentyBitsLieAtTheTopOfTwentyFourAndTheHeaderSaysSo() throws IOException {
        Path path = folder.resolve("file.wav");
        float[][] sound = TestSound.gridNoise(9, 2, 100, 20);
        try (PcmEncoder encoder =
                PcmEncoder.wav(path, new AudioFormat(48_000, 2), EncoderSettings.of(SampleFormat.INT20))) {
            encoder.write(sound, 0, 100);
            encoder.finish();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        int fmt = new String(bytes.array(), StandardCharsets.ISO_8859_1).indexOf("fmt ") + 8;
        assertThat(Short.toUnsignedInt(bytes.getShort(fmt))).isEqualTo(0xFFFE);
        assertThat(bytes.getShort(fmt + 12)).isEqualTo((short) 6);
        assertThat(bytes.getShort(fmt + 14)).isEqualTo((short) 24);
        assertThat(bytes.getShort(fmt + 18)).isEqualTo((short) 20);
        assertThat(bytes.getInt(fmt + 20)).isEqualTo(0x3);
        for (int at = bytes.capacity() - 600; at < bytes.capacity(); at += 3) {
            assertThat(bytes.get(at) & 0xF).isZero();
        }
    }

    private long frames(byte[] content) throws IOException {
        Path path = folder.resolve("file.wav");
        Files.write(path, content);
        try (PcmSource source = PcmSource.open(path)) {
            return source.frames();
        }
    }

    private static byte[] fmt(int tag, int channels, int rate, int bits) {
        int frame = channels * bits / 8;
        return chunk(
                "fmt ",
                16,
                ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) tag)
                        .putShort((short) channels)
                        .putInt(rate)
                        .putInt(rate * frame)
                        .putShort((short) frame)
                        .putShort((short) bits)
                        .array());
    }

    private static byte[] chunk(String id, int size, byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(id.getBytes(StandardCharsets.US_ASCII))
                .putInt(size)
                .put(body)
                .array();
    }

    private static byte[] riff(int size, byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(chunk("RIFF", size, "WAVE".getBytes(StandardCharsets.US_ASCII)));
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        return out.toByteArray();
    }
}
