package studio.headroom.files.project;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import studio.headroom.project.Snapshot;
import studio.headroom.project.StripState;

/// Reads the mixes that are kept in a project. What they name need not be in the song any more.
final class SnapshotReader {
    /// Strips in all snapshots together.
    private static final int MAX_STATES = 100_000;

    private int states;

    Snapshot snapshot(JsonView json) throws ProjectFormatException {
        return new Snapshot(
                json.text("id"),
                json.text("slot", ""),
                json.text("name", ""),
                json.has("loudness") ? OptionalDouble.of(json.number("loudness", 0)) : OptionalDouble.empty(),
                json.list("strips", ProjectReader.MAX_STRIPS + 1, this::state));
    }

    StripState state(JsonView json) throws ProjectFormatException {
        if (++states > MAX_STATES) {
            throw json.wrong("is one too many; all snapshots together may hold " + MAX_STATES + " strips");
        }
        return new StripState(
                json.text("strip"),
                json.text("name", ""),
                ProjectReader.values(json, "controls"),
                json.flag("solo", false),
                json.flag("soloSafe", false),
                json.textOrNull("output"),
                json.list("inserts", ProjectReader.MAX_PER_STRIP, ProjectReader::insert),
                json.list("sends", ProjectReader.MAX_PER_STRIP, ProjectReader::send),
                names(json, "read"),
                names(json, "ignored"));
    }

    private static Set<String> names(JsonView json, String field) throws ProjectFormatException {
        List<String> names = json.list(field, ProjectReader.MAX_LANES, name -> {
            if (!name.node().isString()) {
                throw name.wrong("is not a text");
            }
            return name.node().stringValue();
        });
        return new TreeSet<>(names);
    }
}
