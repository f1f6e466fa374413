package studio.headroom.files.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A node of a tree and the way to it, for reading with messages that say where: `strips[3].clips[0].start`. What
/// is not asked for is passed over.
record JsonView(JsonNode node, String place) {
    interface Read<T> {
        T from(JsonView view) throws ProjectFormatException;
    }

    ProjectFormatException wrong(String what) {
        return ProjectFormatException.damaged((place.isEmpty() ? "the file" : "'" + place + "'") + " " + what);
    }

    private JsonView property(String name) throws ProjectFormatException {
        if (!node.isObject()) {
            throw wrong("is not an object");
        }
        JsonNode value = node.get(name);
        String inner = place.isEmpty() ? name : place + "." + name;
        if (value == null || value.isNull()) {
            throw ProjectFormatException.damaged("'" + inner + "' is missing");
        }
        return new JsonView(value, inner);
    }

    boolean has(String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    String text(String name) throws ProjectFormatException {
        JsonView value = property(name);
        if (!value.node.isString()) {
            throw value.wrong("is not a text");
        }
        return value.node.stringValue();
    }

    String text(String name, String otherwise) throws ProjectFormatException {
        return has(name) ? text(name) : otherwise;
    }

    @Nullable
    String textOrNull(String name) throws ProjectFormatException {
        return has(name) ? text(name) : null;
    }

    boolean flag(String name, boolean otherwise) throws ProjectFormatException {
        if (!has(name)) {
            return otherwise;
        }
        JsonView value = property(name);
        if (!value.node.isBoolean()) {
            throw value.wrong("is neither true nor false");
        }
        return value.node.booleanValue();
    }

    long whole(String name) throws ProjectFormatException {
        return property(name).whole();
    }

    long whole(String name, long otherwise) throws ProjectFormatException {
        return has(name) ? whole(name) : otherwise;
    }

    int small(String name, int otherwise) throws ProjectFormatException {
        long value = whole(name, otherwise);
        if (value != (int) value) {
            throw property(name).wrong("is too large");
        }
        return (int) value;
    }

    double number(String name, double otherwise) throws ProjectFormatException {
        return has(name) ? property(name).number() : otherwise;
    }

    long whole() throws ProjectFormatException {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("is not a whole number");
        }
        return node.longValue();
    }

    /// A number or "-Infinity".
    double number() throws ProjectFormatException {
        if (node.isString() && node.stringValue().equals("-Infinity")) {
            return Double.NEGATIVE_INFINITY;
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong("is not a number");
        }
        return node.doubleValue();
    }

    <E extends Enum<E>> E option(E[] options) throws ProjectFormatException {
        for (E option : options) {
            if (node.isString() && name(option).equals(node.stringValue())) {
                return option;
            }
        }
        throw wrong("is none of "
                + String.join(
                        ", ",
                        java.util.Arrays.stream(options).map(JsonView::name).toList()));
    }

    <E extends Enum<E>> E option(String name, E[] options) throws ProjectFormatException {
        return property(name).option(options);
    }

    /// The name of an option in files: `EQUAL_POWER` is `equal-power`.
    static String name(Enum<?> option) {
        return option.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    <T> T object(String name, Read<T> read) throws ProjectFormatException {
        JsonView object = property(name);
        if (!object.node.isObject()) {
            throw object.wrong("is not an object");
        }
        return read.from(object);
    }

    <T> T object(String name, Read<T> read, T otherwise) throws ProjectFormatException {
        return has(name) ? object(name, read) : otherwise;
    }

    /// An array that may be missing.
    <T> List<T> list(String name, int most, Read<T> read) throws ProjectFormatException {
        return has(name) ? property(name).items(most, read) : List.of();
    }

    <T> List<T> items(int most, Read<T> read) throws ProjectFormatException {
        if (!node.isArray()) {
            throw wrong("is not a list");
        }
        if (node.size() > most) {
            throw wrong("has " + node.size() + " entries, more than " + most);
        }
        List<T> list = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            list.add(read.from(new JsonView(node.get(i), place + "[" + i + "]")));
        }
        return list;
    }

    /// An object of free keys that may be missing.
    <T> Map<String, T> map(String name, int most, Read<T> read) throws ProjectFormatException {
        Map<String, T> map = new TreeMap<>();
        if (!has(name)) {
            return map;
        }
        JsonView object = property(name);
        if (!object.node.isObject() || object.node.size() > most) {
            throw object.wrong("is not an object of up to " + most + " entries");
        }
        for (Map.Entry<String, JsonNode> entry : object.node.properties()) {
            map.put(entry.getKey(), read.from(new JsonView(entry.getValue(), object.place + "." + entry.getKey())));
        }
        return map;
    }
}
