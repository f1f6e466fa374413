package studio.headroom.files.audio.mp3;

import java.nio.charset.StandardCharsets;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.FileBytes;

/// The tag that may lie before the sound.
final class Id3v2 {
    private static final int MAX_TAGS = 8;

    private Id3v2() {}

    /// The position behind all tags at the beginning.
    static long end(FileBytes file) throws FileException {
        long at = 0;
        for (int tags = 0; tags < MAX_TAGS && at <= file.size() - 10; tags++) {
            byte[] head = file.bytes(at, 10);
            if (!new String(head, 0, 3, StandardCharsets.ISO_8859_1).equals("ID3")) {
                break;
            }
            int size = (head[6] & 0x7F) << 21 | (head[7] & 0x7F) << 14 | (head[8] & 0x7F) << 7 | head[9] & 0x7F;
            boolean footer = (head[5] & 0x10) != 0;
            at += 10 + size + (footer ? 10 : 0);
        }
        return at;
    }
}
