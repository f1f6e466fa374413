package studio.headroom.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON text for people and programs, made of maps, lists, strings, numbers and booleans. Numbers that JSON cannot say,
/// such as the -∞ LUFS of silence, become null.
public final class Json {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    public static String text(Map<String, ?> object) {
        return MAPPER.writeValueAsString(sayable(object));
    }

    private static @Nullable Object sayable(@Nullable Object value) {
        return switch (value) {
            case Double number -> Double.isFinite(number) ? number : null;
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, entry) -> copy.put(key, sayable(entry)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(entry -> copy.add(sayable(entry)));
                yield copy;
            }
            case null, default -> value;
        };
    }
}
