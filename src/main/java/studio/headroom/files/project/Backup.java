package studio.headroom.files.project;

import java.nio.file.Path;
import java.time.Instant;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;

/// An earlier save of a song, in the folder `backups` of its own, see [ProjectFiles#backups].
///
/// @param time when a later save took its place
/// @param bytes its size
public record Backup(Path file, Instant time, long bytes) {
    /// The song as it was then.
    ///
    /// @throws FileException when it is not there any more or damaged; the others may be whole
    public Project read() throws FileException {
        try {
            return ProjectFormat.read(ProjectFiles.bytes(file));
        } catch (ProjectFormatException e) {
            throw new FileException("Cannot open '" + file + "': " + e.getMessage() + ". Choose another backup.", e);
        }
    }
}
