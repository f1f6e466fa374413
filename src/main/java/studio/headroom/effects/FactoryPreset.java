package studio.headroom.effects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;

/// Settings of an effect that come with the program, named by the job they do: "Vocal – tame sibilance". They live
/// in the data file `presets.tsv`. Immutable; any thread.
///
/// @param type id of the effect
/// @param name unique among the presets of its effect
/// @param values what it sets; everything else has its initial value
public record FactoryPreset(String type, String name, Values values) {
    private static final String FILE = "presets.tsv";

    private static final class Loaded {
        private static final Map<String, List<FactoryPreset>> BY_TYPE = load();
    }

    /// The presets of an effect in the order of menus; none for one that has none.
    public static List<FactoryPreset> of(EffectType type) {
        return Loaded.BY_TYPE.getOrDefault(type.id(), List.of());
    }

    private static Map<String, List<FactoryPreset>> load() {
        Map<String, List<FactoryPreset>> presets = new LinkedHashMap<>();
        for (String line : text().lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                FactoryPreset preset = parse(line);
                presets.computeIfAbsent(preset.type, unused -> new ArrayList<>())
                        .add(preset);
            }
        }
        presets.replaceAll((type, list) -> List.copyOf(list));
        return presets;
    }

    private static String text() {
        try (InputStream data = FactoryPreset.class.getResourceAsStream(FILE)) {
            if (data == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /// One line: type, name and settings, parted by tabs.
    ///
    /// @throws IllegalStateException when it is none, or a value is outside its range
    static FactoryPreset parse(String line) {
        String[] field = line.split("\t", -1);
        if (field.length != 3) {
            throw new IllegalStateException(FILE + ": " + field.length + " fields instead of 3 in: " + line);
        }
        ParamSet params = Catalogue.find(field[0])
                .orElseThrow(() -> new IllegalStateException(FILE + ": no effect " + field[0]))
                .params();
        Values values = Values.INITIAL;
        for (String setting : field[2].split(" ", -1)) {
            int equals = setting.indexOf('=');
            int index = equals < 0 ? -1 : params.indexOf(setting.substring(0, equals));
            if (index < 0) {
                throw new IllegalStateException(FILE + ": '" + setting + "' sets nothing of " + field[0]);
            }
            Param param = params.get(index);
            values = values.with(param, param.parse(setting.substring(equals + 1)));
        }
        return new FactoryPreset(field[0], field[1], values);
    }
}
