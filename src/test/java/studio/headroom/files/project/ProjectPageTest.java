package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import tools.jackson.databind.JsonNode;

/// `docs/project-format.md` is right: its examples open, and it names every field that is written.
class ProjectPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    /// Objects whose keys are not the format's: parameters by id, tags by name.
    private static final Set<String> FREE = Set.of("controls", "values", "tags");

    @TempDir
    private Path folder;

    @Test
    void theExampleOpens() throws IOException {
        Files.writeString(folder.resolve(ProjectFiles.FILE), example("headroom-project"));
        Project song = ProjectFiles.load(folder);
        assertThat(song.title()).isEqualTo("Small");
        assertThat(song.strips()).extracting(Strip::id).containsExactly("kick", "bass", "room");
        assertThat(song.mastering().target()).isEqualTo("spotify");
    }

    @Test
    void theChainPresetOpens() throws IOException {
        Path file = folder.resolve("chain.json");
        Files.writeString(file, example("headroom-chain"));
        assertThat(ChainPreset.read(file)).extracting(Insert::type).containsExactly("eq", "compressor", "limiter");
    }

    /// The golden file of the newest format holds every field.
    @Test
    void everyFieldIsNamed() throws Exception {
        try (var golden = ProjectPageTest.class.getResourceAsStream("v" + ProjectFormat.VERSION + ".json")) {
            assertThat(golden).isNotNull();
            Set<String> fields = new TreeSet<>();
            collect(JsonText.parse(golden.readAllBytes()), fields);
            String page = page();
            assertThat(fields)
                    .hasSizeGreaterThan(40)
                    .allSatisfy(field -> assertThat(page)
                            .containsPattern("`" + field + "`|\\{\"" + field + "\"|, \"" + field + "\""));
        }
    }

    private static void collect(JsonNode node, Set<String> fields) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                fields.add(property.getKey());
                if (!FREE.contains(property.getKey())) {
                    collect(property.getValue(), fields);
                }
            }
        } else {
            node.forEach(item -> collect(item, fields));
        }
    }

    private static String example(String format) throws IOException {
        List<String> found = EXAMPLE.matcher(page())
                .results()
                .map(match -> match.group(1))
                .filter(text -> text.contains('"' + format + '"'))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/project-format.md"), StandardCharsets.UTF_8);
    }
}
