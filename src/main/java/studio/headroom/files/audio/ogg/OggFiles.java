package studio.headroom.files.audio.ogg;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.FileBytes;
import studio.headroom.files.audio.codec.Tags;

/// Opens Ogg files.
public final class OggFiles {
    private OggFiles() {}

    /// Whether the content begins like an Ogg file.
    public static boolean matches(byte[] start) {
        return OggReader.matches(start);
    }

    /// @throws FileException when it is damaged, cut short or holds another coding than Opus and Vorbis
    public static AudioFileStream open(Path path) throws FileException {
        FileBytes file = FileBytes.open(path);
        try {
            String first = OggReader.firstPacket(file.bytes(0, (int) Math.min(300, file.size())));
            if (first.equals("OpusHead")) {
                return new OggStream(file, reader -> OpusCodec.open(reader, path));
            }
            if (first.startsWith("\u0001vorbis")) {
                return new OggStream(file, reader -> VorbisCodec.open(reader, path));
            }
            if (first.isEmpty()) {
                throw AudioFileException.damaged(path, "it is cut short within its header");
            }
            throw AudioFileException.unsupported(path, "its Ogg coding is neither Opus nor Vorbis");
        } catch (FileException | RuntimeException e) {
            try {
                file.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /// The tags of an Opus or Vorbis file, [Tags#NONE] where they cannot be read.
    public static Tags tags(Path path) throws FileException {
        try (FileBytes file = FileBytes.open(path)) {
            OggReader reader = new OggReader(file);
            String first = new String(HeaderPackets.next(reader, path), StandardCharsets.ISO_8859_1);
            OggReader.Page page = reader.next();
            if (page == null || page.packets().isEmpty()) {
                return Tags.NONE;
            }
            byte[] comments = page.packets().get(0);
            return first.startsWith("OpusHead") || first.startsWith("\u0001vorbis")
                    ? VorbisComments.read(comments, first.startsWith("OpusHead") ? 8 : 7)
                    : Tags.NONE;
        } catch (IOException | RuntimeException e) {
            return Tags.NONE;
        }
    }

    /// Copies an Opus file; fields that are set in `tags` replace those of the file.
    ///
    /// @throws FileException when it is damaged or not Opus
    public static void copyWithTags(Path source, Path target, Tags tags) throws IOException {
        copyWithTags(source, target, tags, Map.of());
    }

    /// The same with comments for which there is no field.
    public static void copyWithTags(Path source, Path target, Tags tags, Map<String, String> own) throws IOException {
        Tags merged = tags(source).mergedWith(tags);
        try (FileBytes file = FileBytes.open(source);
                FileChannel out =
                        FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OggReader reader = new OggReader(file);
            byte[] head = HeaderPackets.next(reader, source);
            if (!new String(head, StandardCharsets.ISO_8859_1).startsWith("OpusHead")) {
                throw new AudioFileException("The tags of '" + source
                        + "' cannot be changed: of Ogg files that is possible with Opus only.");
            }
            HeaderPackets.next(reader, source);
            OggWriter writer = new OggWriter(out, 1);
            writer.addAlone(head);
            writer.addAlone(OpusEncoding.tagsPacket(merged, own));
            for (OggReader.Page page = reader.next(); page != null; page = reader.next()) {
                for (byte[] packet : page.packets()) {
                    writer.add(packet, page.granule());
                }
                writer.flush(page.last());
            }
        }
    }
}
