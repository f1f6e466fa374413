package studio.headroom.mastering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of files with placeholders: `{song} stems/{number} {name}`. A slash begins a folder.
///
/// @param words the placeholders, the most usual first
public record NamePattern(List<String> words) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    /// Brackets around nothing, and what stood between two parts of which one is empty.
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\( *\\)|\\[ *]");

    private static final String JOINTS = " \\-–—_,·";
    private static final Pattern LOOSE_ENDS = Pattern.compile("^[" + JOINTS + "]+|[" + JOINTS + "]+$");
    private static final Pattern DOUBLE_JOINT = Pattern.compile(" ([\\-–—·]) +[\\-–—·] ");

    public NamePattern {
        words = List.copyOf(words);
    }

    /// What is wrong with a pattern, in a sentence.
    public Optional<String> problem(String pattern) {
        String usual = "{" + words.getFirst() + "}";
        if (pattern.isBlank()) {
            return Optional.of("A file needs a name: type one, such as " + usual + ".");
        }
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        while (matcher.find()) {
            if (!words.contains(matcher.group(1))) {
                return Optional.of("{" + matcher.group(1) + "} stands for nothing. There are {"
                        + String.join("}, {", words) + "}.");
            }
        }
        if (matcher.replaceAll("").matches(".*[{}].*")) {
            return Optional.of("A brace is missing: placeholders are written " + usual + ".");
        }
        return Optional.empty();
    }

    /// The relative path without its ending; every part of it is a name that any system allows, and none leads out of
    /// the
    /// folder. What would join something to an empty value is left out.
    public static String resolve(String pattern, Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        for (String part : pattern.split("/")) {
            if (!part.isBlank()) {
                parts.add(FileNames.safe(filled(part, values)));
            }
        }
        return String.join("/", parts.isEmpty() ? List.of(FileNames.safe("")) : parts);
    }

    private static String filled(String part, Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(part);
        boolean[] missing = new boolean[1];
        String name = matcher.replaceAll(match -> {
            String value = values.getOrDefault(match.group(1), "").strip();
            missing[0] |= value.isEmpty();
            return Matcher.quoteReplacement(value);
        });
        if (missing[0]) {
            name = EMPTY_BRACKETS.matcher(name).replaceAll("").replaceAll(" {2,}", " ");
            name = DOUBLE_JOINT.matcher(name).replaceAll(" $1 ");
            name = LOOSE_ENDS.matcher(name).replaceAll("");
        }
        return name.replaceAll(" {2,}", " ");
    }
}
