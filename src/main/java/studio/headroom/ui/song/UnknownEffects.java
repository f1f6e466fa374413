package studio.headroom.ui.song;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.headroom.effects.Catalogue;
import studio.headroom.project.Project;

/// What a song uses and this version of the program does not have.
public final class UnknownEffects {
    private UnknownEffects() {}

    /// Says which effects a song is played without; empty where it is played whole. Those that are bypassed are not
    /// missed.
    public static Optional<String> told(Project song) {
        List<String> missed = Stream.concat(song.strips().stream(), Stream.of(song.master()))
                .flatMap(strip -> strip.inserts().stream()
                        .filter(insert -> !insert.bypassed()
                                && Catalogue.find(insert.type()).isEmpty())
                        .map(insert -> "“" + insert.type() + "” on “" + strip.name() + "”"))
                .toList();
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        String others = missed.size() == 1 ? "" : " and " + (missed.size() - 1) + " more";
        return Optional.of("This version of Headroom does not have " + missed.getFirst() + others
                + ", so the song sounds otherwise than it should. Saving keeps what is not known. To export, update"
                + " Headroom, or bypass it.");
    }
}
