package studio.headroom.mastering;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of files made from what people call their songs and tracks.
public final class FileNames {
    private static final int LONGEST = 100;
    /// File systems end at 255 bytes, of which an ending, a number and a temporary name need some.
    private static final int MOST_BYTES = 180;

    /// What Windows keeps for devices, whatever the ending.
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /// A name that every system allows: no separators, no control characters, no dot or blank at its ends, not the name
    /// of
    /// a device, and short enough for the ending and a number behind it.
    public static String safe(String title) {
        String clean = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        String bare = cut(clean).replaceAll("^[. ]+|[. ]+$", "");
        if (bare.isEmpty()) {
            return "Untitled";
        }
        return DEVICE.matcher(bare).matches() ? "_" + bare : bare;
    }

    private static String cut(String name) {
        int end = Math.min(name.length(), LONGEST);
        while (end > 0
                && (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                        || Character.isHighSurrogate(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(0, end).strip();
    }

    /// A name that is wanted.
    ///
    /// @param base relative path without its ending
    /// @param suffix what tells it from others of the same name
    /// @param ending with its dot
    public record Wanted(String base, String suffix, String ending) {
        private String name() {
            return base + ending;
        }

        private Wanted called(String other) {
            return new Wanted(other, suffix, ending);
        }
    }

    /// Names that all differ, also where capitals do not count: those of one name get their suffix where that tells
    /// them
    /// apart, and a number where it does not.
    public static List<String> apart(List<Wanted> wanted) {
        Map<String, Set<String>> suffixes = new HashMap<>();
        wanted.forEach(each ->
                suffixes.computeIfAbsent(key(each), unused -> new HashSet<>()).add(each.suffix));
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Wanted each : wanted) {
            boolean told = suffixes.getOrDefault(key(each), Set.of()).size() > 1;
            Wanted named = told ? each.called(each.base + " " + each.suffix) : each;
            Wanted free = named;
            for (int number = 2; !taken.add(key(free)); number++) {
                free = named.called(named.base + " (" + number + ")");
            }
            names.add(free.name());
        }
        return names;
    }

    private static String key(Wanted wanted) {
        return wanted.name().toLowerCase(Locale.ROOT);
    }
}
