package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.files.project.Sha256;
import studio.headroom.files.project.SoundHash;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// Says quickly and often whether a song has a print that sounds as it does now. Sound files are taken for what the
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
    private final Map<Path, Known> prints = new HashMap<>();

    /// @param folder of the project
    /// @throws IOException when a sound file or the folder of prints cannot be read
    public State state(Project project, Path folder) throws IOException {
        Set<String> hashes = new HashSet<>();
        for (Path file : MixPrint.files(folder)) {
            hashes.add(known(prints, file, PrintCheck::carried));
        }
        hashes.remove("");
        if (hashes.isEmpty()) {
            return State.NONE;
        }
        return hashes.contains(hash(project, folder)) ? State.FRESH : State.STALE;
    }

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
                sha256 = known(checksums, ProjectPaths.resolve(folder, item.path()), Sha256::of);
            }
            media.add(new Media(item.id(), item.path(), item.channels(), item.frames(), item.origin(), sha256));
        }
        return project.withMedia(media);
    }

    private interface Reading {
        String of(Path file) throws IOException;
    }

    private static String carried(Path file) {
        return MixPrint.hash(file).orElse("");
    }

    private static String known(Map<Path, Known> cache, Path file, Reading reading) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        long bytes = Files.size(file);
        Known before = cache.get(file);
        if (before == null || !before.time.equals(time) || before.bytes != bytes) {
            before = new Known(time, bytes, reading.of(file));
            cache.put(file, before);
        }
        return before.text;
    }
}
