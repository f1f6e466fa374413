package studio.headroom.files.audio.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import studio.headroom.files.FileException;

/// A picture of the front cover, JPEG or PNG. The bytes are not to be changed.
public record Cover(byte[] bytes, String mediaType) {
    /// Largest picture that is read or written, in bytes; shops ask for less than this.
    public static final int MAX_BYTES = 10 << 20;

    /// @throws IllegalArgumentException when the picture is larger than [#MAX_BYTES]
    public Cover {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("the picture is larger than " + (MAX_BYTES >> 20) + " MB");
        }
    }

    /// Reads a picture file; its content says what it is, not its name.
    ///
    /// @throws FileException when it is neither JPEG nor PNG, larger than [#MAX_BYTES], damaged or cut short
    public static Cover read(Path path) throws FileException {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new AudioFileException(
                        "The cover '" + path + "' is larger than " + (MAX_BYTES >> 20) + " MB. Use a smaller picture.");
            }
            byte[] bytes = Files.readAllBytes(path);
            String type = mediaType(bytes);
            if (type.isEmpty()) {
                throw new AudioFileException(
                        "The cover '" + path + "' is neither JPEG nor PNG. Save it as one of them.");
            }
            String problem = PictureCheck.problem(bytes, type);
            if (!problem.isEmpty()) {
                throw new AudioFileException("The cover '" + path + "' " + problem + ".");
            }
            return new Cover(bytes, type);
        } catch (IOException e) {
            throw FileException.reading(path, e);
        }
    }

    /// `image/jpeg`, `image/png` or empty, by the first bytes.
    public static String mediaType(byte[] bytes) {
        if (bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8 && (bytes[2] & 0xFF) == 0xFF) {
            return "image/jpeg";
        }
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return bytes.length > 8 && Arrays.equals(bytes, 0, 8, png, 0, 8) ? "image/png" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cover(byte[] otherBytes, String otherType)
                && Arrays.equals(bytes, otherBytes)
                && mediaType.equals(otherType);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return mediaType + ", " + bytes.length + " bytes";
    }
}
