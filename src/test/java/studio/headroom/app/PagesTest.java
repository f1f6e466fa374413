package studio.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the pages point at is there: files, headings and tests.
class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*Test)(?:\\.([a-z][A-Za-z0-9]*))?`");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of(".", "docs", "docs/decisions", "samples/source")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .map(Path::normalize)
                        .sorted()
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    @Test
    void thePagesAreFound() throws IOException {
        assertThat(pages()).contains(Path.of("README.md"), Path.of("docs/effects.md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        List<String> dead = new ArrayList<>();
        for (String link : found(LINK, Files.readString(page))) {
            // Issues of the repository are reached by a way that only its site knows.
            if (link.contains("://") || link.startsWith("mailto:") || link.startsWith("../../")) {
                continue;
            }
            int hash = link.indexOf('#');
            String file = URLDecoder.decode(hash < 0 ? link : link.substring(0, hash), StandardCharsets.UTF_8);
            Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
            boolean there = Files.exists(target)
                    && (hash < 0 || anchors(Files.readString(target)).contains(link.substring(hash + 1)));
            if (!there) {
                dead.add(link);
            }
        }
        assertThat(dead).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void testsThatAreNamedExist(Path page) throws IOException {
        Map<String, Path> tests = tests();
        List<String> missing = new ArrayList<>();
        for (MatchResult named : TEST.matcher(Files.readString(page)).results().toList()) {
            Path test = tests.get(named.group(1));
            boolean there = test != null
                    && (named.group(2) == null || Files.readString(test).contains(" " + named.group(2) + "("));
            if (!there) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            files.filter(file -> file.toString().endsWith("Test.java"))
                    .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
        }
        return tests;
    }

    /// As sites that show Markdown make them: lower case, blanks to hyphens, other signs away.
    private static List<String> anchors(String text) {
        return found(HEADING, text).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
