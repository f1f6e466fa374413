package studio.headroom.files.audio.ogg;

import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusMSDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.Formats;

/// Decodes Opus packets at 48 kHz.
final class OpusCodec implements OggStream.Codec {
    static final int RATE = 48_000;
    /// The longest packet: 120 ms.
    private static final int MAX_FRAMES = 5760;

    private final AudioFormat format;
    private final int preSkip;
    private final float scale;
    private final int[] order;
    private final OpusMSDecoder decoder;
    private final short[] interleaved;
    private final float[][] decoded;

    private OpusCodec(AudioFormat format, int preSkip, float gain, boolean surround, OpusMSDecoder decoder) {
        this.format = format;
        this.preSkip = preSkip;
        this.scale = gain / 32768;
        int channels = format.channels();
        int[] same = new int[channels];
        for (int i = 0; i < channels; i++) {
            same[i] = i;
        }
        this.order = surround ? ChannelOrder.wavFromVorbis(channels) : same;
        this.decoder = decoder;
        this.interleaved = new short[MAX_FRAMES * channels];
        this.decoded = new float[channels][MAX_FRAMES];
    }

    /// Reads OpusHead and OpusTags.
    static OpusCodec open(OggReader reader, Path path) throws FileException {
        byte[] head = HeaderPackets.next(reader, path);
        HeaderPackets.next(reader, path);
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (head.length < 19
                || !new String(head, 0, 8, StandardCharsets.ISO_8859_1).equals("OpusHead")
                || (head[8] & 0xF0) != 0) {
            throw AudioFileException.damaged(path, "its Opus header is wrong");
        }
        AudioFormat format = Formats.check(path, RATE, head[9] & 0xFF);
        int channels = format.channels();
        int preSkip = Short.toUnsignedInt(bytes.getShort(10));
        float gain = (float) Math.pow(10, bytes.getShort(16) / (20.0 * 256));
        int family = head[18] & 0xFF;
        int streams = 1;
        int coupled = channels - 1;
        short[] mapping = {0, 1};
        if (family == 0 ? channels > 2 : head.length < 21 + channels) {
            throw AudioFileException.damaged(path, "its Opus header is wrong");
        }
        if (family != 0) {
            streams = head[19] & 0xFF;
            coupled = head[20] & 0xFF;
            mapping = new short[channels];
            for (int ch = 0; ch < channels; ch++) {
                mapping[ch] = (short) (head[21 + ch] & 0xFF);
                if (mapping[ch] != 255 && mapping[ch] >= streams + coupled) {
                    throw AudioFileException.damaged(path, "its Opus header is wrong");
                }
            }
        }
        if (streams == 0 || coupled > streams) {
            throw AudioFileException.damaged(path, "its Opus header is wrong");
        }
        try {
            OpusMSDecoder decoder = OpusMSDecoder.create(RATE, channels, streams, coupled, mapping);
            return new OpusCodec(format, preSkip, gain, family == 1, decoder);
        } catch (OpusException e) {
            throw AudioFileException.damaged(path, "its Opus header is wrong", e);
        }
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public String name() {
        return "Opus";
    }

    @Override
    public int preSkip() {
        return preSkip;
    }

    /// RFC 6716, 3.1: the first byte tells the length of a frame, its last two bits and perhaps the next byte how many.
    @Override
    public int duration(byte[] packet) {
        if (packet.length == 0) {
            return 0;
        }
        int toc = packet[0] & 0xFF;
        int config = toc >>> 3;
        int frame;
        if (config < 12) {
            frame = new int[] {480, 960, 1920, 2880}[config & 3];
        } else if (config < 16) {
            frame = (config & 1) == 0 ? 480 : 960;
        } else {
            frame = 120 << (config & 3);
        }
        int frames =
                switch (toc & 3) {
                    case 0 -> 1;
                    case 1, 2 -> 2;
                    default -> packet.length < 2 ? 0 : packet[1] & 0x3F;
                };
        return Math.min(MAX_FRAMES, frame * frames);
    }

    @Override
    public int decode(byte[] packet) {
        int got = decoder.decodeMultistream(packet, 0, packet.length, interleaved, 0, MAX_FRAMES, 0);
        if (got < 0) {
            throw new IllegalStateException("Opus error " + got);
        }
        int channels = format.channels();
        for (int ch = 0; ch < channels; ch++) {
            int from = order[ch];
            float[] to = decoded[ch];
            for (int i = 0, p = from; i < got; i++, p += channels) {
                to[i] = interleaved[p] * scale;
            }
        }
        return got;
    }

    @Override
    public float[][] decoded() {
        return decoded;
    }
}
