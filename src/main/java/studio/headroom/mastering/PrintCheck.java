package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.files.project.Sha256;
import studio.headroom.files.project.SoundHash;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// Says quickly and often what a song sounds like now, to be held against its prints. Sound files are taken for what
/// the
/// project says of them, and those of which it says nothing are read once; [MixPrint#find] reads them all. One thread
/// at a time.
public final class PrintCheck {
    /// What there is of a song.
    public enum State {
        /// No print.
        NONE,
        /// A print that sounds as the song does now.
        FRESH,
        /// Prints that sound otherwise.
        STALE
    }

    private record Known(FileTime time, long bytes, String text) {}

    private final Map<Path, Known> checksums = new HashMap<>();

    /// The hash of what a song sounds like now, as its print would carry it.
    ///
    /// @param folder of the project
    /// @throws IOException when a sound file cannot be read
    public String hash(Project project, Path folder) throws IOException {
        return SoundHash.of(withChecksums(project, folder));
    }

    private Project withChecksums(Project project, Path folder) throws IOException {
        List<Media> media = new ArrayList<>();
        for (Media item : project.media()) {
            String sha256 = item.sha256();
            if (sha256.isEmpty()) {
                sha256 = checksum(ProjectPaths.resolve(folder, item.path()));
            }
            media.add(new Media(item.id(), item.path(), item.channels(), item.frames(), item.origin(), sha256));
        }
        return project.withMedia(media);
    }

    private String checksum(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        long bytes = Files.size(file);
        Known before = checksums.get(file);
        if (before == null || !before.time.equals(time) || before.bytes != bytes) {
            before = new Known(time, bytes, Sha256.of(file));
            checksums.put(file, before);
        }
        return before.text;
    }
}
