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
record Surroundings(List<Path> existing, OptionalLong freeBytes, List<String> problems) {
    static final Surroundings UNKNOWN = new Surroundings(List.of(), OptionalLong.empty(), List.of());

    Surroundings {
        existing = List.copyOf(existing);
        problems = List.copyOf(problems);
    }

    /// Looks at the disk, which may take time.
    static Surroundings of(ExportPlan plan, Path folder) {
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
        for (ExportFile file : plan.files()) {
            if (Files.exists(file.path())) {
                existing.add(file.path());
            }
        }
        if (!plan.files().isEmpty()) {
            try {
                Originals.protect(plan.files().getFirst().path(), List.of());
            } catch (FileException e) {
                problems.add("“" + folder + "” belongs to the project, and Headroom keeps it: choose another folder.");
            }
        }
        OptionalLong free = free(there);
        if (free.isPresent() && free.getAsLong() < plan.bytes()) {
            problems.add("About " + size(plan.bytes()) + " are needed and " + size(free.getAsLong())
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
    static Map<Path, Path> beside(ExportPlan plan, List<Path> existing) {
        List<Path> taken =
                new ArrayList<>(plan.files().stream().map(ExportFile::path).toList());
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
    static String size(long bytes) {
        double mega = bytes / 1e6;
        return mega >= 1000
                ? String.format(Locale.ROOT, "%.1f GB", mega / 1000)
                : mega >= 10
                        ? String.format(Locale.ROOT, "%.0f MB", mega)
                        : String.format(Locale.ROOT, "%.1f MB", Math.max(0.1, mega));
    }
}
