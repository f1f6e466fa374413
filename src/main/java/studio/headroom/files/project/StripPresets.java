package studio.headroom.files.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.headroom.files.FileException;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripState;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What strips do to their sound, kept for other songs, a file each:
/// `{"format": "headroom-strip", "formatVersion": 1, "strip": {...}, "targets": {"strip4": "Hall"}}`. The strip is as
/// in
/// the snapshots of a project; `targets` says what the strips are called that its sends lead to.
public final class StripPresets {
    private static final String NAME = "headroom-strip";
    private static final int VERSION = 1;
    private static final int MAX_TARGETS = ProjectReader.MAX_PER_STRIP;

    private final NamedFiles files;

    /// @param folder need not exist yet
    public StripPresets(Path folder) {
        files = new NamedFiles(folder, "preset");
    }

    /// A strip's settings as a file holds them.
    ///
    /// @param targets names of the strips that its sends lead to, by their ids in the song that it came from
    public record Preset(StripState state, Map<String, String> targets) {
        public Preset {
            targets = Map.copyOf(targets);
        }

        /// The settings in a song: sends lead to its return or bus of the same name, and are left out where it has
        /// none; so are keys from other strips and the output.
        public StripState in(Project song) {
            List<Insert> inserts =
                    state.inserts().stream().map(insert -> insert.withKey(null)).toList();
            List<Send> sends = new ArrayList<>();
            Set<String> used = new HashSet<>();
            for (Send send : state.sends()) {
                find(song, targets.getOrDefault(send.target(), ""))
                        .filter(used::add)
                        .ifPresent(target -> sends.add(new Send(send.id(), target, send.preFader(), send.controls())));
            }
            return new StripState(
                    state.strip(),
                    state.name(),
                    state.controls(),
                    false,
                    state.soloSafe(),
                    null,
                    inserts,
                    sends,
                    Set.of(),
                    Set.of());
        }

        private static Optional<String> find(Project song, String name) {
            return song.strips().stream()
                    .filter(strip -> strip.kind() != Strip.Kind.TRACK)
                    .filter(strip -> strip.name().equalsIgnoreCase(name))
                    .map(Strip::id)
                    .findFirst();
        }
    }

    /// The names of those that there are, sorted.
    public List<String> names() {
        return files.names();
    }

    /// @throws FileException that names the file and what is wrong with it
    public Preset read(String name) throws FileException {
        Path file = files.file(name);
        try {
            JsonView root = new JsonView(JsonText.parse(ProjectFiles.bytes(file)), "");
            if (!root.text("format", "").equals(NAME)) {
                throw ProjectFormatException.foreign("it is no strip preset (its format is not '" + NAME + "')");
            }
            long version = root.whole("formatVersion");
            if (version != VERSION) {
                throw ProjectFormatException.foreign(
                        "it is of format " + version + "; this Headroom reads format " + VERSION);
            }
            return new Preset(
                    root.object("strip", new SnapshotReader()::state),
                    root.map("targets", MAX_TARGETS, StripPresets::text));
        } catch (ProjectFormatException | InvalidProjectException e) {
            throw new FileException("Cannot read '" + file + "': " + e.getMessage() + ".", e);
        }
    }

    private static String text(JsonView json) throws ProjectFormatException {
        if (!json.node().isString()) {
            throw json.wrong("is not a text");
        }
        return json.node().stringValue();
    }

    /// Saves the settings of a strip under a name; a preset of the same name is replaced.
    public void save(String name, Project song, Strip strip) throws FileException {
        Map<String, String> targets = new HashMap<>();
        for (Send send : strip.sends()) {
            song.strip(send.target()).ifPresent(target -> targets.put(target.id(), target.name()));
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", NAME);
        root.put("formatVersion", VERSION);
        root.set("strip", ProjectWriter.state(StripState.of(strip)));
        ObjectNode names = root.putObject("targets");
        strip.sends().forEach(send -> names.put(send.target(), targets.getOrDefault(send.target(), "")));
        files.write(name, JsonText.print(root));
    }

    public void delete(String name) throws FileException {
        files.delete(name);
    }
}
