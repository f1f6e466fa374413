package studio.headroom.files.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A chain of effects in a file of its own, to be used for other songs:
/// `{"format": "headroom-chain", "formatVersion": 1, "chain": [{"type": "eq", "values": {"band1.gain": 0.9}}]}`.
/// Values are plain; what is not named has its initial value.
public final class ChainPreset {
    private static final String NAME = "headroom-chain";
    private static final int VERSION = 1;
    private static final int MAX_EFFECTS = 200;
    private static final int MAX_VALUES = 2_000;

    private ChainPreset() {}

    /// @throws FileException that names the file and what is wrong with it
    public static List<Insert> read(Path file) throws FileException {
        if (!Files.exists(file)) {
            throw new FileException("Cannot read '" + file + "': it does not exist.");
        }
        try {
            JsonView root = new JsonView(JsonText.parse(ProjectFiles.bytes(file)), "");
            if (!root.text("format", "").equals(NAME)) {
                throw ProjectFormatException.foreign("it is not a chain of effects (its format is not '" + NAME + "')");
            }
            long version = root.whole("formatVersion");
            if (version != VERSION) {
                throw ProjectFormatException.foreign(
                        "it is of format " + version + "; this Headroom reads format " + VERSION);
            }
            List<Insert> chain = new ArrayList<>();
            for (Insert insert : root.list("chain", MAX_EFFECTS, ChainPreset::insert)) {
                chain.add(new Insert("preset-" + (chain.size() + 1), insert.type(), insert.values(), null));
            }
            return chain;
        } catch (ProjectFormatException | InvalidProjectException e) {
            throw new FileException("Cannot read '" + file + "': " + e.getMessage() + ".", e);
        }
    }

    /// Writes a chain for others to [#read].
    public static void write(Path file, List<Insert> chain) throws FileException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", NAME);
        root.put("formatVersion", VERSION);
        var list = root.putArray("chain");
        for (Insert insert : chain) {
            ObjectNode effect = list.addObject();
            effect.put("type", insert.type());
            ObjectNode values = effect.putObject("values");
            insert.values().asMap().forEach((id, value) -> {
                if (value == Double.NEGATIVE_INFINITY) {
                    values.put(id, "-Infinity");
                } else {
                    values.put(id, value);
                }
            });
        }
        AtomicFile.write(file, JsonText.print(root));
    }

    private static Insert insert(JsonView json) throws ProjectFormatException {
        return new Insert(
                "preset",
                json.text("type"),
                Values.of(new TreeMap<>(json.map("values", MAX_VALUES, JsonView::number))),
                null);
    }
}
