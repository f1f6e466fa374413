package studio.headroom.ui.editor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Finds strips of a song. Pure functions.
public final class Strips {
    private Strips() {}

    public static Optional<Strip> ofInsert(Project song, String insertId) {
        return Stream.concat(song.strips().stream(), Stream.of(song.master()))
                .filter(strip ->
                        strip.inserts().stream().anyMatch(insert -> insert.id().equals(insertId)))
                .findFirst();
    }

    public static Optional<Strip> byId(Project song, String id) {
        return Stream.concat(song.strips().stream(), Stream.of(song.master()))
                .filter(strip -> strip.id().equals(id))
                .findFirst();
    }

    /// The effects of the strip or chain that an insert is in; empty when nothing holds it.
    public static List<Insert> chainOf(Project song, String insertId) {
        return ofInsert(song, insertId)
                .map(Strip::inserts)
                .orElseGet(() -> song.mastering().chain().stream()
                                .anyMatch(insert -> insert.id().equals(insertId))
                        ? song.mastering().chain()
                        : List.of());
    }
}
