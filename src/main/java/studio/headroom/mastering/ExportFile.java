package studio.headroom.mastering;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One file of an export.
///
/// @param path its ending names the container and coding
/// @param part what it holds: 0 for the mix, n for the n-th stem
/// @param mono the mean of left and right in one channel
/// @param loudness how loud it is made, or null to leave the level as it is mixed
public record ExportFile(
        Path path,
        int part,
        OutputFormat format,
        boolean mono,
        @Nullable Loudness loudness) {
    /// A stereo file with the level of the mix.
    public static ExportFile of(Path path, int part, OutputFormat format) {
        return new ExportFile(path, part, format, false, null);
    }
}
