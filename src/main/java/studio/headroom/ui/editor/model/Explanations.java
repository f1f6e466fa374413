package studio.headroom.ui.editor.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;

/// What controls of effects are for, in a sentence, from the data file `explanations.tsv`. Any thread.
final class Explanations {
    private static final String FILE = "explanations.tsv";
    private static final Map<String, String> TEXTS = load();

    private Explanations() {}

    /// The explanation of a control; empty where there is none.
    static String of(EffectType type, Param param) {
        String id = param.id().replaceFirst("^(band|crossover)[0-9]+", "$1#");
        String own = TEXTS.get(type.id() + "." + id);
        return own != null ? own : TEXTS.getOrDefault("*." + id, "");
    }

    private static Map<String, String> load() {
        try (InputStream data = Explanations.class.getResourceAsStream(FILE)) {
            if (data == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            Map<String, String> texts = new HashMap<>();
            for (String line : new String(data.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("# ")) {
                    int tab = line.indexOf('\t');
                    texts.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
