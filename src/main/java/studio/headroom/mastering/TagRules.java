package studio.headroom.mastering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.project.Project;

/// Tags as typed: `title` and `year` with their texts. What shops would refuse later is refused here.
public final class TagRules {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final Pattern TRACK = Pattern.compile("[1-9]\\d{0,3}(/[1-9]\\d{0,3})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    /// Other names that fields go by.
    private static final Map<String, String> OTHER_NAMES = Map.of("year", "date", "upc", "barcode", "ean", "barcode");

    private TagRules() {}

    /// The tags of a project's mastering, with its title where they name none.
    ///
    /// @throws FileException that names the project and what is wrong
    public static Tags of(Project project) throws FileException {
        try {
            Tags tags = checked(project.mastering().tags());
            return tags.get(Tags.Field.TITLE).isEmpty() ? tags.with(Tags.Field.TITLE, clean(project.title())) : tags;
        } catch (IllegalArgumentException e) {
            throw new FileException("A tag of the project '" + project.title() + "' cannot be used: " + e.getMessage());
        }
    }

    /// Tags by the names of their fields; `year` is another name of the date, `upc` and `ean` of the
    /// barcode.
    ///
    /// @throws IllegalArgumentException that says what is wrong with which field, as a sentence that begins with it
    public static Tags checked(Map<String, String> texts) {
        Tags tags = Tags.NONE;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Tags.Field field = field(entry.getKey());
            tags = tags.with(field, value(field, entry.getValue().strip()));
        }
        return tags;
    }

    /// What a song takes over of the tags of a file that it is made of, by the names of their fields: all that could be
    /// delivered, but for the title, which the song has of its own, and the comment, which is about the file.
    public static SortedMap<String, String> carried(Tags tags) {
        SortedMap<String, String> carried = new TreeMap<>();
        tags.texts().forEach((field, text) -> {
            try {
                if (field != Tags.Field.TITLE && field != Tags.Field.COMMENT) {
                    carried.put(field.key(), value(field, text));
                }
            } catch (IllegalArgumentException e) {
                // What no shop takes is typed anew.
            }
        });
        return carried;
    }

    private static Tags.Field field(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String key = OTHER_NAMES.getOrDefault(lower, lower);
        return Arrays.stream(Tags.Field.values())
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + clean(name) + "' is not known; there are "
                        + Arrays.stream(Tags.Field.values())
                                .map(Tags.Field::key)
                                .collect(Collectors.joining(", "))));
    }

    private static String value(Tags.Field field, String text) {
        if (text.length() > Tags.MAX_TEXT) {
            throw new IllegalArgumentException(
                    field.key() + " is longer than " + Tags.MAX_TEXT + " characters. Shorten it.");
        }
        if (CONTROLS.matcher(text).find()) {
            throw new IllegalArgumentException(
                    field.key() + " holds a line break or another control character: '" + clean(text) + "'.");
        }
        return text.isEmpty()
                ? text
                : switch (field) {
                    case TRACK -> matched(TRACK, field, text, "a number such as 3 or 3/12");
                    case DATE -> matched(DATE, field, text, "a year or a day such as 2026 or 2026-11-20");
                    case ISRC -> coded(field, text, ReleaseCodes::isrc);
                    case BARCODE -> coded(field, text, ReleaseCodes::barcode);
                    default -> text;
                };
    }

    private static String coded(Tags.Field field, String text, UnaryOperator<String> code) {
        try {
            return code.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field.key() + " is " + e.getMessage() + ".", e);
        }
    }

    private static String matched(Pattern pattern, Tags.Field field, String text, String right) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(field.key() + " is " + right + ", not '" + clean(text) + "'.");
        }
        return text;
    }

    private static String clean(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        return CONTROLS.matcher(shown).replaceAll("?");
    }
}
