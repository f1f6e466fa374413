package studio.headroom.files.audio.ogg;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.Encoder;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.Tags;

/// Writes Opus in Ogg: 48 kHz, one or two channels, packets of 20 ms. Pre-skip and the last page's position give
/// decoders back the exact length.
public final class OpusEncoding implements Encoder {
    static final String VENDOR = "Headroom";

    private static final int PACKET_FRAMES = 960;
    private static final int PACKETS_PER_PAGE = 50;
    private static final int MAX_PACKET_BYTES = 1275;
    private static final int SERIAL = 1;

    private final FileChannel channel;
    private final OggWriter ogg;
    private final OpusEncoder encoder;
    private final int channels;
    private final int preSkip;
    private final short[] block;
    private final byte[] coded = new byte[MAX_PACKET_BYTES];
    private int filled;
    private int packetsOnPage;
    private long frames;
    private long encoded;

    /// @throws AudioFileException when Opus cannot hold the format or the bit rate
    public OpusEncoding(Path path, AudioFormat format, EncoderSettings settings) throws IOException {
        channels = format.channels();
        if (channels > 2) {
            throw new AudioFileException("Opus files are written with one or two channels, not " + channels + ".");
        }
        if (format.sampleRate() != OpusCodec.RATE) {
            throw new AudioFileException(
                    "Opus holds 48 kHz, not " + format.sampleRate() + " Hz. Choose 48000 Hz for this file.");
        }
        int kilobits = settings.kilobits() == 0 ? 80 * channels : settings.kilobits();
        if (kilobits < 6 || kilobits > 510) {
            throw new AudioFileException("Opus has no bit rate of " + kilobits + " kbit/s. Choose 6 to 510.");
        }
        block = new short[PACKET_FRAMES * channels];
        try {
            encoder = new OpusEncoder(OpusCodec.RATE, channels, OpusApplication.OPUS_APPLICATION_AUDIO);
        } catch (OpusException e) {
            throw new AudioFileException("Opus cannot hold " + format + ".", e);
        }
        encoder.setBitrate(kilobits * 1000);
        encoder.setUseVBR(true);
        encoder.setComplexity(10);
        encoder.setSignalType(OpusSignal.OPUS_SIGNAL_MUSIC);
        preSkip = encoder.getLookahead();
        channel = FileChannel.open(
                path, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        ogg = new OggWriter(channel, SERIAL);
        try {
            ogg.addAlone(head(format));
            ogg.addAlone(tagsPacket(settings.tags(), Map.of()));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private byte[] head(AudioFormat format) {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) channels)
                .putShort((short) preSkip)
                .putInt(format.sampleRate())
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    static byte[] tagsPacket(Tags tags, Map<String, String> own) {
        byte[] comments = VorbisComments.write(tags, own, VENDOR);
        byte[] packet = Arrays.copyOf("OpusTags".getBytes(StandardCharsets.US_ASCII), 8 + comments.length);
        System.arraycopy(comments, 0, packet, 8, comments.length);
        return packet;
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            for (int ch = 0; ch < channels; ch++) {
                double value = Math.rint(source[ch][offset + i] * 32768.0);
                block[filled * channels + ch] = (short) Math.max(-32768, Math.min(32767, value));
            }
            frames++;
            if (++filled == PACKET_FRAMES) {
                encodeBlock();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        // Silence goes in until the encoder's delay has let everything out. A file needs one packet at least.
        while (encoded < frames + preSkip || encoded == 0) {
            Arrays.fill(block, filled * channels, block.length, (short) 0);
            encodeBlock();
        }
        ogg.flush(true);
    }

    private void encodeBlock() throws IOException {
        int size;
        try {
            size = encoder.encode(block, 0, PACKET_FRAMES, coded, 0, coded.length);
        } catch (OpusException e) {
            throw new IllegalStateException("Opus fails to encode", e);
        }
        // A page ends before the next packet is added, so that the last page holds at least one.
        if (packetsOnPage == PACKETS_PER_PAGE) {
            ogg.flush(false);
            packetsOnPage = 0;
        }
        filled = 0;
        encoded += PACKET_FRAMES;
        packetsOnPage++;
        ogg.add(Arrays.copyOf(coded, size), Math.min(encoded, lastPosition()));
    }

    /// The last packet's position is the end of the sound; before, `frames` may still grow but the block just encoded
    /// was full.
    private long lastPosition() {
        return frames + preSkip;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
