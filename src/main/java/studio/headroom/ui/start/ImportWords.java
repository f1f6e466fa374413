package studio.headroom.ui.start;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import studio.headroom.files.importing.ImportedStem;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;

/// What a person should know of an import, and what can be done about it. Pure functions.
public final class ImportWords {
    private static final int MOST_REASONS = 4;

    private static final int MOST_NAMES = 3;

    private ImportWords() {}

    /// In sentences, the same note of several files once; empty when nothing is unusual.
    public static String summary(List<ImportedStem> stems) {
        Map<String, List<String>> tracks = new LinkedHashMap<>();
        for (ImportedStem stem : stems) {
            for (String note : stem.notes()) {
                // Where one begins is told of all of them together.
                if (!note.contains("time stamp")) {
                    tracks.computeIfAbsent(note, key -> new ArrayList<>()).add(stem.track());
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        tracks.forEach((note, names) -> sentences.add(names(names, stems.size()) + ": " + note + "."));
        if (latest(stems).isPresent()) {
            sentences.add("Their time stamps lie apart; all were placed at the beginning.");
        }
        return String.join(" ", sentences);
    }

    private static String names(List<String> names, int all) {
        if (names.size() == all && all > 1) {
            return "All " + all + " files";
        }
        return names.size() > MOST_NAMES ? names.size() + " files" : String.join(", ", names);
    }

    /// By how many frames the last one begins behind the first by their time stamps; empty where they begin together
    /// or have none.
    public static OptionalLong latest(List<ImportedStem> stems) {
        long first = first(stems);
        return stems.stream()
                .filter(stem -> stem.timeStamp() >= 0)
                .mapToLong(stem -> stem.timeStamp() - first)
                .filter(frames -> frames > 0)
                .max();
    }

    private static long first(List<ImportedStem> stems) {
        return stems.stream()
                .mapToLong(ImportedStem::timeStamp)
                .filter(stamp -> stamp >= 0)
                .min()
                .orElse(0);
    }

    /// Moves what was imported, and still lies at the beginning, to where its time stamp says. One step of undo.
    public static Edit byTimeStamp(List<ImportedStem> stems) {
        long first = first(stems);
        Map<String, Long> starts = new HashMap<>();
        for (ImportedStem stem : stems) {
            if (stem.timeStamp() > first) {
                starts.put(stem.media(), stem.timeStamp() - first);
            }
        }
        return new Edit("Place by time stamps", song -> {
            List<Strip> strips = new ArrayList<>();
            for (Strip strip : song.strips()) {
                strips.add(placed(song, strip, starts));
            }
            return song.withStrips(strips);
        });
    }

    private static Strip placed(Project song, Strip strip, Map<String, Long> starts) {
        if (strip.clips().size() != 1) {
            return strip;
        }
        Clip clip = strip.clips().getFirst();
        Long start = song.media(clip.media()).map(Media::path).map(starts::get).orElse(null);
        return start == null || clip.start() != 0 || clip.offset() != 0
                ? strip
                : strip.withClips(List.of(clip.withStart(start)));
    }

    /// The tracks that play stereo files whose sides are the same.
    public static Set<String> dualMono(List<ImportedStem> stems, Project song) {
        Set<String> paths = stems.stream()
                .filter(stem -> stem.dualMono() && stem.channels() == 2)
                .map(ImportedStem::media)
                .collect(Collectors.toSet());
        return song.strips().stream()
                .filter(strip -> strip.clips().stream()
                        .anyMatch(clip -> song.media(clip.media())
                                .map(Media::path)
                                .filter(paths::contains)
                                .isPresent()))
                .map(Strip::id)
                .collect(Collectors.toSet());
    }

    /// Words of a button that does something about so many tracks.
    public static String makeMono(int tracks) {
        return tracks == 1 ? "Make it mono" : "Make " + tracks + " tracks mono";
    }

    /// Says which files no track can be made of: all of them, the reasons of the first few.
    ///
    /// @param given how many files there are in all
    /// @param reasons one for each of those, at least one
    public static String unusable(int given, List<String> reasons) {
        if (reasons.size() == 1) {
            return reasons.getFirst();
        }
        int more = reasons.size() - MOST_REASONS;
        return reasons.size() + " of " + given + " files cannot be tracks. "
                + String.join(" ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())))
                + (more > 0 ? " And " + more + " more." : "");
    }
}
