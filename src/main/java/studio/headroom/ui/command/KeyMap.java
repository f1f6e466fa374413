package studio.headroom.ui.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// Which keys do what: as the program comes, and as the user changed it. Two commands that may be there at the same
/// time never have the same key. UI thread.
public final class KeyMap {
    private final Commands commands;
    private final Map<String, List<KeyChord>> presets = new LinkedHashMap<>();
    private final Map<String, List<KeyChord>> chosen = new HashMap<>();
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();

    KeyMap(Commands commands) {
        this.commands = commands;
    }

    void preset(Command command, List<KeyChord> chords) {
        for (KeyChord chord : chords) {
            for (Map.Entry<String, List<KeyChord>> other : presets.entrySet()) {
                boolean meets =
                        commands.find(other.getKey()).map(command::meets).orElse(false);
                if (meets && other.getValue().contains(chord)) {
                    throw new IllegalArgumentException(
                            chord.text() + " cannot be both '" + other.getKey() + "' and '" + command.id() + "'");
                }
            }
        }
        presets.put(command.id(), chords);
    }

    void forget(String id) {
        presets.remove(id);
    }

    /// The keys of a command, the one that is shown first.
    public List<KeyChord> chords(String id) {
        List<KeyChord> own = chosen.get(id);
        return own != null ? own : presets.getOrDefault(id, List.of());
    }

    /// The key of a command as people read it, or empty.
    public String shown(String id) {
        return chords(id).isEmpty() ? "" : chords(id).getFirst().shown();
    }

    /// The other command that a chord belongs to, where both may be there at the same time.
    public Optional<Command> conflict(Command command, KeyChord chord) {
        return commands.all().stream()
                .filter(other -> !other.id().equals(command.id()) && other.meets(command))
                .filter(other -> chords(other.id()).contains(chord))
                .findFirst();
    }

    /// Gives a command one key in place of those it had, and takes it from all that it is in conflict with.
    public void bind(Command command, KeyChord chord) {
        Optional<Command> other = conflict(command, chord);
        while (other.isPresent()) {
            String id = other.get().id();
            List<KeyChord> left = new ArrayList<>(chords(id));
            left.remove(chord);
            choose(id, left);
            other = conflict(command, chord);
        }
        choose(command.id(), List.of(chord));
        changed();
    }

    /// Takes all keys from a command.
    public void clear(Command command) {
        choose(command.id(), List.of());
        changed();
    }

    /// Gives a command the keys that it came with, but those that the user gave to others.
    public void reset(Command command) {
        chosen.remove(command.id());
        List<KeyChord> free = chords(command.id()).stream()
                .filter(chord -> conflict(command, chord).isEmpty())
                .toList();
        choose(command.id(), free);
        changed();
    }

    /// Gives all commands the keys that they came with.
    public void resetAll() {
        chosen.clear();
        changed();
    }

    private void choose(String id, List<KeyChord> chords) {
        if (chords.equals(presets.getOrDefault(id, List.of()))) {
            chosen.remove(id);
        } else {
            chosen.put(id, List.copyOf(chords));
        }
    }

    /// What the user changed, to be kept: ids with keys parted by blanks.
    public Map<String, String> changes() {
        Map<String, String> changes = new TreeMap<>();
        chosen.forEach((id, chords) ->
                changes.put(id, chords.stream().map(KeyChord::text).collect(Collectors.joining("  "))));
        return changes;
    }

    /// Takes in what [#changes()] gave. Keys that are none are left out.
    public void take(Map<String, String> changes) {
        chosen.clear();
        changes.forEach((id, text) -> chosen.put(
                id,
                Arrays.stream(text.split("  "))
                        .map(KeyChord::parse)
                        .flatMap(Optional::stream)
                        .toList()));
        changed();
    }

    /// Runs after every change of keys.
    public void observe(Runnable observer) {
        observers.add(observer);
    }

    private void changed() {
        observers.forEach(Runnable::run);
    }
}
