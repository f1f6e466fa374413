package studio.headroom.files.audio.ogg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts packets into the pages of one Ogg stream.
final class OggWriter {
    private static final int MAX_SEGMENTS = 255;

    private final WritableByteChannel channel;
    private final int serial;
    private final List<byte[]> packets = new ArrayList<>();
    private int segments;
    private int sequence;
    private long granule;

    OggWriter(WritableByteChannel channel, int serial) {
        this.channel = channel;
        this.serial = serial;
    }

    /// Adds a packet to the page being filled; a full page is written first.
    ///
    /// @param end position of its end in frames
    void add(byte[] packet, long end) throws IOException {
        int needed = packet.length / 255 + 1;
        if (segments + needed > MAX_SEGMENTS) {
            flush(false);
        }
        packets.add(packet);
        segments += needed;
        granule = end;
    }

    /// Writes a packet of any length on pages of its own.
    void addAlone(byte[] packet) throws IOException {
        int at = 0;
        int left = packet.length / 255 + 1;
        boolean continued = false;
        while (left > 0) {
            int count = Math.min(left, MAX_SEGMENTS);
            boolean ends = count == left;
            int bytes = ends ? packet.length - at : count * 255;
            byte[] lacing = new byte[count];
            Arrays.fill(lacing, (byte) 255);
            if (ends) {
                lacing[count - 1] = (byte) (bytes - (count - 1) * 255);
            }
            int flags = (sequence == 0 ? 2 : 0) | (continued ? 1 : 0);
            writePage(flags, ends ? 0 : -1, lacing, List.of(Arrays.copyOfRange(packet, at, at + bytes)));
            at += bytes;
            left -= count;
            continued = true;
        }
    }

    /// Writes what has been added as a page.
    void flush(boolean last) throws IOException {
        if (packets.isEmpty() && !last) {
            return;
        }
        byte[] lacing = new byte[segments];
        int at = 0;
        for (byte[] packet : packets) {
            int full = packet.length / 255;
            Arrays.fill(lacing, at, at + full, (byte) 255);
            lacing[at + full] = (byte) (packet.length % 255);
            at += full + 1;
        }
        writePage(last ? 4 : 0, granule, lacing, packets);
        packets.clear();
        segments = 0;
    }

    private void writePage(int flags, long position, byte[] lacing, List<byte[]> body) throws IOException {
        int size = 27 + lacing.length;
        for (byte[] part : body) {
            size += part.length;
        }
        ByteBuffer page = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        page.put((byte) 'O')
                .put((byte) 'g')
                .put((byte) 'g')
                .put((byte) 'S')
                .put((byte) 0)
                .put((byte) flags);
        page.putLong(position).putInt(serial).putInt(sequence++).putInt(0);
        page.put((byte) lacing.length).put(lacing);
        for (byte[] part : body) {
            page.put(part);
        }
        page.putInt(22, OggCrc.ofPage(page.array(), size)).flip();
        while (page.hasRemaining()) {
            channel.write(page);
        }
    }
}
