package studio.headroom.ui.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All commands, in the order in which lists show them. UI thread.
public final class Commands {
    private final Map<String, Command> all = new LinkedHashMap<>();
    private final KeyMap keys = new KeyMap(this);
    private String place = "";
    private String area = "";
    private boolean keyIsDown;

    /// Adds a command with the keys that it has unless the user chose others.
    ///
    /// @return takes it away again
    /// @throws IllegalArgumentException when its id is taken, or a key belongs to another that it may meet
    public Runnable add(Command command, KeyChord... chords) {
        if (all.containsKey(command.id())) {
            throw new IllegalArgumentException("there are two commands '" + command.id() + "'");
        }
        all.put(command.id(), command);
        try {
            keys.preset(command, List.of(chords));
        } catch (IllegalArgumentException e) {
            all.remove(command.id());
            throw e;
        }
        return () -> {
            all.remove(command.id());
            keys.forget(command.id());
        };
    }

    public KeyMap keys() {
        return keys;
    }

    /// The place that is shown now, whose commands are there.
    public void setPlace(String id) {
        place = id;
        area = id;
    }

    /// The area of the place that has the focus, or had it last: its commands hear their keys.
    public void setArea(String id) {
        area = id;
    }

    /// Whether what runs now was asked for by a key that a hand may hold.
    public boolean keyIsDown() {
        return keyIsDown;
    }

    public List<Command> all() {
        return List.copyOf(all.values());
    }

    public Optional<Command> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /// Whether a command is there and can be done.
    public boolean isEnabled(Command command) {
        return isThere(command) && command.enabled().getAsBoolean();
    }

    private boolean isThere(Command command) {
        return command.scope().isEmpty() || !place.isEmpty() && meets(command.scope(), place);
    }

    private static boolean meets(String one, String other) {
        return Command.holds(one, other) || Command.holds(other, one);
    }

    /// Does what a command says, where it can be done.
    ///
    /// @return whether it was done
    public boolean run(String id) {
        Optional<Command> command = find(id).filter(this::isEnabled);
        command.ifPresent(found -> found.action().run());
        return command.isPresent();
    }

    /// Does what belongs to a chord, where the focus is.
    ///
    /// @return whether anything does
    public boolean run(KeyChord chord) {
        for (Command command : all.values()) {
            boolean hears = Command.holds(command.scope(), area);
            if (hears && keys.chords(command.id()).contains(chord) && isEnabled(command)) {
                keyIsDown = true;
                try {
                    command.action().run();
                } finally {
                    keyIsDown = false;
                }
                return true;
            }
        }
        return false;
    }

    /// Commands whose names, groups or keywords hold the letters that were typed, in their order, the likeliest first;
    /// all of them for none. Those that can be done come before the others.
    public List<Command> search(String typed) {
        record Hit(Command command, int score, boolean enabled) {}
        List<Hit> hits = new ArrayList<>();
        for (Command command : all.values()) {
            if (!isThere(command)) {
                continue;
            }
            int score = Fuzzy.score(typed, command.name());
            int wide = Fuzzy.score(typed, command.group() + " " + command.name() + " " + command.keywords());
            int best = Math.max(score, wide - 1);
            if (best >= 0) {
                hits.add(new Hit(command, best, isEnabled(command)));
            }
        }
        hits.sort(Comparator.comparing(Hit::enabled).thenComparing(Hit::score).reversed());
        return hits.stream().map(Hit::command).toList();
    }
}
