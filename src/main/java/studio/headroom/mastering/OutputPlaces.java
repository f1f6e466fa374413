package studio.headroom.mastering;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import studio.headroom.files.FileException;

/// What the disk says to files before they are made, so that nothing is found out after hours of rendering.
///
/// @param existing files that are there already
/// @param freeBytes of the disk that they go to, where that is known
/// @param problems why they cannot be written, all of it: each names the place and the cure
public record OutputPlaces(List<Path> existing, OptionalLong freeBytes, List<String> problems) {
    /// What file systems allow a name, in bytes.
    private static final int LONGEST_NAME = 255;

    public OutputPlaces {
        existing = List.copyOf(existing);
        problems = List.copyOf(problems);
    }

    /// What is to be written.
    ///
    /// @param folder that the files lie in, or in folders of it
    /// @param read files that are read meanwhile
    /// @param bytes that the files need
    /// @param scratch bytes that the work needs in the folder for temporary files
    public record Wanted(Path folder, List<Path> files, Collection<Path> read, long bytes, long scratch) {
        public Wanted {
            files = List.copyOf(files);
            read = List.copyOf(read);
        }
    }

    /// How much room there is.
    interface Disks {
        /// What is equal for two folders of one disk.
        Object disk(Path folder) throws IOException;

        long free(Path folder) throws IOException;
    }

    private static final Disks SYSTEM = new Disks() {
        @Override
        public FileStore disk(Path folder) throws IOException {
            return Files.getFileStore(folder);
        }

        @Override
        public long free(Path folder) throws IOException {
            return Files.getFileStore(folder).getUsableSpace();
        }
    };

    /// Looks at the disk, which may take time.
    public static OutputPlaces of(Wanted wanted) {
        return of(wanted, SYSTEM);
    }

    static OutputPlaces of(Wanted wanted, Disks disks) {
        return new Look(wanted, disks).look();
    }

    /// All problems in one exception; none where there are none.
    ///
    /// @throws FileException with a line for each
    public static void require(Collection<String> problems) throws FileException {
        if (!problems.isEmpty()) {
            throw new FileException(String.join("\n", problems));
        }
    }

    private static final class Look {
        private final Wanted wanted;
        private final Disks disks;
        private final Set<String> problems = new LinkedHashSet<>();
        private final List<Path> existing = new ArrayList<>();

        Look(Wanted wanted, Disks disks) {
            this.wanted = wanted;
            this.disks = disks;
        }

        OutputPlaces look() {
            Set<Path> folders = new LinkedHashSet<>(List.of(there(wanted.folder)));
            Set<Path> projects = new HashSet<>();
            Set<String> names = new HashSet<>();
            for (Path file : wanted.files) {
                Path place = file.toAbsolutePath().normalize();
                Path folder = place.getParent();
                if (folder == null) {
                    problems.add("'" + file + "' is not the name of a file: choose another name.");
                    continue;
                }
                folders.add(there(folder));
                // Some systems do not tell capitals apart.
                if (!names.add(place.toString().toLowerCase(Locale.ROOT))) {
                    problems.add("Two files would be called '" + file + "'. Choose another name.");
                }
                look(file);
                protect(file, folder, projects);
            }
            folders.forEach(this::lookAtFolder);
            room();
            return new OutputPlaces(existing, free(there(wanted.folder)), List.copyOf(problems));
        }

        private static Path there(Path folder) {
            Path there = folder.toAbsolutePath();
            while (there.getParent() != null && !Files.exists(there)) {
                there = there.getParent();
            }
            return there;
        }

        private void look(Path file) {
            Path name = file.getFileName();
            if (Files.isDirectory(file)) {
                problems.add("'" + file + "' is not written: it is a folder. Choose another name.");
            } else if (name != null && name.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                problems.add("The name '" + name + "' is too long. Choose a shorter one.");
            } else if (Files.exists(file)) {
                existing.add(file);
                if (!Files.isWritable(file)) {
                    problems.add("'" + file + "' is write-protected. Remove the protection or choose another name.");
                }
            }
        }

        private void lookAtFolder(Path folder) {
            if (!Files.isDirectory(folder)) {
                problems.add("'" + folder + "' is a file and not a folder: choose another place.");
            } else if (!Files.isWritable(folder)) {
                problems.add("Nothing can be written in '" + folder
                        + "': choose another folder, or change its permissions.");
            }
        }

        /// Files of one folder of a project are told once.
        private void protect(Path file, Path folder, Set<Path> projects) {
            if (projects.contains(folder)) {
                return;
            }
            try {
                Originals.protectProjects(file);
            } catch (FileException e) {
                projects.add(folder);
                problems.add("'" + folder + "' belongs to the project, and Headroom keeps it: choose another folder.");
                return;
            }
            try {
                Originals.protect(file, wanted.read);
            } catch (FileException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }

        // ---- room ----

        private void room() {
            Path target = there(wanted.folder);
            Path temporary = Scratch.folder();
            try {
                boolean one = disks.disk(target).equals(disks.disk(temporary));
                Map<Path, Long> needs = new HashMap<>(Map.of(target, wanted.bytes + (one ? wanted.scratch : 0)));
                if (!one) {
                    needs.put(temporary, wanted.scratch);
                }
                for (Map.Entry<Path, Long> need : needs.entrySet()) {
                    long free = disks.free(need.getKey());
                    if (need.getValue() > free) {
                        problems.add("About " + size(need.getValue()) + " are needed in '" + need.getKey() + "' and "
                                + size(free) + " are free: "
                                + (need.getKey().equals(target)
                                        ? "choose another disk, or fewer files."
                                        : "free some, or name another folder for temporary files in TMPDIR."));
                    }
                }
            } catch (IOException e) {
                // Not known; then the work will tell.
            }
        }

        private OptionalLong free(Path folder) {
            try {
                return OptionalLong.of(disks.free(folder));
            } catch (IOException e) {
                return OptionalLong.empty();
            }
        }
    }

    /// Bytes as people read them: `2.1 GB`.
    public static String size(long bytes) {
        double mega = bytes / 1e6;
        return mega >= 1000
                ? String.format(Locale.ROOT, "%.1f GB", mega / 1000)
                : mega >= 10
                        ? String.format(Locale.ROOT, "%.0f MB", mega)
                        : String.format(Locale.ROOT, "%.1f MB", Math.max(0.1, mega));
    }
}
