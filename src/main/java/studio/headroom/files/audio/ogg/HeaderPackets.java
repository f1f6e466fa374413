package studio.headroom.files.audio.ogg;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;

/// The packets before the sound. The sound itself begins on a page of its own.
final class HeaderPackets {
    private HeaderPackets() {}

    /// The next packet, which is alone on its page.
    static byte[] next(OggReader reader, Path path) throws FileException {
        return several(reader, path, 1).remove();
    }

    /// The next `count` packets, which end with a page.
    static Deque<byte[]> several(OggReader reader, Path path, int count) throws FileException {
        Deque<byte[]> packets = new ArrayDeque<>();
        while (packets.size() < count) {
            OggReader.Page page = reader.next();
            if (page == null || page.packets().size() > count - packets.size()) {
                throw AudioFileException.damaged(path, "its header is wrong");
            }
            packets.addAll(page.packets());
        }
        return packets;
    }
}
