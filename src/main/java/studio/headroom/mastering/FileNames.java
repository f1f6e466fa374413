package studio.headroom.mastering;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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
    private static final Pattern DEVICE = Pattern.compile(
            "(con|conin\\$|conout\\$|prn|aux|nul|com[\\d¹²³]|lpt[\\d¹²³]) *(\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern BREAKS = Pattern.compile("[\\s\\x{85}\\x{2028}\\x{2029}]+");
    /// What is not seen, or turns what is seen around: controls, marks of direction, joiners, halves of characters.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{FFFE}\\x{FFFF}]");

    private static final Pattern SEPARATORS = Pattern.compile("[\\\\/:*?\"<>|]");
    private static final Pattern ENDS = Pattern.compile("^[.\\p{Z}]+|[.\\p{Z}]+$");

    private FileNames() {}

    /// A name that every system allows and shows as it is: composed (NFC), no separators, nothing that is not seen or
    /// turns the direction, no dot or blank at its ends, not the name of a device, and short enough for the ending
    /// and a
    /// number behind it.
    public static String safe(String title) {
        String plain = BREAKS.matcher(title).replaceAll(" ");
        // What stood between two blanks may be gone.
        String seen = BREAKS.matcher(UNSEEN.matcher(plain).replaceAll("")).replaceAll(" ");
        String clean = SEPARATORS
                .matcher(Normalizer.normalize(seen, Normalizer.Form.NFC))
                .replaceAll("_");
        String bare = ENDS.matcher(cut(ENDS.matcher(clean).replaceAll(""))).replaceAll("");
        if (bare.isEmpty()) {
            return "Untitled";
        }
        return DEVICE.matcher(bare).matches() ? ENDS.matcher(cut("_" + bare)).replaceAll("") : bare;
    }

    private static String cut(String name) {
        int end = Math.min(name.length(), LONGEST);
        while (end > 0
                && (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                        || Character.isHighSurrogate(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(0, end);
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
