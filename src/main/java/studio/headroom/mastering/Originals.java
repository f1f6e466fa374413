package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import studio.headroom.files.FileException;
import studio.headroom.files.project.ProjectFiles;

/// Keeps what a job reads, and what a project consists of, from being written over.
public final class Originals {
    /// What a project folder holds that only Headroom itself may change.
    private static final Set<String> OWN =
            Set.of(ProjectFiles.FILE, ProjectFiles.MEDIA, "prints", "peaks", "coded", "autosave", "backups");

    private Originals() {}

    /// Refuses an output that is one of the files that are read, under whatever name or link, or that lies among the
    /// files of a project.
    ///
    /// @throws FileException that names the output and the cure
    public static void protect(Path output, Collection<Path> sources) throws FileException {
        for (Path source : sources) {
            if (same(output, source)) {
                throw new FileException("'" + output + "' is not written: it is the file '" + source
                        + "', which this job reads or writes already. Choose another name.");
            }
        }
        protectProjects(output);
    }

    /// Refuses an output among the files of a project.
    ///
    /// @throws FileException that names the output and the cure
    static void protectProjects(Path output) throws FileException {
        Path place = real(output);
        for (Path folder = place.getParent(); folder != null; folder = folder.getParent()) {
            String first = folder.relativize(place).getName(0).toString().toLowerCase(Locale.ROOT);
            if (OWN.contains(first) && Files.isRegularFile(folder.resolve(ProjectFiles.FILE))) {
                throw new FileException("'" + output + "' is not written: '" + first + "' of the project '" + folder
                        + "' is Headroom's own. Choose another place.");
            }
        }
    }

    /// Whether both are one file, under whatever names or links; they need not exist.
    public static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other)
                    ? Files.isSameFile(one, other)
                    : real(one).equals(real(other));
        } catch (IOException e) {
            return false; // What cannot be looked at can be neither read nor written; that is said then.
        }
    }

    /// The place with all links followed that exist.
    private static Path real(Path path) {
        Path place = path.toAbsolutePath().normalize();
        try {
            Path folder = place.getParent();
            if (Files.exists(place) || folder == null) {
                return place.toRealPath();
            }
            return Files.exists(folder) ? folder.toRealPath().resolve(place.getFileName()) : place;
        } catch (IOException e) {
            return place;
        }
    }
}
