package studio.headroom.files.importing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.headroom.files.project.ProjectPaths;

/// Names of tracks and media from the names of sound files.
///
/// A track is called what its file is called, without ending and without a number that only puts files in order:
/// `01 Kick.wav`, `01_Kick.wav` and `1. Kick.wav` make "Kick". A number counts as order when it begins with 0, or
/// when half of the files or more begin with a number and no two with the same; so "808 Bass" alone keeps its name.
final class TrackNames {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})[\\s._)-]+(.*\\p{L}.*)");
    private static final Pattern NOT_EVERYWHERE = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|]");
    private static final int MAX_NAME_BYTES = 150;

    private TrackNames() {}

    /// The names of the tracks, in the order of the files.
    static List<String> tracks(List<Path> files) {
        List<String> bases = files.stream().map(TrackNames::base).toList();
        boolean numbered = areNumbered(bases);
        List<String> names = new ArrayList<>();
        for (String base : bases) {
            Matcher matcher = NUMBERED.matcher(base);
            boolean order = matcher.matches() && (numbered || base.startsWith("0"));
            String name = (order ? matcher.group(2) : base).strip();
            names.add(name.isEmpty() ? "Track" : name);
        }
        return names;
    }

    private static boolean areNumbered(List<String> bases) {
        Set<String> numbers = new HashSet<>();
        int count = 0;
        for (String base : bases) {
            Matcher matcher = NUMBERED.matcher(base);
            if (matcher.matches()) {
                count++;
                if (!numbers.add(matcher.group(1))) {
                    return false;
                }
            }
        }
        return count >= 2 && 2 * count >= bases.size();
    }

    /// A name for a file in `media/` that is possible on every system and not taken there.
    ///
    /// @param taken names in lower case; the new one is added
    static String mediaFile(Path source, Set<String> taken) {
        String base = NOT_EVERYWHERE
                .matcher(Normalizer.normalize(base(source), Normalizer.Form.NFC))
                .replaceAll("_");
        base = base.replaceAll("^[.\\s]+", "").strip();
        while (base.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            base = base.substring(0, base.offsetByCodePoints(base.length(), -1)).strip();
        }
        if (base.isEmpty()) {
            base = "sound";
        }
        if (ProjectPaths.fault(base + ".wav") != null) {
            base = "_" + base;
        }
        String name = base + ".wav";
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + " " + i + ".wav";
        }
        return name;
    }

    /// The file's name without its ending.
    static String base(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
