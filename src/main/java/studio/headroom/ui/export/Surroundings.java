package studio.headroom.ui.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import studio.headroom.mastering.OutputPlaces;

/// What the disk says to a plan.
///
/// @param existing files of the plan that are there already
/// @param freeBytes of the folder's disk, where that is known
/// @param problems why the files cannot be written there
public record Surroundings(List<Path> existing, OptionalLong freeBytes, List<String> problems) {
    private static final Pattern QUOTED = Pattern.compile("'([^'\n]*)'");

    public static final Surroundings UNKNOWN = new Surroundings(List.of(), OptionalLong.empty(), List.of());

    public Surroundings {
        existing = List.copyOf(existing);
        problems = List.copyOf(problems);
    }

    /// Looks at the disk, which may take time.
    public static Surroundings of(OutputPlaces.Wanted wanted) {
        OutputPlaces places = OutputPlaces.of(wanted);
        return new Surroundings(
                places.existing(),
                places.freeBytes(),
                places.problems().stream()
                        .map(problem -> QUOTED.matcher(problem).replaceAll("“$1”"))
                        .toList());
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
        return OutputPlaces.size(bytes);
    }
}
