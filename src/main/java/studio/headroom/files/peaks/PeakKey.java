package studio.headroom.files.peaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import studio.headroom.files.FileException;
import studio.headroom.project.Media;

/// What peaks were made of. Peaks with another key than the sound file has now are not its peaks.
///
/// @param frames length of the sound
/// @param bytes length of the sound file
/// @param modified when the sound file was last changed, in ms since 1970
/// @param sha256 of the sound file as the project states it: 64 digits, or empty when not known
record PeakKey(int sampleRate, int channels, long frames, long bytes, long modified, String sha256) {
    private static final int HASH_BYTES = 32;

    /// The key of a sound file as it lies on the disk.
    ///
    /// @throws FileException when it is not there
    static PeakKey of(Path file, Media media, int sampleRate) throws FileException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new PeakKey(
                    sampleRate,
                    media.channels(),
                    media.frames(),
                    found.size(),
                    found.lastModifiedTime().toMillis(),
                    media.sha256());
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    /// The checksum as 32 bytes, zeros when not known.
    byte[] hash() {
        return sha256.isEmpty() ? new byte[HASH_BYTES] : HexFormat.of().parseHex(sha256);
    }
}
