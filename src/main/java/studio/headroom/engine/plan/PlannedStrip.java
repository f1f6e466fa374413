package studio.headroom.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.headroom.project.Media;
import studio.headroom.project.Strip;

/// A strip of a plan.
///
/// @param key what keeps its parts apart from all others
/// @param inputChannels one where all that a track plays is mono, else two
/// @param media the sound files that its clips play, by id
/// @param chain its effects in order
/// @param leaving is not in the song any more and fades out
public record PlannedStrip(
        Key key, Strip strip, int inputChannels, Map<String, Media> media, List<PlannedInsert> chain, boolean leaving) {
    /// @param generation counts strips that followed each other under one id
    public record Key(String stripId, int generation) {}

    public PlannedStrip {
        media = Map.copyOf(media);
        chain = List.copyOf(chain);
    }

    /// Channels after the effects, as many as there are before and after those that leave have left.
    public int outputChannels() {
        return chain.stream().mapToInt(PlannedInsert::outputChannels).reduce(inputChannels, Math::max);
    }

    /// The same with other effects.
    public PlannedStrip withChain(List<PlannedInsert> changed) {
        return new PlannedStrip(key, strip, inputChannels, media, changed, leaving);
    }

    PlannedStrip generation(int generation) {
        return new PlannedStrip(new Key(key.stripId, generation), strip, inputChannels, media, chain, leaving);
    }

    /// The same with the sound that another has.
    PlannedStrip playing(Strip changed, Map<String, Media> itsMedia) {
        return new PlannedStrip(key, changed, inputChannels, itsMedia, chain, leaving);
    }

    PlannedStrip onItsWayOut() {
        return new PlannedStrip(key, strip, inputChannels, media, chain, true);
    }

    /// Whether both play the same sound at the same places.
    public boolean playsTheSameAs(PlannedStrip other) {
        return strip.clips().equals(other.strip.clips()) && media.equals(other.media);
    }

    Optional<PlannedInsert> insert(String insertId) {
        return chain.stream()
                .filter(insert -> insert.key().insertId().equals(insertId))
                .findFirst();
    }
}
