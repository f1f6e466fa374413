package studio.headroom.mastering;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import studio.headroom.effects.Catalogue;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Refuses to render without an effect that this version does not have: a song may keep it, but sounds otherwise.
final class KnownEffects {
    private KnownEffects() {}

    /// @throws IOException naming the first unknown effect that is not bypassed
    static void require(Project project) throws IOException {
        for (Strip strip : Stream.concat(project.strips().stream(), Stream.of(project.master()))
                .toList()) {
            require(strip.inserts(), "'" + strip.name() + "' in '" + project.title() + "'");
        }
    }

    /// @param place where the effects are, for the message
    static void require(List<Insert> inserts, String place) throws IOException {
        for (Insert insert : inserts) {
            if (!insert.bypassed() && Catalogue.find(insert.type()).isEmpty()) {
                throw new IOException("There is no effect '" + insert.type() + "' here, and " + place
                        + " uses it. Update Headroom, or bypass it.");
            }
        }
    }
}
