package studio.headroom.mastering.prints;

import java.util.List;
import java.util.Optional;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.project.Project;

/// The prints of a song at one moment.
///
/// @param prints the newest first
/// @param hash of what the song sounds like now; empty where that cannot be told, for a sound file of it is missing
public record Shelf(List<Print> prints, String hash) {
    public static final Shelf EMPTY = new Shelf(List.of(), "");

    /// How a print stands to the song.
    public enum Age {
        /// It sounds as the song does now.
        FRESH,
        /// The song sounds otherwise by now.
        STALE,
        /// It did not come from the song, which so cannot make it stale.
        FOREIGN,
        /// Not known, for a sound file of the song is missing.
        UNKNOWN
    }

    public Shelf {
        prints = List.copyOf(prints);
    }

    public Age age(Print print) {
        if (print.foreign()) {
            return Age.FOREIGN;
        }
        return hash.isEmpty() ? Age.UNKNOWN : print.hash().equals(hash) ? Age.FRESH : Age.STALE;
    }

    /// The print of a name.
    public Optional<Print> find(String name) {
        return prints.stream().filter(print -> print.name().equals(name)).findFirst();
    }

    /// The one that a song works on: the chosen one, or the newest.
    public Optional<Print> chosen(Project song) {
        return find(song.mastering().print()).or(() -> prints.stream().findFirst());
    }

    /// Whether there is a print of the mix that still holds.
    public PrintCheck.State state() {
        List<Print> own = prints.stream().filter(print -> !print.foreign()).toList();
        if (own.isEmpty()) {
            return PrintCheck.State.NONE;
        }
        return own.stream().anyMatch(print -> age(print) == Age.FRESH)
                ? PrintCheck.State.FRESH
                : PrintCheck.State.STALE;
    }
}
