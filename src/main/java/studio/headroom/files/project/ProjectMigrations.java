package studio.headroom.files.project;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How a tree of each format version becomes one of the next. What is not as it should be is left as it is, for the
/// reader to refuse.
final class ProjectMigrations {
    private ProjectMigrations() {}

    /// From 1 to 2: the group of a strip was a name, and nothing was linked; it becomes the id of a group of that name
    /// without links.
    static void groupsOfTheirOwn(ObjectNode song) {
        Set<String> taken = new HashSet<>();
        collectIds(song, taken);
        Map<String, String> idByName = new LinkedHashMap<>();
        if (song.get("strips") instanceof ArrayNode strips) {
            strips.forEach(strip -> nameGroup(strip, taken, idByName));
        }
        nameGroup(song.get("master"), taken, idByName);
        ArrayNode groups = song.putArray("groups");
        idByName.forEach((name, id) -> {
            ObjectNode group = groups.addObject();
            group.put("id", id);
            group.put("name", name);
            group.putArray("links");
        });
    }

    /// From 2 to 3: only fields came, which may all be missing.
    static void moreFields(ObjectNode song) {}

    private static void nameGroup(@Nullable JsonNode node, Set<String> taken, Map<String, String> idByName) {
        if (node instanceof ObjectNode strip
                && strip.get("group") instanceof JsonNode group
                && group.isString()
                && !group.stringValue().isEmpty()) {
            strip.put("group", idByName.computeIfAbsent(group.stringValue(), name -> freeId(taken)));
        }
    }

    private static String freeId(Set<String> taken) {
        int number = 1;
        while (!taken.add("group" + number)) {
            number++;
        }
        return "group" + number;
    }

    private static void collectIds(JsonNode node, Set<String> ids) {
        if (node.isObject() && node.get("id") instanceof JsonNode id && id.isString()) {
            ids.add(id.stringValue());
        }
        node.forEach(inner -> collectIds(inner, ids));
    }
}
