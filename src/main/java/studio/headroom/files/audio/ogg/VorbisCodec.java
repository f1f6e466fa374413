package studio.headroom.files.audio.ogg;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Deque;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.Formats;

/// Decodes Vorbis packets with JOrbis.
final class VorbisCodec implements OggStream.Codec {
    private static final int MAX_FRAMES = 8192;

    private final AudioFormat format;
    private final Info info;
    private final DspState state = new DspState();
    private final Block block = new Block(state);
    private final Packet packet = new Packet();
    private final int[] order;
    private final float[][][] output = new float[1][][];
    private final int[] indices;
    private final float[][] decoded;
    private int lastBlock;
    private long number = 3;

    private VorbisCodec(AudioFormat format, Info info) {
        this.format = format;
        this.info = info;
        this.order = ChannelOrder.wavFromVorbis(format.channels());
        this.indices = new int[format.channels()];
        this.decoded = new float[format.channels()][MAX_FRAMES];
        state.synthesis_init(info);
        block.init(state);
    }

    /// Reads the identification, comment and setup headers.
    static VorbisCodec open(OggReader reader, Path path) throws FileException {
        Info info = new Info();
        info.init();
        Comment comment = new Comment();
        comment.init();
        int index = 0;
        Deque<byte[]> headers = HeaderPackets.several(reader, path, 1);
        int channels = headers.element().length > 11 ? headers.element()[11] & 0xFF : 0;
        if (channels == 3 || channels >= 5 && channels <= 7) {
            // JOrbis reads channel couplings with too few bits unless the channels are a power of two.
            throw AudioFileException.unsupported(path, "Vorbis with " + channels + " channels is not known here");
        }
        headers.addAll(HeaderPackets.several(reader, path, 2));
        for (byte[] header : headers) {
            // The comments may hold a picture and are not needed: an empty one is read in their place.
            byte[] content = index == 1 ? emptyComment() : header;
            if (info.synthesis_headerin(comment, packet(new Packet(), content, index)) < 0) {
                throw AudioFileException.damaged(path, "its Vorbis header is wrong");
            }
            if (index == 0) {
                Formats.check(path, info.rate, info.channels);
            }
            index++;
        }
        return new VorbisCodec(Formats.check(path, info.rate, info.channels), info);
    }

    private static byte[] emptyComment() {
        byte[] packet = new byte[16];
        packet[0] = 3;
        System.arraycopy("vorbis".getBytes(StandardCharsets.US_ASCII), 0, packet, 1, 6);
        packet[15] = 1;
        return packet;
    }

    private static Packet packet(Packet packet, byte[] content, long number) {
        packet.packet_base = content;
        packet.packet = 0;
        packet.bytes = content.length;
        packet.b_o_s = number == 0 ? 1 : 0;
        packet.e_o_s = 0;
        packet.granulepos = -1;
        packet.packetno = number;
        return packet;
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public String name() {
        return "Vorbis";
    }

    @Override
    public int preSkip() {
        return 0;
    }

    /// Blocks overlap: a quarter of the last and a quarter of this one become sound.
    @Override
    public int duration(byte[] content) {
        int size = content.length == 0 ? -1 : info.blocksize(packet(new Packet(), content, number));
        if (size <= 0) {
            return 0;
        }
        int frames = lastBlock == 0 ? 0 : (lastBlock + size) / 4;
        lastBlock = size;
        return frames;
    }

    @Override
    public int decode(byte[] content) {
        if (content.length == 0 || block.synthesis(packet(packet, content, number++)) != 0) {
            throw new IllegalStateException("not a packet of sound");
        }
        state.synthesis_blockin(block);
        int total = 0;
        int got;
        while ((got = state.synthesis_pcmout(output, indices)) > 0) {
            if (total + got > MAX_FRAMES) {
                throw new IllegalStateException("a block is too long");
            }
            for (int ch = 0; ch < format.channels(); ch++) {
                int from = order[ch];
                System.arraycopy(output[0][from], indices[from], decoded[ch], total, got);
            }
            total += got;
            state.synthesis_read(got);
        }
        return total;
    }

    @Override
    public float[][] decoded() {
        return decoded;
    }
}
