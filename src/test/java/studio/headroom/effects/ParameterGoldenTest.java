package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Param;

/// A changed id, range, default or order breaks songs and presets, so it must be seen in review: all of them stand
/// in `params.golden`.
///
/// When a change is meant, run this class with `-Dgolden.bless=true` and commit the file it writes.
class ParameterGoldenTest {
    private static final String NAME = "params.golden";
    private static final Path SOURCE = Path.of("src/test/resources/studio/headroom/effects", NAME);

    @Test
    void parametersAreThoseThatSongsKnow() throws IOException {
        String actual = dump();
        if (Boolean.getBoolean("golden.bless")) {
            Files.createDirectories(SOURCE.getParent());
            Files.writeString(SOURCE, actual);
        }
        String expected = golden();
        if (!actual.equals(expected)) {
            Path beside = Path.of("target", NAME + ".actual");
            Files.createDirectories(beside.getParent());
            Files.writeString(beside, actual);
        }
        assertThat(actual)
                .as("parameters of all effects; see target/%s.actual, and -Dgolden.bless=true if it is right", NAME)
                .isEqualTo(expected);
    }

    @Test
    void idsAndLabelsAreUnique() {
        Set<String> seen = new HashSet<>();
        for (EffectType type : Catalogue.types()) {
            assertThat(seen.add(type.id())).as(type.id()).isTrue();
            assertThat(seen.add("label " + type.label())).as(type.label()).isTrue();
            assertThat(type.purpose()).endsWith(".");
            Set<String> within = new HashSet<>();
            for (Param param : type.params().params()) {
                assertThat(within.add(param.label()))
                        .as(type.id() + " " + param.label())
                        .isTrue();
            }
            assertThat(Catalogue.find(type.id())).contains(type);
        }
    }

    private static String golden() throws IOException {
        if (Boolean.getBoolean("golden.bless")) {
            return Files.readString(SOURCE);
        }
        try (InputStream in = ParameterGoldenTest.class.getResourceAsStream(NAME)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    private static String dump() {
        StringBuilder text = new StringBuilder();
        for (EffectType type : Catalogue.types()) {
            text.append(type.id()).append(" \"").append(type.label()).append('"');
            text.append(type.linear() ? " linear" : "");
            text.append(type.bending().isEmpty() ? "" : " unless " + String.join(" ", type.bending()));
            text.append(type.keyInput() ? " key" : "");
            text.append(type.widening() ? " widening" : "");
            text.append('\n');
            for (Param param : type.params().params()) {
                text.append("  ")
                        .append(param.id())
                        .append(" \"")
                        .append(param.label())
                        .append("\" ");
                text.append(param.unit()).append(' ').append(param.range()).append(" initial ");
                text.append(param.initial()).append(' ').append(param.smoothing());
                text.append(param.automatable() ? "" : " fixed").append('\n');
            }
        }
        return text.toString();
    }
}
