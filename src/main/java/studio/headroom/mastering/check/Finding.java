package studio.headroom.mastering.check;

import java.util.List;
import java.util.Optional;

/// Something found in a file.
///
/// @param from first frame of the worst place
/// @param to frame after its last one
/// @param value what was measured there, in the unit of the kind
/// @param limit what would have been fine
/// @param places in the order of time, at most [Limits#MOST_PLACES]
/// @param count how many places there are in all
/// @param reason what was found and why it matters, in plain words with its numbers
/// @param fix a simple cure, if there is one
public record Finding(
        FindingKind kind,
        Severity severity,
        long from,
        long to,
        double value,
        double limit,
        List<Place> places,
        long count,
        String reason,
        Optional<Fix> fix) {
    public Finding {
        places = List.copyOf(places);
    }

    /// One place.
    static Finding at(FindingKind kind, Severity severity, Place place, double limit, String reason) {
        return new Finding(
                kind,
                severity,
                place.from(),
                place.to(),
                place.value(),
                limit,
                List.of(place),
                1,
                reason,
                Optional.empty());
    }

    /// Several places, of which the worst is shown.
    static Finding at(FindingKind kind, Severity severity, Places places, double limit, String reason) {
        Place worst = places.worst();
        return new Finding(
                kind,
                severity,
                worst.from(),
                worst.to(),
                worst.value(),
                limit,
                places.kept(),
                places.count(),
                reason,
                Optional.empty());
    }

    Finding fixedBy(Fix.Action action, double amount) {
        return new Finding(
                kind, severity, from, to, value, limit, places, count, reason, Optional.of(new Fix(action, amount)));
    }

    /// The same in a sound that has so many frames before it.
    Finding behind(long frames) {
        List<Place> moved = places.stream()
                .map(place -> new Place(place.from() + frames, place.to() + frames, place.value()))
                .toList();
        return new Finding(kind, severity, from + frames, to + frames, value, limit, moved, count, reason, fix);
    }

    /// What to do about it.
    public String advice() {
        return kind.advice();
    }
}
