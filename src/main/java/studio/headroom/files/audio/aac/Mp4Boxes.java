package studio.headroom.files.audio.aac;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Walks over the boxes inside a buffer (ISO 14496-12, 4.2).
final class Mp4Boxes {
    private static final int MAX_BOXES = 100_000;

    private Mp4Boxes() {}

    /// Hands out each box's type and content. A box that claims more than there is ends the walk.
    static void forEach(ByteBuffer content, BiConsumer<String, ByteBuffer> visitor) {
        ByteBuffer in = content.duplicate();
        for (int boxes = 0; in.remaining() >= 8 && boxes < MAX_BOXES; boxes++) {
            int start = in.position();
            long size = Integer.toUnsignedLong(in.getInt());
            String type = fourCc(in);
            int header = 8;
            if (size == 1 && in.remaining() >= 8) {
                size = in.getLong();
                header = 16;
            } else if (size == 0) {
                size = in.limit() - start;
            }
            if (size < header || size > in.limit() - start) {
                return;
            }
            visitor.accept(type, in.slice(start + header, (int) size - header));
            in.position(start + (int) size);
        }
    }

    /// The first box of a type, or null.
    static @Nullable ByteBuffer find(@Nullable ByteBuffer content, String type) {
        ByteBuffer[] found = new ByteBuffer[1];
        if (content != null) {
            forEach(content, (name, box) -> {
                if (found[0] == null && name.equals(type)) {
                    found[0] = box;
                }
            });
        }
        return found[0];
    }

    static String fourCc(ByteBuffer in) {
        byte[] type = new byte[4];
        in.get(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
