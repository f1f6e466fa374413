package studio.headroom.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import studio.headroom.files.FileException;
import studio.headroom.mastering.ExportFile;
import studio.headroom.mastering.Originals;

/// What the disk says to a plan.
///
/// @param existing files of the plan that are there already
/// @param freeBytes of the folder's disk, where that is known
/// @param problems why the files cannot be written there
public record Surroundings(List<Path> existing, OptionalLong freeBytes, List<String> problems) {
    public static final Surroundings UNKNOWN = new Surroundings(List.of(), OptionalLong.empty(), List.of());

    public Surroundings {
        existing = List.copyOf(existing);
        problems = List.copyOf(problems);
    }

    static Surroundings of(ExportPlan plan, Path folder) {
        return of(plan.files().stream().map(ExportFile::path).toList(), plan.bytes(), folder);
    }

    /// Looks at the disk, which may take time.
    ///
    /// @param files that would be written
    /// @param bytes that they need
    /// @param folder that they lie in
    public static Surroundings of(List<Path> files, long bytes, Path folder) {
        List<String> problems = new ArrayList<>();
        List<Path> existing = new ArrayList<>();
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            problems.add("“" + there + "” is a file and not a folder: choose another place.");
        } else if (!Files.isWritable(there)) {
            problems.add(
                    "Nothing can be written in “" + there + "”: choose another folder, or change its permissions.");
        }
        for (Path file : files) {
            if (Files.exists(file)) {
                existing.add(file);
            }
        }
        if (!files.isEmpty()) {
            try {
                Originals.protect(files.getFirst(), List.of());
            } catch (FileException e) {
                problems.add("“" + folder + "” belongs to the project, and Headroom keeps it: choose another folder.");
            }
        }
        OptionalLong free = free(there);
        if (free.isPresent() && free.getAsLong() < bytes) {
            problems.add("About " + size(bytes) + " are needed and " + size(free.getAsLong())
                    + " are free: choose another disk, or fewer files.");
        }
        return new Surroundings(existing, free, problems);
    }

    private static OptionalLong free(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /// Names beside the files that are there: `Song (2).wav`.
    ///
    /// @param files that would be written
    public static Map<Path, Path> beside(List<Path> files, List<Path> existing) {
        List<Path> taken = new ArrayList<>(files);
        Map<Path, Path> other = new HashMap<>();
        for (Path path : existing) {
            String name = path.getFileName().toString();
            int dot = name.lastIndexOf('.');
            Path free = path;
            for (int number = 2; Files.exists(free) || taken.contains(free) && !free.equals(path); number++) {
                free = path.resolveSibling(name.substring(0, dot) + " (" + number + ")" + name.substring(dot));
            }
            taken.add(free);
            other.put(path, free);
        }
        return other;
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
