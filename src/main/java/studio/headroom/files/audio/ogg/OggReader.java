package studio.headroom.files.audio.ogg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.FileBytes;

/// Reads the packets of the first sound in an Ogg file. Pages whose checksum is wrong or which are missing are errors.
final class OggReader {
    /// Largest packet that is put together, in bytes: comments may hold a picture.
    private static final int MAX_PACKET = 16 << 20;
    private static final int MAX_PAGE = 27 + 255 + 255 * 255;

    private final FileBytes file;
    private final byte[] page = new byte[MAX_PAGE];
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long position;
    private int serial;
    private boolean chosen;
    private boolean ended;
    private int sequence;

    /// The packets that end on one page.
    ///
    /// @param granule what the page says about the position of their end, or -1
    /// @param last whether the page says it is the last
    record Page(List<byte[]> packets, long granule, boolean last) {}

    OggReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return start.length >= 28 && new String(start, 0, 4, StandardCharsets.ISO_8859_1).equals("OggS");
    }

    /// What the first packet of the first page begins with, for telling codings apart.
    static String firstPacket(byte[] start) {
        int at = start.length < 28 ? start.length : 27 + (start[26] & 0xFF);
        return at + 8 > start.length ? "" : new String(start, at, 8, StandardCharsets.ISO_8859_1);
    }

    /// The next page on which at least one packet ends, or null behind the last page.
    ///
    /// @throws AudioFileException when the file ends before its last page
    @Nullable
    Page next() throws FileException {
        while (!ended) {
            int size = readPage();
            ByteBuffer head = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
            int flags = page[5];
            if (!chosen) {
                chosen = true;
                serial = head.getInt(14);
                sequence = head.getInt(18);
            } else if (head.getInt(14) != serial) {
                continue;
            }
            if (head.getInt(18) != sequence++) {
                throw AudioFileException.damaged(file.path(), "a page of it is missing");
            }
            if ((flags & 1) == 0 && pending.size() > 0) {
                throw AudioFileException.damaged(file.path(), "a packet of it has no end");
            }
            ended = (flags & 4) != 0;
            List<byte[]> packets = split(size);
            if (!packets.isEmpty() || ended) {
                return new Page(packets, head.getLong(6), ended);
            }
        }
        return null;
    }

    /// The end of the sound as the last page tells it.
    ///
    /// @throws AudioFileException when the last page in the file is not the last of the sound
    long lastGranule() throws FileException {
        int length = (int) Math.min(file.size(), 2L * MAX_PAGE);
        byte[] tail = file.bytes(file.size() - length, length);
        ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = length - 27; at >= 0; at--) {
            if (tail[at] == 'O'
                    && tail[at + 1] == 'g'
                    && tail[at + 2] == 'g'
                    && tail[at + 3] == 'S'
                    && bytes.getInt(at + 14) == serial) {
                if ((tail[at + 5] & 4) == 0) {
                    throw AudioFileException.damaged(file.path(), "it is cut short, its last page is missing");
                }
                return bytes.getLong(at + 6);
            }
        }
        throw AudioFileException.unsupported(file.path(), "it holds several sounds behind each other");
    }

    /// Reads the page at the position into [#page].
    ///
    /// @return its size
    private int readPage() throws FileException {
        int got = file.read(position, page, 0, 27);
        if (got < 27) {
            throw AudioFileException.damaged(file.path(), "it is cut short, its last page is missing");
        }
        if (page[0] != 'O' || page[1] != 'g' || page[2] != 'g' || page[3] != 'S' || page[4] != 0) {
            throw AudioFileException.damaged(file.path(), "a page does not begin where it should");
        }
        int segments = page[26] & 0xFF;
        int size = 27 + segments;
        if (file.read(position + 27, page, 27, segments) == segments) {
            for (int i = 0; i < segments; i++) {
                size += page[27 + i] & 0xFF;
            }
            int body = size - 27 - segments;
            if (file.read(position + 27 + segments, page, 27 + segments, body) == body) {
                if (OggCrc.ofPage(page, size)
                        != ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).getInt(22)) {
                    throw AudioFileException.damaged(file.path(), "the checksum of a page is wrong");
                }
                position += size;
                return size;
            }
        }
        throw AudioFileException.damaged(file.path(), "it is cut short within a page");
    }

    private List<byte[]> split(int size) throws AudioFileException {
        List<byte[]> packets = new ArrayList<>();
        int segments = page[26] & 0xFF;
        int at = 27 + segments;
        for (int i = 0; i < segments; i++) {
            int length = page[27 + i] & 0xFF;
            if (pending.size() + length > MAX_PACKET || at + length > size) {
                throw AudioFileException.damaged(file.path(), "a packet of it is too large");
            }
            pending.write(page, at, length);
            at += length;
            if (length < 255) {
                packets.add(pending.toByteArray());
                pending.reset();
            }
        }
        return packets;
    }
}
