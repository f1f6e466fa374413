package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.param.Param;
import studio.headroom.param.Range;

/// `docs/effects.md` knows every effect and every parameter, with the range and the initial value that the code has.
/// Parameters of like bands share a row: `bandN.freq`.
class EffectsPageTest {
    private static final Path PAGE = Path.of("docs/effects.md");

    static List<Named<EffectType>> everyType() {
        return Catalogue.types().stream().map(type -> Named.of(type.id(), type)).toList();
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void theTableOfAnEffectIsThatOfTheCode(EffectType type) throws IOException {
        List<String> rows = section(type)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(EffectsPageTest::withoutDescription)
                .toList();
        assertThat(rows).containsExactlyElementsOf(expected(type));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void whatCannotBeAutomatedIsCalledFixed(EffectType type) throws IOException {
        List<String> fixed = section(type)
                .lines()
                .filter(line -> line.startsWith("| `") && line.endsWith("(fixed) |"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(fixed)
                .containsExactlyElementsOf(type.params().params().stream()
                        .filter(param -> !param.automatable())
                        .map(param -> shared(param.id()))
                        .distinct()
                        .toList());
    }

    @Test
    void effectsStandInTheOrderOfTheCatalogue() throws IOException {
        String page = Files.readString(PAGE);
        List<Integer> places = new ArrayList<>();
        for (EffectType type : Catalogue.types()) {
            places.add(start(page, type));
        }
        assertThat(places).isSorted().doesNotContain(-1);
    }

    private static String section(EffectType type) throws IOException {
        String page = Files.readString(PAGE);
        int start = start(page, type);
        assertThat(start).as("a section for " + type.id()).isNotNegative();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    /// Headings are the id alone, or the id and the label where they differ.
    private static int start(String page, EffectType type) {
        int alone = page.indexOf("\n## " + type.id() + "\n");
        return alone >= 0 ? alone : page.indexOf("\n## " + type.id() + ": " + type.label() + "\n");
    }

    private static String withoutDescription(String row) {
        return row.substring(0, row.lastIndexOf('|', row.length() - 2) + 1);
    }

    private static List<String> expected(EffectType type) {
        Map<String, Set<String>> initials = new LinkedHashMap<>();
        Map<String, String> ranges = new LinkedHashMap<>();
        for (Param param : type.params().params()) {
            String id = shared(param.id());
            initials.computeIfAbsent(id, unused -> new LinkedHashSet<>()).add(param.format(param.initial()));
            ranges.put(id, range(param));
        }
        List<String> rows = new ArrayList<>();
        initials.forEach((id, values) ->
                rows.add("| `" + id + "` | " + ranges.get(id) + " | " + String.join(" / ", values) + " |"));
        return rows;
    }

    private static String shared(String id) {
        return id.replaceFirst("^(band|crossover)\\d", "$1N");
    }

    private static String range(Param param) {
        return switch (param.range()) {
            case Range.Choice choice -> String.join(", ", choice.options());
            case Range.Toggle ignored -> "on, off";
            case Range range -> param.format(range.min()) + " to " + param.format(range.max());
        };
    }
}
