package studio.headroom.files.project;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON text and trees: reading with bounds that hold against any file, writing in one layout that differs only
/// where the content does.
final class JsonText {
    /// The largest text that is read.
    static final int MAX_BYTES = 64 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // Its tables take longer to make than it saves on any song.
                    .disable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxDocumentLength(MAX_BYTES)
                            .maxTokenCount(8_000_000)
                            .maxStringLength(2_000_000)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LINE = 100;

    private JsonText() {}

    static JsonNode parse(byte[] text) throws ProjectFormatException {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw ProjectFormatException.damaged("it is empty");
            }
            return tree;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
            throw ProjectFormatException.damaged(
                    line > 0 ? "it is damaged or cut short at line " + line : "it is damaged or cut short");
        }
    }

    /// UTF-8, two spaces a level, keys in the tree's order, a line feed at each end of line whatever the system.
    /// Objects and arrays without inner ones stand on one line where they fit into it.
    static byte[] print(JsonNode tree) {
        StringBuilder out = new StringBuilder();
        print(tree, 0, out);
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void print(JsonNode node, int depth, StringBuilder out) {
        if (!node.isContainer()) {
            scalar(node, out);
            return;
        }
        if (printedOnOneLine(node, depth, out)) {
            return;
        }
        out.append(node.isObject() ? '{' : '[');
        String separator = "";
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                newLine(out.append(separator), depth + 1);
                quote(property.getKey(), out);
                print(property.getValue(), depth + 1, out.append(": "));
                separator = ",";
            }
        } else {
            for (JsonNode item : node) {
                newLine(out.append(separator), depth + 1);
                print(item, depth + 1, out);
                separator = ",";
            }
        }
        newLine(out, depth);
        out.append(node.isObject() ? '}' : ']');
    }

    private static boolean printedOnOneLine(JsonNode node, int depth, StringBuilder out) {
        for (JsonNode item : node) {
            if (item.isContainer()) {
                return false;
            }
        }
        int before = out.length();
        out.append(node.isObject() ? '{' : '[');
        Iterator<Map.Entry<String, JsonNode>> names =
                node.isObject() ? node.properties().iterator() : java.util.Collections.emptyIterator();
        String separator = "";
        for (JsonNode item : node) {
            out.append(separator);
            if (names.hasNext()) {
                quote(names.next().getKey(), out);
                out.append(": ");
            }
            scalar(item, out);
            separator = ", ";
        }
        out.append(node.isObject() ? '}' : ']');
        if (out.length() - before + 2 * depth <= LINE) {
            return true;
        }
        out.setLength(before);
        return false;
    }

    private static void newLine(StringBuilder out, int depth) {
        out.append('\n').repeat("  ", depth);
    }

    private static void scalar(JsonNode node, StringBuilder out) {
        if (node.isString()) {
            quote(node.stringValue(), out);
        } else {
            out.append(node.isNull() ? "null" : node.asString());
        }
    }

    /// Halves of surrogate pairs are escaped: UTF-8 has no place for them.
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < 0x20 || c == 0x7f || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
