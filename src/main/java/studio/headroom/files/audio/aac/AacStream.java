package studio.headroom.files.audio.aac;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.jaad.aac.Decoder;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.FileBytes;
import studio.headroom.files.audio.codec.Formats;
import studio.headroom.files.audio.codec.Samples;

/// Decodes AAC of one or two channels. What the file says about priming and padding is cut off.
///
/// Bands that the encoder has left as noise (perceptual noise substitution, ISO/IEC 14496-3, 4.6.13) are filled with
/// random numbers. The library draws those for all decoders of a process from one state that cannot be set, so such a
/// file has other bits each time it is decoded, alike in level and spectrum; the first file of a process is always the
/// same. Files without such bands have the same bits each time.
public final class AacStream implements AudioFileStream {
    private static final float SCALE = 1f / 32768;
    private static final int MAX_FRAMES = 4096;

    private final FileBytes file;
    private final AacPackets packets;
    private final Decoder decoder;
    private final AudioFormat format;
    private final float[][] decoded;
    private final long length;
    private long skip;
    private long delivered;
    private int at;
    private int available;
    private int decodedRate;
    private int decodedChannels;
    private long invalid;

    private AacStream(FileBytes file, AacPackets packets) throws FileException {
        this.file = file;
        this.packets = packets;
        this.decoded = new float[8][MAX_FRAMES];
        try {
            this.decoder = Decoder.create(packets.config());
        } catch (IOException | RuntimeException e) {
            throw AudioFileException.damaged(file.path(), "its AAC header cannot be decoded", e);
        }
        // Only decoding tells rate and channels: spectral band replication doubles the one,
        // parametric stereo the other.
        decode();
        this.format = Formats.check(file.path(), decodedRate, decodedChannels);
        if (decodedChannels > 2) {
            throw AudioFileException.unsupported(
                    file.path(), "AAC with " + decodedChannels + " channels is not known here");
        }
        double ratio = (double) decodedRate / packets.timescale();
        this.skip = Math.round(packets.start() * ratio);
        this.length = packets.length() < 0 ? -1 : Math.round(packets.length() * ratio);
        dropSkipped();
    }

    /// @throws FileException when it is damaged, cut short or holds another coding than AAC
    public static AacStream open(Path path) throws FileException {
        FileBytes file = FileBytes.open(path);
        try {
            byte[] start = file.bytes(0, (int) Math.min(16, file.size()));
            AacPackets packets = Mp4Packets.matches(start) ? Mp4Packets.open(file) : new AdtsPackets(file, 0);
            return new AacStream(file, packets);
        } catch (FileException | RuntimeException e) {
            try {
                file.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /// Whether the content is an MP4 file or a row of AAC frames.
    public static boolean matches(FileBytes file) throws FileException {
        byte[] start = file.bytes(0, (int) Math.min(16, file.size()));
        return Mp4Packets.matches(start) || AdtsPackets.matches(file, 0);
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public AudioFileInfo info() {
        return AudioFileInfo.of(file.path(), packets.container(), "AAC", format, null, length);
    }

    @Override
    public long invalidSamples() {
        return invalid;
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        while (at == available) {
            if (delivered == length || !decode()) {
                checkEnd();
                return -1;
            }
            if (decodedRate != format.sampleRate() || decodedChannels != format.channels()) {
                throw AudioFileException.damaged(file.path(), "its sample rate or channels change on the way");
            }
            dropSkipped();
        }
        int part = Math.min(count, available - at);
        if (length >= 0) {
            part = (int) Math.min(part, length - delivered);
        }
        if (part <= 0) {
            return -1;
        }
        for (int ch = 0; ch < format.channels(); ch++) {
            System.arraycopy(decoded[ch], at, target[ch], offset, part);
        }
        at += part;
        delivered += part;
        return part;
    }

    private void checkEnd() throws AudioFileException {
        // A file may count on the decoder to give its own delay of less than two frames more.
        if (length >= 0 && length - delivered > 2048) {
            throw AudioFileException.damaged(
                    file.path(), "it is cut short, " + (length - delivered) + " of " + length + " frames are missing");
        }
    }

    private boolean decode() throws FileException {
        byte[] packet = packets.next();
        if (packet == null) {
            return false;
        }
        at = 0;
        available = 0;
        decodedChannels = 0;
        try {
            decoder.decodeFrame(packet, this::accept);
        } catch (RuntimeException | StackOverflowError e) {
            throw AudioFileException.damaged(file.path(), "its AAC sound cannot be decoded", e);
        }
        if (decodedChannels == 0) {
            throw AudioFileException.damaged(file.path(), "its AAC sound cannot be decoded");
        }
        invalid += Samples.silenceInvalid(decoded, decodedChannels, 0, available);
        return true;
    }

    private void accept(List<float[]> channels, int frames, int rate) {
        if (channels.size() > decoded.length || frames > MAX_FRAMES) {
            throw new IllegalStateException("a frame is too large");
        }
        decodedRate = rate;
        decodedChannels = channels.size();
        available = frames;
        for (int ch = 0; ch < channels.size(); ch++) {
            float[] from = channels.get(ch);
            for (int i = 0; i < frames; i++) {
                decoded[ch][i] = from[i] * SCALE;
            }
        }
    }

    private void dropSkipped() {
        int drop = (int) Math.min(skip, available);
        skip -= drop;
        at = drop;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
