package studio.headroom.files.audio.ogg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.audio.codec.Cover;
import studio.headroom.files.audio.codec.Tags;

/// Tags as Vorbis comments: `NAME=value` in UTF-8, the cover as a FLAC picture block in Base64.
final class VorbisComments {
    private static final String PICTURE = "METADATA_BLOCK_PICTURE";
    private static final int MAX_COMMENTS = 10_000;

    private VorbisComments() {}

    /// The comments with a vendor string, as they follow the packet's signature.
    ///
    /// @param own comments for which there is no field
    static byte[] write(Tags tags, Map<String, String> own, String vendor) {
        List<String> comments = new ArrayList<>();
        tags.texts().forEach((field, text) -> comments.add(field.vorbisName() + "=" + text));
        own.forEach((name, text) -> comments.add(name + "=" + text));
        Cover cover = tags.cover();
        if (cover != null) {
            comments.add(PICTURE + "=" + Base64.getEncoder().encodeToString(pictureBlock(cover)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeString(out, vendor);
        out.writeBytes(little(comments.size()));
        for (String comment : comments) {
            writeString(out, comment);
        }
        return out.toByteArray();
    }

    /// What is known of the comments that begin at `bytes[at]`; whatever is damaged is left out.
    static Tags read(byte[] bytes, int at) {
        Map<Tags.Field, String> texts = new EnumMap<>(Tags.Field.class);
        Cover cover = null;
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(at);
        readString(in);
        int count = in.remaining() < 4 ? 0 : in.getInt();
        for (int i = 0; i < Math.min(MAX_COMMENTS, count); i++) {
            String comment = readString(in);
            int equals = comment.indexOf('=');
            if (equals <= 0) {
                continue;
            }
            String name = comment.substring(0, equals).toUpperCase(Locale.ROOT);
            String value = comment.substring(equals + 1);
            for (Tags.Field field : Tags.Field.values()) {
                if (field.vorbisName().equals(name)) {
                    texts.putIfAbsent(field, value);
                }
            }
            if (name.equals(PICTURE) && cover == null) {
                cover = readPicture(value);
            }
        }
        return new Tags(texts, cover);
    }

    private static byte[] pictureBlock(Cover cover) {
        byte[] type = cover.mediaType().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer block = ByteBuffer.allocate(32 + type.length + cover.bytes().length);
        // 3 is the front cover; then no description; width, height, depth and colors are left unsaid.
        block.putInt(3).putInt(type.length).put(type).putInt(0).putLong(0).putLong(0);
        return block.putInt(cover.bytes().length).put(cover.bytes()).array();
    }

    private static @Nullable Cover readPicture(String base64) {
        try {
            ByteBuffer block = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            block.getInt();
            block.position(block.position() + 4 + block.getInt(block.position()));
            block.position(block.position() + 4 + block.getInt(block.position()) + 16);
            int size = block.getInt();
            if (size < 0 || size > Math.min(block.remaining(), Cover.MAX_BYTES)) {
                return null;
            }
            byte[] picture = new byte[size];
            block.get(picture);
            String type = Cover.mediaType(picture);
            return type.isEmpty() ? null : new Cover(picture, type);
        } catch (RuntimeException e) {
            return null; // A picture that cannot be read is no picture.
        }
    }

    private static String readString(ByteBuffer in) {
        if (in.remaining() < 4) {
            return "";
        }
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            in.position(in.limit());
            return "";
        }
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static void writeString(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(little(bytes.length));
        out.writeBytes(bytes);
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
