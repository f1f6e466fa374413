package studio.headroom.files.audio.ogg;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.FileBytes;
import studio.headroom.files.audio.codec.Samples;

/// Sound in Ogg, whatever its coding: positions of the pages tell what is cut off at both ends.
final class OggStream implements AudioFileStream {
    private final FileBytes file;
    private final OggReader reader;
    private final Codec codec;
    private final Deque<byte[]> packets = new ArrayDeque<>();
    private final long length;
    private OggReader.@Nullable Page page;
    private long skip;
    private long delivered;
    private float[][] decoded = new float[0][];
    private int at;
    private int available;
    private long invalid;

    /// A coding of sound in packets.
    interface Codec {
        AudioFormat format();

        String name();

        /// Frames to drop at the beginning.
        int preSkip();

        /// How many frames [#decode] of this packet will give. To be asked once for each packet in their order.
        int duration(byte[] packet);

        /// Decodes a packet.
        ///
        /// @return frames now in [#decoded()]
        int decode(byte[] packet);

        float[][] decoded();
    }

    /// Reads the header packets and makes the codec.
    interface Opener {
        Codec open(OggReader reader) throws FileException;
    }

    OggStream(FileBytes file, Opener opener) throws FileException {
        this.file = file;
        this.reader = new OggReader(file);
        try {
            this.codec = opener.open(reader);
            long end = reader.lastGranule();
            page = reader.next();
            long start = firstPosition(page);
            if (codec.preSkip() == 0) {
                skip = Math.max(0, -start);
            } else {
                skip = codec.preSkip();
            }
            length = Math.max(0, end - Math.max(0, start) - codec.preSkip());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw AudioFileException.damaged(file.path(), "its header cannot be decoded", e);
        }
    }

    /// The position at which the first packet begins; below 0 where the first page was shortened at its beginning.
    private long firstPosition(OggReader.@Nullable Page first) {
        if (first == null) {
            return 0;
        }
        long frames = 0;
        for (byte[] packet : first.packets()) {
            frames += codec.duration(packet);
        }
        packets.addAll(first.packets());
        return first.last() || first.granule() < 0 ? 0 : first.granule() - frames;
    }

    @Override
    public AudioFormat format() {
        return codec.format();
    }

    @Override
    public AudioFileInfo info() {
        return AudioFileInfo.of(file.path(), "Ogg", codec.name(), codec.format(), null, length);
    }

    @Override
    public long invalidSamples() {
        return invalid;
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        while (at == available) {
            if (delivered == length) {
                return -1;
            }
            decode();
        }
        int part = (int) Math.min(Math.min(count, available - at), length - delivered);
        if (part == 0) {
            return -1;
        }
        for (int ch = 0; ch < codec.format().channels(); ch++) {
            System.arraycopy(decoded[ch], at, target[ch], offset, part);
        }
        at += part;
        delivered += part;
        return part;
    }

    private void decode() throws FileException {
        at = 0;
        available = 0;
        while (packets.isEmpty()) {
            page = reader.next();
            if (page == null) {
                throw AudioFileException.damaged(
                        file.path(),
                        "it is cut short, " + (length - delivered) + " of " + length + " frames are missing");
            }
            packets.addAll(page.packets());
        }
        int got;
        try {
            got = codec.decode(packets.remove());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw AudioFileException.damaged(file.path(), "its " + codec.name() + " sound cannot be decoded", e);
        }
        decoded = codec.decoded();
        invalid += Samples.silenceInvalid(decoded, codec.format().channels(), 0, got);
        int drop = (int) Math.min(skip, got);
        skip -= drop;
        at = drop;
        available = got;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
