package studio.headroom.mastering.deliver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.TagRules;

/// What tells the versions of a song apart: a sound of its own, a title with the version's name, and an ISRC of its
/// own, for each is a recording of its own (ISO 3901).
final class VersionTags {
    private static final String TITLE = "title";
    private static final String ISRC = "isrc";
    /// By how much the tail of one version may be longer than that of another.
    private static final double OTHER_SECONDS = 5;

    private final DeliveryPlan.Request request;

    VersionTags(DeliveryPlan.Request request) {
        this.request = request;
    }

    /// The tags of a file of another version.
    ///
    /// @param song texts by field that the song's file has
    static SortedMap<String, String> of(DeliveryPlan.Other version, Map<String, String> song, DeliveryItem item) {
        SortedMap<String, String> texts = new TreeMap<>(song);
        if (!item.tags().containsKey(TITLE)) {
            String title = song.getOrDefault(TITLE, "").strip();
            String name = version.name().strip();
            texts.put(TITLE, title.isEmpty() ? name : title + " (" + name + ")");
        }
        texts.remove(ISRC);
        if (!version.isrc().isBlank()) {
            texts.put(ISRC, version.isrc());
        }
        return texts;
    }

    /// What stands against the versions as they are named and coded, each with its cure.
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        names.add(key(request.version()));
        for (DeliveryPlan.Other other : request.others()) {
            String name = other.name().strip();
            if (name.isEmpty()) {
                problems.add("A version has no name yet: give it one, such as Instrumental.");
            } else if (!names.add(key(name))) {
                problems.add("Two versions are called “" + name + "”: give each a name of its own.");
            }
        }
        Set<String> codes = new HashSet<>();
        codes.add(code(request.tags().getOrDefault(ISRC, "")));
        for (DeliveryPlan.Other other : request.others()) {
            String code = code(other.isrc());
            if (!code.isEmpty() && !codes.add(code)) {
                problems.add(
                        "“" + other.name().strip() + "” has the ISRC of another version: each recording has one of its"
                                + " own. Leave it empty where it has none yet.");
            }
        }
        return problems;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// The code in the form that files hold; empty where it is none.
    private static String code(String typed) {
        try {
            return TagRules.checked(Map.of(ISRC, typed)).get(Tags.Field.ISRC);
        } catch (IllegalArgumentException e) {
            return ""; // Said where the tags are made.
        }
    }

    /// What should be known before.
    List<String> notes() {
        List<String> notes = new ArrayList<>(soundNotes());
        notes.addAll(codeNotes());
        return notes;
    }

    /// A wrong file is easily taken.
    private List<String> soundNotes() {
        List<String> notes = new ArrayList<>();
        Map<Path, String> before = new HashMap<>();
        before.put(place(request.print()), "the song");
        for (DeliveryPlan.Other other : request.others()) {
            String name = "“" + other.name().strip() + "”";
            String same = before.putIfAbsent(place(other.print()), name);
            double longer = other.sound().seconds() - request.sound().seconds();
            boolean known = other.sound().seconds() > 0 && request.sound().seconds() > 0;
            if (same != null) {
                notes.add(name + " is made of the very file that " + same + " is made of: choose another for it.");
            } else if (known && Math.abs(longer) > OTHER_SECONDS) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s is %.1f s %s than the song: look whether it is of this song.",
                        name,
                        Math.abs(longer),
                        longer > 0 ? "longer" : "shorter"));
            }
        }
        return notes;
    }

    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private List<String> codeNotes() {
        if (request.tags().getOrDefault(ISRC, "").isBlank()) {
            return List.of();
        }
        List<String> bare = request.others().stream()
                .filter(other -> other.isrc().isBlank())
                .map(other -> "“" + other.name().strip() + "”")
                .toList();
        return bare.isEmpty()
                ? List.of()
                : List.of(String.join(", ", bare) + (bare.size() == 1 ? " gets" : " get")
                        + " no ISRC: the song’s is that of this one recording. Type another where one was given.");
    }
}
