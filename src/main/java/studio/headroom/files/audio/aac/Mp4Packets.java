package studio.headroom.files.audio.aac;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.FileBytes;

/// The first sound track of an MP4 file: its sample tables say where each AAC frame lies, its edit list or iTunes'
/// gapless comment what of the decoded sound counts.
final class Mp4Packets implements AacPackets {
    private static final int MAX_MOVIE_BYTES = 64 << 20;
    private static final int MAX_PACKET_BYTES = 1 << 16;

    private final FileBytes file;
    private final ByteBuffer samplesToChunks;
    private final ByteBuffer chunkOffsets;
    private final boolean wideOffsets;
    private final ByteBuffer sizes;
    private final byte[] config;
    private final long timescale;
    private long start;
    private long length;

    private int sample;
    private int chunk;
    private int chunkRun;
    private int leftInChunk;
    private long position;

    private Mp4Packets(FileBytes file, ByteBuffer movie) throws FileException {
        this.file = file;
        ByteBuffer track = soundTrack(movie);
        ByteBuffer media = need(track, "mdia");
        ByteBuffer table = need(need(media, "minf"), "stbl");
        this.config = config(need(table, "stsd"));
        this.samplesToChunks = need(table, "stsc");
        this.sizes = need(table, "stsz");
        ByteBuffer wide = Mp4Boxes.find(table, "co64");
        this.wideOffsets = wide != null;
        this.chunkOffsets = wide != null ? wide : need(table, "stco");
        ByteBuffer header = need(media, "mdhd");
        this.timescale = Integer.toUnsignedLong(header.getInt(header.get(0) == 1 ? 20 : 12));
        long count = Integer.toUnsignedLong(sizes.getInt(8));
        if (timescale == 0 || count > file.size() || sizes.getInt(4) == 0 && count > (sizes.capacity() - 12) / 4) {
            throw damaged();
        }
        if (count == 0 && Mp4Boxes.find(movie, "mvex") != null) {
            throw AudioFileException.unsupported(file.path(), "it is a fragmented MP4 file");
        }
        findEnds(movie, track, duration(need(table, "stts")));
    }

    /// @throws AudioFileException when the file is damaged, or sound but holds no AAC
    static Mp4Packets open(FileBytes file) throws FileException {
        try {
            return new Mp4Packets(file, movie(file));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw AudioFileException.damaged(file.path(), "its MP4 header is cut short", e);
        }
    }

    static boolean matches(byte[] start) {
        return start.length >= 12 && new String(start, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
    }

    /// Finds the `moov` box, before or behind the sound.
    private static ByteBuffer movie(FileBytes file) throws FileException {
        long at = 0;
        for (int boxes = 0; at <= file.size() - 8 && boxes < 10_000; boxes++) {
            ByteBuffer head = file.buffer(at, 8, ByteOrder.BIG_ENDIAN);
            long size = Integer.toUnsignedLong(head.getInt());
            String type = Mp4Boxes.fourCc(head);
            int header = 8;
            if (size == 1) {
                size = file.buffer(at + 8, 8, ByteOrder.BIG_ENDIAN).getLong();
                header = 16;
            } else if (size == 0) {
                size = file.size() - at;
            }
            if (size < header || size > file.size() - at) {
                throw AudioFileException.damaged(
                        file.path(), "it is cut short within its part '" + type.replaceAll("[^ -~]", "?") + "'");
            }
            if (type.equals("moov")) {
                if (size > MAX_MOVIE_BYTES) {
                    throw AudioFileException.damaged(file.path(), "its header claims " + size + " bytes");
                }
                return file.buffer(at + header, (int) size - header, ByteOrder.BIG_ENDIAN);
            }
            at += size;
        }
        throw AudioFileException.damaged(file.path(), "its header, which lies at the end of MP4 files, is missing");
    }

    private ByteBuffer soundTrack(ByteBuffer movie) throws AudioFileException {
        List<ByteBuffer> tracks = new ArrayList<>();
        Mp4Boxes.forEach(movie, (type, box) -> {
            ByteBuffer handler = Mp4Boxes.find(Mp4Boxes.find(box, "mdia"), "hdlr");
            if (type.equals("trak") && handler != null && handler.getInt(8) == 0x736F756E) { // "soun"
                tracks.add(box);
            }
        });
        if (tracks.isEmpty()) {
            throw new AudioFileException("'" + file.path() + "' holds no sound.");
        }
        return tracks.get(0);
    }

    private byte[] config(ByteBuffer descriptions) throws AudioFileException {
        ByteBuffer entries = descriptions.slice(8, descriptions.capacity() - 8);
        ByteBuffer entry = Mp4Boxes.find(entries, "mp4a");
        if (entry == null) {
            throw AudioFileException.unsupported(file.path(), "its MP4 coding is not AAC");
        }
        int version = entry.getShort(8);
        int fixed = version == 1 ? 44 : version == 2 ? 64 : 28;
        ByteBuffer boxes = entry.slice(fixed, entry.capacity() - fixed);
        ByteBuffer descriptor = Mp4Boxes.find(boxes, "esds");
        if (descriptor == null) {
            descriptor = Mp4Boxes.find(Mp4Boxes.find(boxes, "wave"), "esds");
        }
        if (descriptor == null) {
            throw AudioFileException.unsupported(file.path(), "its MP4 coding is not AAC");
        }
        descriptor.position(4);
        return decoderConfig(descriptor);
    }

    /// The nested descriptors of ISO 14496-1: ES (3) holds DecoderConfig (4), which holds DecoderSpecificInfo (5).
    private byte[] decoderConfig(ByteBuffer in) throws AudioFileException {
        while (in.remaining() > 1) {
            int tag = in.get();
            int size = 0;
            int part;
            do {
                part = in.get();
                size = size << 7 | part & 0x7F;
            } while (part < 0);
            if (tag == 3) {
                in.position(in.position() + 2);
                int flags = in.get();
                in.position(in.position() + ((flags & 0x80) != 0 ? 2 : 0));
            } else if (tag == 4) {
                int coding = in.get() & 0xFF;
                if (coding != 0x40 && (coding < 0x66 || coding > 0x68)) {
                    throw AudioFileException.unsupported(file.path(), "its MP4 coding is not AAC");
                }
                in.position(in.position() + 12);
            } else if (tag == 5 && size <= in.remaining()) {
                byte[] config = new byte[size];
                in.get(config);
                return config;
            } else {
                in.position(in.position() + size);
            }
        }
        throw damaged();
    }

    private static long duration(ByteBuffer timeToSample) {
        long total = 0;
        int entries = timeToSample.getInt(4);
        for (int i = 0; i < entries && 16 + 8L * i <= timeToSample.capacity(); i++) {
            total += Integer.toUnsignedLong(timeToSample.getInt(8 + 8 * i))
                    * Integer.toUnsignedLong(timeToSample.getInt(12 + 8 * i));
        }
        return total;
    }

    private void findEnds(ByteBuffer movie, ByteBuffer track, long duration) {
        long[] gapless = iTunesGapless(movie);
        if (gapless.length == 2) {
            start = gapless[0];
            length = gapless[1];
            return;
        }
        // The first frame of a decoder only fades in: it does not count even where nothing is said.
        start = Math.min(1024, duration);
        length = Math.max(0, duration - start);
        ByteBuffer edits = Mp4Boxes.find(Mp4Boxes.find(track, "edts"), "elst");
        ByteBuffer header = Mp4Boxes.find(movie, "mvhd");
        if (edits == null || header == null) {
            return;
        }
        long movieScale = Math.max(1, Integer.toUnsignedLong(header.getInt(header.get(0) == 1 ? 20 : 12)));
        boolean wide = edits.get(0) == 1;
        int entries = edits.getInt(4);
        for (int i = 0, at = 8; i < entries && at + (wide ? 20 : 12) <= edits.capacity(); i++, at += wide ? 20 : 12) {
            long segment = wide ? edits.getLong(at) : Integer.toUnsignedLong(edits.getInt(at));
            long mediaTime = wide ? edits.getLong(at + 8) : edits.getInt(at + 4);
            if (mediaTime >= 0) {
                start = Math.min(mediaTime, duration);
                long rest = duration - start;
                double edited = (double) segment / movieScale * timescale;
                // The movie's clock is often coarse: within one tick of it the track's own end is meant.
                double tick = (double) timescale / movieScale + 1;
                length = segment == 0 || Math.abs(edited - rest) <= tick ? rest : Math.min(rest, Math.round(edited));
                return;
            }
        }
    }

    /// The comment `iTunSMPB`: after a zero the delay, the padding and the length, all hexadecimal.
    private static long[] iTunesGapless(ByteBuffer movie) {
        ByteBuffer meta = Mp4Boxes.find(Mp4Boxes.find(movie, "udta"), "meta");
        long[][] found = {{}};
        if (meta != null && meta.capacity() > 4) {
            ByteBuffer list = Mp4Boxes.find(meta.slice(4, meta.capacity() - 4), "ilst");
            if (list != null) {
                Mp4Boxes.forEach(list, (type, box) -> {
                    if (type.equals("----")) {
                        String text = StandardCharsets.ISO_8859_1
                                .decode(box.duplicate())
                                .toString();
                        int data = text.indexOf("data");
                        if (text.contains("iTunSMPB") && data >= 0 && data + 12 <= text.length()) {
                            found[0] = parseGapless(text.substring(data + 12));
                        }
                    }
                });
            }
        }
        return found[0];
    }

    private static long[] parseGapless(String text) {
        String[] words = text.strip().split(" ");
        try {
            return words.length < 4
                    ? new long[0]
                    : new long[] {Long.parseLong(words[1], 16), Long.parseLong(words[3], 16)};
        } catch (NumberFormatException e) {
            return new long[0];
        }
    }

    @Override
    public String container() {
        return "MP4";
    }

    @Override
    public byte[] config() {
        return config;
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long timescale() {
        return timescale;
    }

    @Override
    public byte @Nullable [] next() throws FileException {
        try {
            int count = sizes.getInt(8);
            if (Integer.compareUnsigned(sample, count) >= 0) {
                return null;
            }
            int size = sizes.getInt(4) != 0 ? sizes.getInt(4) : sizes.getInt(12 + 4 * sample);
            if (size < 0 || size > MAX_PACKET_BYTES) {
                throw damaged();
            }
            while (leftInChunk == 0) {
                nextChunk();
            }
            byte[] packet = file.bytes(position, size);
            position += size;
            leftInChunk--;
            sample++;
            return packet;
        } catch (IndexOutOfBoundsException e) {
            throw AudioFileException.damaged(file.path(), "its MP4 tables contradict each other", e);
        }
    }

    /// Each entry of `stsc` says from which chunk on how many frames lie in a chunk.
    private void nextChunk() throws AudioFileException {
        int chunks = chunkOffsets.getInt(4);
        if (chunk >= chunks) {
            throw damaged();
        }
        int runs = samplesToChunks.getInt(4);
        while (chunkRun + 1 < runs && samplesToChunks.getInt(8 + 12 * (chunkRun + 1)) <= chunk + 1) {
            chunkRun++;
        }
        leftInChunk = samplesToChunks.getInt(8 + 12 * chunkRun + 4);
        if (leftInChunk < 0) {
            throw damaged();
        }
        position = wideOffsets
                ? chunkOffsets.getLong(8 + 8 * chunk)
                : Integer.toUnsignedLong(chunkOffsets.getInt(8 + 4 * chunk));
        chunk++;
    }

    private ByteBuffer need(ByteBuffer parent, String type) throws AudioFileException {
        ByteBuffer box = Mp4Boxes.find(parent, type);
        if (box == null) {
            throw damaged();
        }
        return box;
    }

    private AudioFileException damaged() {
        return AudioFileException.damaged(file.path(), "its MP4 header is wrong");
    }
}
