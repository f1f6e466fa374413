package studio.headroom.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.headroom.mastering.FileNames;

/// Names of files with placeholders: `{song} stems/{number} {name}`. A slash begins a folder.
final class NamePattern {
    /// The placeholders.
    static final List<String> WORDS = List.of("song", "name", "number", "artist", "date", "bits", "rate");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private NamePattern() {}

    /// What is wrong with a pattern, in a sentence.
    static Optional<String> problem(String pattern) {
        if (pattern.isBlank()) {
            return Optional.of("A file needs a name: type one, such as {song}.");
        }
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        while (matcher.find()) {
            if (!WORDS.contains(matcher.group(1))) {
                return Optional.of("{" + matcher.group(1) + "} stands for nothing. There are {"
                        + String.join("}, {", WORDS) + "}.");
            }
        }
        if (matcher.replaceAll("").matches(".*[{}].*")) {
            return Optional.of("A brace is missing: placeholders are written {song}.");
        }
        return Optional.empty();
    }

    /// The relative path without its ending; every part of it is a name that any system allows.
    static String resolve(String pattern, Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        for (String part : pattern.split("/")) {
            if (!part.isBlank()) {
                Matcher matcher = PLACEHOLDER.matcher(part);
                String name =
                        matcher.replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
                parts.add(FileNames.safe(name.replaceAll(" {2,}", " ")));
            }
        }
        return String.join("/", parts.isEmpty() ? List.of(FileNames.safe("")) : parts);
    }
}
