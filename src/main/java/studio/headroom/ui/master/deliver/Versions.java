package studio.headroom.ui.master.deliver;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.mastering.deliver.VersionLevel;
import studio.headroom.mastering.prints.Print;

/// The versions that are delivered besides the song itself.
///
/// @param level of theirs
record Versions(List<Version> all, VersionLevel level) {
    /// What other versions are usually called.
    static final List<String> NAMES = List.of("Instrumental", "A cappella", "Clean", "TV");

    static final Versions NONE = new Versions(List.of(), VersionLevel.SONG);

    /// One of them.
    ///
    /// @param typed whether its name is typed, and not one of [#NAMES]
    /// @param isrc as typed; may be empty
    record Version(Print print, String name, boolean typed, String isrc) {
        Version withPrint(Print other) {
            return new Version(other, name, typed, isrc);
        }

        /// One of [#NAMES], or beyond them one that is typed.
        Version withKind(int kind) {
            return kind < NAMES.size()
                    ? new Version(print, NAMES.get(kind), false, isrc)
                    : new Version(print, name, true, isrc);
        }

        Version withName(String text) {
            return new Version(print, text, typed, isrc);
        }

        Version withIsrc(String text) {
            return new Version(print, name, typed, text);
        }

        int kind() {
            return typed ? NAMES.size() : NAMES.indexOf(name);
        }
    }

    Versions {
        all = List.copyOf(all);
    }

    Versions with(int index, Version version) {
        List<Version> changed = new ArrayList<>(all);
        changed.set(index, version);
        return new Versions(changed, level);
    }

    /// With one more: the first print that is not there yet, under the first name that is not.
    ///
    /// @param prints to choose from, one at least
    Versions withOneOf(List<Print> prints) {
        Print print = prints.stream()
                .filter(each -> all.stream().noneMatch(version -> version.print.equals(each)))
                .findFirst()
                .orElse(prints.getFirst());
        String name = NAMES.stream()
                .filter(each -> all.stream().noneMatch(version -> version.name.equals(each)))
                .findFirst()
                .orElse("");
        List<Version> changed = new ArrayList<>(all);
        changed.add(new Version(print, name, name.isEmpty(), ""));
        return new Versions(changed, level);
    }

    Versions without(int index) {
        List<Version> changed = new ArrayList<>(all);
        changed.remove(index);
        return new Versions(changed, level);
    }

    /// Those whose print is there.
    Versions of(List<Print> prints) {
        return new Versions(
                all.stream().filter(version -> prints.contains(version.print)).toList(), level);
    }

    Versions withLevel(VersionLevel other) {
        return new Versions(all, other);
    }
}
