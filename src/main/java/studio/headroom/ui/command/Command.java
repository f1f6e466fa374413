package studio.headroom.ui.command;

import java.util.function.BooleanSupplier;

/// Something that a person may ask for, by key, from a menu or by its name.
///
/// @param id stable for ever: the key in the settings file, such as `edit.undo`
/// @param group what it stands under in lists: "Edit"
/// @param name what it does, beginning with a verb where it can: "Save as…"
/// @param keywords other words that people may look for; may be empty
/// @param scope where it is there: empty for everywhere, the id of a place (`mix`), or of an area of one
/// (`mix.timeline`), where its keys need the focus
/// @param enabled whether it can be done now
public record Command(
        String id, String group, String name, String keywords, String scope, BooleanSupplier enabled, Runnable action) {
    public Command {
        if (!id.matches("[a-z][a-zA-Z0-9]*(\\.[a-z][a-zA-Z0-9]*)+") || name.isBlank()) {
            throw new IllegalArgumentException("no command is called '" + id + "', '" + name + "'");
        }
    }

    /// A command that is there everywhere and always.
    public static Command of(String id, String group, String name, String keywords, Runnable action) {
        return new Command(id, group, name, keywords, "", () -> true, action);
    }

    public Command when(BooleanSupplier condition) {
        return new Command(id, group, name, keywords, scope, condition, action);
    }

    /// @param where a place, or an area of one
    public Command in(String where) {
        return new Command(id, group, name, keywords, where, enabled, action);
    }

    /// Whether both can hear a key at the same time.
    boolean meets(Command other) {
        return holds(scope, other.scope) || holds(other.scope, scope);
    }

    /// Whether an area lies in another one, or is the same.
    static boolean holds(String outer, String inner) {
        return outer.isEmpty() || inner.equals(outer) || inner.startsWith(outer + ".");
    }
}
