package studio.headroom.files.project;

import java.util.List;
import studio.headroom.project.Project;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The text of `project.json`: [#VERSION] is written, every version from 1 on is read. A file of an older version
/// is carried forward on the tree, one version at a time, before it is read.
final class ProjectFormat {
    static final String NAME = "headroom-project";
    static final int VERSION = 3;

    /// At index i: what makes a tree of version i + 1 one of version i + 2, in place.
    private static final List<Migration> MIGRATIONS =
            List.of(ProjectMigrations::groupsOfTheirOwn, ProjectMigrations::moreFields);

    interface Migration {
        void carryForward(ObjectNode tree) throws ProjectFormatException;
    }

    private ProjectFormat() {}

    static byte[] write(Project project) {
        return JsonText.print(ProjectWriter.tree(project));
    }

    static Project read(byte[] text) throws ProjectFormatException {
        return read(JsonText.parse(text));
    }

    /// @param tree of any version; changed on the way
    static Project read(JsonNode tree) throws ProjectFormatException {
        return ProjectReader.read(new JsonView(migrated(tree, MIGRATIONS), ""));
    }

    /// The tree in the version that comes after all of `migrations`.
    static ObjectNode migrated(JsonNode tree, List<Migration> migrations) throws ProjectFormatException {
        JsonView root = new JsonView(tree, "");
        if (!(tree instanceof ObjectNode object) || !root.has("formatVersion")) {
            throw ProjectFormatException.foreign("it is not a Headroom project file (it has no formatVersion)");
        }
        if (root.has("format") && !root.text("format").equals(NAME)) {
            throw ProjectFormatException.foreign("it is a " + root.text("format") + " file, not a project");
        }
        long version = root.whole("formatVersion");
        int newest = migrations.size() + 1;
        if (version > newest) {
            throw ProjectFormatException.foreign("it was made by a newer Headroom (format " + version
                    + "; this one reads up to format " + newest + "). Update Headroom to open it");
        }
        if (version < 1) {
            throw ProjectFormatException.damaged("it claims to be of format " + version);
        }
        for (int from = (int) version; from < newest; from++) {
            migrations.get(from - 1).carryForward(object);
            object.put("formatVersion", from + 1);
        }
        return object;
    }
}
